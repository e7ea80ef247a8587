"""Ways of saying a thing, as patterns with room in them ("it was … who forgot"), and which of them a post may hold.

Most posts hold none of the hundred that checks know. Each pattern says which letters it can't do without; one walk over
the post finds those, and only the patterns whose letters stand there are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from vigor.check.advice import Span
from vigor.check.frames import pattern
from vigor.check.post import Post

MOST = 20
"""Places of one pattern that are looked at."""


class Figure(NamedTuple):
    """A pattern for a post in lower case. `kind` says what it is a way of saying; `needs` are letters, parted by "|", of
    which some stand wherever it fits (none: it is always tried). A group named `who` is of whom it is said. One place is
    enough, but where `every` place counts, since who stands there decides.
    """

    kind: str
    source: str
    needs: str = ""
    every: bool = False


class Found(NamedTuple):
    """A figure that fits."""

    kind: str
    match: re.Match[str]

    @property
    def span(self) -> Span:
        return Span(*self.match.span())

    @property
    def who(self) -> Span:
        return Span(*self.match.span("who"))


@dataclass(frozen=True)
class Figures:
    """The figures of a check, by language."""

    sv: tuple[Figure, ...] = ()
    en: tuple[Figure, ...] = ()

    @cached_property
    def _walks(self) -> dict[str, tuple[Any, int]]:
        return {}

    def find(self, post: Post) -> Iterator[Found]:
        """Where they fit, figure by figure; what is quoted is left out."""
        figures: tuple[Figure, ...] = getattr(self, post.language)
        if post.language not in self._walks:
            self._walks[post.language] = _walk(figures)
        automaton, asked = self._walks[post.language]
        for _last, wanting in automaton.iter(post.lower):
            asked |= wanting
        while asked:
            lowest = asked & -asked
            asked ^= lowest
            figure = figures[lowest.bit_length() - 1]
            yield from _places(figure, post)


def _places(figure: Figure, post: Post) -> Iterator[Found]:
    for number, match in enumerate(pattern(figure.source).finditer(post.lower)):
        if number == MOST:
            return
        if not post.is_quoted(Span(*match.span())):
            yield Found(figure.kind, match)
            if not figure.every:
                return


def _walk(figures: tuple[Figure, ...]) -> tuple[Any, int]:
    """An automaton over the letters that are needed, each with the numbers of its figures as bits; and the bits of those
    that are always tried.
    """
    import ahocorasick

    wanting: dict[str, int] = {}
    always = 0
    for number, figure in enumerate(figures):
        for letters in filter(None, figure.needs.split("|")):
            wanting[letters] = wanting.get(letters, 0) | 1 << number
        always |= 0 if figure.needs else 1 << number
    automaton = ahocorasick.Automaton()
    for letters, bits in wanting.items():
        automaton.add_word(letters, bits)
    automaton.make_automaton()
    return automaton, always
