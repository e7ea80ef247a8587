"""From words to terms: everything a word may be matched by, each with how much of it that carries (0–1).

A question's word and a text's word match as well as their best common term does: the same base form wholly,
the same concept nearly, the same stem, compound part or cognate less. Concepts belong to no language, which is
what lets a Swedish question find an English text.

    =lemma   the base form        ~sv:stem   the stem        #12   a concept of the thesaurus
    ^frame   what cognates share  "a b"      a phrase of the thesaurus, in base forms
"""

from __future__ import annotations

from functools import lru_cache

from vigor.ask import thesaurus
from vigor.ask.elsewhere import ELSEWHERE
from vigor.ask.kinds import kinds_of
from vigor.language.compounds import split
from vigor.language.lemmas import known_lemma
from vigor.language.stems import skeleton, stem
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import folded

STEM = 0.85
COGNATE = 0.75
PART_FIRST = 0.6
PART_LAST = 0.65
BORROWED = 0.85
FOLDED = 0.9

Terms = dict[str, float]
_OTHER = {"sv": "en", "en": "sv"}


@lru_cache(maxsize=65536)
def base(word: str, language: str) -> str:
    """The base form of a word, also of one that the text borrowed from the other language."""
    if len(word) < 3:
        return word  # "ai" is no form of "be"
    return known_lemma(word, language) or known_lemma(word, _OTHER[language]) or word


@lru_cache(maxsize=65536)
def terms_of(word: str, language: str) -> Terms:
    """Every term of one lower-case word of a text or question in that language ("sv" or "en")."""
    terms = _own_terms(word, language)
    if language == "sv":
        for half, weight in zip(halves(word), (PART_FIRST, PART_LAST), strict=False):
            for term, own in _own_terms(half, "sv").items():
                _raise(terms, term, own * weight)
    return terms


def is_known(word: str, language: str) -> bool:
    """Whether the thesaurus has the word, so that nothing need be guessed from its parts."""
    return thesaurus.has(word, language) or thesaurus.has(base(word, language), language)


def topical(word: str, language: str) -> bool | None:
    """True for a word (or phrase) of the field, False for a common one, None for one that neither list has."""
    found = thesaurus.topical(word, language)
    return thesaurus.topical(base(word, language), language) if found is None else found


def elsewhere(word: str, language: str) -> bool:
    """Whether this word, or a half of it, is of the kind that is usually answered somewhere else."""
    listed = ELSEWHERE[language]
    return any(
        form in listed for form in (word, base(word, language), *(halves(word) if language == "sv" else ()))
    )


class _Known:
    """The words of the thesaurus, for a compound to be split into."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and thesaurus.has(word, "sv")


_KNOWN = _Known()


def topic_terms(word: str, language: str) -> Terms:
    """The terms of a question's word: those that say what it is about."""
    return {term: weight for term, weight in terms_of(word, language).items() if term[0] != "%"}


@lru_cache(maxsize=16384)
def halves(word: str) -> tuple[str, ...]:
    """The base forms of a Swedish compound's two halves; empty where it is none."""
    return split(word, _KNOWN) or ()


def _own_terms(word: str, language: str) -> Terms:
    lemma = base(word, language)
    terms: Terms = {f"={word}": 1.0, f"={lemma}": 1.0}
    root = stem(lemma, language)
    terms[f"~{language}:{root}"] = STEM
    frame = skeleton(lemma, language)
    if frame:
        terms[f"^{frame}"] = COGNATE
    if not lemma.isascii():
        terms[f"={folded(lemma)}"] = FOLDED
    for number, weight in concepts(word, lemma, language):
        _raise(terms, f"#{number}", weight)
    for kind in kinds_of(word):
        terms[kind] = 1.0
    return terms


def concepts(word: str, lemma: str, language: str) -> list[tuple[int, float]]:
    """The concepts of a word by its form and its base form; else by what the other language says."""
    found = [*thesaurus.concepts(word, language)]
    if lemma != word:
        found += thesaurus.concepts(lemma, language)
    if found or word in STOP_WORDS[language]:
        return found
    other = _OTHER[language]
    borrowed = thesaurus.concepts(word, other) or thesaurus.concepts(lemma, other)
    return [(number, weight * BORROWED) for number, weight in borrowed]


def _raise(terms: Terms, term: str, weight: float) -> None:
    if weight > terms.get(term, 0.0):
        terms[term] = weight


Phrase = tuple[str, Terms, int, tuple[int, ...]]
"""A phrase found: its name, its terms, the position of its first word, and the positions it is made of."""


def phrases_in(tokens: list[str], language: str) -> list[Phrase]:
    """The thesaurus phrases in a row of words; one small word may stand inside ("lägger jag ut")."""
    bases = [base(token, language) for token in tokens]
    found: list[Phrase] = []
    for at, (token, lemma) in enumerate(zip(tokens, bases, strict=True)):
        candidates = thesaurus.phrases_from(lemma, language)
        if token != lemma:
            candidates += thesaurus.phrases_from(token, language)
        nearby = (*tokens[at + 1 : at + 3], *bases[at + 1 : at + 3]) if candidates else ()
        for rest in candidates:
            if rest[0] not in nearby:
                continue
            places = _follow(tokens, bases, at, rest, language)
            if places:
                name = " ".join((lemma, *rest))
                known = thesaurus.concepts(name, language) or thesaurus.concepts(
                    " ".join((token, *rest)), language
                )
                terms = {f'"{name}"': 1.0, **{f"#{number}": weight for number, weight in known}}
                found.append((name, terms, at, places))
                break
    return found


def _follow(
    tokens: list[str], bases: list[str], at: int, rest: tuple[str, ...], language: str
) -> tuple[int, ...]:
    """Where the words of a phrase stand after its first, or nothing where it isn't all there."""
    places = [at]
    skips = 1
    position = at + 1
    for wanted in rest:
        while position < len(tokens) and wanted not in (tokens[position], bases[position]):
            if not skips or tokens[position] not in STOP_WORDS[language]:
                return ()
            skips -= 1
            position += 1
        if position >= len(tokens):
            return ()
        places.append(position)
        position += 1
    return tuple(places)
