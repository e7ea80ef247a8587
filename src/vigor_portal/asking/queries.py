"""Asking the policy in force, and reading the questions that it didn't answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet
from django.urls import reverse

from vigor.ask import Answer, Index, Result, ask
from vigor.ask.points import from_policy
from vigor.language.identify import identify
from vigor.policy.document import Case, Kind, Point, Policy
from vigor.policy.html import to_plain
from vigor_portal.asking.models import Question
from vigor_portal.people.models import Member
from vigor_portal.policies import public, queries


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
class Reply:
    """What the policy says to a question. `answered` False: `found` are only the nearest points."""

    answered: bool
    found: tuple[Found, ...]
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
    return _reply(question, text.policy, text.language, version.number) if text else None


def ask_public(question: str, language: str) -> Reply | None:
    """Ask the public projection, and nothing else: to this box what is internal does not exist."""
    text = public.public_current(language)
    return _reply(question, text.policy, language, text.number) if text else None


def public_alternates(language: str) -> list[tuple[str, str]]:
    """(language, address of the box) for each language that the public text has, the asked one among them."""
    history = public.public_history()
    held = {code for _, code in history.texts} if history else set()
    return [(code, reverse("press-ask", args=[code])) for code in sorted(held | {language}, reverse=True)]


def open_questions() -> QuerySet[Question]:
    """The gaps: what somebody asked and the policy doesn't say, the late ones first."""
    return Question.objects.filter(state=Question.State.OPEN).select_related("asked_by", "owner")


def settled_questions() -> QuerySet[Question]:
    return (
        Question.objects.exclude(state=Question.State.OPEN)
        .select_related("asked_by", "owner")
        .order_by("-answered_on", "public_id")
    )


def answered_questions() -> QuerySet[Question]:
    """What communications has answered, for every member; without names."""
    return Question.objects.filter(state=Question.State.ANSWERED).order_by("-answered_on", "public_id")


def questions_of(member: Member) -> tuple[str, list[dict[str, str]]]:
    """("questions", those that a member sent with their name): what is stored here about them."""
    sent = Question.objects.filter(asked_by=member)
    return "questions", [
        {"asked_on": question.asked_on.isoformat(), "text": question.text, "answer": question.answer}
        for question in sent
    ]


def _language(question: str, reader: str, held: tuple[str, ...]) -> str:
    asked_in = identify(question, default=reader)
    return asked_in if asked_in in held else reader


def _reply(question: str, policy: Policy, language: str, version: int) -> Reply:
    result: Result = ask(_index(policy), question)
    found = []
    for answer in result.answers:
        point = policy.by_key.get(answer.key)
        if point is None:
            continue  # the opening, which has no address of its own
        found.append(_found(answer, point, policy.section_of[answer.key].title))
    return Reply(result.answered and bool(found), tuple(found), language, version)


def _found(answer: Answer, point: Point, section: str) -> Found:
    start, end = answer.sentence
    before, sentence, after = answer.text[:start], answer.text[start:end], answer.text[end:]
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


def _ways(case: Case, sentence: str) -> tuple[Way, ...]:
    ours = [(to_plain(option.act), to_plain(option.outcome)) for option in case.options if option.ours]
    nearest = next(
        (at for at, (act, _) in enumerate(ours) if sentence.strip() and sentence.strip() in act), 0
    )
    return tuple(Way(act, outcome, at == nearest) for at, (act, outcome) in enumerate(ours))


class _SamePolicy:
    """A parsed policy as a key for the cache: the one object, not its words (hashing those takes longer)."""

    __slots__ = ("policy",)

    def __init__(self, policy: Policy) -> None:
        self.policy = policy

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SamePolicy) and other.policy is self.policy

    def __hash__(self) -> int:
        return id(self.policy)


def _index(policy: Policy) -> Index:
    return _build_index(_SamePolicy(policy))


@lru_cache(maxsize=16)
def _build_index(held: _SamePolicy) -> Index:
    return Index.build(from_policy(held.policy))
