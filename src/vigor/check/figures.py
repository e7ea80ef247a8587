"""Ways of saying a thing, as patterns with room in them ("it was … who forgot"), and which of them a post may hold.

Most posts hold none of the hundred that checks know. Each pattern says which letters it can't do without; one walk over
the post finds those, and only the patterns whose letters stand there are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vigor.check.advice import Span
from vigor.check.frames import pattern
from vigor.check.post import Post
from vigor.check.walk import Seeker

MOST = 20
"""Places of one pattern that are looked at."""


class Figure(NamedTuple):
    """A pattern for a post in lower case. `kind` says what it is a way of saying; `needs` are letters, parted by "|", of
    which some stand wherever it fits (none: it is always tried), and after "&" more such letters, of which some must
    stand too. A group named `who` is of whom it is said. One place is enough, but where `every` place counts, since who
    stands there decides.
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


class Figures(Seeker):
    """The figures of a check, by language."""

    def __init__(self, sv: tuple[Figure, ...] = (), en: tuple[Figure, ...] = ()) -> None:
        super().__init__()
        self.sv, self.en = sv, en
        # A bit for each of a figure's needs, and all of them.
        self._all = {
            language: [(2 << figure.needs.count("&")) - 1 if figure.needs else 0 for figure in figures]
            for language, figures in (("sv", sv), ("en", en))
        }
        self._always = {
            language: {number: 0 for number, needs in enumerate(all_needs) if not needs}
            for language, all_needs in self._all.items()
        }

    def of(self, language: str) -> tuple[Figure, ...]:
        return self.sv if language == "sv" else self.en

    def letters(self, language: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """Each with the number of its figure, and a bit for which of its needs it meets."""
        for number, figure in enumerate(self.of(language)):
            for place, some in enumerate(figure.needs.split("&")):
                for letters in filter(None, some.split("|")):
                    yield letters, (number, 1 << place)

    def find(self, post: Post) -> Iterator[Found]:
        """Where they fit, figure by figure; what is quoted is left out."""
        standing, always = self.standing(post), self._always[post.language]
        if not standing and not always:
            return
        met = dict(always)
        for _last, (number, need) in standing:
            met[number] = met.get(number, 0) | need
        needs = self._all[post.language]
        for number in sorted(met):
            if met[number] == needs[number]:
                yield from _places(self.of(post.language)[number], post)


def _places(figure: Figure, post: Post) -> Iterator[Found]:
    for number, match in enumerate(pattern(figure.source).finditer(post.lower)):
        if number == MOST:
            return
        if not post.is_quoted(Span(*match.span())):
            yield Found(figure.kind, match)
            if not figure.every:
                return
