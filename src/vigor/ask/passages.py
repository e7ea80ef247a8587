"""Any text as passages: the pieces that an answer consists of.

A Vigör policy gives one passage a point. Any other text is cut where its author cut it: a section that fits is
one passage with everything under it, a longer one is cut between paragraphs, and small neighbours under the
same heading are kept together, because a lone list item seldom answers anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vigor.ask.block import Block
from vigor.ask.blocks import read_blocks
from vigor.language.identify import identify
from vigor.language.words import folded, sentence_spans

LIMIT = 1500
"""The most characters a passage may have: about what a reader takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of a text. `path` is the headings above it, outermost first, without its own."""

    key: str
    heading: str
    text: str
    path: tuple[str, ...] = ()
    language: str = "en"


@dataclass
class _Section:
    heading: str
    level: int
    path: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)
    children: list[_Section] = field(default_factory=list)

    def whole(self) -> str:
        """The section as text, its own heading left out and those below it as lines."""
        lines = [block.text for block in self.blocks]
        for child in self.children:
            lines += [line for line in (child.heading, child.whole()) if line]
        return "\n".join(lines)


def from_text(source: str, *, limit: int = LIMIT) -> tuple[Passage, ...]:
    """The passages of a text in any format that `blocks` knows, or of a Vigör policy, in order."""
    if _is_policy(source):
        from vigor.ask.points import from_policy
        from vigor.policy.parse import parse

        policy, _ = parse(source)
        found = from_policy(policy)
        if found:
            return found
    return from_document(source, limit=limit)


def from_texts(sources: Iterable[str], *, limit: int = LIMIT) -> tuple[Passage, ...]:
    """The passages of all texts of one organisation; a key that an earlier text has gets a number."""
    taken: dict[str, int] = {}
    found = []
    for source in sources:
        for passage in from_text(source, limit=limit):
            key = _numbered(passage.key, taken)
            found.append(passage if key == passage.key else replace(passage, key=key))
    return tuple(found)


_POLICY_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:(?!---).*\r?\n)*?policy[ \t]*:")


def _is_policy(source: str) -> bool:
    return bool(_POLICY_FRONT.match(source))


def from_document(source: str, *, limit: int = LIMIT) -> tuple[Passage, ...]:
    """The passages of a text that was never written for Vigör. `limit`: characters of the longest."""
    blocks, title = read_blocks(source)
    language = identify(" ".join(block.text for block in blocks)[:20000])
    root = _tree(blocks, title)
    pieces = _without_crumbs(list(_pack(root, limit)), limit)
    keys: dict[str, int] = {}
    return tuple(
        Passage(_key(heading, keys), heading, text, path, identify(text, language))
        for heading, path, text in pieces
    )


def _tree(blocks: list[Block], title: str) -> _Section:
    root = _Section(title, 0, ())
    open_sections = [root]
    for block in blocks:
        if not block.level:
            open_sections[-1].blocks.append(block)
            continue
        while len(open_sections) > 1 and open_sections[-1].level >= block.level:
            open_sections.pop()
        above = open_sections[-1]
        path = (*above.path, above.heading) if above.heading else above.path
        section = _Section(block.text, block.level, path)
        above.children.append(section)
        open_sections.append(section)
    return root


Piece = tuple[str, tuple[str, ...], str]
"""Heading, the headings above it, text."""


def _pack(section: _Section, limit: int) -> Iterator[Piece]:
    """The section as pieces that fit the limit: as few as its own divisions allow.

    What stands in the section itself and its smaller parts are kept together as long as they fit; a part that
    is too long for one piece is packed on its own.
    """
    held: list[_Section] = []
    size = 0
    for part in _parts(section, limit):
        length = len(part.whole()) + len(part.heading) + 2
        if held and size + length > limit + 2:
            yield _together(held, section)
            held, size = [], 0
        if length > limit + 2 and part is not section:
            yield from _pack(part, limit)
        elif length > 2:
            held.append(part)
            size += length
    if held:
        yield _together(held, section)


CRUMB = 400
"""A piece with fewer characters stands with a neighbour, where both fit."""


def _without_crumbs(pieces: list[Piece], limit: int) -> list[Piece]:
    kept: list[Piece] = []
    for heading, path, text in pieces:
        if not text:
            continue
        if kept and min(len(kept[-1][2]), len(text)) < CRUMB:
            above, above_path, before = kept[-1]
            joined = "\n".join(line for line in (before, "" if heading == above else heading, text) if line)
            if len(joined) <= limit:
                kept[-1] = (above, above_path, joined)
                continue
        kept.append((heading, path, text))
    return kept


def _parts(section: _Section, limit: int) -> Iterator[_Section]:
    """What stands in the section itself, cut to fit, as parts without a heading; then the sections in it."""
    for chunk in _chunks(section.blocks, limit):
        yield _Section("", section.level, section.path, [Block(chunk)])
    yield from section.children


def _together(parts: list[_Section], above: _Section) -> Piece:
    """Parts of one section as one piece, under the heading that covers them all or, failing that, the first."""
    lines = [line for part in parts for line in (part.heading, part.whole()) if line]
    if len(parts) == 1 and parts[0].heading:
        return parts[0].heading, parts[0].path, parts[0].whole()
    if not parts[0].heading or (len(parts) == len(above.children) and above.heading):
        return above.heading, above.path, "\n".join(lines)
    return parts[0].heading, parts[0].path, "\n".join(lines[1:])


def _chunks(blocks: list[Block], limit: int) -> Iterator[str]:
    """The blocks' text in as few, as even chunks as fit, cut between paragraphs before between items."""
    pieces = [piece for block in blocks for piece in fitting(block.text, limit)]
    total = sum(len(piece) + 1 for piece in pieces)
    aim = total / max(1, -(-total // limit))
    held: list[str] = []
    size = 0
    for piece in pieces:
        if held and (size + len(piece) + 1 > limit or size >= aim):
            yield "\n".join(held)
            held, size = [], 0
        held.append(piece)
        size += len(piece) + 1
    if held:
        yield "\n".join(held)


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
