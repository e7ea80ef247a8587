"""The page on which nothing lies still."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vigor_portal.insight import queries
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import may
from vigor_portal.people.requests import MemberRequest


@member_required
@require_safe
def open_things(request: MemberRequest) -> HttpResponse:
    """What is open: all of it for communications, what concerns oneself for everybody (`?whose=mine`)."""
    sees_all = may(request.user, "insight.all")
    everybodys = sees_all and request.GET.get("whose") != "mine"
    kind = request.GET.get("kind", "")
    context = {
        "waiting": queries.waiting(None if everybodys else request.user, kind),
        "sees_all": sees_all,
        "everybodys": everybodys,
        "kind": kind,
        "may_write": may(request.user, "policies.write"),
        "section": "open",
    }
    return render(request, "insight/open.html", context)
