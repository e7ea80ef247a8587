"""What hangs beside a point on the intranet: what is said of it, and a way in (`wiring.POINT_PANELS`).

On the page of the whole policy a section has one way in for all of its points, and a point a note of its own only
where somebody has said something: sixty forms would be no margin.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.document import Kind, Point, Section
from vigor_portal.dialogue.threads.queries import talks
from vigor_portal.people.permissions import may
from vigor_portal.policies.words import label

NOTHING = SafeString("")


def beside(request: HttpRequest, point: Point) -> SafeString:
    """One query for a whole page."""
    if not point.key or not may(request.user, "dialogue.talk"):
        return NOTHING
    talk = talks(request).get(point.key)
    said = talk is not None and bool(talk.open or talk.closed or talk.public)
    alone = _stands_alone(request)
    ways: list[tuple[str, str]] = []
    if alone:
        ways = [(point.key, label(point))]
    elif isinstance(point, Section):
        ways = [(each.key, label(each)) for each in point.points() if each.key]
    if not said and not ways:
        return NOTHING
    context = {
        "point": point,
        "label": label(point),
        "is_section": point.kind not in (Kind.GUIDELINE, Kind.CASE),
        "talk": talk if said else None,
        "alone": alone,
        "ways": ways,
        "assets": _first_time(request),
    }
    return mark_safe(render_to_string("dialogue/threads/panel.html", context, request=None))  # noqa: S308


def _stands_alone(request: HttpRequest) -> bool:
    """Is this the page of one point?"""
    found = request.resolver_match
    return found is not None and found.view_name == "policies:point"


def _first_time(request: HttpRequest) -> bool:
    """Style and script come with the first panel of a page."""
    first = not getattr(request, "_talk_assets", False)
    request._talk_assets = True  # type: ignore[attr-defined]
    return first
