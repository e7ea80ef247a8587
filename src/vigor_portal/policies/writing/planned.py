"""The version that comes into force by itself: what it changes, when, and what can be done about it until then."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vigor.policy.parse import parse
from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.permissions import allow, may
from vigor_portal.policies import planning, queries
from vigor_portal.policies.models import PlannedVersion
from vigor_portal.policies.prepare import CantPublish, NothingChanged
from vigor_portal.policies.writing.joining import chosen_in, joining_page
from vigor_portal.policies.writing.proposing import propose
from vigor_portal.policies.writing.publishing import in_sweden
from vigor_portal.policies.writing.requests import number, writers_only


@require_safe
@member_required
def planned_page(request: HttpRequest) -> HttpResponse:
    """For those who read drafts; for everybody where the planned version is shared."""
    planned = queries.the_planned()
    reads_drafts = may(request.user, "policies.read-drafts")
    if planned is None or planned.is_held or not planned.shared:
        allow(request.user, "policies.read-drafts")
    if planned is None:
        return render(request, "policies/writing/planned.html", {"section": "write"})
    texts = {language: parse(source)[0] for language, source in planning.texts_in_plan(planned).items()}
    context = {
        "section": "write" if reads_drafts else "policy",
        "planned": planned,
        "reads_drafts": reads_drafts,
        "writes": may(request.user, "policies.write"),
        "changes": propose(texts).changes,
        "draft": queries.the_draft(),
        "in_sweden": in_sweden(),
    }
    return render(request, "policies/writing/planned.html", context)


@require_POST
@writers_only
def publish_planned(request: HttpRequest) -> HttpResponse:
    """Let it come into force at once."""
    try:
        version = planning.publish_now(_posted(request), by=the_member(request))
    except planning.PlanGone:
        return _gone(request)
    except (CantPublish, NothingChanged):
        messages.warning(request, _("It can’t be published as it stands. Take it back into the draft."))
        return redirect("writing:planned")
    messages.success(request, _("Version %(number)s is in force.") % {"number": version.number})
    return redirect("policies:whole")


@require_POST
@writers_only
def take_back(request: HttpRequest) -> HttpResponse:
    """Back into the draft; where that changed the same points, somebody chooses."""
    try:
        planned = _posted(request)
        clashes = planning.take_back(planned, by=the_member(request))
        if clashes and (wordings := chosen_in(request, clashes)) is not None:
            clashes = planning.take_back(planned, by=the_member(request), wordings=wordings)
    except planning.PlanGone:
        return _gone(request)
    draft = queries.the_draft()
    if clashes and draft is not None:
        return joining_page(request, draft, planned, clashes)
    messages.success(request, _("It is in the draft now, and no longer comes by itself."))
    return redirect("writing:editor")


def _posted(request: HttpRequest) -> PlannedVersion:
    """Raises PlanGone when the form was made for another."""
    planned = queries.the_planned()
    if planned is None or planned.pk != number(request.POST.get("planned")):
        raise planning.PlanGone
    return planned


def _gone(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("It has come into force or been taken back in the meantime."))
    return redirect("writing:planned")
