"""Ask an index: the passages that answer, best first, each with the sentence that does; or that none does."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from vigor.ask.index import Index
from vigor.ask.passages import Passage
from vigor.ask.question import Question, read_question
from vigor.language.words import Span, sentence_spans

LEAST_MATCH = 0.25
CANDIDATES = 40
SENTENCE = 0.6
NEIGHBOUR = 0.1
COVERED = 0.45
"""The share of what a question asks about that a passage must hold before we call it an answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A passage that answers. `sentence`: where in its text the sentence stands that answers best."""

    key: str
    heading: str
    text: str
    score: float
    sentence: Span


@dataclass(frozen=True, slots=True)
class Result:
    """`answered` false is the honest "the policy doesn't say"; the answers are then the nearest places."""

    answered: bool
    answers: tuple[Answer, ...]
    language: str
    confidence: float = 0.0


@dataclass(slots=True)
class _Slot:
    """One wanted thing, matched against the vocabulary: its words, and what it counts (idf × weight)."""

    matches: dict[int, float]
    weight: float
    per_passage: dict[int, float]


def ask(index: Index, question: str, *, language: str | None = None, limit: int = 3) -> Result:
    """The best answers to a question in Swedish or English, at most `limit`.

    `language` ("sv" or "en") is that of the question, found from its words when not given.
    """
    default = index.passages[0].language if index.passages else "en"
    asked = read_question(question, language=language, default=default)
    slots = [_slot(index, wanted.terms, wanted.weight) for wanted in asked.wanted]
    ranked = _rank(index, slots)
    total = sum(slot.weight for slot in slots)
    answers = []
    confidence = 0.0
    for score, number, coverage, sentence in ranked[:limit]:
        passage = index.passages[number]
        confidence = max(confidence, coverage / total if total else 0.0)
        answers.append(
            Answer(passage.key, passage.heading, passage.text, round(score, 4), _span(passage, sentence))
        )
    return Result(bool(answers) and confidence >= COVERED, tuple(answers), asked.language, round(confidence, 4))


def _slot(index: Index, terms: dict[str, float], weight: float) -> _Slot:
    matches = index.words_for(terms, LEAST_MATCH)
    best: dict[int, float] = {}
    strength: dict[int, float] = {}
    for word, match in matches.items():
        postings = index.postings[word]
        for number, impact in zip(postings.passages, postings.impacts, strict=True):
            value = match * impact
            if value > best.get(number, 0.0):
                best[number] = value
            if match > strength.get(number, 0.0):
                strength[number] = match
    held = sum(strength.values())
    count = len(index.passages)
    idf = log(1 + (count - held + 0.5) / (held + 0.5))
    return _Slot(matches, weight * (idf + 0.5), best)


def _rank(index: Index, slots: list[_Slot]) -> list[tuple[float, int, float, int]]:
    """(score, passage, covered weight, best sentence) of the best candidates, best first."""
    scores: dict[int, float] = {}
    for slot in slots:
        for number, value in slot.per_passage.items():
            scores[number] = scores.get(number, 0.0) + slot.weight * value
    first = sorted(scores, key=lambda number: -scores[number])[:CANDIDATES]
    matched: dict[int, list[tuple[int, float]]] = {}
    for at, slot in enumerate(slots):
        for word, match in slot.matches.items():
            matched.setdefault(word, []).append((at, match))
    weights = [slot.weight for slot in slots]
    ranked = []
    for number in first:
        covered, best, sentence = _sentences(index, number, matched, weights)
        around = max(scores.get(number - 1, 0.0), scores.get(number + 1, 0.0))
        score = scores[number] + SENTENCE * best + NEIGHBOUR * around
        ranked.append((score, number, covered, sentence))
    ranked.sort(key=lambda entry: (-entry[0], entry[1]))
    return ranked


def _sentences(
    index: Index, number: int, matched: dict[int, list[tuple[int, float]]], weights: list[float]
) -> tuple[float, float, int]:
    """(weight covered by the whole passage, by its best sentence with its heading, which sentence)."""
    whole = [0.0] * len(weights)
    heading = [0.0] * len(weights)
    current = [0.0] * len(weights)
    at = -1
    best, best_at = 0.0, 0
    for word in index.sentences[number]:
        if word >= 0:
            for slot, match in matched.get(word, ()):
                if match > current[slot]:
                    current[slot] = match
            continue
        if at < 0:
            heading = current
        value = sum(
            weight * max(own, 0.5 * above) for weight, own, above in zip(weights, current, heading, strict=True)
        )
        if at >= 0 and value > best:
            best, best_at = value, at
        whole = [max(one, other) for one, other in zip(whole, current, strict=True)]
        current = [0.0] * len(weights)
        at += 1
    return sum(weight * own for weight, own in zip(weights, whole, strict=True)), best, best_at


def _span(passage: Passage, sentence: int) -> Span:
    spans = sentence_spans(passage.text)
    return spans[sentence] if sentence < len(spans) else (0, len(passage.text))
