"""From text to a Policy and what is wrong with it.

text ─front matter→ lines ─markdown-it→ tokens ─blocks→ headings, bullets, prose ─here→ sections, guidelines, cases

Level and attributes decide, words never:

- h2 is a principle, or a playbook with `kind=`, or `.expect`, or `.frame`;
- h3 with `shows=` or `.case` is a case, and lasts until the next heading of level 1–3; any other heading is text;
- a top-level bullet that opens with a paragraph is a guideline, unless it says `{.text}`. In a playbook, where bullets
  are mostly steps and hints, only a bullet that carries attributes is one. In a case, `- [ ] …` and `- [x] …` are
  ways to act, and other bullets text. Numbered lists are text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from vigor.policy import faults, front
from vigor.policy.attributes import first_paragraph, tokens_of
from vigor.policy.audience import resolve
from vigor.policy.blocks import (
    BLANK,
    Block,
    Bullets,
    Heading,
    Item,
    Prose,
    after_bullet,
    blocks,
    bullet,
    trimmed,
)
from vigor.policy.document import Attributes, Case, Guideline, Kind, Option, Policy, Section, Text
from vigor.policy.problems import Problem, problem

LONGEST_TEXT = 1_000_000
CHECKBOX = re.compile(r"\[([ xX])\]\s+(?=\S)")
ARROW = re.compile(r"(?<!\s)\s+(?:→|->)\s+(?=\S)")


def parse(text: str, known_checks: Collection[str] | None = None) -> tuple[Policy, tuple[Problem, ...]]:
    """The policy that `text` (Markdown, one language) says, and its problems in the order of their lines.

    Never raises: what can't be understood is kept as text. `known_checks`, where given, are the names that
    `checks=` may hold.
    """
    # A byte order mark is no letter, wherever files have been put together.
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_TEXT:
        found = problem("text-too-long", 1, length=f"{len(text):,}", limit=f"{LONGEST_TEXT:,}")
        return Policy(opening=text, opening_line=1), (found,)
    if not text.strip():
        return Policy(opening=trimmed(text), opening_line=1), (problem("nothing-here", 1),)
    head, body, before = front.split(text)
    problems = list(faults.in_characters(text))
    fields = _fields(head, problems)
    lines = body.split("\n")
    tokens = tokens_of(body)
    builder = _Builder(lines, before)
    for block in blocks(lines, tokens):
        builder.take(block)
    builder.close_section()
    policy = Policy(resolve(builder.sections), builder.opening, head or "", fields, builder.opening_line)
    problems += builder.problems
    problems += faults.in_html(tokens, before)
    problems += faults.in_policy(policy, known_checks)
    problems += faults.in_text(tokens, before, builder.points)
    return policy, tuple(sorted(problems, key=lambda each: (each.line, each.code)))


def _fields(head: str | None, problems: list[Problem]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str, int]] = []
    if head is None:
        problems.append(problem("no-front-matter", 1))
    else:
        try:
            # The first fence is line 1.
            found = [(name, value, line + 2) for name, value, line in front.read(head)]
        except front.Unreadable as error:
            problems.append(problem("front-matter-unreadable", error.line + 2, reason=error.reason))
            return ()
    problems += faults.in_fields(found)
    return tuple((name, value) for name, value, _ in found)


@dataclass
class _Builder:
    """Takes blocks in order and knows where it is: in the opening, in a section, in a case."""

    lines: list[str]
    before: int  # lines of front matter
    opening: str = ""
    opening_line: int = 0
    sections: list[Section] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    points: set[int] = field(default_factory=set)  # lines (from 0) whose attributes have been put to use
    heading: Heading | None = None
    parts: list[Text | Guideline | Case] = field(default_factory=list)
    case: Heading | None = None
    case_parts: list[Text | Option] = field(default_factory=list)
    text: list[tuple[int, int] | Item] = field(default_factory=list)

    def take(self, block: Block) -> None:
        match block:
            case Heading():
                self.take_heading(block)
            case Bullets() if self.heading is not None:
                for item in block.items:
                    self.take_item(item)
            case Prose() | Bullets():
                self.add_lines(block.first, block.last)

    def take_heading(self, heading: Heading) -> None:
        if not heading.readable:
            self.problems.append(problem("attributes-unreadable", self.number(heading.first)))
        if heading.level == 2:
            self.close_section()
            self.heading = heading
            self.points.add(heading.first)
        elif heading.level == 3 and self.heading and is_case(heading.attributes):
            self.close_case()
            self.case = heading
            self.points.add(heading.first)
        else:
            if self.case is not None and heading.level <= 3:
                self.close_case()
                # At the left edge it can't slide into a bullet that ends the case.
                self.lines[heading.first] = self.lines[heading.first].lstrip(" ")
            self.add_lines(heading.first, heading.last)

    def take_item(self, item: Item) -> None:
        if not item.readable:
            self.problems.append(problem("attributes-unreadable", self.number(item.first)))
        if self.case is not None:
            if option := read_option(item, self.number(item.first)):
                self.flush()
                self.case_parts.append(option)
                return
        elif self.heading is not None and is_guideline(item, section_kind(self.heading.attributes)):
            self.flush()
            self.parts.append(Guideline(item.text, item.attributes, self.number(item.first)))
            self.points.add(item.first)
            return
        self.text.append(item)

    def add_lines(self, first: int, last: int) -> None:
        previous = self.text[-1] if self.text else None
        if isinstance(previous, tuple) and previous[1] == first:
            self.text[-1] = (previous[0], last)
        else:
            self.text.append((first, last))

    def flush(self) -> None:
        """Make one Text of what has gathered."""
        source, line = self.joined()
        self.text = []
        if not source:
            return
        if self.heading is None:
            self.opening, self.opening_line = source, line
        elif self.case is not None:
            self.case_parts.append(Text(source, line))
        else:
            self.parts.append(Text(source, line))

    def joined(self) -> tuple[str, int]:
        source, line = "", 0
        previous: tuple[int, int] | Item | None = None
        for piece in self.text:
            if isinstance(piece, Item):
                more, first = bullet(piece.source, piece.marker), piece.first
            else:
                more, first = self.slice(*piece)
            if not more:
                continue
            if isinstance(previous, Item):
                close = isinstance(piece, Item) and not previous.loose
                more = more if isinstance(piece, Item) else after_bullet(more)
                source += "\n" if close else "\n\n"
            elif previous is not None:
                source += "\n\n"
            source += more
            line = line or self.number(first)
            previous = piece
        return source, line

    def slice(self, first: int, last: int) -> tuple[str, int]:
        while first < last and not self.lines[first].strip(BLANK):
            first += 1
        return trimmed("\n".join(self.lines[first:last])), first

    def close_case(self) -> None:
        self.flush()
        if self.case is not None:
            case = self.case
            self.parts.append(
                Case(case.title, tuple(self.case_parts), case.attributes, self.number(case.first))
            )
        self.case, self.case_parts = None, []

    def close_section(self) -> None:
        self.close_case()
        if self.heading is not None:
            head = self.heading
            kind = section_kind(head.attributes)
            line = self.number(head.first)
            self.sections.append(Section(head.title, kind, tuple(self.parts), head.attributes, line))
        self.heading, self.parts = None, []

    def number(self, line: int) -> int:
        """The line of the text, from 1, of a line of the body, from 0."""
        return self.before + line + 1


def section_kind(attributes: Attributes) -> Kind:
    """What an h2 with these attributes is."""
    if "kind" in dict(attributes.pairs):
        return Kind.PLAYBOOK
    if "expect" in attributes.classes:
        return Kind.EXPECT
    return Kind.FRAME if "frame" in attributes.classes else Kind.PRINCIPLE


def is_case(attributes: Attributes) -> bool:
    return "case" in attributes.classes or "shows" in dict(attributes.pairs)


def is_guideline(item: Item, kind: Kind) -> bool:
    if not item.paragraph or "text" in item.attributes.classes:
        return False
    # A block we couldn't read may have said "internal": the bullet stays a point, so that it can be told apart.
    return kind is not Kind.PLAYBOOK or item.attributes != Attributes() or not item.readable


def read_option(item: Item, line: int) -> Option | None:
    """`- [x] What we do. → Why.`: the first arrow in the first paragraph splits."""
    end = first_paragraph(item.source) if item.paragraph else None
    box = CHECKBOX.match(item.source, 0, end) if end is not None else None
    if box is None or end is None:
        return None
    arrow = ARROW.search(item.source, box.end(), end)
    act, outcome = item.source[box.end() :], ""
    if arrow:
        act, outcome = item.source[box.end() : arrow.start()], item.source[arrow.end() :]
    return Option(act, outcome, box.group(1) != " ", line)
