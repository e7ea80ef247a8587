"""A question taken apart: the words that carry its topic, each with what may match it and how much it counts."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.ask.furniture import FURNITURE, LIGHT
from vigor.ask.kinds import asks_kind, asks_what, wanted_kinds
from vigor.ask.terms import Phrase, Terms, elsewhere, halves, is_known, phrases_in, topic_terms, topical
from vigor.language.identify import identify_words
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import words

HALF = 0.6
"""What each half of a compound or of a phrase of two words counts; a word of its own counts 1."""
PHRASED = 0.7
ALONE = 0.5
"""How well a phrase's word matches alone: "konto" for "privat konto"; "lägga" says less for "lägga ut"."""
LIGHT_WEIGHT = 0.5
KIND = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing the question asks about. `weight` is 1 for a word of its own, less for a part or a light word."""

    word: str
    terms: Terms
    weight: float = 1.0
    language: str = "en"
    topical: bool | None = None  # True: a word of this field, False: a common word, None: neither list has it
    elsewhere: bool = False
    kind: bool = False  # no word, but the kind of answer that is waited for


@dataclass(frozen=True, slots=True)
class Question:
    """`fact`: whether one certain fact is wanted (who, when, how many, which), rather than advice."""

    language: str
    wanted: tuple[Wanted, ...]
    fact: bool = False


def read_question(text: str, *, language: str | None = None, default: str = "en") -> Question:
    """The question's language (found where it isn't given) and what it asks about, in its order."""
    tokens = words(text)[:120]
    tongue = language if language in ("sv", "en") else identify_words(tokens, default)
    small = STOP_WORDS[tongue] | FURNITURE[tongue]
    wanted: dict[str, Wanted] = {}
    inside: set[int] = set()
    for phrase in phrases_in(tokens, tongue):
        content = [tokens[place] for place in phrase[3] if tokens[place] not in small]
        if inside.issuperset(phrase[3]) or not (content or _says_something(phrase, tongue)):
            continue
        inside.update(phrase[3])
        # Small words alone may make a phrase that says something: "ta bort".
        for part in _phrase(phrase, content, tongue) if content else [_small_phrase(phrase, tongue)]:
            wanted.setdefault(part.word, part)
    inside |= asks_kind(tokens, tongue)
    for place, token in enumerate(tokens):
        if token in small or place in inside:
            continue
        for part in _parts(token, tongue):
            if part.word not in wanted or wanted[part.word].weight < part.weight:
                wanted[part.word] = part
    if not wanted:
        wanted = {
            token: Wanted(token, topic_terms(token, tongue), 1.0, tongue)
            for token in tokens
            if len(token) > 1
        }
    kinds = wanted_kinds(tokens, tongue)
    if kinds:
        wanted["%"] = Wanted("%", dict.fromkeys(kinds, 1.0), KIND, tongue, kind=True)
    return Question(tongue, tuple(wanted.values()), bool(kinds) or asks_what(tokens))


def _parts(token: str, language: str) -> list[Wanted]:
    """A word, or the two halves of a compound: whatever matches the whole matches both."""
    whole = topic_terms(token, language)
    light = LIGHT_WEIGHT if token in LIGHT[language] else 1.0
    pieces = halves(token) if language == "sv" and not is_known(token, language) else ()
    if not pieces:
        return [Wanted(token, whole, light, language, topical(token, language), elsewhere(token, language))]
    return [
        Wanted(
            f"{token}:{piece}",
            _joined(whole, topic_terms(piece, language), 0.9),
            HALF * light,
            language,
            topical(piece, language),
            elsewhere(token, language),
        )
        for piece in pieces
    ]


def _says_something(phrase: Phrase, language: str) -> bool:
    """Whether a phrase of small words alone is of the field, and has a word that isn't the smallest kind."""
    words_in = phrase[0].split()
    return bool(topical(phrase[0], language)) and any(word in FURNITURE[language] for word in words_in)


def _small_phrase(phrase: Phrase, language: str) -> Wanted:
    return Wanted(f"{phrase[0]}:", phrase[1], 1.0, language, topical(phrase[0], language))


def _phrase(phrase: Phrase, content: list[str], language: str) -> list[Wanted]:
    """A phrase's words, each matched by what matches the phrase and, more weakly, by what matches the word."""
    share = ALONE if len(content) == 1 else PHRASED
    weight = 1.0 if len(content) == 1 else HALF
    return [
        Wanted(
            f"{phrase[0]}:{token}",
            _joined(phrase[1], topic_terms(token, language), share),
            weight * (LIGHT_WEIGHT if len(content) > 1 and token in LIGHT[language] else 1.0),
            language,
            topical(phrase[0], language),
            elsewhere(token, language),
        )
        for token in content
    ]


def _joined(whole: Terms, piece: Terms, share: float) -> Terms:
    terms = dict(whole)
    for term, value in piece.items():
        terms[term] = max(terms.get(term, 0.0), value * share)
    return terms
