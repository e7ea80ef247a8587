"""Words and sentences of a text, as spans of it, the same way everywhere.

A word is a run of letters and digits in any script; an apostrophe holds together ("don't"), a hyphen or a
slash does not ("facebook-inlägg" is two words). Everything is lower-cased and composed (NFC), å ä ö stay.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Which sign it is comes first: text between signs is then passed over at once.
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[\"”’')\]]*\s+(?=[\"“”‘’'(\[]*[^\Wa-zåäöéü_]))"
)
_SHORT_FORM = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|st|no|inc|t\.ex|bl\.a|dvs|ev|s\.k|m\.m|kl|nr|resp|ca|jfr)|\b\w)\.$",
    re.IGNORECASE,
)

Span = tuple[int, int]
"""Characters of a text: start, and end exclusive."""


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Every word of the text in lower case, with where it starts and ends (exclusive)."""
    lower = text.lower()
    # Composed already, and each letter lowered by itself: then all words can be lowered at once.
    if len(lower) != len(text) or "Σ" in text or not unicodedata.is_normalized("NFC", text):
        return [(normal(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    spans = []
    end = 0
    for word in _WORD.findall(lower):
        # What parts words holds no letter: the first place is the word's own.
        start = lower.find(word, end)
        end = start + len(word)
        spans.append((word if word.isalnum() else normal(word), start, end))
    return spans


def words(text: str) -> list[str]:
    """Every word of the text, in lower case."""
    return [normal(word) for word in _WORD.findall(text)]


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as running text, parted by blanks."""
    return frozenset(text.split())


def normal(word: str) -> str:
    """The word as it is looked up: composed, lower case, without a possessive or a negating ending."""
    word = (word if word.isascii() else unicodedata.normalize("NFC", word).replace("’", "'")).lower()
    if "'" in word:
        word = word.removesuffix("n't") if word.endswith("n't") else word.partition("'")[0]
    return word


def folded(word: str) -> str:
    """The word without its diacritics: how it is typed on a keyboard that lacks å ä ö."""
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    return "".join(character for character in marks if not unicodedata.combining(character))


def sentence_spans(text: str) -> list[Span]:
    """The sentences of the text in order; a line break always ends one, blanks belong to none."""
    spans: list[Span] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        stop = end.start() + len(end.group().rstrip())
        if "\n" not in end.group() and _SHORT_FORM.search(text, max(start, stop - 6), stop):
            continue
        if stop > start:
            spans.append((start, stop))
        start = end.end()
    stop = len(text.rstrip())
    if stop > start:
        spans.append((start, stop))
    return spans
