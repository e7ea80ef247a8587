"""The page on which nothing lies still."""

from __future__ import annotations

from urllib.parse import urlencode

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
        "waiting": queries.waiting(None if everybodys else request.user, kind, page=_page(request)),
        "sees_all": sees_all,
        "everybodys": everybodys,
        "kind": kind,
        "keep": _keep(kind, mine=sees_all and not everybodys),
        "may_write": may(request.user, "policies.write"),
        "section": "open",
    }
    return render(request, "insight/open.html", context)


def _page(request: MemberRequest) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 1


def _keep(kind: str, *, mine: bool) -> str:
    """What an address of another page of the same list has besides the page."""
    chosen = {"kind": kind} if kind else {}
    chosen |= {"whose": "mine"} if mine else {}
    return f"&{urlencode(chosen)}" if chosen else ""
