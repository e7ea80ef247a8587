"""Coming in by an invitation."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vigor_portal.people import actions
from vigor_portal.people.forms import OrganisationBasicsForm, WelcomeForm, posted
from vigor_portal.people.models import Member
from vigor_portal.people.queries import the_organisation
from vigor_portal.web.pages import breakdown


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, secret: str) -> HttpResponse:
    """Who are you? And to the first of all: whose site is this?"""
    try:
        invitation = actions.find_invitation(secret)
        form = WelcomeForm(posted(request), invitation=invitation, label_suffix="")
        about = (
            OrganisationBasicsForm(posted(request), prefix="organisation")
            if the_organisation() is None
            else None
        )
        if form.is_valid() and (about is None or about.is_valid()):
            return _come_in(request, secret, form, about)
    except actions.InvitationOver:
        return _over()
    context = {"form": form, "about": about, "invitation": invitation}
    return render(request, "people/welcome.html", context)


def _come_in(
    request: HttpRequest, secret: str, form: WelcomeForm, about: OrganisationBasicsForm | None
) -> HttpResponse:
    fields = {**form.cleaned_data, "language": get_language() or "sv"}
    if about is None:
        member: Member = actions.accept_invitation(secret, **fields)
    else:
        member = actions.begin(secret, about.cleaned_data, **fields)
    login(request, member, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


def _over() -> HttpResponse:
    return breakdown(
        410,
        _("This invitation is over"),
        _(
            "It has been used, or a week has gone. Ask whoever invited you for a new one; it takes them a moment."
        ),
    )
