"""The title of a text: the heading that covers everything, or the line that it opens with."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from vigor.language.words import words
from vigor.policy.convert.blocks import Block, Heading, Prose
from vigor.policy.convert.guesses import BOLD_LINE, LONGEST_HEADING, heading_like, unbold
from vigor.policy.convert.tree import Node, has_rules
from vigor.policy.convert.values import Note
from vigor.policy.convert.words import (
    FRAME,
    GENERIC,
    INTRODUCTION,
    NUMBERING,
    POLICY_WORD,
    QUESTION,
)
from vigor.policy.html import to_plain

FEWEST = 3  # headings that are enough for the one above them to be more than theirs


def title_and_opening(root: Node, found: str, notes: list[Note]) -> tuple[str, list[Block]]:
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
    opening += [Prose(f"**{unbold(each.text)}**", each.line) for each in titles if each.text != title]
    return to_plain(title or found).replace("\n", " "), opening


def first_line(root: Node) -> str:
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


def title_of(name: str) -> str:
    stem = PurePath(name.replace("\\", "/")).stem
    return " ".join(re.sub(r"[_-]+", " ", stem).split()).capitalize() or "Policy"


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


def _byline(block: Block) -> bool:
    return isinstance(block, Prose) and heading_like(block.text)


def _breadth(node: Node) -> int:
    """How many headings one covers, where it doesn't only cover another that does."""
    return len((node.children[0] if len(node.children) == 1 else node).children)


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
