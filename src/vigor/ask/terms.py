"""From words to terms: everything a word may be matched by, each with how much of it that carries (0–1).

A question's word and a text's word match as well as their best common term does: the same base form wholly,
the same concept nearly, the same stem, compound part or cognate less. Concepts belong to no language, which is
what lets a Swedish question find an English text.

    =lemma   the base form        ~sv:stem   the stem        #12   a concept of the thesaurus
    ^frame   what cognates share  "a b"      a phrase of the thesaurus, in base forms
"""

from __future__ import annotations

from functools import lru_cache

from vigor.ask.thesaurus import load
from vigor.language.compounds import split
from vigor.language.lemmas import known_lemma
from vigor.language.stems import skeleton, stem
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import folded

STEM = 0.75
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
    singles = load().singles[language]
    return word in singles or base(word, language) in singles


def topical(word: str, language: str) -> bool | None:
    """True for a word (or phrase) of the field, False for a common one, None for one that neither list has."""
    thesaurus = load()
    kinds = thesaurus.topical[language]
    found = kinds.get(word)
    return kinds.get(base(word, language)) if found is None else found


def halves(word: str) -> tuple[str, ...]:
    """The base forms of a Swedish compound's two halves; empty where it is none."""
    return split(word, load().singles["sv"]) or ()


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
    return terms


def concepts(word: str, lemma: str, language: str) -> list[tuple[int, float]]:
    """The concepts of a word by its form and its base form; else by what the other language says."""
    thesaurus = load()
    found = thesaurus.concepts(word, language)
    if lemma != word:
        found = [*found, *thesaurus.concepts(lemma, language)]
    if found:
        return found
    other = _OTHER[language]
    if word in STOP_WORDS[language]:
        return []
    borrowed = thesaurus.concepts(word, other) or thesaurus.concepts(lemma, other)
    return [(number, weight * BORROWED) for number, weight in borrowed]


def _raise(terms: Terms, term: str, weight: float) -> None:
    if weight > terms.get(term, 0.0):
        terms[term] = weight


Phrase = tuple[str, Terms, int, tuple[int, ...]]
"""A phrase found: its name, its terms, the position of its first word, and the positions it is made of."""


def phrases_in(tokens: list[str], language: str) -> list[Phrase]:
    """The thesaurus phrases in a row of words; one small word may stand inside ("lägger jag ut")."""
    table = load().phrases[language]
    bases = [base(token, language) for token in tokens]
    found: list[Phrase] = []
    for at, (token, lemma) in enumerate(zip(tokens, bases, strict=True)):
        candidates = table.get(lemma, [])
        if token != lemma:
            candidates = [*candidates, *table.get(token, [])]
        for rest, known in candidates:
            places = _follow(tokens, bases, at, rest, language)
            if places:
                name = " ".join((lemma, *rest))
                terms = {f'"{name}"': 1.0, **{f"#{number}": weight for number, weight in known}}
                found.append((name, terms, at, places))
                break
    return found


def _follow(tokens: list[str], bases: list[str], at: int, rest: list[str], language: str) -> tuple[int, ...]:
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
