"""The blocks under one heading, sorted as a reader would: belief, guidelines, cases, what is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vigor.language.words import sentence_spans
from vigor.policy.convert.blocks import Block, Heading, Item, Prose
from vigor.policy.convert.cases import case_title, end_of_case, told_title
from vigor.policy.convert.guesses import BOLD_LINE, heading_like
from vigor.policy.convert.leads import hanging, hung, lead_of, led, normative, of_lines
from vigor.policy.convert.markup import markdown_of, plain_start
from vigor.policy.convert.outline import OPEN_ENDED
from vigor.policy.convert.ruled import of_pairs, of_rows
from vigor.policy.convert.rules import binds, rules, says_what_to_do
from vigor.policy.convert.tree import Node
from vigor.policy.convert.values import Note
from vigor.policy.convert.words import (
    CONTENTS,
    FIRST_STEP,
    FRAME,
    INTRODUCTION,
    PLAYBOOKS,
    RESOURCES,
    STEPS,
)
from vigor.policy.document import Attributes, Case, Guideline, Kind, Section, Text
from vigor.policy.html import to_plain

CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
# Where a sentence begins that its marks hide: in bold, or after a note.
MARKED = re.compile(r"(?<=[.!?]) (?=\*{1,2}[A-ZÅÄÖ])|(?<=[.!?] \\\[\d\\\]) (?=[A-ZÅÄÖ])")
STEP = re.compile(r"(?:\*\*)?(?:step|steg)\s*\d", re.I)
# "**Rule 3.** Never …": a point by itself, also beside lists of rules.
RULE_LEAD = re.compile(
    r"\*\*(?:rule|regel|guideline|riktlinje|point|punkt)\s*\d{1,2}[.:]?\*\*[.:]?\s*\S", re.I
)
BOLD_LEAD = re.compile(r"\*\*[^*]{2,80}\*\*[:.]?\s*\S")


def section_of(node: Node, notes: list[Note]) -> Section:
    """The node as a section. Nothing is left out; `notes` gets what we weren't sure of."""
    title, line = node.title, node.heading.line if node.heading else 0
    blocks = list(_flat(node))
    attributes, kind = _kind(title, blocks)
    if kind in (Kind.PLAYBOOK, Kind.FRAME):
        notes.append(Note(kind.value, title, line))
    sorter = _Sorter(notes, kind, splits=_splits(title, blocks))
    sorter.sort(blocks, title)
    return Section(title, kind, tuple(sorter.parts), attributes, line)


def _flat(node: Node, level: int = 3) -> Iterator[Block]:
    yield from node.blocks
    for child in node.children:
        if child.heading:
            yield Heading(min(level, 6), child.heading.text, child.heading.line)
        yield from _flat(child, level + 1)


def is_introduction(title: str) -> bool:
    plain = to_plain(title)
    return bool(INTRODUCTION.fullmatch(plain) or CONTENTS.fullmatch(plain))


def _kind(title: str, blocks: list[Block]) -> tuple[Attributes, Kind]:
    plain = to_plain(title)
    steps = any(isinstance(block, Item) and block.number for block in blocks)
    for name, pattern in PLAYBOOKS:
        if pattern.search(plain) and steps and len(plain.split()) < 9:
            return Attributes(pairs=(("kind", name),)), Kind.PLAYBOOK
    if FRAME.search(plain) and len(plain.split()) < 7:
        return Attributes(classes=("frame",)), Kind.FRAME
    return Attributes(), Kind.PRINCIPLE


def _splits(title: str, blocks: list[Block]) -> bool:
    """Whether running text is parted into guidelines: only where no list says what to do."""
    lists = [block.text for block in blocks if isinstance(block, Item)]
    return not is_introduction(title) and not rules(lists)


@dataclass
class _Sorter:
    notes: list[Note]
    kind: Kind
    splits: bool
    parts: list[Text | Guideline | Case] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)
    lead: str = ""  # "Don't": what the list below only means together with
    led_by_heading: bool = True
    before_list: bool = False  # the block we are at stands right before a list
    heading: str = ""  # the nearest heading or line that leads into a list

    def sort(self, blocks: list[Block], title: str) -> None:
        self.heading = title
        self.lead = lead_of(title)
        place = 0
        while place < len(blocks):
            block = blocks[place]
            self.before_list = isinstance(blocks[place + 1] if place + 1 < len(blocks) else None, Item)
            if end := self._case(blocks, place):
                place = end
                continue
            if isinstance(block, Item):
                end = place + 1
                while end < len(blocks) and isinstance(blocks[end], Item) and not blocks[end].first:  # type: ignore[union-attr]
                    end += 1
                self._list([each for each in blocks[place:end] if isinstance(each, Item)])
                # A line leads into the list below it, a heading into all that it is over.
                self.lead = self.lead if self.led_by_heading else ""
                place = end
                continue
            self._other(block)
            place += 1
        self._close()

    def _other(self, block: Block) -> None:
        if isinstance(block, Heading):
            if block.level == 3:
                self._close()
            self.heading = block.text
            self.lead, self.led_by_heading = lead_of(block.text), True
            self.text.append(block)
        elif isinstance(block, Prose) and block.sort == "paragraph":
            if heading_like(block.text.rstrip(":*_")) and len(block.text) < 60:
                self.lead, self.led_by_heading = lead_of(block.text), False
            self.heading = block.text if block.text.rstrip("*_ ").endswith(":") else self.heading
            if not self._paragraph(block):
                self.text.append(block)
        elif not self._table(block):
            self.text.append(block)

    def _table(self, block: Block) -> bool:
        """A table whose cells or rows are rules: each of them is a guideline."""
        if not isinstance(block, Prose) or block.sort != "table" or self.kind is Kind.PLAYBOOK:
            return False
        head, points = "", of_pairs(block.text)
        self.notes += [Note("lead", to_plain(points[0]), block.line)] if points else []
        if not points:
            head, points = of_rows(block.text)
        if not points:
            return False
        self.text += [Prose(head, block.line)] if head else []
        self._flush()
        self.parts += [Guideline(point, line=block.line) for point in points]
        return True

    def _flush(self) -> None:
        if self.text:
            source = markdown_of(self.text, marked=self.kind is not Kind.PLAYBOOK)
            if source:
                self.parts.append(Text(source, self.text[0].line))
        self.text = []

    def _close(self) -> None:
        """End what a heading of level 3 ends: cases come last there, since they take all that follows."""
        self._flush()
        self.parts += self.cases
        self.cases = []

    def _list(self, items: list[Item]) -> None:
        heading, sources = to_plain(self.heading), [item.text for item in items]
        steps = bool(items[0].number) and bool(
            STEPS.search(heading) or FIRST_STEP.match(to_plain(items[0].text))
        )
        if self.kind is Kind.PLAYBOOK or steps or RESOURCES.match(heading):
            self.text += items
        elif not self.lead and (before := hanging(self.text, items)):
            self._hung(before, items)
        elif self.lead or rules(sources) or normative(heading, sources):
            self._flush()
            points = [led(source, self.lead) for source in sources]
            self.parts += [
                Guideline(point, line=item.line) for point, item in zip(points, items, strict=True)
            ]
            if points != sources:
                self.notes.append(Note("lead", to_plain(items[0].text).split("\n")[0], items[0].line))
        else:
            self.text += items

    def _hung(self, before: Prose, items: list[Item]) -> None:
        """One guideline of a sentence that each item of a list ends."""
        self.text.pop()
        alone, point = hung(before, items)
        self.text += [Prose(alone, before.line)] if alone else []
        self._flush()
        self.parts.append(Guideline(plain_start(point), line=before.line))
        self.notes.append(Note("hung", point.split("\n")[0], before.line))

    def _paragraph(self, block: Prose) -> bool:
        """Part a paragraph that binds into guidelines; False when it stays as it is."""
        leads = self.before_list and OPEN_ENDED.search(block.text)
        # A numbered clause is a point by itself, also beside lists of rules.
        splits = self.splits or CLAUSE.match(block.text)
        heading = to_plain(self.heading)
        if STEP.match(block.text):
            return False
        if points := of_lines(block.text):
            self._flush()
            self.parts += [Guideline(point, line=block.line) for point in points]
            return True
        if RESOURCES.match(heading):
            return False
        if RULE_LEAD.match(block.text):
            splits = True
        if not splits or self.kind is Kind.PLAYBOOK or leads or block.text.rstrip("*_ ").endswith(":"):
            return False
        flat = " ".join(block.text.split())
        sentences = [each for start, end in sentence_spans(flat) for each in MARKED.split(flat[start:end])]
        if BOLD_LEAD.match(flat) and (
            RULE_LEAD.match(flat) or says_what_to_do(flat) or any(binds(to_plain(each)) for each in sentences)
        ):
            self._flush()
            self.parts.append(Guideline(block.text, line=block.line))
            return True
        binding = [place for place, sentence in enumerate(sentences) if binds(to_plain(sentence))]
        if not binding or BOLD_LINE.fullmatch(flat):
            return False
        if binding[0]:
            self.text.append(Prose(" ".join(sentences[: binding[0]]), block.line))
        self._flush()
        for start, end in zip(binding, [*binding[1:], len(sentences)], strict=True):
            self.parts.append(Guideline(plain_start(" ".join(sentences[start:end])), line=block.line))
        self.notes.append(Note("split", sentences[binding[0]], block.line))
        return True

    def _case(self, blocks: list[Block], place: int) -> int:
        """Take the case that starts here, if one does; where it ends, else 0."""
        block, title = blocks[place], case_title(blocks, place)
        if not title:
            return 0
        end = end_of_case(blocks, place, title)
        body, rest = blocks[place + 1 : end], ""
        told, more = told_title(block)
        if told == title:
            rest = more
        elif isinstance(block, Prose) and "\n" in block.text:
            rest = block.text.split("\n", 1)[1]
        inner = ([Prose(rest, block.line)] if rest else []) + [_deeper(each) for each in body]
        source = markdown_of(inner)
        parts = (Text(source, block.line),) if source else ()
        self.cases.append(Case(title, parts, Attributes(classes=("case",)), block.line))
        self.notes.append(Note("case", to_plain(title), block.line))
        return end


def _deeper(block: Block) -> Block:
    return Heading(max(block.level, 4), block.text, block.line) if isinstance(block, Heading) else block


def sentences_of(pieces: Iterable[str]) -> tuple[str, ...]:
    """The sentences of Markdown texts, as plain text, in order."""
    found: list[str] = []
    for piece in pieces:
        plain = to_plain(piece)
        found += [plain[start:end] for start, end in sentence_spans(plain)]
    return tuple(found)
