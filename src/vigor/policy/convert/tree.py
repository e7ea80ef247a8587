"""The headings of a text as a tree, each with the blocks under it; empty headings are gone, and leave their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from vigor.policy.convert.blocks import Block, Heading, Item
from vigor.policy.convert.rules import rules
from vigor.policy.convert.values import Note
from vigor.policy.html import to_plain


@dataclass
class Node:
    """A heading and what stands under it; the root has none."""

    heading: Heading | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


def without_empty(blocks: Iterable[Block], notes: list[Note]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not to_plain(block.text).strip():
            notes.append(Note("empty-heading", "#" * block.level, block.line))
        else:
            kept.append(block)
    return kept


def raised(kept: list[Block], blocks: list[Block]) -> list[Block]:
    """Where a heading was left empty, those below it stand in its place: it shows none to stand under."""
    said = {id(block) for block in kept}
    found: list[Block] = []
    empty = shift = 0  # the level of the empty heading that we are below, and how far those below it move
    opens = False
    for block in blocks:
        if isinstance(block, Heading) and id(block) not in said:
            empty, shift, opens = min(block.level, empty or 6) if opens else block.level, 0, True
        elif isinstance(block, Heading):
            if block.level <= empty:
                empty = shift = 0
            elif opens and empty:
                shift = block.level - max(2, empty)
            opens = False
            found.append(replace(block, level=max(block.level - shift, 1)))
        elif id(block) in said:
            opens = False
            found.append(block)
    return found


def tree(blocks: Iterable[Block], notes: list[Note]) -> Node:
    root = Node()
    path: list[tuple[int, Node]] = [(0, root)]
    for block in blocks:
        if not isinstance(block, Heading):
            path[-1][1].blocks.append(block)
            continue
        while path[-1][0] >= block.level:
            path.pop()
        if len(path) > 1 and block.level > path[-1][0] + 1:
            notes.append(Note("headings", block.text, block.line))
        node = Node(block)
        path[-1][1].children.append(node)
        path.append((block.level, node))
    return root


def has_rules(blocks: Iterable[Block]) -> bool:
    return rules([block.text for block in blocks if isinstance(block, Item)])
