"""The snapshot: once a week at the most, every figure is made anew by the rule in `figures.py`, and proved.

The database counts and marks, set by set; the rule sees groups of people, never a person.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When

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
    plans = _renew(asked, on)
    shown = cells(asked)
    StanceFigure.objects.all().delete()
    StanceFigure.objects.bulk_create(shown, batch_size=2_000)
    reasons = _pass_on(asked, on)
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
            # What PostgreSQL knows of the tables is from before: it would take the new blocks and marks for none, and
            # compare every answer with every block.
            cursor.execute("SET LOCAL enable_nestloop = off")
            # A plan that has to use one all the same looks so dear that it would be compiled first.
            cursor.execute("SET LOCAL jit = off")


def _leave_behind(asked: Asked) -> None:
    """What is about points that are gone, or about what a point meant before."""
    for model in (Stance, StanceBlock, StanceReason):
        model._default_manager.exclude(guideline__in=asked.guidelines).delete()
    for guideline in asked.guidelines:
        earlier = {"guideline": guideline, "meant__lt": asked.meant_in(guideline)}
        StanceBlock.objects.filter(**earlier).delete()
        StanceReason.objects.filter(**earlier).delete()


def _renew(asked: Asked, on: date) -> list[Plan]:
    """Plan every guideline's streams, and do what the plans say."""
    live: dict[str, set[int]] = defaultdict(set)
    for guideline, stream in StanceBlock.objects.values_list("guideline", "stream"):
        live[guideline].add(stream)
    groups = _groups(asked)
    plans = {guideline: plan(groups[guideline], live[guideline]) for guideline in asked.guidelines}
    for guideline, made in plans.items():
        StanceBlock.objects.filter(guideline=guideline).exclude(stream__in=made.kept).delete()
    StanceBlock.objects.bulk_create(
        (
            StanceBlock(
                guideline=guideline,
                meant=asked.meant_in(guideline),
                stream=stream,
                agree=counts.agree,
                unsure=counts.unsure,
                disagree=counts.disagree,
                renewed_on=on,
            )
            for guideline, made in plans.items()
            for stream, counts in made.renewed.items()
        ),
        batch_size=2_000,
    )
    _mark(on)
    return list(plans.values())


def _groups(asked: Asked) -> dict[str, list[Group]]:
    """By guideline, in one pass over the table: a guideline's answers lie scattered all over it."""
    columns = ("guideline", "version", "department_id", "stance", "seen", "counted_in", "counted_as")
    rows = Stance.objects.values_list(*columns).annotate(people=Count("pk")).order_by()
    found: dict[str, list[Group]] = defaultdict(list)
    for guideline, version, home, stance, seen, counted_in, counted_as, people in rows:
        if version >= asked.meant_in(guideline):
            group = Group(
                people=people,
                home=home or ELSEWHERE,
                stance=Kind(stance) if stance else None,
                seen=frozenset(kind for kind, bit in BITS.items() if seen & bit),
                counted_in=counted_in,
                counted_as=Kind(counted_as) if counted_as else None,
            )
            found[guideline].append(group)
    return found


def _mark(on: date) -> None:
    """Say on each row which block counts it now. Rows that say so already are left in peace: most of them do.

    The blocks that there are now are those that stayed, and those renewed `on` this day.
    """
    stays = Exists(_blocks(stream=OuterRef("counted_in"), renewed_on__lt=on))
    own = Exists(_blocks(stream=OuterRef("department_id")))
    bit: Any = Case(*(When(stance=kind.value, then=Value(bit)) for kind, bit in BITS.items()))
    free = Stance.objects.exclude(stance="").filter(~stays)
    theirs = free.filter(Exists(_blocks(stream=OuterRef("department_id"), renewed_on=on)))
    theirs.exclude(counted_in=F("department_id"), counted_as=F("stance")).update(
        counted_in=F("department_id"), counted_as=F("stance"), seen=F("seen").bitor(bit)
    )
    others = free.filter(Exists(_blocks(stream=ELSEWHERE, renewed_on=on)), ~own)
    others.exclude(counted_in=ELSEWHERE, counted_as=F("stance")).update(
        counted_in=ELSEWHERE, counted_as=F("stance"), seen=F("seen").bitor(bit)
    )
    _unmark(own, on)


def _unmark(own: Exists, on: date) -> None:
    """Whom no block counts any more. One reason at a time: the database joins each, where all at once would have
    it look up every row by itself."""
    marked = Stance.objects.exclude(counted_in=None)
    renewed = marked.filter(Exists(_blocks(stream=OuterRef("counted_in"), renewed_on=on)))
    for gone in (
        marked.filter(~Exists(_blocks(stream=OuterRef("counted_in")))),
        renewed.exclude(counted_as=F("stance")),
        renewed.exclude(counted_in=ELSEWHERE).exclude(counted_in=F("department_id")),
        renewed.filter(own, counted_in=ELSEWHERE),
    ):
        gone.update(counted_in=None, counted_as="")


def _blocks(**of: Any) -> QuerySet[StanceBlock]:
    """The blocks of a row's guideline, in the meaning that the row answers to."""
    return StanceBlock.objects.filter(guideline=OuterRef("guideline"), meant__lte=OuterRef("version"), **of)


def _pass_on(asked: Asked, on: date) -> int:
    """Pass reasons on where five people or more have written new ones; the words are cut loose from their rows."""
    written: dict[str, list[Stance]] = defaultdict(list)
    for row in Stance.objects.exclude(Q(reason="") | Q(stance="")):
        if row.version >= asked.meant_in(row.guideline):
            written[row.guideline].append(row)
    passed = [row for rows in written.values() if len(rows) >= FEWEST for row in rows]
    loose = [
        StanceReason(
            id=uuid4(),
            guideline=row.guideline,
            meant=asked.meant_in(row.guideline),
            text=row.reason,
            passed_on=on,
        )
        for row in passed
    ]
    # In the order of their new, random keys: the order of the rows could be compared.
    StanceReason.objects.bulk_create(sorted(loose, key=lambda reason: reason.id.int), batch_size=500)
    for start in range(0, len(passed), 500):
        keys = [row.pk for row in passed[start : start + 500]]
        Stance.objects.filter(pk__in=keys).update(reason="", passed_on=True)
    return len(loose)
