"""From what was read to a policy with keys, and the text that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vigor.language.identify import identify
from vigor.policy import front
from vigor.policy.audience import resolve
from vigor.policy.convert.blocks import Block, Heading, Prose, read_blocks
from vigor.policy.convert.markup import guarded, markdown_of
from vigor.policy.convert.outline import Outline, outline
from vigor.policy.convert.showing import with_shown
from vigor.policy.convert.sorting import is_introduction, section_of, sentences_of
from vigor.policy.convert.values import Converted, Note, Read, Unreadable, Unsure
from vigor.policy.convert.words import NUMBERING, TODO
from vigor.policy.document import Case, Guideline, Kind, Policy, Section, Text
from vigor.policy.faults import LANGUAGES
from vigor.policy.html import to_plain
from vigor.policy.keys import assign_keys, is_key, slug
from vigor.policy.parse import LONGEST_TEXT, parse
from vigor.policy.render import render

LAST = {"sv": "Kvar att placera", "en": "Still to place"}
OURS = ("policy", "title", "called", "language")
MOST_BLOCKS = 8000
MOST_NOTES = 300
SUMMARIES = re.compile(
    r"summary|description|deck|subtitle|lead|excerpt|intro|ingress|beskrivning|sammanfattning|underrubrik|preamble",
    re.I,
)


def assemble(read: Read, *, name: str, language: str | None, slug_: str, title: str) -> Converted:
    """The policy in what was read. `language`, `slug_` and `title` override what it says of itself, unless empty."""
    notes = list(read.notes)
    blocks = [_safe(block) for block in read_blocks(read.markdown, read.lines)]
    if not blocks and not read.aside.strip():
        raise Unreadable("empty")
    if len(blocks) > MOST_BLOCKS:
        raise Unreadable("too-many-blocks", limit=f"{MOST_BLOCKS:,}")
    notes += _unfinished(blocks)
    tongue = language or _language(read, blocks, notes)
    found = outline(read, blocks, name, notes)
    opening, sections = _sections(found, notes)
    opening = [*_summaries(read, opening), *opening]
    sections += _aside(read, tongue, notes)
    policy = Policy(
        resolve(sections), markdown_of(opening), _front(read, title or found.title, tongue, slug_)
    )
    return finish(with_shown(_keyed(policy), tongue, notes), notes)


def finish(policy: Policy, notes: list[Note]) -> Converted:
    """Text and policy of each other, with the place of each note."""
    text = render(policy)
    made = policy
    for _ in range(3):
        policy, _ = parse(text)
        again = render(assign_keys(policy))
        if again == text:
            break
        text = again
    if len(text) > LONGEST_TEXT:
        raise Unreadable("too-long", length=f"{len(text):,}", limit=f"{LONGEST_TEXT:,}")
    return Converted(
        policy, text, tuple(_placed(notes, text, _lines_of(made, policy))), sentences_of(_pieces(policy))
    )


def _safe(block: Block) -> Block:
    if isinstance(block, Prose) and (block.sort == "code" or _closed_comment(block)):
        return block
    return replace(block, text=guarded(block.text))


def _closed_comment(block: Prose) -> bool:
    return block.sort == "comment" and block.text.rfind("-->") > block.text.rfind("<!--")


def _unfinished(blocks: list[Block]) -> Iterator[Note]:
    for block in blocks:
        for match in TODO.finditer(block.text):
            line = block.line + block.text.count("\n", 0, match.start()) if block.line else 0
            start = block.text.rfind("\n", 0, match.start()) + 1
            yield Note("todo", block.text[start:].split("\n")[0][:200], line)


def _language(read: Read, blocks: list[Block], notes: list[Note]) -> str:
    stated = next(
        (value[:2].lower() for key, value in read.fields if key.lower() in ("language", "lang", "språk")), ""
    )
    if stated in LANGUAGES:
        return stated
    words = " ".join(to_plain(block.text) for block in blocks)[:50_000]
    sv, en = identify(words, "sv"), identify(words, "en")
    if sv != en:
        notes.append(Note("language", words[:60]))
    return en


def _sections(found: Outline, notes: list[Note]) -> tuple[list[Block], list[Section]]:
    """Sections, and the opening with what introduces the whole in front of them."""
    opening = list(found.opening)
    sections: list[Section] = []
    for node in found.sections:
        mine: list[Note] = []
        section = section_of(node, mine)
        plain = not any(isinstance(part, Guideline | Case) for part in section.parts)
        if not sections and plain and section.kind is Kind.PRINCIPLE and is_introduction(section.title):
            opening.append(Heading(3, section.title, section.line))
            opening += [
                Prose(part.source.replace(" {.text}", ""), part.line)
                for part in section.parts
                if isinstance(part, Text)
            ]
        else:
            sections.append(section)
        notes += mine
    if not any(section.guidelines for section in sections):
        notes.append(Note("no-points", found.title))
    return opening, sections


def _summaries(read: Read, opening: list[Block]) -> Iterator[Block]:
    """Sentences in the fields at the top, which readers of the old page saw."""
    seen = [to_plain(block.text) for block in opening]
    for name, value in read.fields:
        if (
            SUMMARIES.search(name)
            and len(value.split()) > 3
            and not any(value.strip() in each for each in seen)
        ):
            seen.append(value)
            yield Prose(guarded(" ".join(value.split())))


def _aside(read: Read, language: str, notes: list[Note]) -> list[Section]:
    blocks = [_safe(block) for block in read_blocks(read.aside)]
    if not blocks:
        return []
    blocks = [Heading(max(3, b.level), b.text) if isinstance(b, Heading) else b for b in blocks]
    notes.append(Note("aside", LAST[language]))
    return [Section(LAST[language], Kind.PRINCIPLE, (Text(markdown_of(blocks, marked=True)),))]


def _front(read: Read, title: str, language: str, slug_: str) -> str:
    stated = dict(read.fields).get("policy", "")
    key = slug_ or (stated if is_key(stated) else slug(title, "policy"))
    ours = (("policy", key), ("title", title), ("language", language))
    others = tuple(
        (name, value)
        for name, value in read.fields
        if name not in OURS and name.lower() not in ("titel", "lang")
    )
    return front.write(ours) + front.write(others)


def _keyed(policy: Policy) -> Policy:
    """Keys that don't begin with the number of a heading."""
    bare = tuple(
        replace(
            section,
            title=NUMBERING.sub("", to_plain(section.title), count=1),
            parts=tuple(
                replace(part, title=NUMBERING.sub("", to_plain(part.title), count=1))
                if isinstance(part, Case)
                else part
                for part in section.parts
            ),
        )
        for section in policy.sections
    )
    keyed = assign_keys(replace(policy, sections=bare))
    sections = tuple(
        replace(
            key,
            title=section.title,
            parts=tuple(
                replace(part, title=old.title) if isinstance(part, Case) and isinstance(old, Case) else part
                for part, old in zip(key.parts, section.parts, strict=True)
            ),
        )
        for key, section in zip(keyed.sections, policy.sections, strict=True)
    )
    return replace(policy, sections=sections)


def _pieces(policy: Policy) -> Iterator[str]:
    if policy.opening:
        yield policy.opening
    for section in policy.sections:
        yield f"# {section.title}"
        for part in section.parts:
            if isinstance(part, Text | Guideline):
                yield part.source
            else:
                yield f"# {part.title}"
                for piece in part.parts:
                    yield piece.source if isinstance(piece, Text) else f"{piece.act}\n\n{piece.outcome}"


def _placed(notes: list[Note], text: str, points: list[tuple[int, int]]) -> Iterator[Unsure]:
    """Each note with the line of the text that holds its words, else with that of the point it came before.

    `points`: the line in the source and in the text of each point, in order.
    """
    lines = [_letters(line) for line in text.split("\n")]
    whole = "\n".join(lines)
    head = whole.index("\n\n") if "\n\n" in whole else 0
    for note in notes[:MOST_NOTES]:
        wanted = _letters(note.quote)[:40]
        at = whole.find(wanted, 0 if note.code == "title" else head) if wanted else -1
        line = whole.count("\n", 0, at) + 1 if at >= 0 else 0
        if not line and note.source_line:
            line = next((there for here, there in reversed(points) if 0 < here <= note.source_line), 0)
        yield Unsure(note.code, note.quote, line, note.source_line)


def _lines_of(before: Policy, after: Policy) -> list[tuple[int, int]]:
    one, other = list(before.points()), list(after.points())
    return [(a.line, b.line) for a, b in zip(one, other, strict=True)] if len(one) == len(other) else []


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w+", text)).lower()
