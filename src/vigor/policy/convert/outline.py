"""From a row of blocks to an outline: title, opening, and sections with what stands under each.

Headings are read by how they nest, not by the number of their level, so that skipped levels, documents that begin at
level 3 and sections that are all of level 1 come out alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from textwrap import dedent

from vigor.language.words import words
from vigor.policy.convert.blocks import Block, Heading, Item, Prose, read_blocks
from vigor.policy.convert.markup import guarded
from vigor.policy.convert.plain import escaped
from vigor.policy.convert.rules import rules
from vigor.policy.convert.values import Note, Read
from vigor.policy.convert.words import (
    ANSWER,
    ASKED,
    CASE,
    CONTENTS,
    DO,
    DONT,
    FRAME,
    GENERIC,
    INTRODUCTION,
    NUMBERING,
    POLICY_WORD,
    QUESTION,
    TOLD,
)
from vigor.policy.html import to_plain

BOLD_LINE = re.compile(r"(?:\*\*|__)([^*_\n]{2,90}?)(?:\*\*|__):?")
LONGEST_HEADING = 90
# A sentence that the list below it goes on with.
OPEN_ENDED = re.compile(r"(?::|\b(?:att|to|for|för|by|genom|of|av|that))[\W_]*$", re.I)
FEWEST = 3  # headings that are enough for the one above them to be more than theirs


@dataclass
class Node:
    """A heading and what stands under it; the root has none."""

    heading: Heading | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""


@dataclass
class Outline:
    title: str
    opening: list[Block]
    sections: list[Node]


def outline(read: Read, blocks: list[Block], name: str, notes: list[Note]) -> Outline:
    """The outline of a text. `name` is the file's, for a text without a title."""
    blocks = _raised(_without_empty(blocks, notes), blocks)
    blocks = _numbered_levels(_with_guessed(blocks, notes), notes)
    root = _tree(blocks, notes)
    _without_contents(root)
    found = read.title or _field(read, "title", "titel", "rubrik", "name")
    title, opening = _title(root, found, notes)
    if not title and (title := _first_line(root)):
        notes.append(Note("title", title))
    if not title:
        title = _title_of(name)
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


def _first_line(root: Node) -> str:
    """The line that the text opens with, where it stands as a title does: bold, or with a word such as "policy"."""
    first = root.blocks[0] if root.blocks else None
    if (
        not isinstance(first, Prose)
        or first.sort != "paragraph"
        or (len(root.blocks) < 2 and not root.children)
    ):
        return ""
    line, _, rest = first.text.partition("\n")
    line = re.sub(r"\s*\\?\[\w{1,3}\\?\]$", "", line.rstrip("\\ "))
    titled = BOLD_LINE.fullmatch(line) or (POLICY_WORD.search(line) and len(line) < LONGEST_HEADING)
    if (
        not titled
        or not heading_like(line)
        or QUESTION.match(line)
        or (rest and not BOLD_LINE.fullmatch(line))
    ):
        return ""
    root.blocks[:1] = [replace(first, text=rest.strip())] if rest.strip() else []
    return to_plain(line)


def _title_of(name: str) -> str:
    stem = PurePath(name.replace("\\", "/")).stem
    return " ".join(re.sub(r"[_-]+", " ", stem).split()).capitalize() or "Policy"


def _without_empty(blocks: Iterable[Block], notes: list[Note]) -> list[Block]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and not to_plain(block.text).strip():
            notes.append(Note("empty-heading", "#" * block.level, block.line))
        else:
            kept.append(block)
    return kept


def _raised(kept: list[Block], blocks: list[Block]) -> list[Block]:
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


def heading_like(text: str) -> bool:
    """Whether a line could be a heading: short, on one line, not ending as a sentence does."""
    plain = to_plain(text)
    return (
        1 < len(plain) <= LONGEST_HEADING
        and "\n" not in text
        and not plain.endswith((".", ",", ";", "!", ":"))
    )


def _with_guessed(blocks: list[Block], notes: list[Note]) -> list[Block]:
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


def _bold_item(blocks: list[Block], place: int) -> Heading | None:
    """A numbered item that is nothing but a bold title: Word counts its headings so."""
    block = blocks[place]
    if not isinstance(block, Item) or not block.number or not BOLD_LINE.fullmatch(block.text.strip()):
        return None
    alone = place + 1 < len(blocks) and not (
        isinstance(blocks[place + 1], Item) and BOLD_LINE.fullmatch(blocks[place + 1].text.strip())
    )
    return Heading(3, _unbold(block.text).rstrip(":"), block.line, guessed=True) if alone else None


def _opened(block: Block, notes: list[Note]) -> list[Block]:
    if not isinstance(block, Item) or not _titled_item(block):
        return [block]
    first, rest = block.text.split("\n", 1)
    heading = Heading(3, f"{block.number} {_unbold(first).rstrip(':')}".strip(), block.line, guessed=True)
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


def _numbered_levels(blocks: list[Block], notes: list[Note]) -> list[Block]:
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


def _tree(blocks: Iterable[Block], notes: list[Note]) -> Node:
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


def _title(root: Node, found: str, notes: list[Note]) -> tuple[str, list[Block]]:
    """The title, and what goes before the rest of the opening; takes headings that cover everything off the tree."""
    opening: list[Block] = []
    titles: list[Heading] = []
    while root.children:
        first = root.children[0]
        alone = len(root.children) == 1
        bare = not first.blocks and not first.children
        covers = alone and bool(first.children or not titles)
        names_it = not titles and not found and not root.blocks and bool(POLICY_WORD.search(first.title))
        crowns = not titles and all(map(_byline, root.blocks)) and _crowns(root.children)
        if (
            not names_it
            and titles
            and not root.blocks
            and not any(POLICY_WORD.search(each.text) for each in titles)
        ):
            names_it = bool(POLICY_WORD.search(first.title)) and not has_rules(first.blocks)
        shallow = not titles and _same(found, first.title) and not root.blocks
        if first.heading is None or not (
            covers or (bare and len(titles) < FEWEST) or names_it or shallow or crowns
        ):
            break
        if (
            titles
            and not names_it
            and (has_rules(first.blocks) or (_breadth(first) < FEWEST and not _same(found, first.title)))
        ):
            break
        if found and first.heading.level > 1 and not (_same(found, first.title) or bare or crowns):
            break
        titles.append(first.heading)
        root.children = [*first.children, *root.children[1:]]
        root.blocks += first.blocks
        if has_rules(first.blocks):
            break
    texts = [heading.text for heading in titles]
    title = next((text for text in texts if _same(found, text)), "") or (
        max(titles, key=lambda each: _weight(each, found)).text if titles else ""
    )
    if found and title and POLICY_WORD.search(found) and not POLICY_WORD.search(title):
        # What the page is called says what it is; the heading on it says less.
        title = ""
    elif found and title and not _same(found, title):
        opening.append(Prose(f"**{found}**"))
    opening += [Prose(f"**{_unbold(each.text)}**", each.line) for each in titles if each.text != title]
    return to_plain(title or found).replace("\n", " "), opening


def _byline(block: Block) -> bool:
    return isinstance(block, Prose) and heading_like(block.text)


def _crowns(sections: list[Node]) -> bool:
    """Whether the first of the lines that look like headings is the title: on top of some words, and no subject itself."""
    first, *others = sections
    return (
        len(others) > 1
        and all(each.heading is not None and each.heading.guessed for each in sections)
        and bool(first.blocks)
        and not first.children
        and not has_rules(first.blocks)
        and not any(pattern.match(to_plain(first.title)) for pattern in (INTRODUCTION, NUMBERING, GENERIC))
        and not FRAME.search(to_plain(first.title))
    )


def _breadth(node: Node) -> int:
    """How many headings one covers, where it doesn't only cover another that does."""
    return len((node.children[0] if len(node.children) == 1 else node).children)


def _unbold(text: str) -> str:
    return text.replace("**", "").strip()


def _weight(heading: Heading, found: str) -> tuple[int, int, bool]:
    """How much a heading looks like the title of the whole: codes such as MED-106 don't."""
    text = heading.text
    telling = [word for word in words(text) if not word.isdigit()]
    shared = len(set(telling) & set(words(found)))
    length = min(len(telling), 3) if not re.fullmatch(r"[A-ZÅÄÖ]{2,6}[- ]?\d+", text) else 0
    # Of lines that only look like headings, the first is often the organisation's name.
    return (shared, length, heading.guessed and bool(POLICY_WORD.search(text)))


def _same(one: str, other: str) -> bool:
    """Whether two titles say the same: one's words are all among the other's."""
    first, second = set(words(to_plain(one))), set(words(to_plain(other)))
    return bool(first and second) and first <= second


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
