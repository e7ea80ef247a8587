"""Markdown of our own making: lists from items, texts that can't be taken for attributes or marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vigor.policy.attributes import first_paragraph
from vigor.policy.blocks import bullet
from vigor.policy.convert.blocks import Block, Heading, Item, Prose

# What could be read as attributes of ours; code spans are left alone.
BRACES = re.compile(r"(`+)(?:(?!\1).)*?\1|(?<!\\)\{(?=\s*(?:[#.]\S|[\w-]+\s*=))", re.DOTALL)
# Braces that name an audience are taken seriously wherever they stand, and however they are escaped.
AUDIENCE = re.compile(r"\{[^{}]{0,1000}\baudience\s*=")
OPEN_COMMENT = re.compile(r"\\?<!--")
START = re.compile(
    r"(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|={2,}\s*$|-{2,}\s*$|~{3}|`{3}(?!.*`))|(\d{1,9})([.)])(?=\s|$)"
)


def guarded(markdown: str) -> str:
    """The text with what would mean something to us, or hide what follows, made into ordinary characters."""
    if "<!--" in markdown:
        closed = markdown.rfind("-->") + 1
        markdown = markdown[:closed] + OPEN_COMMENT.sub("&lt;!--", markdown[closed:])
    if "{" not in markdown:
        return markdown
    found = BRACES.sub(lambda match: match.group() if match[1] else "\\{", markdown)
    return found.replace("\\{", "{").replace("{", "&#123;") if AUDIENCE.search(found) else found


def plain_start(sentence: str) -> str:
    """A sentence from the middle of a paragraph, so that its first characters are no mark at the start of a line."""
    match = START.match(sentence)
    if not match:
        return sentence
    return f"{match[2]}\\{sentence[len(match[2]) :]}" if match[2] else f"\\{sentence}"


def textual(source: str) -> str:
    """A bullet's Markdown, marked as text and not as a guideline."""
    end = first_paragraph(source)
    if end is None:
        return source
    return f"{source[:end].rstrip()} {{.text}}{source[end:]}"


def numbered_item(source: str, number: str) -> str:
    first, *rest = source.split("\n")
    indent = " " * (len(number) + 1)
    return "\n".join([f"{number} {first}", *(f"{indent}{line}" if line.strip() else "" for line in rest)])


def markdown_of(blocks: Iterable[Block], *, marked: bool = False, deepest: int = 6) -> str:
    """Blocks as Markdown. `marked`: bullets say that they are text."""
    found = ""
    previous: Block | None = None
    for block in blocks:
        close = isinstance(block, Item) and isinstance(previous, Item) and not block.first
        piece = _markdown(block, marked, deepest)
        if found:
            loose = "\n\n" in piece
            found += "\n" if close and not loose else "\n\n"
            if isinstance(block, Item) and isinstance(previous, Item) and block.first:
                # Two lists in a row would become one.
                found += "<!-- -->\n\n"
        found += piece
        previous = block
    return found


def _markdown(block: Block, marked: bool, deepest: int) -> str:
    match block:
        case Heading():
            return f"{'#' * min(block.level, deepest)} {block.text}"
        case Prose():
            return block.text
        case Item() if block.number:
            return numbered_item(block.text, block.number)
        case Item():
            return bullet(textual(block.text) if marked else block.text)
