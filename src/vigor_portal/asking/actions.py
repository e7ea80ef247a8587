"""Every write about questions: permission, change, log entry, in one transaction."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from vigor_portal.asking.models import Question, today
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow


@transaction.atomic
def send_question(
    text: str, language: str, *, by: Member, with_name: bool = False, on: date | None = None
) -> Question:
    """Send a question to communications; without `with_name` nothing says who asked.

    Then the log keeps silent too: its time of day, beside a server's log of addresses, would be a name after all.
    `on` is the day it was asked, for what is loaded from elsewhere. Raises NotAllowed.
    """
    allow(by, "asking.send")
    question = Question(text=text.strip(), language=language, asked_by=by if with_name else None)
    if on is not None:
        question.due_on += on - question.asked_on
        question.asked_on = on
    question.save()
    if with_name:
        record(by, "asking.sent", question)
    return question


@transaction.atomic
def take_on(question: Question, *, by: Member) -> None:
    """Somebody in communications makes the question theirs. Raises NotAllowed."""
    allow(by, "asking.answer", question)
    question.owner = by
    question.save(update_fields=["owner"])
    record(by, "asking.taken-on", question)


@transaction.atomic
def answer_question(question: Question, answer: str, point: str, *, by: Member) -> None:
    """Answer in words, with a point of the policy, or both. Raises NotAllowed."""
    allow(by, "asking.answer", question)
    _settle(question, Question.State.ANSWERED, answer=answer.strip(), point=point, by=by)
    record(by, "asking.answered", question)


@transaction.atomic
def set_aside(question: Question, *, by: Member) -> None:
    """The question needs no answer, or can't be answered here. Raises NotAllowed."""
    allow(by, "asking.answer", question)
    _settle(question, Question.State.SET_ASIDE, answer="", point="", by=by)
    record(by, "asking.set-aside", question)


@transaction.atomic
def reopen(question: Question, *, by: Member) -> None:
    """Undo: the question waits again; what was answered is kept to start from. Raises NotAllowed."""
    allow(by, "asking.answer", question)
    question.state = Question.State.OPEN
    question.answered_on = None
    question.save(update_fields=["state", "answered_on"])
    record(by, "asking.reopened", question)


def _settle(question: Question, state: Question.State, *, answer: str, point: str, by: Member) -> None:
    question.state, question.answer, question.point = state, answer, point
    question.owner = by
    question.answered_on = today()
    question.save(update_fields=["state", "answer", "point", "owner", "answered_on"])
