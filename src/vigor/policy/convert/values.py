"""What conversion hands over: the policy, its text, and what it was unsure of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vigor.policy.convert.texts import UNREADABLE, UNSURE
from vigor.policy.document import Policy


@dataclass(frozen=True, slots=True)
class Unsure:
    """Something that a person should look at. `line` counts from 1 in the policy text that came out.

    `source_line` is the line in what came in, 0 where that has none (Word, PDF). `quote` is the words it is about.
    """

    code: str
    quote: str
    line: int = 0
    source_line: int = 0

    def message(self, language: str) -> str:
        """What we did and why we aren't sure, in "sv" or "en"."""
        return UNSURE[self.code].get(language, UNSURE[self.code]["en"])


@dataclass(frozen=True, slots=True)
class Converted:
    """An old text as a policy. `text` is `render(policy)`; `sentences` are those of the text, in order, as plain text."""

    policy: Policy
    text: str
    unsure: tuple[Unsure, ...] = ()
    sentences: tuple[str, ...] = ()


class Unreadable(Exception):
    """What can't be imported. `message(language)` says why and what to do, in "sv" or "en"."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values: Mapping[str, str | int] = values

    def message(self, language: str) -> str:
        texts = UNREADABLE[self.code]
        return texts.get(language, texts["en"]).format_map(dict(self.values))

    def __str__(self) -> str:
        return self.message("en")


@dataclass(frozen=True, slots=True)
class Note:
    """An `Unsure` before its place in the output is known."""

    code: str
    quote: str
    source_line: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """Any format, read: Markdown that says the same, with where each of its lines stood in the source.

    `lines` has a number for each line of `markdown`, or is empty where the source has no lines. `aside` is Markdown
    that a reader would not look for in the text itself: footnotes, what stands around the page.
    """

    markdown: str
    lines: tuple[int, ...] = ()
    title: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    aside: str = ""
    notes: tuple[Note, ...] = field(default=())
