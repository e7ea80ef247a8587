"""Ask an index: the passages that answer, best first, each with the sentence that does; or that none does."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.ask.confidence import ANSWERED, confidence
from vigor.ask.index import Index
from vigor.ask.passages import Passage
from vigor.ask.question import read_question
from vigor.ask.ranking import Found, find_slots, rank
from vigor.language.words import Span, sentence_spans


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


def ask(index: Index, question: str, *, language: str | None = None, limit: int = 3) -> Result:
    """The best answers to a question in Swedish or English, at most `limit`.

    `language` ("sv" or "en") is that of the question, found from its words when not given.
    """
    default = index.passages[0].language if index.passages else "en"
    asked = read_question(question, language=language, default=default)
    slots = find_slots(index, asked.wanted)
    found = _filled(index, rank(index, slots), limit)[:limit]
    sure = max((confidence(slots, one) for one in found), default=0.0)
    answers = tuple(_answer(index.passages[one.number], one) for one in found)
    return Result(bool(answers) and sure >= ANSWERED, answers, asked.language, round(sure, 4))


def _filled(index: Index, found: list[Found], limit: int) -> list[Found]:
    """Where too few passages share a word with the question, the best one's neighbours read on from it."""
    if not found or len(found) >= limit:
        return found
    taken = {one.number for one in found}
    best = found[0].number
    around = sorted(range(len(index.passages)), key=lambda number: (abs(number - best), -number))
    spare = [number for number in around[: 2 * limit + 1] if number not in taken]
    return [*found, *(Found(number, 0.0) for number in spare[: limit - len(found)])]


def _answer(passage: Passage, found: Found) -> Answer:
    spans = sentence_spans(passage.text)
    sentence = spans[found.sentence] if found.sentence < len(spans) else (0, len(passage.text))
    return Answer(passage.key, passage.heading, passage.text, round(found.score, 4), sentence)
