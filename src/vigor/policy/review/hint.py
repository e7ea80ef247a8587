"""What a review says: hints to the author, and the few values that go into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Sector = Literal["private", "public", "publicly-funded", "association"]
"""Who the employer is. "publicly-funded": private care or school that public money pays for, wholly or in part."""

SECTORS: tuple[Sector, ...] = get_args(Sector)

Span = tuple[int, int]


class Both(NamedTuple):
    """A text for people, in Swedish and in English."""

    sv: str
    en: str

    def of(self, language: str) -> str:
        """The text in "sv" or "en"; any other language gets English."""
        return self.sv if language == "sv" else self.en

    def filled(self, values: dict[str, Both]) -> Both:
        """With `{name}` replaced by the value of that name, each language by its own."""
        return Both(*(self._fill(language, values) for language in ("sv", "en")))

    def _fill(self, language: str, values: dict[str, Both]) -> str:
        return self.of(language).format_map({name: value.of(language) for name, value in values.items()})


NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody else's text, to be compared with ours: what to call it, and its Markdown or plain words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice to the author of a policy. It never stands in the way of anything.

    `line` counts from 1 in the policy's file. `quote` is what the hint is about, as it is written there, and
    `span` its characters (end exclusive) in the piece of Markdown that holds it: the source of a guideline, of
    a text or of an option's half, or a title. A quote that runs over several lines begins on `line`.
    `law` is what a rule on protected speech rests on, `source` and `share` (0–1) where a text was taken
    from and how much of the quote stands there too. `confidence` (0–1) is how sure we are.
    """

    rule: str
    key: str
    line: int
    span: Span
    quote: str
    reason: Both
    mend: Both
    law: Both = NOTHING
    source: str = ""
    share: float = 0.0
    confidence: float = 0.8
