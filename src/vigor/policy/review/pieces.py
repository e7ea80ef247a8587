"""A policy taken apart for reading: its pieces of prose, their sentences, and the markup out of the way.

A mask is the text with markup blanked out, character for character, so that a place found in the mask is the same
place in the source. `Sentence.own` has what stands between quotation marks blanked out too: words that a policy
quotes are not its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from vigor.language.words import sentence_spans, words
from vigor.policy.document import Audience, Case, Guideline, Kind, Option, Policy, Section, Text

Role = Literal["opening", "title", "text", "guideline", "situation", "act", "outcome"]

_FENCE = re.compile(r"^(`{3,}|~{3,}).*?(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_ADDRESS = re.compile(r"<?\bhttps?://[^\s<>)\]]+>?")
_TARGET = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\]\[[^\]\n]*\]")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_MARKER = re.compile(
    r"^[ \t]*(?:(?:>[ \t]?)+|[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}[.)][ \t]+|#{1,6}[ \t]+)+", re.MULTILINE
)
_RULE = re.compile(r"^[ \t]*[-=*_|: ]{3,}$", re.MULTILINE)
_SIGNS = re.compile(r"[*`\[\]\\]|(?<!\w)_+|_+(?!\w)|!(?=\[)")
_SOFT_BREAK = re.compile(r"(?<=[^\n ])[ \t]*\n(?=[ \t]*[^\s])")
_QUOTED = re.compile(r"[”“„][^”“„\n]*[”“]|\"[^\"\n]*\"|«[^«»\n]*»|(?<!\w)[‘'][^‘’'\n]+[’'](?!\w)")


def mask(source: str) -> str:
    """The source with markup blanked out, as long as it was. Lists, headings and cells begin new lines."""
    text = source
    for pattern in (_FENCE, _COMMENT, _ATTRIBUTES, _ADDRESS):
        text = pattern.sub(_blanks, text)
    starts = {match.start() for match in _MARKER.finditer(text)}
    for pattern in (_TARGET, _TAG, _MARKER, _RULE):
        text = pattern.sub(_blanks, text)
    text = _SIGNS.sub(_blanks, text).replace("|", "\n")
    return _SOFT_BREAK.sub(lambda match: _joined(match, starts), text)


def _blanks(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _joined(match: re.Match[str], starts: set[int]) -> str:
    """A line break inside a paragraph is a blank; before a list item or a heading it stays."""
    return match.group() if match.end() in starts else match.group().replace("\n", " ")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a piece: `span` its characters there, `text` without markup, `own` without quotations."""

    span: tuple[int, int]
    text: str

    @cached_property
    def own(self) -> str:
        return _QUOTED.sub(lambda match: "\u2026" * len(match.group()), self.text)

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)


@dataclass(frozen=True)
class Piece:
    """Some Markdown of one point. `line` is that of its first character; `kind` the section's."""

    key: str
    role: Role
    source: str
    line: int
    kind: Kind | None = None
    public: bool = True

    @cached_property
    def plain(self) -> str:
        return mask(self.source)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_sentences(self.plain))

    def line_of(self, place: int) -> int:
        return self.line + bisect_left(self._breaks, place)

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.source)]


def _sentences(plain: str) -> Iterator[Sentence]:
    for start, end in sentence_spans(plain):
        text = plain[start:end]
        start += len(text) - len(text.lstrip())
        if text.strip():
            yield Sentence((start, end), plain[start:end])


def pieces(policy: Policy) -> tuple[Piece, ...]:
    """Every piece of a policy, in the order of its text."""
    return tuple(_pieces(policy))


def count_sentences(policy: Policy) -> int:
    """How many sentences a policy has in which it speaks: opening, beliefs, guidelines and what stands in cases."""
    return sum(len(piece.sentences) for piece in pieces(policy) if piece.role != "title")


def _pieces(policy: Policy) -> Iterator[Piece]:
    if policy.opening:
        yield Piece("", "opening", policy.opening, policy.opening_line)
    for section in policy.sections:
        yield _piece(section, section, "title", section.title, section.line)
        for part in section.parts:
            match part:
                case Text():
                    yield _piece(section, section, "text", part.source, part.line)
                case Guideline():
                    yield _piece(section, part, "guideline", part.source, part.line)
                case Case():
                    yield from _case(section, part)


def _case(section: Section, case: Case) -> Iterator[Piece]:
    yield _piece(section, case, "title", case.title, case.line)
    for part in case.parts:
        if isinstance(part, Option):
            yield _piece(section, case, "act", part.act, part.line)
            if part.outcome:
                line = part.line + part.act.count("\n")
                yield _piece(section, case, "outcome", part.outcome, line)
        else:
            yield _piece(section, case, "situation", part.source, part.line)


def _piece(section: Section, point: Section | Guideline | Case, role: Role, source: str, line: int) -> Piece:
    return Piece(point.key, role, source, line, section.kind, point.audience is Audience.PUBLIC)
