"""From Markdown to a flat row of headings, bullet lists and prose, each with its place in the source.

What they mean is decided in parse.py; here only Markdown is known. Everything that is neither a top-level
heading nor a top-level bullet list is prose and never looked into, so fenced code, tables and numbered
lists come out as they went in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from vigor.policy.attributes import find, first_paragraph
from vigor.policy.document import Attributes

if TYPE_CHECKING:
    from markdown_it.token import Token

BLANK = " \t\n"
MARKER = re.compile(r"([ \t]*)([-+*])([ \t]*)(.*)", re.DOTALL)
RULER = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})")
SWALLOWED = re.compile(r" {2}| ?\t")


@dataclass(frozen=True, slots=True)
class Prose:
    first: int
    last: int  # lines of the source, from 0, end exclusive; so in all three


@dataclass(frozen=True, slots=True)
class Heading:
    first: int
    last: int
    level: int
    title: str
    attributes: Attributes
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One bullet: `source` is dedented, without marker; `text` the same without the attribute block."""

    first: int
    source: str
    marker: str
    text: str
    attributes: Attributes
    readable: bool
    paragraph: bool  # it opens with a paragraph: only there attributes can stand
    loose: bool  # a blank line stood before the next bullet


@dataclass(frozen=True, slots=True)
class Bullets:
    first: int
    last: int
    items: tuple[Item, ...]


Block = Prose | Heading | Bullets


def blocks(lines: list[str], tokens: list[Token]) -> Iterator[Block]:
    """Cut the lines into blocks, in order, none left out."""
    done = 0
    for index, token in enumerate(tokens):
        if token.level or token.map is None or token.type not in ("heading_open", "bullet_list_open"):
            continue
        first, last = token.map
        if first > done:
            yield Prose(done, first)
        if token.type == "heading_open":
            yield _heading(token, tokens[index + 1])
        else:
            yield Bullets(first, last, tuple(_items(lines, tokens, index)))
        done = last
    if done < len(lines):
        yield Prose(done, len(lines))


def _heading(token: Token, inline: Token) -> Heading:
    assert token.map is not None  # noqa: S101 - blocks() has looked
    attributes = token.meta.get("attributes", Attributes())
    # A title underlined with --- may run over several lines; ours is one line.
    title = " ".join(line.strip(BLANK) for line in inline.content.split("\n"))
    first, last = token.map
    readable = attributes is not None
    return Heading(first, last, int(token.tag[1]), title.strip(), attributes or Attributes(), readable)


def _items(lines: list[str], tokens: list[Token], index: int) -> Iterator[Item]:
    closing = tokens[index].level
    spans: list[list[int]] = []
    for token in tokens[index + 1 :]:
        if token.type == "bullet_list_close" and token.level == closing:
            break
        if token.type == "list_item_open" and token.level == closing + 1 and token.map:
            spans.append(token.map)
    ends = [following[0] for _, following in pairwise(spans)] + [spans[-1][1]]
    for (first, _), last in zip(spans, ends, strict=True):
        yield _item(lines[first:last], first)


def _item(lines: list[str], first: int) -> Item:
    marker, source = dedent(lines)
    end = first_paragraph(source)
    if end is not None:
        source, end = source.lstrip(" "), end - len(source) + len(source.lstrip(" "))
    found = find(source[:end]) if end is not None else None
    text, attributes, readable = source, Attributes(), True
    if found and end is not None:
        start, block = found
        readable = block is not None
        if block is not None:
            attributes = block
            text = (source[:start].rstrip() + source[end:]).rstrip(BLANK)
            text = _without_blank_start(text)
    loose = not lines[-1].strip(BLANK)
    return Item(first, source, marker, text, attributes, readable, end is not None, loose)


def _without_blank_start(text: str) -> str:
    lines = text.split("\n")
    while len(lines) > 1 and not lines[0].strip(BLANK):
        del lines[0]
    return "\n".join(lines)


def dedent(lines: list[str]) -> tuple[str, str]:
    """A bullet's marker and its Markdown, moved to the left edge; tabs in the indentation become spaces."""
    match = MARKER.match(lines[0])
    if match is None:  # a container that we don't look into; can't be at the top level
        return "-", "\n".join(lines).strip(BLANK)
    indent, marker, gap, rest = match.groups()
    before = _columns(indent, 0) + 1
    spaces = _columns(gap, before)
    # Markdown's own rule: five or more spaces belong to an indented code block, save one.
    width = spaces if rest and 1 <= spaces <= 4 else 1
    moved = [" " * (spaces - width) + rest if rest else ""]
    moved += [_moved(line, before + width) for line in lines[1:]]
    return marker, _without_blank_start("\n".join(moved).rstrip(BLANK))


def _moved(line: str, width: int) -> str:
    rest = line.lstrip(" \t")
    if not rest:
        return ""
    return " " * max(0, _columns(line[: len(line) - len(rest)], 0) - width) + rest


def _columns(space: str, start: int) -> int:
    column = start
    for character in space:
        column += 4 - column % 4 if character == "\t" else 1
    return column - start


def bullet(source: str, marker: str = "-") -> str:
    """The Markdown of one bullet at the left edge."""
    # What is indented and no paragraph keeps its column only under a marker that stands alone.
    lines = source.split("\n") if source[:1] != " " else ["", *source.split("\n")]
    if RULER.fullmatch(f"{marker} {lines[0]}"):
        marker = "+"  # `- --` would be a line across the page
    rest = [f"  {line}" if line.strip(BLANK) else "" for line in lines[1:]]
    return "\n".join([f"{marker} {lines[0]}".rstrip(BLANK), *rest])


def trimmed(text: str) -> str:
    """Without blank lines at both ends; the indentation of the first line stays, for it may be code."""
    return _without_blank_start(text.rstrip(BLANK)) if text.strip(BLANK) else ""


def after_bullet(text: str) -> str:
    """Text that follows a bullet: an empty comment keeps an indented start from sliding into the bullet."""
    return f"<!-- -->\n\n{text}" if SWALLOWED.match(text) else text
