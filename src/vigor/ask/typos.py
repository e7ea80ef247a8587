"""What an unknown word was probably meant to be: by shared trigrams, or by the diacritics it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from vigor.ask import thesaurus
from vigor.language.lemmas import is_word
from vigor.language.words import folded

ALIKE = 0.5
SHORTEST = 4
"""How alike two words must be (Dice's coefficient of their trigrams), and the shortest one worth a guess."""


class Spellings:
    """A set of words to guess from, sorted by their first letter: few people get that one wrong."""

    __slots__ = ("_by_letter",)

    def __init__(self, known: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for word in known:
            if len(word) >= SHORTEST:
                self._by_letter.setdefault(folded(word[0]), []).append(word)

    def nearest(self, word: str) -> tuple[str, float] | None:
        """The most similar known word and how alike it is (0–1), or None where nothing is alike enough."""
        if len(word) < SHORTEST or word.isdigit():
            return None
        plain = folded(word)
        wanted = _trigrams(plain)
        best, best_score = None, ALIKE
        for other in self._by_letter.get(plain[0], ()):
            if abs(len(other) - len(word)) > 2:
                continue
            theirs = _trigrams(folded(other))
            score = 2 * len(wanted & theirs) / (len(wanted) + len(theirs))
            # Two letters that changed places break every trigram around them.
            if score > ALIKE / 2 and sorted(plain) == sorted(folded(other)):
                score = max(score, 0.75)
            if score > best_score:
                best, best_score = other, score
        return (best, best_score) if best else None


def _trigrams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


@cache
def _starting(letter: str, language: str) -> Spellings:
    starts = {letter, *("åä" if letter == "a" else "ö" if letter == "o" else "")}
    return Spellings(word for start in starts for word in thesaurus.words_from(start, language))


def nearest_known(word: str, language: str) -> tuple[str, float] | None:
    """The word of the thesaurus that is most like this one, or None where none is alike enough."""
    return _starting(folded(word[0]), language).nearest(word)


def is_unknown(word: str) -> bool:
    """Whether no list of ours has the word: a slip of the finger, or a name."""
    return not any(thesaurus.has(word, language) or is_word(word, language) for language in ("sv", "en"))
