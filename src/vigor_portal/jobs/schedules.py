"""When something is due: cron expressions in the site's time zone, and a row that says what has been put in line.

A time that passed while no worker ran is made up for once, late; several missed times of one schedule are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cronsim import CronSim
from django.db import transaction
from django.utils import timezone

from vigor_portal import wiring
from vigor_portal.jobs.actions import enqueue
from vigor_portal.jobs.models import Schedule


@dataclass(frozen=True, slots=True)
class Line:
    """A function without arguments, at a dotted path, and when it is due (five fields of cron)."""

    cron: str
    function: str


def lines() -> tuple[Line, ...]:
    return tuple(Line(cron, function) for cron, function in wiring.SCHEDULES)


def last_due(cron: str, now: datetime) -> datetime:
    """The latest due time that isn't after `now`, in UTC."""
    # The clock runs backwards from just after: a job that is due at this very second is due.
    later = timezone.localtime(now).replace(microsecond=1)
    return next(CronSim(cron, later, reverse=True)).astimezone(UTC)


def next_due(cron: str, now: datetime) -> datetime:
    """The first due time after `now`, in UTC."""
    return next(CronSim(cron, timezone.localtime(now))).astimezone(UTC)


def put_in_line(now: datetime) -> list[str]:
    """Put in line what has become due, once whoever asks; returns the functions. Writes only when something is."""
    known = dict(Schedule.objects.values_list("function", "last_due"))
    return [line.function for line in lines() if _put(line, known.get(line.function), now)]


def _put(line: Line, before: datetime | None, now: datetime) -> bool:
    if before is None:
        # New here: it begins with the next time, for nothing has been missed.
        Schedule.objects.get_or_create(function=line.function, defaults={"last_due": now})
        return False
    due = last_due(line.cron, now)
    if due <= before:
        return False
    with transaction.atomic():
        # Two workers may find the same time due: only the one whose update hits the row puts the job in line.
        moved = Schedule.objects.filter(function=line.function, last_due=before).update(last_due=due)
        if moved:
            enqueue(line.function)
    return bool(moved)


class Clock:
    """Knows when something is due next, so that a worker at rest needn't ask the database every second."""

    def __init__(self) -> None:
        self._next: datetime | None = None

    def strike(self, now: datetime) -> list[str]:
        """What was put in line, if it was time for anything."""
        if self._next is not None and now < self._next:
            return []
        put = put_in_line(now)
        self._next = min((next_due(line.cron, now) for line in lines()), default=now + timedelta(days=1))
        return put
