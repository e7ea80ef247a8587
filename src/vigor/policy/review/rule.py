"""A rule, and what it reads. Each rule is a frozen value that carries its reason, its source and its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from vigor.policy.document import Policy
from vigor.policy.review.hint import NOTHING, Both, Sector, Source
from vigor.policy.review.pieces import Piece, Role, Sentence, pieces


@dataclass(frozen=True)
class Reading:
    """A policy as the rules see it: taken apart once, with what the caller told of the organisation."""

    policy: Policy
    language: str
    sector: Sector = "private"
    internal_words: tuple[str, ...] = ()
    others: tuple[Source, ...] = ()

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(self.policy)

    @cached_property
    def whole(self) -> str:
        """All prose without markup, a line a piece."""
        return "\n".join(piece.plain for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: characters of a piece, and what fills its texts. `variant` names another text of the rule."""

    piece: Piece
    span: tuple[int, int]
    variant: str = ""
    values: Mapping[str, Both] = field(default_factory=dict)
    law: Both = NOTHING
    source: str = ""
    share: float = 0.0
    confidence: float = 0.8


class Told(NamedTuple):
    """Why a hint is given, and what the author can do about it."""

    reason: Both
    mend: Both


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, or a piece of policy that begins with a heading, and the settings that it is read with."""

    language: str
    text: str
    sector: Sector = "private"
    internal_words: tuple[str, ...] = ()
    others: tuple[Source, ...] = ()


def sv(text: str, **settings: object) -> Example:
    return Example("sv", text, **settings)  # type: ignore[arg-type]


def en(text: str, **settings: object) -> Example:
    return Example("en", text, **settings)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Rule:
    """`told` holds the texts by variant, "" the ordinary one. `source` is where the idea or formula comes from.

    `flags` and `passes` are proof: every example is tried by one test.
    """

    name: str
    about: Both
    told: Mapping[str, Told]
    source: str
    find: Callable[[Reading], Iterable[Finding]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]


SHORTEST = 6
LONGEST = 3000
"""Characters below which nothing is said, and beyond which a "sentence" is a table or a mistake: no rule of words reads it, so that time stays bounded."""

Judge = Callable[[Sentence, Piece, Reading], Iterable[Finding]]


def by_sentence(*roles: Role) -> Callable[[Judge], Callable[[Reading], Iterator[Finding]]]:
    """Makes a rule's `find` out of a function that judges one sentence, for pieces in these roles."""

    def made(judge: Judge) -> Callable[[Reading], Iterator[Finding]]:
        def find(reading: Reading) -> Iterator[Finding]:
            for piece in reading.pieces:
                if piece.role in roles:
                    for sentence in piece.sentences:
                        if SHORTEST <= len(sentence.text) <= LONGEST:
                            yield from judge(sentence, piece, reading)

        return find

    return made


PROSE: tuple[Role, ...] = ("opening", "text", "guideline")
"""Where the policy speaks for itself; a case tells of somebody who acts."""


def same(text: str) -> Both:
    """A value that needs no translation."""
    return Both(text, text)
