"""Any text as passages: the pieces that an answer consists of.

A Vigör policy gives one passage a point. Any other text is cut where its author cut it: a section that fits is
one passage with everything under it, a longer one is cut between paragraphs, and small neighbours under the
same heading are kept together, because a lone list item seldom answers anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vigor.ask.blocks import Block, read_blocks
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
    pieces = list(_pack(root, limit))
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


def _pack(section: _Section, limit: int) -> Iterator[Piece]:
    """The section as pieces (heading, path, text) that fit the limit."""
    text = section.whole()
    if len(text) <= limit and (section.level or not section.children):
        if text:
            yield section.heading, section.path, text
        return
    for chunk in _chunks(section.blocks, limit):
        yield section.heading, section.path, chunk
    waiting: list[_Section] = []
    for child in [*section.children, None]:
        size = sum(len(one.heading) + len(one.whole()) + 2 for one in [*waiting, *([child] if child else [])])
        if child is None or size > limit:
            yield from _together(waiting, section)
            waiting = []
        if child is not None:
            if len(child.whole()) + len(child.heading) > limit:
                yield from _pack(child, limit)
            else:
                waiting.append(child)


SMALL = 400
"""Sections shorter than this stand together with their neighbours; longer ones stand alone."""


def _together(sections: list[_Section], above: _Section) -> Iterator[Piece]:
    if not sections:
        return
    if len(sections) == 1:
        only = sections[0]
        if only.whole():
            yield only.heading, only.path, only.whole()
        return
    lines = [line for one in sections for line in (one.heading, one.whole()) if line]
    heading = above.heading if len(sections) == len(above.children) and above.heading else sections[0].heading
    path = above.path if heading == above.heading else sections[0].path
    yield heading, path, "\n".join(lines)


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
