"""Which blocks begin a case, and where it ends: questions with answers, examples, and situations with ways to act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vigor.policy.convert.blocks import Block, Heading, Item, Prose
from vigor.policy.convert.outline import BOLD_LINE
from vigor.policy.convert.words import CASE, QUESTION
from vigor.policy.html import to_plain

BOX = re.compile(r"\[[ xX]\]\s+\S")


def case_title(blocks: Sequence[Block], place: int) -> str:
    """The title of the case that begins here, as Markdown; empty where none does."""
    block = blocks[place]
    if isinstance(block, Heading):
        plain = to_plain(block.text)
        told = CASE.match(plain) or QUESTION.match(plain) or _has_ways_to_act(blocks, place)
        return block.text if told else ""
    return _worded_title(block)


def end_of_case(blocks: Sequence[Block], place: int, title: str) -> int:
    """Where the case that begins here ends: the place of the first block that is no longer in it."""
    block = blocks[place]
    deep = block.level if isinstance(block, Heading) else 6
    asks = bool(QUESTION.match(to_plain(title)))
    end = place + 1
    while end < len(blocks) and not _ends(blocks, end, deep, asks):
        end += 1
    return end


def opens_case(block: Block) -> bool:
    """Whether a block that is no heading begins a case by its words."""
    return bool(_worded_title(block))


def _worded_title(block: Block) -> str:
    if not isinstance(block, Prose) or block.sort != "paragraph":
        return ""
    line = block.text.split("\n")[0].strip()
    plain = to_plain(line)
    if QUESTION.match(line) and len(plain) < 300:
        return line.replace("**", "") if line.count("**") % 2 == 0 else ""
    return plain if CASE.match(plain) and BOLD_LINE.fullmatch(block.text) else ""


def _has_ways_to_act(blocks: Sequence[Block], place: int) -> bool:
    """Whether the list under a heading is one of boxes, at least one of them with a cross: ways to act, and ours."""
    boxes: list[str] = []
    for block in blocks[place + 1 :]:
        if isinstance(block, Heading):
            break
        if isinstance(block, Item):
            boxes.append(block.text)
    return (
        len(boxes) > 1
        and all(BOX.match(box) for box in boxes)
        and any(box[1] in "xX" for box in boxes)
        and any(box[1] == " " for box in boxes)
    )


def _ends(blocks: Sequence[Block], place: int, deep: int, asks: bool) -> bool:
    block = blocks[place]
    title = case_title(blocks, place)
    if isinstance(block, Heading):
        return block.level <= max(deep, 3) or bool(title)
    # A question that is put in an example is part of it.
    return bool(title and (asks or not QUESTION.match(title))) or (
        isinstance(block, Prose)
        and deep == 6
        and BOLD_LINE.fullmatch(block.text) is not None
        and ":" not in block.text
    )
