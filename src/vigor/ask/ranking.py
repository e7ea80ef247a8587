"""Which passages hold what a question asks about, and how much of it they hold.

First every wanted thing is looked up and the impacts are added up, BM25's way, where a thing that several words
may match counts once, by its best. Then the best passages are read again sentence by sentence: one sentence
(with the heading it stands under) that holds most of the question says more than a passage that mentions each
part somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from vigor.ask.index import Index
from vigor.ask.question import Wanted
from vigor.ask.terms import Terms, topic_terms
from vigor.ask.typos import is_unknown, nearest_known

LEAST_MATCH = 0.25
"""Matches that are weaker than this are no matches: a near concept of a near concept."""
CANDIDATES = 24
LONGEST = 200
"""Postings read for one word: of a commoner one the passages where it is strongest, so that time stays bounded."""
IDF_FLOOR = 0.5
SENTENCE = 0.6
ABOVE = 0.4
NEIGHBOUR = 0.1
GUESSED = 0.85


@dataclass(frozen=True, slots=True)
class Slot:
    """One wanted thing, matched against the vocabulary.

    `matches`: word number → how well it matches; `weight`: what it counts (idf × the question's weight);
    `impacts`: passage number → its best impact there; `least`: what a passage beyond the longest list has.
    """

    wanted: Wanted
    matches: dict[int, float]
    weight: float
    impacts: dict[int, float]
    least: float


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that may answer: its score, how well it and its best sentence hold each slot, and which that is."""

    number: int
    score: float
    whole: tuple[float, ...] = ()
    best: tuple[float, ...] = ()
    sentence: int = 0


def find_slots(index: Index, wanted: Sequence[Wanted]) -> list[Slot]:
    """Every wanted thing, looked up."""
    return [_slot(index, one, index.words_for(_mended(index, one), LEAST_MATCH)) for one in wanted]


def _mended(index: Index, wanted: Wanted) -> Terms:
    """The terms of a wanted word, with those of what it was probably meant to be where no list knows it."""
    terms = wanted.terms
    if wanted.kind or ":" in wanted.word or f"={wanted.word}" in index.by_term or not is_unknown(wanted.word):
        return terms
    terms = dict(terms)
    for guess in (index.spellings().nearest(wanted.word), nearest_known(wanted.word, wanted.language)):
        if guess:
            for term, value in topic_terms(guess[0], wanted.language).items():
                terms[term] = max(terms.get(term, 0.0), value * GUESSED)
    return terms


def _slot(index: Index, wanted: Wanted, matches: dict[int, float]) -> Slot:
    best: dict[int, float] = {}
    least, held = 0.0, 0.0
    for word, match in sorted(matches.items(), key=lambda entry: -entry[1]):
        postings = index.postings[word]
        held += match * len(postings.passages)
        if len(best) > 2 * LONGEST:
            continue
        for number, impact in zip(postings.passages[:LONGEST], postings.impacts[:LONGEST], strict=True):
            value = match * impact
            if value > best.get(number, 0.0):
                best[number] = value
        if len(postings.passages) > LONGEST:
            least = max(least, match * postings.impacts[-1])
    count = len(index.passages)
    held = min(held, count if least else len(best))
    idf = log(1 + (count - held + 0.5) / (held + 0.5))
    return Slot(wanted, matches, wanted.weight * (idf + IDF_FLOOR), best, least)


def rank(index: Index, slots: Sequence[Slot]) -> list[Found]:
    """The best candidates, best first."""
    scores: dict[int, float] = {}
    for slot in slots:
        weight = slot.weight
        for number, value in slot.impacts.items():
            scores[number] = scores.get(number, 0.0) + weight * value
    reader = _Reader(index, slots)
    found = [
        reader.read(number, scores)
        for number in nlargest(CANDIDATES, scores, key=lambda one: (scores[one], -one))
    ]
    found.sort(key=lambda one: (-one.score, one.number))
    return found


class _Reader:
    """Reads candidates sentence by sentence."""

    def __init__(self, index: Index, slots: Sequence[Slot]) -> None:
        self.index = index
        self.slots = slots
        self.weights = [slot.weight for slot in slots]
        self.matched: dict[int, list[tuple[int, float]]] = {}
        for at, slot in enumerate(slots):
            for word, match in slot.matches.items():
                self.matched.setdefault(word, []).append((at, match))

    def read(self, number: int, scores: dict[int, float]) -> Found:
        rows = self._rows(number)
        heading = rows[0]
        whole = [max(column) for column in zip(*rows, strict=True)]
        best, best_value, sentence = heading, 0.0, 0
        for at, row in enumerate(rows[1:]):
            under = [max(own, ABOVE * above) for own, above in zip(row, heading, strict=True)]
            value = sum(map(_times, self.weights, under))
            if value > best_value:
                best, best_value, sentence = under, value, at
        score = scores[number] + SENTENCE * best_value
        score += NEIGHBOUR * max(scores.get(number - 1, 0.0), scores.get(number + 1, 0.0))
        for slot, held in zip(self.slots, whole, strict=True):
            if slot.least and held and number not in slot.impacts:
                score += slot.weight * slot.least
        return Found(number, score, tuple(whole), tuple(best), sentence)

    def _rows(self, number: int) -> list[list[float]]:
        """How well the headings, then each sentence, hold each slot (0–1)."""
        none = [0.0] * len(self.slots)
        row = list(none)
        rows = []
        matched = self.matched
        for word in self.index.sentences[number]:
            if word < 0:
                rows.append(row)
                row = list(none)
            elif word in matched:
                for slot, match in matched[word]:
                    if match > row[slot]:
                        row[slot] = match
        return rows


def _times(one: float, other: float) -> float:
    return one * other
