"""Any text as passages: the pieces that are searched, and that an answer consists of.

A Vigör policy gives one passage a point. Any other text is cut where its author cut it, between headings and
between paragraphs; small neighbours under the same heading are kept together. Such a piece is shown with what
stands around it (`windows.py`), because a lone list item seldom answers anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vigor.ask.block import Block
from vigor.ask.blocks import read_blocks
from vigor.language.identify import identify
from vigor.language.words import folded, sentence_spans

LIMIT = 1500
"""The most characters an answer may have: about what a reader takes in at a glance."""
PIECE, LONGEST = 600, 700
"""Characters that neighbours under one heading fill together, and the most that one of them may have."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of a text. `path` is the headings above it, outermost first, without its own.

    `flow` numbers the running text that it is part of, whose neighbouring pieces are shown around it; a point
    of a policy stands alone (0).
    """

    key: str
    heading: str
    text: str
    path: tuple[str, ...] = ()
    language: str = "en"
    flow: int = 0


def from_text(source: str, *, limit: int = LIMIT, flow: int = 1) -> tuple[Passage, ...]:
    """The passages of a text in any format that `blocks` knows, or of a Vigör policy, in order."""
    if _is_policy(source):
        from vigor.ask import kept

        found = kept.passages(source, read_policy)
        if found:
            return found
    return from_document(source, limit=limit, flow=flow)


def read_policy(source: str) -> tuple[Passage, ...]:
    """The passages of a Vigör policy, point by point."""
    from vigor.ask.points import from_policy
    from vigor.policy.parse import parse

    policy, _ = parse(source)
    return from_policy(policy)


def from_texts(sources: Iterable[str], *, limit: int = LIMIT) -> tuple[Passage, ...]:
    """The passages of all texts of one organisation; a key that an earlier text has gets a number."""
    taken: dict[str, int] = {}
    found = []
    for flow, source in enumerate(sources, 1):
        for passage in from_text(source, limit=limit, flow=flow):
            key = _numbered(passage.key, taken)
            found.append(passage if key == passage.key else replace(passage, key=key))
    return tuple(found)


_POLICY_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:(?!---).*\r?\n)*?policy[ \t]*:")


def _is_policy(source: str) -> bool:
    return bool(_POLICY_FRONT.match(source))


def from_document(source: str, *, limit: int = LIMIT, flow: int = 1) -> tuple[Passage, ...]:
    """The passages of a text that was never written for Vigör. `limit`: characters of the longest.

    `flow`: the number of the text, where it is one of several.
    """
    blocks, title = read_blocks(source)
    language = identify(" ".join(block.text for block in blocks)[:20000])
    keys: dict[str, int] = {}
    return tuple(
        Passage(_key(heading, keys), heading, text, path, identify(text, language), flow)
        for heading, path, text in _pieces(blocks, title, limit)
    )


class _Pieces:
    """The blocks under their headings, small neighbours together; a heading with nothing under it is text too."""

    def __init__(self, title: str) -> None:
        self.found: list[tuple[str, tuple[str, ...], str]] = []  # heading, the headings above it, text
        self.above: list[tuple[int, str]] = [(0, title)] if title else []
        self.held: list[str] = []
        self.empty = False

    def heading(self, block: Block) -> None:
        self.close()
        if self.empty and self.above[-1][0] >= block.level:
            self.held = [self.above[-1][1]]
            self.close()
        while self.above and self.above[-1][0] >= block.level:
            self.above.pop()
        self.above.append((block.level, block.text))
        self.empty = True

    def text(self, text: str, limit: int) -> None:
        self.empty = False
        for piece in fitting(text, min(limit, LONGEST)):
            if self.held and sum(map(len, self.held)) + len(self.held) + len(piece) > PIECE:
                self.close()
            self.held.append(piece)

    def close(self) -> None:
        if self.held:
            names = [name for _, name in self.above]
            self.found.append((names[-1] if names else "", tuple(names[:-1]), "\n".join(self.held)))
            self.held = []


def _pieces(blocks: list[Block], title: str, limit: int) -> list[tuple[str, tuple[str, ...], str]]:
    pieces = _Pieces(title)
    for block in blocks:
        if block.level:
            pieces.heading(block)
        else:
            pieces.text(block.text, limit)
    pieces.heading(Block("", 0))
    return pieces.found


def fitting(text: str, limit: int) -> Iterator[str]:
    """A text that is too long, cut between sentences, or between words where one sentence is too long."""
    if len(text) <= limit:
        yield text
        return
    held = ""
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if len(held) + len(sentence) + 1 > limit and held:
            yield held
            held = ""
        while len(sentence) > limit:
            cut = sentence.rfind(" ", 1, limit) if " " in sentence[1:limit] else limit
            yield sentence[:cut]
            sentence = sentence[cut:].lstrip()
        held = f"{held} {sentence}" if held else sentence
    if held:
        yield held


def _key(heading: str, taken: dict[str, int]) -> str:
    """A slug of the heading, with a number from the second on: "twitter", "twitter-2"."""
    slug = "-".join(re.findall(r"[a-z0-9]+", folded(heading.lower())))[:60].strip("-") or "passage"
    return _numbered(slug, taken)


def _numbered(key: str, taken: dict[str, int]) -> str:
    number = taken.get(key, 0) + 1
    while number > 1 and f"{key}-{number}" in taken:
        number += 1
    taken[key] = number
    name = key if number == 1 else f"{key}-{number}"
    taken.setdefault(name, 1)
    return name
