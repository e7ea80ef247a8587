"""Asking the policy in force, and reading the questions that it didn't answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet
from django.urls import reverse

from vigor.ask import Index, Result, ask
from vigor.ask.points import from_policy
from vigor.language.identify import identify
from vigor.policy.document import Kind, Point, Policy
from vigor_portal.asking.models import Question
from vigor_portal.people.models import Member
from vigor_portal.policies import public, queries


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
        start, end = answer.sentence
        section = policy.section_of[answer.key]
        found.append(
            Found(
                point=point,
                kind=point.kind,
                heading=answer.heading,
                principle="" if section.title == answer.heading else section.title,
                before=answer.text[:start],
                sentence=answer.text[start:end],
                after=answer.text[end:],
            )
        )
    return Reply(result.answered and bool(found), tuple(found), language, version)


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
