"""The snapshot: once a week at the most, every figure is made anew by the rule in `figures.py`, and proved.

The database counts and marks, set by set; the rule sees groups of people, never a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from vigor_portal.dialogue.models import Stance, StanceBlock, StanceFigure, StanceReason, StanceSnapshot
from vigor_portal.dialogue.models.stances import today
from vigor_portal.dialogue.stances.asked import Asked, asked_in_original
from vigor_portal.dialogue.stances.figures import ELSEWHERE, FEWEST, Group, Plan, plan
from vigor_portal.dialogue.stances.figures import Stance as Kind
from vigor_portal.dialogue.stances.proofs import NotProved, cells, prove

DAYS_BETWEEN = 7
BITS = {Kind.AGREE: 1, Kind.UNSURE: 2, Kind.DISAGREE: 4}


class TooEarly(Exception):
    """There was a snapshot less than a week ago. `next_on` is the day of the next."""

    def __init__(self, next_on: date) -> None:
        super().__init__(next_on)
        self.next_on = next_on


@dataclass(frozen=True)
class Made:
    """What a snapshot did: blocks renewed, left as they were and retired; cells shown; reasons passed on."""

    renewed: int = 0
    kept: int = 0
    retired: int = 0
    cells: int = 0
    reasons: int = 0


@transaction.atomic
def make_snapshot(on: date | None = None) -> Made:
    """Make the figures anew, as of `on` (today). Raises TooEarly, NotProved; then nothing has changed."""
    on = on or today()
    latest = StanceSnapshot.objects.order_by("-made_on").first()
    if latest is not None and on < latest.made_on + timedelta(days=DAYS_BETWEEN):
        raise TooEarly(latest.made_on + timedelta(days=DAYS_BETWEEN))
    asked = asked_in_original()
    if asked is None:
        return Made()
    _hold_still()
    _leave_behind(asked)
    plans = [_renew(guideline, asked.meant_in(guideline), on) for guideline in asked.guidelines]
    shown = cells(asked)
    StanceFigure.objects.all().delete()
    StanceFigure.objects.bulk_create(shown, batch_size=2_000)
    reasons = sum(_pass_on(guideline, asked.meant_in(guideline), on) for guideline in asked.guidelines)
    StanceSnapshot.objects.all().delete()
    StanceSnapshot.objects.create(made_on=on, version=asked.version.number)
    if wrong := prove().wrong:
        raise NotProved(wrong)
    return Made(
        sum(len(each.renewed) for each in plans),
        sum(len(each.kept) for each in plans),
        sum(len(each.retired) for each in plans),
        len(shown),
        reasons,
    )


def _hold_still() -> None:
    """Nobody answers while it is being counted: SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {Stance._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _leave_behind(asked: Asked) -> None:
    """What is about points that are gone, or about what a point meant before."""
    for model in (Stance, StanceBlock, StanceReason):
        model._default_manager.exclude(guideline__in=asked.guidelines).delete()
    for guideline in asked.guidelines:
        earlier = {"guideline": guideline, "meant__lt": asked.meant_in(guideline)}
        StanceBlock.objects.filter(**earlier).delete()
        StanceReason.objects.filter(**earlier).delete()


def _renew(guideline: str, meant: int, on: date) -> Plan:
    """Plan one guideline's streams and do what the plan says."""
    blocks = StanceBlock.objects.filter(guideline=guideline)
    answers = Stance.objects.filter(guideline=guideline, version__gte=meant)
    made = plan(_groups(answers), set(blocks.values_list("stream", flat=True)))
    _mark(answers, made)
    blocks.exclude(stream__in=made.kept).delete()
    StanceBlock.objects.bulk_create(
        StanceBlock(
            guideline=guideline,
            meant=meant,
            stream=stream,
            agree=counts.agree,
            unsure=counts.unsure,
            disagree=counts.disagree,
            renewed_on=on,
        )
        for stream, counts in made.renewed.items()
    )
    return made


def _groups(answers: QuerySet[Stance]) -> list[Group]:
    rows = answers.values_list("department_id", "stance", "seen", "counted_in", "counted_as").annotate(
        people=Count("pk")
    )
    return [
        Group(
            people=people,
            home=home or ELSEWHERE,
            stance=Kind(stance) if stance else None,
            seen=frozenset(kind for kind, bit in BITS.items() if seen & bit),
            counted_in=counted_in,
            counted_as=Kind(counted_as) if counted_as else None,
        )
        for home, stance, seen, counted_in, counted_as, people in rows
    ]


def _mark(answers: QuerySet[Stance], made: Plan) -> None:
    """Say on each row which block counts it now. Rows that say so already are left in peace: most of them do."""
    free = Q(counted_in=None) | ~Q(counted_in__in=made.kept)
    standing = answers.exclude(stance="")
    bit: Any = Case(*(When(stance=kind.value, then=Value(bit)) for kind, bit in BITS.items()))
    departments = made.renewed.keys() - {ELSEWHERE}
    right = Q(pk__in=[])
    if departments:
        right |= Q(department__in=departments, counted_in=F("department_id"), counted_as=F("stance"))
        theirs = standing.filter(free, department__in=departments).exclude(right)
        theirs.update(counted_in=F("department_id"), counted_as=F("stance"), seen=F("seen").bitor(bit))
    if ELSEWHERE in made.renewed:
        rest = (Q(department=None) | ~Q(department__in=made.own)) & Q(
            counted_in=ELSEWHERE, counted_as=F("stance")
        )
        others = standing.filter(Q(department=None) | ~Q(department__in=made.own), free).exclude(rest)
        others.update(counted_in=ELSEWHERE, counted_as=F("stance"), seen=F("seen").bitor(bit))
        right |= rest
    gone = answers.exclude(counted_in=None).exclude(counted_in__in=made.kept).exclude(right)
    gone.update(counted_in=None, counted_as="")


def _pass_on(guideline: str, meant: int, on: date) -> int:
    """Pass reasons on when five people or more have written new ones; the words are cut loose from their rows."""
    rows = Stance.objects.filter(guideline=guideline, version__gte=meant).exclude(Q(reason="") | Q(stance=""))
    texts: Iterable[str] = list(rows.values_list("reason", flat=True))
    loose = [
        StanceReason(id=uuid4(), guideline=guideline, meant=meant, text=text, passed_on=on) for text in texts
    ]
    if len(loose) < FEWEST:
        return 0
    # In the order of their new, random keys: the order of writing is the order of the rows, which could be compared.
    StanceReason.objects.bulk_create(sorted(loose, key=lambda reason: reason.id.int))
    rows.update(reason="", passed_on=True)
    return len(loose)
