"""One walk over a post for all who look for letters in it.

The figures and the frames of every check ask where some letters stand, some five thousand of them. Each by itself would
walk the post from end to end; so whoever asks joins the others when it is made, and the first to ask a post asks for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vigor.check.post import Post

Standing = Sequence[tuple[int, Any]]
"""The place of the last of some letters, and what was to be told where they stand; in the order of the post."""


class Seeker:
    """Somebody who looks for letters in posts in lower case."""

    def __init__(self) -> None:
        self._number = len(_JOINED)
        _JOINED.append(self)

    def letters(self, language: str) -> Iterable[tuple[str, Any]]:
        """The letters of a language ("sv", "en"), each with what is told where they stand."""
        raise NotImplementedError

    def standing(self, post: Post) -> Standing:
        """Where its letters stand in a post."""
        if self._number >= len(post.standing):
            # It joined after that post was walked.
            post.__dict__["standing"] = walked(post.lower, post.language)
        return post.standing[self._number]


class Marks(Seeker):
    """Letters in lower case of which a post holds some or none, whatever its language."""

    def __init__(self, *marks: str) -> None:
        super().__init__()
        self._marks = marks

    def letters(self, language: str) -> Iterable[tuple[str, None]]:
        return ((mark, None) for mark in self._marks)

    def are_in(self, post: Post) -> bool:
        return bool(self.standing(post))


_JOINED: list[Seeker] = []
_NOWHERE: Standing = ()


def joined() -> tuple[Seeker, ...]:
    """Everybody who was made so far."""
    return tuple(_JOINED)


def walked(lower: str, language: str) -> list[Standing]:
    """Where the letters of each seeker stand in a text in lower case, by the seekers' numbers."""
    standing: list[Any] = [_NOWHERE] * len(_JOINED)
    for last, wanted in _automaton(language, len(_JOINED)).iter(lower):
        for number, told in wanted:
            if standing[number]:
                standing[number].append((last, told))
            else:
                standing[number] = [(last, told)]
    return standing


@lru_cache(maxsize=2)
def _automaton(language: str, _joined: int) -> Any:
    """All letters of a language. Built anew where one more has joined, as none does once the checks are loaded."""
    import ahocorasick

    wanted: dict[str, list[tuple[int, Any]]] = {}
    for number, seeker in enumerate(_JOINED):
        for letters, told in seeker.letters(language):
            wanted.setdefault(letters, []).append((number, told))
    automaton = ahocorasick.Automaton()
    for letters, told in wanted.items():
        automaton.add_word(letters, tuple(told))
    automaton.make_automaton()
    return automaton
