"""What stands beside a point on the intranet: how it came to read like this, what is unsettled, what others hang there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from django.http import HttpRequest
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from vigor.policy.document import Audience, Guideline, Point, Section
from vigor_portal.policies.models import PublishedKey, Version
from vigor_portal.policies.queries import ReadText, older_than_original, versions
from vigor_portal.policies.words import label
from vigor_portal.wiring import AFTER_WORDS, POINT_PANELS


class Panel(Protocol):
    """Something that an app further down the house hangs beside a point: safe HTML, or nothing."""

    def __call__(self, request: HttpRequest, point: Point) -> SafeString: ...


@dataclass(frozen=True)
class Named:
    """A point and what it is called in a list."""

    key: str
    title: str


@dataclass(frozen=True)
class Change:
    """Points that came or got new words with a version. `whole`: the section itself came then."""

    version: Version
    came: tuple[Named, ...] = ()
    reworded: tuple[Named, ...] = ()
    whole: bool = False
    again: bool = False  # why it came stands open beside an earlier section of the page


@dataclass(frozen=True)
class Notes:
    """The margin beside a section, or beside one point."""

    changes: tuple[Change, ...] = ()  # the newest first
    older: tuple[Named, ...] = ()  # words older than the original's
    trials: tuple[Guideline, ...] = ()
    internal: bool = False  # all of it
    panels: tuple[SafeString, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.changes or self.older or self.trials or self.internal or self.panels)


@dataclass(frozen=True)
class Life:
    """What is known of a text's points beside their words, read once for a whole page."""

    versions: Mapping[int, Version]
    first: Mapping[str, int]  # key → the version that it came with
    worded_in: Mapping[str, int]
    older: frozenset[str]

    @property
    def beginning(self) -> int:
        return min(self.versions, default=1)


def life_of(text: ReadText) -> Life:
    """Three queries, however many points and versions there are."""
    older = frozenset() if text.original else older_than_original(text.version, text.language)
    keys = PublishedKey.objects.filter(policy=text.version.policy).values_list("key", "first__number")
    known = {version.number: version for version in versions() if version.number <= text.version.number}
    return Life(known, dict(keys), text.worded_in, older)


def notes_beside_each(request: HttpRequest, sections: Iterable[Section], life: Life) -> list[Notes]:
    """The margins of a whole page: why a version came is told once, beside the first section that it changed."""
    told: set[int] = set()
    margins = []
    for section in sections:
        notes = notes_beside(request, section.points(), life)
        changes = tuple(replace(each, again=each.version.number in told) for each in notes.changes)
        told |= {each.version.number for each in changes}
        margins.append(replace(notes, changes=changes))
    return margins


def notes_beside(request: HttpRequest, points: Iterable[Point], life: Life) -> Notes:
    """The margin beside the points: a section's own with all that stand in it, or a single one."""
    points = [point for point in points if point.key]
    return Notes(
        changes=tuple(_changes(points, life)),
        older=tuple(_named(point) for point in points if point.key in life.older),
        trials=tuple(point for point in points if isinstance(point, Guideline) and point.trial_until),
        internal=bool(points) and points[0].audience is Audience.INTERNAL,
        panels=tuple(html for panel in _panels() for point in points if (html := panel(request, point))),
    )


def after_words(request: HttpRequest, point: Point) -> tuple[SafeString, ...]:
    """What comes right after a point's own words, before what follows from them (`wiring.AFTER_WORDS`)."""
    return tuple(html for panel in _after() if (html := panel(request, point)))


def _changes(points: list[Point], life: Life) -> Iterable[Change]:
    for number in sorted({life.worded_in.get(point.key, 0) for point in points}, reverse=True):
        if number <= life.beginning or number not in life.versions:
            continue
        then = [point for point in points if life.worded_in.get(point.key) == number]
        came = [point for point in then if life.first.get(point.key) == number]
        reworded = [point for point in then if point not in came]
        whole = any(isinstance(point, Section) for point in came)
        # What came with its section needs no line of its own.
        named = () if whole else tuple(map(_named, came))
        yield Change(life.versions[number], named, tuple(map(_named, reworded)), whole)


def _named(point: Point) -> Named:
    return Named(point.key, label(point))


@lru_cache(maxsize=1)
def _panels() -> tuple[Panel, ...]:
    return tuple(import_string(path) for path in POINT_PANELS)


@lru_cache(maxsize=1)
def _after() -> tuple[Panel, ...]:
    return tuple(import_string(path) for path in AFTER_WORDS)
