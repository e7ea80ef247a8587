"""Every open thing of the house, each with an owner and a last day, as each app tells of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from django.db.models import Count, Model, Q, QuerySet
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

    def is_late(self, today: date) -> bool:
        return self.last_day is not None and self.last_day < today


Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class OpenRows(Generic[Row]):
    """Open things that may be very many: the rows of a table, counted where they lie and read as far as is shown.

    `rows` stands in the order of the field `last_day`; `told` makes a thing of a row, always of the kind `kind`.
    """

    kind: str
    rows: QuerySet[Row]
    last_day: str
    told: Callable[[Row], OpenThing]

    def __iter__(self) -> Iterator[OpenThing]:
        return map(self.told, self.rows.iterator(chunk_size=500))

    def first(self, most: int) -> list[OpenThing]:
        return [self.told(row) for row in self.rows[:most]]

    def count(self, today: date) -> tuple[int, int]:
        """(how many there are, how many of them are late)."""
        late = Count("pk", filter=Q(**{f"{self.last_day}__lt": today}))
        found = self.rows.order_by().aggregate(there=Count("pk"), late=late)
        return found["there"], found["late"]


# What may be very many comes as OpenRows; the rest as things, one after the other.
Source = Callable[[Member | None], Iterable[OpenThing]]


@dataclass(frozen=True, slots=True)
class Front:
    """The first of what is open, and by kind how many there are, and how many of them are late."""

    things: list[OpenThing]
    there: Mapping[str, int]
    late: Mapping[str, int]


def open_things(member: Member | None) -> list[OpenThing]:
    """What is open, the latest first, what has no last day at the end. A member: what concerns them; None: all."""
    things = [thing for source in _sources() for thing in source(member)]
    return sorted(things, key=lambda thing: (thing.last_day or date.max, thing.since))


def front(member: Member | None, most: int, today: date, kind: str = "") -> Front:
    """The `most` first of what is open, of one kind or of all; it costs the same however much follows them."""
    there: Counter[str] = Counter()
    late: Counter[str] = Counter()
    things: list[OpenThing] = []
    for source in _sources():
        found = source(member)
        if isinstance(found, OpenRows):
            many, behind = found.count(today)
            if many:
                there[found.kind] += many
                late[found.kind] += behind
                things += found.first(most) if kind in ("", found.kind) else []
            continue
        listed = sorted(found, key=lambda thing: (_day(thing), thing.since))
        there.update(thing.kind for thing in listed)
        late.update(thing.kind for thing in listed if thing.is_late(today))
        things += [thing for thing in listed if kind in ("", thing.kind)][:most]
    # By the day alone, and otherwise as each source has them: so one front continues where a shorter one ends.
    return Front(sorted(things, key=_day)[:most], there, late)


def owned_by(member: Member, most: int, *, leaving_out: tuple[str, ...] = ()) -> list[OpenThing]:
    """What is open and theirs to see to, by last day: `most` of each source whose path doesn't begin as in `leaving_out`."""
    things: list[OpenThing] = []
    for source in _sources(leaving_out):
        found = source(member)
        listed = found.first(most) if isinstance(found, OpenRows) else found
        things += [thing for thing in listed if thing.owner == member]
    return sorted(things, key=_day)


def _sources(leaving_out: tuple[str, ...] = ()) -> list[Source]:
    """Everything that is wired, save paths that begin so."""
    return [import_string(path) for path in wiring.OPEN_THINGS if not path.startswith(leaving_out)]


def _day(thing: OpenThing) -> date:
    return thing.last_day or date.max
