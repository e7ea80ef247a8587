"""reStructuredText as blocks: underlined headings, directives, roles, lists."""

from __future__ import annotations

import re

from vigor.ask.block import Block
from vigor.ask.markup import CODE, STRONG, clean

_ITEM = re.compile(r"<(?:li|tr|dt|dd)\b[^>]*>", re.IGNORECASE)
_ROLE_TARGET = re.compile(r":[\w.+:-]+:`([^`<]*?)\s*<[^`>]*>`")
_ROLE = re.compile(r":[\w.+:-]+:`([^`]*)`")
_RST_LINK = re.compile(r"`([^`<]+?)\s*<[^`>]*>`__?")
_RST_REFERENCE = re.compile(r"`([^`]+)`__?|(?<=\w)__?(?=[\s.,;:)]|$)")
_SUBSTITUTION = re.compile(r"\|([^|\s][^|]*)\|_*")

_RST_RULE = re.compile(r"^([=\-~^\"'`#*+.:_])\1{2,}\s*$")
_DIRECTIVE = re.compile(r"^\s*\.\.\s+(?:[\w:-]+::\s*(.*)|_[^:]+:.*|\[.*|\|.*)?$")
_OPTION = re.compile(r"^\s+:[\w-]+:(?:\s.*)?$")


def rst_blocks(source: str) -> list[Block]:
    lines = source.split("\n")
    blocks: list[Block] = []
    held: list[str] = []
    styles: list[str] = []
    item = False

    def close() -> None:
        nonlocal item
        text = plain_rst("\n".join(held))
        if text:
            blocks.append(Block(text, 0, item))
        held.clear()
        item = False

    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        marker = _ITEM.match(line) or re.match(r"^\s*#\.\s+", line)
        directive = _DIRECTIVE.match(line)
        if _RST_RULE.match(line):
            if held and len(held) == 1 and not item:
                title = plain_rst(held[0])
                held.clear()
                if line[0] not in styles:
                    styles.append(line[0])
                blocks.append(Block(title, min(styles.index(line[0]) + 1, 6)))
            else:
                close()
        elif not line.strip() or directive or _OPTION.match(line):
            close()
            if (
                directive
                and directive[1]
                and "::" in line
                and not re.search(r"image::|figure::|toctree::|include::", line)
            ):
                held.append(directive[1])
        elif marker and not _RST_RULE.match(after):
            close()
            held.append(line[marker.end() :])
            item = True
        else:
            held.append(line)
    close()
    return blocks


def plain_rst(text: str) -> str:
    """reStructuredText as one line of plain text."""
    text = _ROLE.sub(r"\1", _ROLE_TARGET.sub(r"\1", text))
    text = _RST_LINK.sub(r"\1", text)
    text = _SUBSTITUTION.sub(r"\1", _RST_REFERENCE.sub(r"\1", text))
    text = CODE.sub(r"\1", text)
    return clean(STRONG.sub(r"\2", text))
