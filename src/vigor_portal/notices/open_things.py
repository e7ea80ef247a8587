"""Every open thing of the house, each with an owner and a last day, as each app tells of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.module_loading import import_string

from vigor_portal import wiring
from vigor_portal.people.models import Department, Member


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Something that waits for somebody. `title` is in the active language, `url` a path on this site."""

    kind: str
    title: str
    url: str
    owner: Member | None
    last_day: date | None
    since: datetime
    department: Department | None = None


Source = Callable[[Member | None], Iterable[OpenThing]]


def open_things(member: Member | None) -> list[OpenThing]:
    """What is open, the latest first, what has no last day at the end. A member: what concerns them; None: all."""
    sources: list[Source] = [import_string(path) for path in wiring.OPEN_THINGS]
    things = [thing for source in sources for thing in source(member)]
    return sorted(things, key=lambda thing: (thing.last_day or date.max, thing.since))
