"""Ask an index: the passages that answer, best first, each with the sentence that does; or that none does."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.ask.confidence import ANSWERED, confidence
from vigor.ask.index import Index
from vigor.ask.question import read_question
from vigor.ask.ranking import Found, find_slots, rank
from vigor.ask.windows import read_on
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
    found = rank(index, slots, limit)
    sure = confidence(asked, slots, found)
    answers = tuple(_answer(index, one) for one in found)
    return Result(bool(answers) and sure >= ANSWERED, answers, asked.language, round(sure, 4))


def _answer(index: Index, found: Found) -> Answer:
    passage = index.passages[found.number]
    spans = sentence_spans(passage.text)
    start, end = spans[found.sentence] if found.sentence < len(spans) else (0, len(passage.text))
    text, at = read_on(index.passages, found.shown, found.number)
    return Answer(passage.key, passage.heading, text, round(found.score, 4), (at + start, at + end))
