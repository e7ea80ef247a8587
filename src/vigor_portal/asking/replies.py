"""From a question to what we say: points of the policy, and what communications has answered before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max
from django.urls import reverse

from vigor.ask import Answer as Hit
from vigor.ask import Index, Passage, Result, ask
from vigor.ask.points import from_policy
from vigor.language.identify import identify
from vigor.policy.document import Case, Kind, Point, Policy
from vigor.policy.html import to_plain
from vigor.policy.same import Same
from vigor_portal.asking import public as answers_for_all
from vigor_portal.asking.models import Answer, PublicAnswer
from vigor_portal.policies import public, queries

# Answers stand in the index beside the points, under keys that no point can have.
_ANSWER = "answer:"


@dataclass(frozen=True)
class Way:
    """What we do in a case, and why; `answers` marks the one that answers the question."""

    act: str
    outcome: str
    answers: bool


@dataclass(frozen=True)
class Found:
    """A point that answers: its passage around the sentence that does, and where the point stands."""

    point: Point
    kind: Kind
    heading: str  # the case's own, else the section's
    principle: str  # the section that it stands in; empty where that is the heading
    before: str
    sentence: str
    after: str
    ways: tuple[Way, ...] = ()  # of a case: what we do. The ways that tempt stand on the case's own page.


@dataclass(frozen=True)
class Said:
    """A question that communications has answered before; `point` is the key of what it rests on, or empty."""

    public_id: str
    point: str
    heading: str  # the question
    before: str
    sentence: str
    after: str
    kind: str = "answer"


@dataclass(frozen=True)
class Reply:
    """What the policy says to a question. `answered` False: `found` are only the nearest points."""

    answered: bool
    found: tuple[Found | Said, ...]
    language: str
    version: int


def ask_policy(question: str, reader_language: str) -> Reply | None:
    """Ask what is in force, all of it; None where nothing is published.

    A question in another language than the reader's is answered from the text in the question's language, if
    there is one: the words that somebody asks in are those that they read best.
    """
    version = queries.current()
    if version is None:
        return None
    texts = queries.texts_of(version)
    text = texts.get(_language(question, reader_language, tuple(texts))) or next(iter(texts.values()), None)
    if text is None:
        return None
    return _reply(
        question, text.policy, text.language, version.number, _index_with_answers(text.policy, text.language)
    )


def ask_public(question: str, language: str) -> Reply | None:
    """Ask what is public, and nothing else: to this box what is internal does not exist."""
    text = public.public_current(language)
    if text is None:
        return None
    index = _build_index(Same(text.policy), text.language, answers_for_all.stamp(text.language), public=True)
    return _reply(question, text.policy, text.language, text.number, index)


def public_alternates(language: str) -> list[tuple[str, str]]:
    """(language, address of the box) for each language that the public text has, the asked one among them."""
    history = public.public_history()
    held = {code for _, code in history.texts} if history else set()
    return [(code, reverse("press-ask", args=[code])) for code in sorted(held | {language}, reverse=True)]


def _language(question: str, reader: str, held: tuple[str, ...]) -> str:
    asked_in = identify(question, default=reader)
    return asked_in if asked_in in held else reader


def _reply(question: str, policy: Policy, language: str, version: int, index: Index) -> Reply:
    result: Result = ask(index, question)
    found: list[Found | Said] = []
    for answer in result.answers:
        if answer.key.startswith(_ANSWER):
            found.append(_said(answer))
            continue
        point = policy.by_key.get(answer.key)
        if point is None:
            continue  # the opening, which has no address of its own
        found.append(_found(answer, point, policy.section_of[answer.key].title))
    return Reply(result.answered and bool(found), tuple(found), language, version)


def _said(answer: Hit) -> Said:
    public_id, _colon, point = answer.key.removeprefix(_ANSWER).partition(":")
    return Said(public_id, point, answer.heading, *_parts(answer))


def _found(answer: Hit, point: Point, section: str) -> Found:
    before, sentence, after = _parts(answer)
    ways: tuple[Way, ...] = ()
    if isinstance(point, Case) and any(option.ours for option in point.options):
        # Whatever sentence was nearest to the question: the answer is what we do.
        ways = _ways(point, sentence)
        before, sentence, after = to_plain(point.situation), "", ""
    return Found(
        point=point,
        kind=point.kind,
        heading=answer.heading,
        principle="" if section == answer.heading else section,
        before=before,
        sentence=sentence,
        after=after,
        ways=ways,
    )


def _parts(answer: Hit) -> tuple[str, str, str]:
    """A passage before, in and after the sentence that answers."""
    start, end = answer.sentence
    return answer.text[:start], answer.text[start:end], answer.text[end:]


def _ways(case: Case, sentence: str) -> tuple[Way, ...]:
    ours = [(to_plain(option.act), to_plain(option.outcome)) for option in case.options if option.ours]
    nearest = next(
        (at for at, (act, _) in enumerate(ours) if sentence.strip() and sentence.strip() in act), 0
    )
    return tuple(Way(act, outcome, at == nearest) for at, (act, outcome) in enumerate(ours))


def _index_with_answers(policy: Policy, language: str) -> Index:
    """One small query tells whether an answer has come or changed since the index was built."""
    stamp = Answer.objects.filter(language=language).aggregate(n=Count("pk"), last=Max("changed_at"))
    return _build_index(Same(policy), language, (stamp["n"], stamp["last"]), public=False)


@lru_cache(maxsize=16)
def _build_index(held: Same, language: str, stamp: tuple[int, datetime | None], *, public: bool) -> Index:
    passages = list(from_policy(held.policy))
    if stamp[0]:
        passages += _answers_for_all(held.policy, language) if public else _answers(language)
    return Index.build(passages)


def _answers(language: str) -> Iterator[Passage]:
    for row in Answer.objects.filter(language=language, taken_back=False):
        yield _passage(row)


def _answers_for_all(policy: Policy, language: str) -> Iterator[Passage]:
    """The public rows that rest on a point of the public text: it alone says what is public."""
    for row in answers_for_all.answers_in(language):
        if row.point in policy.by_key:
            yield _passage(row)


def _passage(row: Answer | PublicAnswer) -> Passage:
    key = f"{_ANSWER}{row.public_id}:{row.point}"
    return Passage(key, row.question, row.text or row.question, (), row.language)
