"""Markdown as a row of headings, list items and prose, each with the line it stood on in the source.

Every format comes here as Markdown; this is the only place that cuts it up. Items and prose are slices, so that
what is nested in them stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from vigor.policy.blocks import dedent, trimmed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Sort = Literal["paragraph", "code", "table", "quote", "comment"]

NUMBER = re.compile(r"( {0,3})(\d{1,9})([.)])([ \t]*)(.*)", re.DOTALL)
OPEN_FENCE = re.compile(r"( {0,3})(```+|~~~+)")
LETTERED = re.compile(r"[ \t]*(?=\(?[a-zåäö]\)[ \t]+\S)")
GLYPH = re.compile(r"[ \t]*(?:[•·▪‣◦●○■□➢➤✓✔❖\uf0b7\uf0a7]|[–—](?=[ \t]))[ \t]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Heading:
    level: int  # 1–6
    text: str  # Markdown on one line
    line: int = 0
    guessed: bool = False  # it was no heading in the source, only looked like one


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, or a block that is kept whole."""

    text: str
    line: int = 0
    sort: Sort = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, dedented, with all that is nested in it."""

    text: str
    line: int = 0
    number: str = ""  # "3." in a numbered list
    first: bool = False  # it opens a list
    glyph: bool = False  # its mark was the printer's


Block = Heading | Prose | Item


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["block"])
    return parser


def read_blocks(markdown: str, lines: Sequence[int] = ()) -> list[Block]:
    """The blocks in order. `lines` has the source's line for each line of the Markdown; empty: unknown."""
    rows = markdown.split("\n")
    found: list[Block] = []
    tokens = _parser().parse(markdown)
    for index, token in enumerate(tokens):
        if token.level or token.map is None:
            continue
        first, last = token.map
        line = lines[first] if first < len(lines) else 0
        if token.type == "heading_open":
            text = " ".join(tokens[index + 1].content.split())
            found.append(Heading(int(token.tag[1]), text, line))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            found += _items(rows, tokens, index, lines)
        elif sort := _SORTS.get(token.type):
            more = list(_prose(rows[first:last], line, sort, lines[first:last]))
            if found and more and isinstance(more[0], Item) and _printed(found[-1]):
                # Each of the printer's bullets in a paragraph of its own, and one list all the same.
                more[0] = replace(more[0], first=False)
            found += more
    return found


def _printed(block: Block) -> bool:
    """Whether a block is an item that the printer's mark, and not Markdown, made one."""
    return isinstance(block, Item) and block.glyph


_SORTS: dict[str, Sort] = {
    "paragraph_open": "paragraph",
    "fence": "code",
    "code_block": "code",
    "table_open": "table",
    "blockquote_open": "quote",
    "html_block": "comment",
}


def _prose(rows: list[str], line: int, sort: Sort, lines: Sequence[int]) -> Iterator[Block]:
    if sort == "paragraph" and (
        any(GLYPH.match(row) for row in rows) or sum(bool(LETTERED.match(row)) for row in rows) > 1
    ):
        yield from _glyphed(rows, line, lines)
        return
    text = trimmed("\n".join(row.lstrip() for row in rows) if sort == "paragraph" else "\n".join(rows))
    if sort == "code" and (fence := OPEN_FENCE.match(text)):
        text = _fenced(text, fence[1], fence[2])
    if text:
        yield Prose(text, line, sort)


def _fenced(text: str, indent: str, fence: str) -> str:
    """Code at the left edge, so that no list above takes it in, and closed, so that it takes in nothing below."""
    text = re.sub(rf"(?m)^ {{0,{len(indent)}}}", "", text) if indent else text
    closed = re.search(rf"\n {{0,3}}{fence}[`~]*\s*\Z", text)
    return text if closed else f"{text.rstrip()}\n{fence}"


def _glyphed(rows: list[str], line: int, lines: Sequence[int]) -> Iterator[Block]:
    """Lines that open with a bullet of the printer's, which Markdown doesn't know."""
    held: list[str] = []
    start, item, first = line, False, True
    for number, row in enumerate([*rows, None]):
        glyph = (GLYPH.match(row) or LETTERED.match(row)) if row is not None else None
        if (glyph or row is None) and held:
            text = "\n".join(held)
            if item:
                yield Item(text, start, first=first, glyph=True)
                first = False
            else:
                yield Prose(text, start)
            held = []
        if row is None:
            return
        if not held:
            start, item = (lines[number] if number < len(lines) else 0), bool(glyph)
        held.append(row[glyph.end() :] if glyph else row.strip())


def _items(rows: list[str], tokens: list[Token], index: int, lines: Sequence[int]) -> Iterator[Item]:
    closing = tokens[index].level
    ordered = tokens[index].type == "ordered_list_open"
    end = tokens[index].map
    assert end is not None  # noqa: S101 - read_blocks has looked
    starts: list[int] = []
    for token in tokens[index + 1 :]:
        if token.level == closing and token.nesting < 0:
            break
        if token.type == "list_item_open" and token.level == closing + 1 and token.map:
            starts.append(token.map[0])
    for place, (first, last) in enumerate(pairwise([*starts, end[1]])):
        number, text = numbered(rows[first:last]) if ordered else ("", dedent(rows[first:last])[1])
        if text.strip():
            yield Item(text.strip("\n"), lines[first] if first < len(lines) else 0, number, place == 0)


def numbered(rows: list[str]) -> tuple[str, str]:
    """A numbered item's number and its Markdown, moved to the left edge."""
    match = NUMBER.match(rows[0])
    if match is None:
        return "", "\n".join(rows)
    indent, number, mark, gap, rest = match.groups()
    width = len(indent) + len(number) + len(mark) + (len(gap) if 0 < len(gap) < 5 else 1)
    moved = [rest, *(row[min(width, len(row) - len(row.lstrip())) :] for row in rows[1:])]
    return f"{number}{mark}", trimmed("\n".join(moved))
