"""A question taken apart: the words that carry its topic, each with what may match it and how much it counts."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.ask.furniture import FURNITURE, LIGHT
from vigor.ask.terms import Terms, halves, phrases_in, terms_of
from vigor.language.identify import identify_words
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import words

PHRASED = 0.4
"""What a word still counts on its own when it stands in a phrase: "sociala" in "sociala medier"."""
LIGHT_WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing the question asks about. `weight` is 1 for a word of its own, less for a part or a light word."""

    word: str
    terms: Terms
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    language: str
    wanted: tuple[Wanted, ...]


def read_question(text: str, *, language: str | None = None, default: str = "en") -> Question:
    """The question's language (found where it isn't given) and what it asks about, in its order."""
    tokens = words(text)[:120]
    tongue = language if language in ("sv", "en") else identify_words(tokens, default)
    phrases = phrases_in(tokens, tongue)
    inside = {place for phrase in phrases for place in phrase[3]}
    wanted: dict[str, Wanted] = {}
    for name, terms, _, _ in phrases:
        wanted.setdefault(name, Wanted(name, terms))
    small = STOP_WORDS[tongue]
    furniture = FURNITURE[tongue]
    for place, token in enumerate(tokens):
        if token in small or token in furniture:
            continue
        weight = PHRASED if place in inside else 1.0
        if token in LIGHT[tongue]:
            weight *= LIGHT_WEIGHT
        for part in _parts(token, tongue, weight):
            if part.word not in wanted or wanted[part.word].weight < part.weight:
                wanted[part.word] = part
    if not wanted:
        wanted = {token: Wanted(token, terms_of(token, tongue)) for token in tokens if len(token) > 1}
    return Question(tongue, tuple(wanted.values()))


def _parts(token: str, language: str, weight: float) -> list[Wanted]:
    """A word, or the two halves of a compound: whatever matches the whole matches both."""
    whole = terms_of(token, language)
    pieces = halves(token) if language == "sv" else ()
    if not pieces:
        return [Wanted(token, whole, weight)]
    own = {term: value for term, value in whole.items()}
    return [
        Wanted(f"{token}:{piece}", _joined(own, terms_of(piece, language)), weight * 0.6) for piece in pieces
    ]


def _joined(whole: Terms, piece: Terms) -> Terms:
    terms = dict(whole)
    for term, value in piece.items():
        terms[term] = max(terms.get(term, 0.0), value * 0.9)
    return terms
