"""Everything that waits for somebody, gathered from the whole house."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from vigor_portal.notices.open_things import OpenThing, open_things
from vigor_portal.people.models import Member

# What is shown at once: who has more than this before them needs another colleague, not a longer page.
MOST = 200


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
    """The latest first. `left_out` is how many more there are than the page shows."""

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    late: int
    left_out: int


def waiting(member: Member | None, kind: str = "", today: date | None = None) -> Waiting:
    """What is open for a member, or for all (None), of one kind or of every kind."""
    day = today or timezone.localdate()
    things = open_things(member)
    counts = Counter(thing.kind for thing in things)
    chosen = [thing for thing in things if not kind or thing.kind == kind]
    lines = tuple(Line(each, _is_late(each, day)) for each in chosen[:MOST])
    choices = tuple(Choice(name, count) for name, count in counts.most_common())
    late = sum(_is_late(each, day) for each in chosen)
    return Waiting(lines, choices if len(choices) > 1 else (), late, max(0, len(chosen) - MOST))


def _is_late(thing: OpenThing, day: date) -> bool:
    return thing.last_day is not None and thing.last_day < day
