"""Which of our two languages a text is in. Stop words decide; letters settle what they leave open."""

from __future__ import annotations

from collections.abc import Iterable

from vigor.language.stopwords import ENGLISH, SWEDISH
from vigor.language.words import words

LANGUAGES = ("sv", "en")

# Words that are common in both ("i", "man", "under", "in") say nothing about which it is.
_ONLY_SWEDISH = SWEDISH - ENGLISH - {"man", "under", "in", "i", "hit", "fast", "just", "via"}
_ONLY_ENGLISH = ENGLISH - SWEDISH - {"man", "under", "in", "i", "hit", "fast", "just", "via"}
_SWEDISH_ENDINGS = (
    "ande",
    "ningar",
    "ningen",
    "arna",
    "erna",
    "orna",
    "ens",
    "het",
    "heten",
    "igt",
    "ligt",
    "sk",
    "iska",
)
_ENGLISH_ENDINGS = ("ing", "tion", "tions", "ness", "ment", "ments", "ly", "ous", "ful", "th", "ed", "ies")


def identify(text: str, default: str = "en") -> str:
    """ "sv" or "en": the language of the text, or the default where nothing in it tells."""
    return identify_words(words(text), default)


def identify_words(tokens: Iterable[str], default: str = "en") -> str:
    """The same from words that are already in lower case."""
    score = 0.0
    for word in tokens:
        if word in _ONLY_SWEDISH:
            score += 1.0
        elif word in _ONLY_ENGLISH:
            score -= 1.0
        elif not word.isascii() and any(letter in "åäö" for letter in word):
            score += 0.8
        elif word.endswith(_SWEDISH_ENDINGS):
            score += 0.2
        elif word.endswith(_ENGLISH_ENDINGS):
            score -= 0.2
    if score == 0:
        return default
    return "sv" if score > 0 else "en"
