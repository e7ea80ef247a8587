"""Lines that stand as headings though nobody marked them so: bold ones, numbered ones, capitals; and what their numbers tell."""

from __future__ import annotations

import re
from dataclasses import replace
from textwrap import dedent

from vigor.policy.convert.blocks import Block, Heading, Item, Prose, read_blocks
from vigor.policy.convert.values import Note
from vigor.policy.convert.words import (
    ANSWER,
    ASKED,
    CASE,
    DO,
    DONT,
    NUMBERING,
    QUESTION,
)
from vigor.policy.html import to_plain

BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_\n]{2,90}?)(?:\*\*|__):?")
LONGEST_HEADING = 90


def heading_like(text: str) -> bool:
    """Whether a line could be a heading: short, on one line, not ending as a sentence does."""
    plain = to_plain(text)
    return (
        1 < len(plain) <= LONGEST_HEADING
        and "\n" not in text
        and not plain.endswith((".", ",", ";", "!", ":"))
    )


def with_guessed(blocks: list[Block], notes: list[Note]) -> list[Block]:
    """Where the author marked no headings, the lines that stand as headings: bold ones, numbered ones."""
    if sum(isinstance(block, Heading) for block in blocks[1:]) > 1:
        return blocks
    if sum(map(_titled_item, blocks)) > 1:
        blocks = [each for block in blocks for each in _opened(block, notes)]
    for guess in (_bold_item, _bold, _number_alone, _shouted):
        places = {place: found for place in range(len(blocks)) if (found := guess(blocks, place))}
        if len(places) > 1:
            notes += [Note("guessed-heading", heading.text, heading.line) for heading in places.values()]
            blocks = [places.get(place, block) for place, block in enumerate(blocks)]
    return blocks


def _bold_item(blocks: list[Block], place: int) -> Heading | None:
    """A numbered item that is nothing but a bold title: Word counts its headings so."""
    block = blocks[place]
    if not isinstance(block, Item) or not block.number or not BOLD_LINE.fullmatch(block.text.strip()):
        return None
    alone = place + 1 < len(blocks) and not (
        isinstance(blocks[place + 1], Item) and BOLD_LINE.fullmatch(blocks[place + 1].text.strip())
    )
    return Heading(3, unbold(block.text).rstrip(":"), block.line, guessed=True) if alone else None


def _bold(blocks: list[Block], place: int) -> Heading | None:
    block = blocks[place]
    if not isinstance(block, Prose) or block.sort != "paragraph":
        return None
    match = BOLD_LINE.fullmatch(block.text)
    if not match or QUESTION.match(block.text) or ANSWER.match(block.text) or CASE.match(match[1]):
        return None
    if DO.fullmatch(match[1]) or DONT.fullmatch(match[1]) or ASKED.fullmatch(match[1]):
        return None
    number = NUMBERING.match(match[1])
    return Heading(3 + (number[1].count(".") if number else 0), match[1].strip(), block.line, guessed=True)


def _titled_item(block: Block) -> bool:
    """An item whose first line is a bold title, with its text below: a section written as a list."""
    return (
        isinstance(block, Item)
        and bool(BOLD_LINE.fullmatch(block.text.split("\n")[0].strip()))
        and "\n" in block.text
    )


def _opened(block: Block, notes: list[Note]) -> list[Block]:
    if not isinstance(block, Item) or not _titled_item(block):
        return [block]
    first, rest = block.text.split("\n", 1)
    heading = Heading(3, f"{block.number} {unbold(first).rstrip(':')}".strip(), block.line, guessed=True)
    notes.append(Note("guessed-heading", heading.text, block.line))
    return [heading, *(replace(each, line=block.line) for each in read_blocks(dedent(rest)))]


def _shouted(blocks: list[Block], place: int) -> Heading | None:
    block = blocks[place]
    if not isinstance(block, Prose) or block.sort != "paragraph" or not heading_like(block.text):
        return None
    loud = block.text.isupper() and sum(map(str.isalpha, block.text)) > 3
    return Heading(3, block.text, block.line, guessed=True) if loud else None


def _number_alone(blocks: list[Block], place: int) -> Heading | None:
    block = blocks[place]
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    if isinstance(block, Item) and block.number and heading_like(block.text):
        alone = not isinstance(after, Item) or not after.number or after.first
        return (
            Heading(3, f"{block.number} {block.text}", block.line, guessed=True) if alone and after else None
        )
    if isinstance(block, Prose) and block.sort == "paragraph" and after and heading_like(block.text):
        number = NUMBERING.match(block.text)
        return Heading(3 + number[1].count("."), block.text, block.line, guessed=True) if number else None
    return None


def numbered_levels(blocks: list[Block], notes: list[Note]) -> list[Block]:
    """Headings of one level whose numbers (1, 1.1, 2) tell that they are of several."""
    numbers = {
        place: match[1].count(".")
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and (match := NUMBERING.match(block.text))
    }
    levels = {
        block.level for place, block in enumerate(blocks) if place in numbers and isinstance(block, Heading)
    }
    if len(numbers) < 3 or len(levels) != 1 or len(set(numbers.values())) < 2:
        return blocks
    lowest, level = min(numbers.values()), levels.pop()
    notes.append(Note("headings", next(b.text for b in blocks if isinstance(b, Heading))))
    return [
        replace(block, level=level + numbers[place] - lowest)
        if isinstance(block, Heading) and place in numbers
        else block
        for place, block in enumerate(blocks)
    ]


def unbold(text: str) -> str:
    return text.replace("**", "").strip()
