"""From a row of blocks to an outline: title, opening, and sections with what stands under each.

Headings are read by how they nest, not by the number of their level, so that skipped levels, documents that begin at
level 3 and sections that are all of level 1 come out alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vigor.policy.convert.blocks import Block, Heading, Item, Prose
from vigor.policy.convert.guesses import numbered_levels, with_guessed
from vigor.policy.convert.markup import guarded
from vigor.policy.convert.plain import escaped
from vigor.policy.convert.titles import FEWEST, first_line, title_and_opening, title_of
from vigor.policy.convert.tree import Node, has_rules, raised, tree, without_empty
from vigor.policy.convert.values import Note, Read
from vigor.policy.convert.words import (
    CASE,
    CONTENTS,
    DO,
    DONT,
    GENERIC,
    QUESTION,
    TOLD,
)
from vigor.policy.html import to_plain

# A sentence that the list below it goes on with.
OPEN_ENDED = re.compile(r"(?::|\b(?:att|to|for|för|by|genom|of|av|that))[\W_]*$", re.I)


@dataclass
class Outline:
    title: str
    opening: list[Block]
    sections: list[Node]


def outline(read: Read, blocks: list[Block], name: str, notes: list[Note]) -> Outline:
    """The outline of a text. `name` is the file's, for a text without a title."""
    blocks = raised(without_empty(blocks, notes), blocks)
    blocks = numbered_levels(with_guessed(blocks, notes), notes)
    root = tree(blocks, notes)
    _without_contents(root)
    found = read.title or _field(read, "title", "titel", "rubrik", "name")
    title, opening = title_and_opening(root, found, notes)
    if not title and (title := first_line(root)):
        notes.append(Note("title", title))
    if not title:
        title = title_of(name)
        notes.append(Note("title", title))
    root.blocks = [*opening, *root.blocks]
    sections = _with_told(_dissolved(root.children))
    first = _points_in_opening(root, title)
    return Outline(title, root.blocks, [*first, *sections])


def _without_contents(root: Node) -> None:
    """A heading of contents with nothing under it, where the page puts them in by itself: a line, and no title."""
    for node in [each for each in root.children if CONTENTS.fullmatch(to_plain(each.title))]:
        if not node.blocks and not node.children:
            root.children.remove(node)
            root.blocks.append(_line(node))


def _field(read: Read, *names: str) -> str:
    return next((value for key, value in read.fields if key.lower() in names and value.strip()), "").strip()


def _with_told(sections: list[Node]) -> list[Node]:
    """Sections in which one that is headed as an example belongs to the section before it."""
    found: list[Node] = []
    for section in sections:
        told = TOLD.match(to_plain(section.title)) and not has_rules(section.blocks) and not section.children
        if found and told:
            before = found[-1]
            found[-1] = Node(before.heading, before.blocks, [*before.children, section])
        else:
            found.append(section)
    return found


def _dissolved(sections: list[Node]) -> list[Node]:
    """Sections in which a heading that only gathers others has given way to them."""
    sections = [_shortened(section) for section in sections]
    below = sum(len(section.children) for section in sections)
    found: list[Node] = []
    for section in sections:
        if not _gathers(section, below, len(sections)):
            found.append(section)
        elif section.blocks:
            found += [Node(section.heading, section.blocks), *section.children]
        else:
            first, *rest = section.children
            found += [_under(section, first), *rest]
    return found


def _gathers(section: Node, below: int, sections: int) -> bool:
    """Whether the principles are the headings under this one: it holds most of them, and says little itself."""
    children = len(section.children)
    generic = bool(GENERIC.fullmatch(section.title))
    # A heading without a word of its own, over headings that each have their rules, believes nothing itself.
    silent = (
        not section.blocks and children > 1 and all(has_rules(child.blocks) for child in section.children)
    )
    enough = silent or (children >= (2 if generic else FEWEST) and children * 2 >= below)
    if not enough or has_rules(section.blocks):
        return False
    if any(
        pattern.match(child.title) for child in section.children for pattern in (DO, DONT, CASE, QUESTION)
    ):
        return False
    dominates = children > 3 and children * 5 >= below * 4 and sections < 4
    return not section.blocks or dominates or generic


def _shortened(section: Node) -> Node:
    """A section without text whose only heading gathers others: the two are one."""
    while not section.blocks and len(section.children) == 1 and section.children[0].children:
        only = section.children[0]
        section = Node(section.heading, [_line(only), *only.blocks], only.children)
        if not only.blocks and len(only.children) > 1:
            break
    return section


def _under(section: Node, first: Node) -> Node:
    """The first heading below one that gives way, which keeps that one's words."""
    return Node(first.heading, [_line(section), *first.blocks], first.children)


def _line(section: Node) -> Prose:
    return Prose(f"*{section.title.replace('*', '')}*", section.heading.line if section.heading else 0)


def _asks(block: Block) -> bool:
    return isinstance(block, Prose) and block.sort == "paragraph" and bool(QUESTION.match(block.text))


def _points_in_opening(root: Node, title: str) -> list[Node]:
    """What stands before the first heading and says what to do can't be opening: it gets the title as heading."""
    items = [place for place, block in enumerate(root.blocks) if isinstance(block, Item)]
    everything = not root.children
    if not everything and not has_rules(root.blocks):
        return []
    asked = next((place for place, block in enumerate(root.blocks) if _asks(block)), None)
    start = min(
        place for place in (asked, items[0] if items else None, len(root.blocks)) if place is not None
    )
    if start == len(root.blocks):
        start = 1 if len(root.blocks) > 1 else 0
    # What leads into the list stays with it.
    if (
        start in items
        and start
        and isinstance(root.blocks[start - 1], Prose)
        and OPEN_ENDED.search(root.blocks[start - 1].text)
    ):
        start -= 1
    taken, root.blocks = root.blocks[start:], root.blocks[:start]
    return [Node(Heading(2, guarded(escaped(title))), taken)] if taken else []
