"""What a kind of notice says. Each app words its own kinds; `wiring.NOTICES` lists them.

def threads(notices: Sequence[Notice]) -> dict[str, Thread]:
    return rows_of(notices, Thread.objects.select_related("owner"))

@described(_("Somebody calls you in"), how=How.NOW, reads=threads)
def called_in(notice: Notice) -> Telling | None:
    thread = thing_of(notice, threads)
    ...

So a page of thirty notices asks the database once for each kind on it, and a single notice is worded by the same function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from vigor_portal import wiring
from vigor_portal.notices.models import How

if TYPE_CHECKING:
    from vigor_portal.notices.models import Notice


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice in words, in the language that is active. `url` is a path on this site."""

    sentence: str
    url: str


Wording = Callable[["Notice"], Telling | None]
# What several notices of a kind are about, by their `object_id`.
Reading = Callable[[Sequence["Notice"]], Mapping[str, Any]]
Thing = TypeVar("Thing")
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: what the page of wishes calls it, how one is told unless one wishes otherwise, its words."""

    name: str
    label: str | Promise
    how: How
    wording: Wording
    reads: Reading | None = None


def described(
    label: str | Promise, *, how: How = How.DAY, reads: Reading | None = None
) -> Callable[[Wording], Wording]:
    """Say what a kind is called on the page of wishes (translated lazily), how one is told by default, and how what
    several notices of it are about is read at once."""

    def describe(wording: Wording) -> Wording:
        wording.label, wording.how, wording.reads = label, how, reads  # type: ignore[attr-defined]
        return wording

    return describe


def rows_of(notices: Sequence[Notice], rows: QuerySet[Row]) -> dict[str, Row]:
    """The rows that the notices are about, by `object_id`; those that are gone are left out."""
    return {str(row.pk): row for row in rows.filter(pk__in=[notice.object_id for notice in notices])}


def thing_of(notice: Notice, reads: Callable[[Sequence[Notice]], Mapping[str, Thing]]) -> Thing | None:
    """What a notice is about, as `reads` has it; None when that is gone."""
    things = reads([notice]) if notice.things is None else notice.things
    return things.get(notice.object_id)


def kinds() -> dict[str, Kind]:
    """Every kind that there is, by name, in the order of the list."""
    return _kinds(wiring.NOTICES)


@lru_cache(maxsize=8)
def _kinds(listed: tuple[tuple[str, str], ...]) -> dict[str, Kind]:
    return {name: _kind(name, import_string(path)) for name, path in listed}


def _kind(name: str, wording: Wording) -> Kind:
    label, how = getattr(wording, "label", name), getattr(wording, "how", How.DAY)
    return Kind(name, label, how, wording, getattr(wording, "reads", None))
