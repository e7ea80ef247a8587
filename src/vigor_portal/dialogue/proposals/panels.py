"""The quiet link beside a point: suggest better words, and what is suggested already (`wiring.POINT_PANELS`).

On the page of the whole policy a section speaks for all of its points.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vigor.policy.document import Case, Guideline, Point, Section
from vigor_portal.dialogue.proposals.queries import counts_by_key
from vigor_portal.people.permissions import may

NOTHING = SafeString("")


def beside(request: HttpRequest, point: Point) -> SafeString:
    """On a page with the whole, a line for each point that something is suggested on, and one link."""
    if not may(request.user, "dialogue.propose"):
        return NOTHING
    alone = request.resolver_match is not None and request.resolver_match.view_name == "policies:point"
    if not alone and not isinstance(point, Section):
        return NOTHING
    counts = _counts(request)
    points = point.points() if isinstance(point, Section) and not alone else (point,)
    waiting = [(each, counts[each.key]) for each in points if each.key in counts]
    offers = alone or (isinstance(point, Section) and bool(point.guidelines))
    if not offers and not waiting:
        return NOTHING
    context = {
        "point": point,
        "waiting": waiting,
        "offers": offers,
        "alone": alone,
        "is_guideline": isinstance(point, Guideline),
        "is_case": isinstance(point, Case),
        "on_trial": alone and isinstance(point, Guideline) and point.trial_until is not None,
    }
    return SafeString(render_to_string("dialogue/proposals/beside.html", context))


def _counts(request: HttpRequest) -> dict[str, int]:
    """One query a request, however many points the page has."""
    kept: dict[str, int] | None = getattr(request, "_open_proposals", None)
    if kept is None:
        kept = dict(counts_by_key())
        request._open_proposals = kept  # type: ignore[attr-defined]
    return kept
