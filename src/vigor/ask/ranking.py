"""Which passages hold what a question asks about, and how much of it they hold.

First every wanted thing is looked up and the impacts are added up, BM25's way, where a thing that several words
may match counts once, by its best. Then the best passages are read again sentence by sentence: one sentence
(with the heading it stands under) that holds most of the question says more than a passage that mentions each
part somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from math import log

from vigor.ask.index import Index
from vigor.ask.question import Wanted
from vigor.ask.terms import Terms, topic_terms
from vigor.ask.typos import is_unknown, nearest_known
from vigor.ask.windows import grow

LEAST_MATCH = 0.25
"""Matches that are weaker than this are no matches: a near concept of a near concept."""
CANDIDATES = 32
LONGEST = 200
"""Postings read for one word: of a commoner one the passages where it is strongest, so that time stays bounded."""
IDF_FLOOR = 0.5
SENTENCE = 0.6
ABOVE = 0.4
NEIGHBOUR = 0.1
AROUND, REPEATED = 0.5, 0.2
"""What a better match around the place counts, and what every further one does."""
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
    """A place that may answer: a passage, and what is shown around it.

    `score` and `whole` (how well each slot is held, 0–1) are those of all that is shown, `alone` and `alone_holds`
    those of the passage itself, `best` those of its best sentence; `shown` is the numbers of the passages.
    """

    number: int
    score: float
    alone: float
    whole: tuple[float, ...]
    alone_holds: tuple[float, ...]
    best: tuple[float, ...]
    sentence: int = 0
    shown: tuple[int, ...] = ()


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


def rank(index: Index, slots: Sequence[Slot], limit: int = 3) -> list[Found]:
    """The best places with what stands around them, best first, at most `limit`; none overlaps another."""
    scores: dict[int, float] = {}
    for slot in slots:
        weight = slot.weight
        for number, value in slot.impacts.items():
            scores[number] = scores.get(number, 0.0) + weight * value
    reader = _Reader(index, slots, scores)
    places = [reader.read(one) for one in nlargest(CANDIDATES, scores, key=lambda one: (scores[one], -one))]
    shown: set[int] = set()
    chosen: list[Found] = []
    while len(chosen) < limit:
        places = [
            one if one.shown and shown.isdisjoint(one.shown) else reader.widen(one, shown)
            for one in places
            if one.number not in shown
        ]
        if not places and chosen:
            # Too few passages share a word with the question: the best place's neighbours read on from it.
            rest = [number for number in range(len(index.passages)) if number not in shown]
            near = min(rest, key=lambda number: abs(number - chosen[0].number), default=None)
            places = [] if near is None else [reader.widen(reader.read(near), shown)]
        if not places:
            break
        best = min(places, key=lambda one: (-one.score, one.number))
        chosen.append(best)
        shown.update(best.shown)
    return chosen


class _Reader:
    """Reads candidates sentence by sentence."""

    def __init__(self, index: Index, slots: Sequence[Slot], scores: dict[int, float]) -> None:
        self.index = index
        self.slots = slots
        self.scores = scores
        self.held: dict[int, tuple[float, ...]] = {}
        self.weights = [slot.weight for slot in slots]
        self.matched: dict[int, list[tuple[int, float]]] = {}
        for at, slot in enumerate(slots):
            for word, match in slot.matches.items():
                self.matched.setdefault(word, []).append((at, match))

    def read(self, number: int) -> Found:
        scores = self.scores
        rows = self._rows(number)
        heading = rows[0]
        whole = [max(column) for column in zip(*rows, strict=True)]
        best, best_value, sentence = heading, 0.0, 0
        for at, row in enumerate(rows[1:]):
            under = [max(own, ABOVE * above) for own, above in zip(row, heading, strict=True)]
            value = sum(map(_times, self.weights, under))
            if value > best_value:
                best, best_value, sentence = under, value, at
        score = scores.get(number, 0.0) + SENTENCE * best_value
        score += NEIGHBOUR * max(scores.get(number - 1, 0.0), scores.get(number + 1, 0.0))
        for slot, held in zip(self.slots, whole, strict=True):
            if slot.least and held and number not in slot.impacts:
                score += slot.weight * slot.least
        return Found(number, score, score, tuple(whole), tuple(whole), tuple(best), sentence)

    def widen(self, found: Found, shown: set[int]) -> Found:
        """The same with what stands around it and isn't shown already."""
        around = grow(self.index.passages, found.number, shown, lambda number: self.scores.get(number, 0.0))
        if len(around) == 1:
            return replace(found, shown=around, score=found.alone)
        others = [number for number in around if number != found.number]
        score = found.alone
        for slot in self.slots:
            impacts = [slot.impacts.get(number, 0.0) for number in others]
            more = max(0.0, max(impacts) - slot.impacts.get(found.number, 0.0))
            score += slot.weight * (AROUND * more + REPEATED * min(sum(impacts), 2.0))
        held = [found.alone_holds, *(self._holds(number) for number in others if number in self.scores)]
        whole = tuple(max(column) for column in zip(*held, strict=True))
        return replace(found, shown=around, score=score, whole=whole)

    def _holds(self, number: int) -> tuple[float, ...]:
        """How well a whole passage holds each slot (0–1)."""
        known = self.held.get(number)
        if known is None:
            known = self.held[number] = tuple(max(column) for column in zip(*self._rows(number), strict=True))
        return known

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
