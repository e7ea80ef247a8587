"""The first page of each face: a member's own, and the front door for everybody else."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from vigor.starter import starter
from vigor_portal.asking.queries import settled_for
from vigor_portal.checking.forms import BoxForm
from vigor_portal.home import faces, queries
from vigor_portal.insight.queries import waiting
from vigor_portal.people.actions import update_me
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.queries import is_alone, the_organisation
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies.actions import publish
from vigor_portal.policies.checkup.door import is_open
from vigor_portal.policies.queries import current


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponseBase:
    """The first page, by who comes."""
    if not may(request.user, "people.be-here"):
        return _front_door(request)
    return _first_page(request)


@member_required
def _first_page(request: MemberRequest) -> HttpResponse:
    found = queries.first_page(request.user)
    if found is None:
        return render(
            request, "home/first_steps.html", {"may_publish": may(request.user, "policies.publish")}
        )
    context = {
        "found": found,
        "form": BoxForm(),
        "waiting": waiting(request.user),
        "answered": settled_for(request.user),
        "alone": may(request.user, "people.manage") and is_alone(),
        "tries": faces.things_to_try(request.user),
        "section": "home",
    }
    return render(request, "home/home.html", context)


def _front_door(request: HttpRequest) -> HttpResponse:
    context: dict[str, object] = {"published": current() is not None, "checkup_open": is_open()}
    if people := faces.faces():
        context |= {
            "faces": people,
            "visitor": faces.visitor(),
            "about": faces.about_the_organisation(),
        }
    return render(request, "home/front_door.html", context)


@require_POST
def be(request: HttpRequest, public_id: str) -> HttpResponse:
    """Be one of the example's people, in the language that the front door was read in. Development only."""
    member = faces.members_to_be().get(public_id)
    if member is None:
        raise Http404
    update_me(member, {"language": get_language()})
    login(request, member, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@require_POST
@member_required
def publish_starter(request: MemberRequest) -> HttpResponse:
    """The starter policy becomes version 1, in the organisation's languages: a text to begin rewriting."""
    allow(request.user, "policies.publish")
    organisation = the_organisation()
    if current() is None and organisation is not None:
        texts = {f"{code}.md": starter(code) for code in organisation.languages}
        publish(texts, by=request.user, because=_("A text to begin from, made to be rewritten."))
        messages.success(request, _("Published. It is yours to rewrite now, a point at a time."))
    return redirect("home")
