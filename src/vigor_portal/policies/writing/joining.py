"""Choosing, point by point, where the draft and a planned version that is taken back changed the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vigor_portal.policies.drafting import Clash
from vigor_portal.policies.models import Draft, PlannedVersion
from vigor_portal.policies.writing.clashes import all_shown, chosen_wordings
from vigor_portal.policies.writing.requests import number


def joining_page(
    request: HttpRequest, draft: Draft, planned: PlannedVersion, clashes: Sequence[Clash]
) -> HttpResponse:
    """Both wordings of every point, to choose from; nothing is saved, and nothing taken back, until somebody has."""
    context = {
        "section": "write",
        "draft": draft,
        "planned": planned,
        "clashes": all_shown(draft, clashes, None),
    }
    return render(request, "policies/writing/joining.html", context)


def chosen_in(request: HttpRequest, clashes: Sequence[Clash]) -> dict[str, dict[str, str]] | None:
    """The wordings that were chosen, by language and name; None where the form was made for another state of the draft."""
    found = {}
    for clash in clashes:
        if number(request.POST.get(f"revision_{clash.language}")) != clash.base:
            return None
        found[clash.language] = chosen_wordings(request.POST, clash.language, clash.merged)
    return found
