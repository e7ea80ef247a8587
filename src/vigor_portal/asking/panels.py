"""What hangs beside a point on the intranet: what was asked about it, and answered (`wiring.POINT_PANELS`)."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from vigor.policy.document import Point
from vigor_portal.asking import queries
from vigor_portal.people.permissions import may


def beside(request: HttpRequest, point: Point) -> SafeString:
    """On the page of the point itself: one query."""
    found = request.resolver_match
    alone = found is not None and found.view_name == "policies:point"
    if not alone or not point.key or not may(request.user, "asking.read-answered"):
        return SafeString("")
    rows = list(queries.answers().filter(point=point.key))
    if not rows:
        return SafeString("")
    return mark_safe(render_to_string("asking/beside.html", {"asked": rows}))  # noqa: S308
