"""Everything that waits for somebody, gathered from the whole house."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils import timezone

from vigor_portal.notices.open_things import OpenThing, front
from vigor_portal.people.models import Member

# What is shown at once: who has more than this before them needs another colleague, not a longer page.
MOST = 50
FARTHEST_PAGE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """An open thing as the page shows it."""

    thing: OpenThing
    late: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of things to look at alone, and how many there are."""

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of it, the latest first. `left_out` is how many more there are after this page."""

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    late: int
    left_out: int
    page: int


def waiting(member: Member | None, kind: str = "", today: date | None = None, page: int = 1) -> Waiting:
    """What is open for a member, or for all (None), of one kind or of every kind."""
    day = today or timezone.localdate()
    page = min(max(page, 1), FARTHEST_PAGE)
    found = front(member, MOST * page, day, kind)
    there = found.there.get(kind, 0) if kind else sum(found.there.values())
    late = found.late.get(kind, 0) if kind else sum(found.late.values())
    # What was further down may have been settled since.
    page = min(page, max(1, ceil(there / MOST)))
    lines = tuple(Line(each, each.is_late(day)) for each in found.things[MOST * (page - 1) : MOST * page])
    by_number = sorted(found.there.items(), key=lambda each: -each[1])
    choices = tuple(Choice(name, count) for name, count in by_number)
    return Waiting(lines, choices if len(choices) > 1 else (), late, max(0, there - MOST * page), page)
