"""Which blocks begin a case, and where it ends: questions with answers, examples, and situations with ways to act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from vigor.language.words import sentence_spans
from vigor.policy.convert.blocks import Block, Heading, Item, Prose
from vigor.policy.convert.guesses import BOLD_LINE
from vigor.policy.convert.words import ASKED, CASE, QUESTION, TOLD
from vigor.policy.html import to_plain

LABEL = re.compile(r"(?:Example|Exempel|Scenario|Case|Fall|Situation)(?:\s+(?:\d{1,2}|[A-Z]))?:")
FEWEST_WORDS, LONGEST_TITLE = 8, 80
BOX = re.compile(r"\[[ xX]\]\s+\S")


def case_title(blocks: Sequence[Block], place: int) -> str:
    """The title of the case that begins here, as Markdown; empty where none does."""
    block = blocks[place]
    if isinstance(block, Heading):
        plain = to_plain(block.text)
        told = CASE.match(plain) or QUESTION.match(plain) or _has_ways_to_act(blocks, place)
        return block.text if told or (block.level > 2 and _asks(plain, blocks, place)) else ""
    return _worded_title(block, blocks, place) or told_title(block)[0]


def end_of_case(blocks: Sequence[Block], place: int, title: str) -> int:
    """Where the case that begins here ends: the place of the first block that is no longer in it."""
    block = blocks[place]
    deep = block.level if isinstance(block, Heading) else 6
    asks = bool(QUESTION.match(to_plain(title)))
    end = place + 1
    if not isinstance(block, Heading) and told_title(block)[0]:
        return end
    if _announces(blocks, place):
        return end + 1
    while end < len(blocks) and not _ends(blocks, end, deep, asks):
        end += 1
    return end


def opens_case(block: Block) -> bool:
    """Whether a block that is no heading begins a case by its words."""
    return bool(_worded_title(block))


def told_title(block: Block) -> tuple[str, str]:
    """Title and rest of a case that is told in one paragraph or quotation: "Example: A customer …". Empty for others."""
    if not isinstance(block, Prose) or block.sort not in ("paragraph", "quote"):
        return "", ""
    text = re.sub(r"(?m)^[ \t]*>[ \t]?", "", block.text).strip() if block.sort == "quote" else block.text
    first, _, more = text.partition("\n\n")
    flat = " ".join(first.split())
    match = TOLD.match(flat.replace("*", "").replace("_", "").strip())
    told = flat.split(" ")
    if not match or len(told) < FEWEST_WORDS or not flat.rstrip('*_"”').endswith((".", "!", "?", ":")):
        return "", ""
    label = len(match.group().split())
    title = " ".join(told[:label]).strip("*_ ")
    body = " ".join(told[label:])
    if title.count("*") % 2 or body.count("**") % 2:
        body = body.replace("*", "")
        title = title.replace("*", "")
    start = sentence_spans(body)[0][1]
    if start <= LONGEST_TITLE and (body[start:].strip() or more):
        title, body = f"{title} {body[:start]}", body[start:].strip()
    return title.rstrip(":–— "), "\n\n".join(filter(None, (body, more.strip())))


def _announces(blocks: Sequence[Block], place: int) -> bool:
    """A line that says "Example:" and nothing more, with what happened in the paragraph below it."""
    block = blocks[place]
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        isinstance(block, Prose)
        and block.sort == "paragraph"
        and BOLD_LINE.fullmatch(block.text) is None
        and LABEL.fullmatch(to_plain(block.text)) is not None
        and isinstance(after, Prose)
        and after.sort in ("paragraph", "quote", "code")
    )


def _asks(plain: str, blocks: Sequence[Block], place: int) -> bool:
    """Whether a heading asks what one may do, and is answered in words and not by a list of rules."""
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    below = takewhile(lambda block: not isinstance(block, Heading), blocks[place + 1 :])
    return (
        bool(ASKED.fullmatch(plain))
        and isinstance(after, Prose)
        and after.sort in ("paragraph", "quote")
        and not any(isinstance(block, Item) for block in below)
    )


def _worded_title(block: Block, blocks: Sequence[Block] = (), place: int = 0) -> str:
    if not isinstance(block, Prose) or block.sort != "paragraph":
        return ""
    if blocks and _announces(blocks, place):
        return to_plain(block.text).rstrip(": ")
    line = block.text.split("\n")[0].strip()
    plain = to_plain(line)
    if QUESTION.match(line) and len(plain) < 300:
        return line.replace("**", "") if line.count("**") % 2 == 0 else ""
    if not BOLD_LINE.fullmatch(block.text):
        return ""
    return plain if CASE.match(plain) or (blocks and _asks(plain, blocks, place)) else ""


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
