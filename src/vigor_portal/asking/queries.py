"""Reading the questions that the policy didn't answer, and the answers to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.asking.actions import seal
from vigor_portal.asking.models import Answer, Question
from vigor_portal.notices.open_things import OpenRows, OpenThing
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies import queries as policies
from vigor_portal.policies.queries import ReadText


def open_questions() -> QuerySet[Question]:
    """The gaps: what somebody asked and the policy doesn't say, the late ones first."""
    return Question.objects.filter(state=Question.State.OPEN).select_related("asked_by", "owner")


def settled_questions() -> QuerySet[Question]:
    return (
        Question.objects.exclude(state=Question.State.OPEN)
        .select_related("asked_by", "owner")
        .order_by("-answered_on", "public_id")
    )


def answers() -> QuerySet[Answer]:
    """What communications has answered, for every member; without a word of who asked."""
    return Answer.objects.filter(taken_back=False)


def answers_taken_back() -> QuerySet[Answer]:
    return Answer.objects.filter(taken_back=True)


def settled_for(member: Member) -> list[Question]:
    """Nameless questions of the member's that have been settled, and that they haven't read about yet.

    Only a member's own key finds them, when they look: nothing stored says whose they are.
    """
    sealed = Question.objects.exclude(seal="").exclude(state=Question.State.OPEN).select_related("answer")
    return [question for question in sealed if question.seal == seal(question, member)]


def shaky_answers() -> list[Answer]:
    """Answers that rest on a point which has other words since, or is gone: for communications to look through."""
    resting = list(answers().exclude(point="").select_related("written_by"))
    texts = _texts_in_force() if resting else {}
    return [answer for answer in resting if _has_moved_on(answer, texts)]


def is_shaky(answer: Answer) -> bool:
    """Does it rest on a point which has other words since, or is gone?"""
    return bool(answer.point) and _has_moved_on(answer, _texts_in_force())


def _texts_in_force() -> dict[str, ReadText]:
    version = policies.current()
    return policies.texts_of(version) if version else {}


def _has_moved_on(answer: Answer, texts: dict[str, ReadText]) -> bool:
    text = texts.get(answer.language) or next(iter(texts.values()), None)
    if text is None or answer.point not in text.policy.by_key:
        return True
    return text.worded_in.get(answer.point, 0) > (answer.rests_on or 0)


def open_things(member: Member | None) -> OpenRows[Question]:
    """Questions that wait: a member's own and those that they sent with their name; None: all (`wiring.OPEN_THINGS`)."""
    rows = open_questions()
    if member is not None:
        rows = rows.filter(Q(owner=member) | Q(asked_by=member))
    writes = member is None or may(member, "asking.answer")

    def told(row: Question) -> OpenThing:
        page = reverse("asking:gap", args=[row.public_id]) if writes else reverse("asking:answered")
        return OpenThing(_("question"), row.text, page, row.owner, row.due_on, _midnight(row.asked_on))

    return OpenRows(_("question"), rows, "due_on", told)


def answers_to_look_through(member: Member | None) -> Iterator[OpenThing]:
    """For all (None): the answers that rest on a point which has changed (`wiring.OPEN_THINGS`)."""
    for answer in shaky_answers() if member is None else ():
        page = reverse("asking:answer", args=[answer.public_id])
        yield OpenThing(
            _("answer to look through"), answer.question, page, answer.written_by, None, answer.changed_at
        )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def questions_of(member: Member) -> tuple[str, list[dict[str, str]]]:
    """("questions", those that a member sent with their name): what is stored here about them."""
    sent = Question.objects.filter(asked_by=member).select_related("answer")
    return "questions", [
        {
            "asked_on": question.asked_on.isoformat(),
            "text": question.text,
            "answer": question.answer.text if question.answer else "",
        }
        for question in sent
    ]
