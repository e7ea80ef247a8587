"""The blocks under one heading, sorted as a reader would: belief, guidelines, cases, what is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vigor.language.words import sentence_spans
from vigor.policy.convert.blocks import Block, Heading, Item, Prose
from vigor.policy.convert.markup import markdown_of, plain_start
from vigor.policy.convert.outline import BOLD_LINE, Node, heading_like
from vigor.policy.convert.rules import binds, rules, says_what_to_do
from vigor.policy.convert.values import Note
from vigor.policy.convert.words import (
    CASE,
    DO,
    DONT,
    FIRST_STEP,
    FRAME,
    INTRODUCTION,
    PLAYBOOKS,
    QUESTION,
    RESOURCES,
    STEPS,
)
from vigor.policy.document import Attributes, Case, Guideline, Kind, Section, Text
from vigor.policy.html import to_plain

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
    return bool(INTRODUCTION.fullmatch(to_plain(title)))


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
    heading: str = ""  # the nearest heading or line that leads into a list

    def sort(self, blocks: list[Block], title: str) -> None:
        self.heading = title
        self._lead(title)
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if end := self._case(blocks, place):
                place = end
                continue
            if isinstance(block, Item):
                end = place + 1
                while end < len(blocks) and isinstance(blocks[end], Item) and not blocks[end].first:  # type: ignore[union-attr]
                    end += 1
                self._list([each for each in blocks[place:end] if isinstance(each, Item)])
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
            self._lead(block.text)
            self.text.append(block)
        elif isinstance(block, Prose) and block.sort == "paragraph":
            if heading_like(block.text.rstrip(":*_")) and len(block.text) < 60:
                self._lead(block.text)
            self.heading = block.text if block.text.rstrip("*_ ").endswith(":") else self.heading
            if not self._paragraph(block):
                self.text.append(block)
        elif not self._pairs(block):
            self.text.append(block)

    def _pairs(self, block: Block) -> bool:
        """A table whose columns are what to do and what not to: each cell is a guideline."""
        if not isinstance(block, Prose) or block.sort != "table":
            return False
        head, _, *rows = [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]
            for row in block.text.split("\n")
        ]
        if not head or not all(
            DO.fullmatch(to_plain(cell)) or DONT.fullmatch(to_plain(cell)) for cell in head
        ):
            return False
        self._flush()
        for column, lead in enumerate(head):
            cells = [row[column] for row in rows if column < len(row) and row[column]]
            self.parts += [Guideline(f"**{to_plain(lead)}:** {cell}", line=block.line) for cell in cells]
        self.notes.append(Note("lead", rows[0][0] if rows and rows[0] else "", block.line))
        return True

    def _lead(self, text: str) -> None:
        plain = to_plain(text).strip().rstrip(":")
        self.lead = plain if DO.fullmatch(plain) or DONT.fullmatch(plain) else ""

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
        numbered = bool(items[0].number)
        heading = to_plain(self.heading)
        steps = numbered and bool(STEPS.search(heading) or FIRST_STEP.match(to_plain(items[0].text)))
        told = bool(self.lead) or rules([item.text for item in items])
        if self.kind is Kind.PLAYBOOK or steps or not told or RESOURCES.match(heading):
            self.text += items
            return
        self._flush()
        for item in items:
            self.parts.append(Guideline(self._led(item), line=item.line))
        if self.lead:
            self.notes.append(Note("lead", to_plain(items[0].text).split("\n")[0], items[0].line))

    def _led(self, item: Item) -> str:
        return f"**{self.lead}:** {item.text}" if self.lead else item.text

    def _paragraph(self, block: Prose) -> bool:
        """Part a paragraph that binds into guidelines; False when it stays as it is."""
        if not self.splits or self.kind is Kind.PLAYBOOK or block.text.rstrip("*_ ").endswith(":"):
            return False
        flat = " ".join(block.text.split())
        sentences = [flat[start:end] for start, end in sentence_spans(flat)]
        if BOLD_LEAD.match(flat) and (
            says_what_to_do(flat) or any(binds(to_plain(each)) for each in sentences)
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
        block = blocks[place]
        title = _case_title(block)
        if not title:
            return 0
        end = place + 1
        deep = block.level if isinstance(block, Heading) else 6
        asks = bool(QUESTION.match(to_plain(title)))
        while end < len(blocks) and not _ends_case(blocks[end], deep, asks):
            end += 1
        body, rest = blocks[place + 1 : end], ""
        if isinstance(block, Prose) and "\n" in block.text:
            rest = block.text.split("\n", 1)[1]
        inner = ([Prose(rest, block.line)] if rest else []) + [_deeper(each) for each in body]
        source = markdown_of(inner)
        parts = (Text(source, block.line),) if source else ()
        self.cases.append(Case(title, parts, Attributes(classes=("case",)), block.line))
        self.notes.append(Note("case", to_plain(title), block.line))
        return end


def _deeper(block: Block) -> Block:
    return Heading(max(block.level, 4), block.text, block.line) if isinstance(block, Heading) else block


def _case_title(block: Block) -> str:
    if isinstance(block, Heading):
        plain = to_plain(block.text)
        return block.text if CASE.match(plain) or QUESTION.match(plain) else ""
    if not isinstance(block, Prose) or block.sort != "paragraph":
        return ""
    line = block.text.split("\n")[0].strip()
    plain = to_plain(line)
    if QUESTION.match(line) and len(plain) < 300:
        return line.replace("**", "") if line.count("**") % 2 == 0 else ""
    if CASE.match(plain) and BOLD_LINE.fullmatch(block.text):
        return plain
    return ""


def _ends_case(block: Block, deep: int, asks: bool) -> bool:
    if isinstance(block, Heading):
        return block.level <= max(deep, 3) or bool(_case_title(block))
    title = _case_title(block)
    # A question that is put in an example is part of it.
    return bool(title and (asks or not QUESTION.match(title))) or (
        isinstance(block, Prose)
        and deep == 6
        and BOLD_LINE.fullmatch(block.text) is not None
        and _leads_away(block)
    )


def _leads_away(block: Prose) -> bool:
    return not block.text.rstrip("*_ ").endswith(":") and ":" not in block.text


def sentences_of(pieces: Iterable[str]) -> tuple[str, ...]:
    """The sentences of Markdown texts, as plain text, in order."""
    found: list[str] = []
    for piece in pieces:
        plain = to_plain(piece)
        found += [plain[start:end] for start, end in sentence_spans(plain)]
    return tuple(found)
