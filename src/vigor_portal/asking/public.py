"""Answers for everybody: the public rows, and everything that writes or reads them.

A question and its answer may be read in the press room for as long as the point that they rest on is public. Everything
public reads `PublicAnswer` and the public projection of the policy, and nothing else; both are written in the
transaction that changes something. Whoever changes a row holds the policy first: while a version is being published that
makes a point internal, nobody lets out what rests on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.asking.models import Answer, PublicAnswer, today
from vigor_portal.log.actions import record
from vigor_portal.policies.models import Version
from vigor_portal.policies.press.written import rewrite_points
from vigor_portal.policies.public import public_history, public_state_of


def is_public(point: str) -> bool:
    """Does the point stand in the public text in force?"""
    return bool(point) and public_state_of(point) == "present"


def public_keys() -> frozenset[str]:
    """The keys of every point in the public text in force."""
    history = public_history()
    text = history.current(history.original) if history else None
    return frozenset(text.policy.by_key) if text else frozenset()


def show(answer: Answer) -> None:
    """Write the answer's public row anew, or take it away; inside the transaction that changed it."""
    row = PublicAnswer.objects.filter(public_id=answer.public_id).first()
    before = _said(row) if row else None
    if not answer.public:
        if row is not None:
            row.delete()
            rewrite_points([row.point])
        return
    if row is not None and before == _said(answer):
        return
    # Where it moves to another point it leaves the first one's page, too.
    _write(answer)
    rewrite_points({answer.point, row.point} if row else {answer.point})


def follow(version: Version) -> None:
    """What rests on a point that is internal or gone from now on is public no longer (`wiring.AFTER_PUBLISH`).

    It stands before the pages are written: they show what is left.
    """
    if PublicAnswer.objects.exists():
        _take_in(Answer.objects.select_for_update().filter(public=True))


@transaction.atomic
def rewrite() -> str:
    """All public rows anew, after an upgrade or a restore (`wiring.AFTER_UPGRADE`)."""
    _take_in(Answer.objects.select_for_update().filter(public=True))
    shown = list(Answer.objects.filter(public=True))
    PublicAnswer.objects.exclude(public_id__in=[answer.public_id for answer in shown]).delete()
    held = {row.public_id: _said(row) for row in PublicAnswer.objects.all()}
    for answer in shown:
        if held.get(answer.public_id) != _said(answer):
            _write(answer)
    return _("Answers in the press room: %(n)s.") % {"n": len(shown)}


def any_answers() -> bool:
    return PublicAnswer.objects.exists()


def answers_in(language: str) -> QuerySet[PublicAnswer]:
    return PublicAnswer.objects.filter(language=language)


def answers_beside(point: str, language: str) -> list[PublicAnswer]:
    """What was answered about a point: in the language, or in whichever there is where it is in no other."""
    rows = list(PublicAnswer.objects.filter(point=point))
    return [row for row in rows if row.language == language] or rows


def all_answers(language: str) -> list[PublicAnswer]:
    """Every public answer that rests on a point of the public text: in the language, or all where none is in it."""
    keys = public_keys()
    rows = [row for row in PublicAnswer.objects.all() if row.point in keys]
    return [row for row in rows if row.language == language] or rows


def stamp(language: str) -> tuple[int, datetime | None]:
    """Another one whenever the answers in a language are others: one small query."""
    found = answers_in(language).aggregate(n=Count("pk"), last=Max("written_at"))
    return found["n"], found["last"]


def _take_in(answers: Iterable[Answer]) -> None:
    """Those whose point isn't public stay inside from now on. They don't come out again by themselves."""
    keys = public_keys()
    for answer in answers:
        if answer.point not in keys:
            answer.public = False
            answer.save(update_fields=["public"])
            PublicAnswer.objects.filter(public_id=answer.public_id).delete()
            record(None, "asking.answer-taken-in", answer)


def _write(answer: Answer) -> None:
    PublicAnswer.objects.update_or_create(
        public_id=answer.public_id,
        defaults={
            "question": answer.question,
            "text": answer.text,
            "language": answer.language,
            "point": answer.point,
            "since": today(),
            "written_at": timezone.now(),
        },
    )


def _said(row: Answer | PublicAnswer) -> tuple[str, str, str, str]:
    return row.question, row.text, row.language, row.point
