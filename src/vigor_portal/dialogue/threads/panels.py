"""What hangs beside a point on the intranet: what is said of it, and a way in (`wiring.POINT_PANELS`).

On the page of the whole policy a section speaks for all of its points: the conversations that are open, the newest
first, and one way in. Sixty forms would be no margin.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.document import Point, Section
from vigor_portal.dialogue.models import Talk
from vigor_portal.dialogue.threads.queries import talks
from vigor_portal.people.permissions import may
from vigor_portal.policies.words import label

NOTHING = SafeString("")
# So many open conversations are told of beside a section; the others are found among its points.
AT_ONCE = 3


@dataclass(frozen=True)
class Way:
    """A point that one can say something about, and what has been said of it."""

    key: str
    label: str
    talk: Talk | None

    @property
    def is_open(self) -> bool:
        return self.talk is not None and self.talk.open > 0


def beside(request: HttpRequest, point: Point) -> SafeString:
    """One query for a whole page."""
    if not point.key or not may(request.user, "dialogue.talk"):
        return NOTHING
    alone = _stands_alone(request)
    if not alone and not isinstance(point, Section):
        return NOTHING
    points = point.points() if isinstance(point, Section) and not alone else (point,)
    ways = [_way(request, each) for each in points if each.key]
    open_ones = sorted((way for way in ways if way.is_open), key=_newest, reverse=True)
    context = {
        "key": point.key,
        "alone": alone,
        "ways": ways,
        "open_ones": [] if alone else open_ones[:AT_ONCE],
        "assets": _first_time(request),
    }
    return mark_safe(render_to_string("dialogue/threads/panel.html", context, request=None))  # noqa: S308


def _way(request: HttpRequest, point: Point) -> Way:
    talk = talks(request).get(point.key)
    said = talk is not None and bool(talk.open or talk.closed or talk.public)
    return Way(point.key, label(point), talk if said else None)


def _newest(way: Way) -> int:
    newest = way.talk.newest_id if way.talk is not None else None
    return newest or 0


def _stands_alone(request: HttpRequest) -> bool:
    """Is this the page of one point?"""
    found = request.resolver_match
    return found is not None and found.view_name == "policies:point"


def _first_time(request: HttpRequest) -> bool:
    """Style and script come with the first panel of a page."""
    first = not getattr(request, "_talk_assets", False)
    request._talk_assets = True  # type: ignore[attr-defined]
    return first
