"""Where a post brings up what its account's card says that we don't comment on.

A note beside the text, and no check: it rests on the card, not on a guideline. It is silent where no card is known, where
nobody's account speaks, for what is quoted, and for a sentence that says just that: that we don't comment on it.

A topic is found when all of its words stand near each other, bent and joined as the organisation's own words are:
"politik" in "skattepolitiken". It isn't understood: "the election" doesn't bring up "politics".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vigor.check.advice import Span, Touched
from vigor.check.ownwords import OwnWords
from vigor.check.post import Post
from vigor.language.compounds import split
from vigor.language.lemmas import known_lemma, lemma
from vigor.language.stopwords import STOP_WORDS
from vigor.language.words import listed, words

SHORT = 3
"""Letters of a word that takes no endings but a genitive's: "AI" isn't in "air"."""

REACH = 24
"""Characters between the words of a topic: "share this, at a good price" isn't about the share price."""

_OR = re.compile(r"[,;/&]|\b(?:och|eller|samt|and|or)\b", re.IGNORECASE)
# What says little of what a topic is about: "ongoing lawsuits" are lawsuits, "political matters" are political.
_VAGUE = listed("""
    pågående aktuell aktuella kommande framtida intern interna känslig känsliga olika fråga frågor ämne ämnen spörsmål
    ongoing current pending upcoming future internal sensitive various question questions matter matters issue issues
    topic topics affair affairs
    """)
# "Machines that don't exist yet" aren't all machines: where one word is left of such a line, we can't tell which.
_DESCRIBED = listed("som inte ej utan än ännu bara that which who not no without yet only unless")
_REFUSES = re.compile(
    r"\b(?:kommenterar|diskuterar|uttalar|spekulerar|tar ställning|går in)\b[^.!?]{0,40}\b(?:inte|aldrig)\b|"
    r"\b(?:inte|aldrig)\b[^.!?]{0,30}\b(?:kommentera|diskutera|uttala|spekulera|ta ställning|gå in)|"
    r"\binga? kommentar|"
    r"\b(?:don['’]t|do not|can['’]t|cannot|won['’]t|will not|never|unable to|rather not)\s+"
    r"(?:comment|discuss|speculate|take sides|take a stand|go into)|\bno comment\b"
)


@dataclass(frozen=True, slots=True)
class _Topic:
    """`ways` are what it can mean, each the words that must all be there; a word is the set of its forms."""

    name: str
    ways: tuple[tuple[frozenset[str], ...], ...]


def touched(post: Post) -> Iterator[Touched]:
    """Each of the card's topics that the post brings up, in the card's order, with the first word that does."""
    if post.context.layer != "logo" or not post.context.avoids:
        return
    topics, sought = _sought(post.context.avoids, post.language)
    found: dict[Span, dict[str, Span]] = {}
    for span, form in sought.find("products", post.lower):
        if _is_meant(post.lower[span.start : span.end], form) and not post.is_quoted(span):
            found.setdefault(post.sentence_at(span.start), {}).setdefault(form, span)
    said = {where: forms for where, forms in found.items() if not _REFUSES.search(post.lower[slice(*where)])}
    for topic in topics:
        places = [place for forms in said.values() if (place := _first_of(topic, forms)) is not None]
        if places:
            yield Touched(topic.name, min(places))


def _first_of(topic: _Topic, forms: dict[str, Span]) -> Span | None:
    for way in topic.ways:
        spans = sorted(forms[form] for word in way for form in sorted(word & forms.keys())[:1])
        if len(spans) == len(way) and spans[-1].start - spans[0].end <= REACH:
            return spans[0]
    return None


def _is_meant(whole: str, form: str) -> bool:
    """Is it the word, bent or joined, and not only its letters?"""
    if len(form) <= SHORT:
        return whole in (form, f"{form}s") or not whole.isalnum()
    if whole.startswith(form):
        return True
    # "Konkurs" is a word of its own, and no "kurs".
    known = known_lemma(whole, "sv")
    return known is None or split(known) is not None


@lru_cache(maxsize=64)
def _sought(avoids: tuple[str, ...], language: str) -> tuple[tuple[_Topic, ...], OwnWords]:
    """The topics of a card, and all the forms of their words to look for at once."""
    topics = tuple(_Topic(topic, tuple(_ways(topic, language))) for topic in avoids)
    forms = {form for topic in topics for way in topic.ways for word in way for form in word}
    return topics, OwnWords(products=tuple(sorted(forms)))


def _ways(topic: str, language: str) -> Iterator[tuple[frozenset[str], ...]]:
    """ "Politics and religion" are two; "competitors' prices" is one, of two words."""
    for part in _OR.split(topic):
        told = [word for word in words(part.lower()) if word not in STOP_WORDS[language]]
        kept = [word for word in told if word not in _VAGUE] or told
        vast = len(kept) == 1 and not _DESCRIBED.isdisjoint(words(part.lower()))
        if kept and not vast:
            yield tuple(frozenset({word, lemma(word, language)}) for word in dict.fromkeys(kept))
