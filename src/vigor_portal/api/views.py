"""A member's keys for programs, on their own page."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor_portal.api import actions, queries
from vigor_portal.api.forms import TokenForm
from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.requests import MemberRequest


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: MemberRequest) -> HttpResponse:
    """The keys that there are, and a form for another. A new one is shown on the answer, and never again."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"section": "me", "form": form}
    if form.is_valid():
        told = form.cleaned_data
        try:
            secret = actions.make_token(told["name"], layer=told["layer"], by=request.user)
        except actions.TooMany:
            form.add_error(None, _("You have very many keys. Take back one that you don’t use."))
        else:
            context |= {
                "secret": secret,
                "address": _address(secret),
                "name": told["name"],
                "form": TokenForm(),
            }
    return render(request, "api/tokens.html", context | {"tokens": queries.tokens(request.user)})


def _address(secret: str) -> str:
    """Where a client of LanguageTool is sent that takes an address only."""
    return str(settings.BASE_URL) + reverse("lt-path:check", args=[secret]).removesuffix("/check")


@member_required
@require_POST
def revoke(request: MemberRequest, pk: int) -> HttpResponse:
    actions.revoke_token(get_object_or_404(queries.tokens(request.user), pk=pk), by=request.user)
    messages.success(request, _("Taken back. Whatever used the key gets no answer any more."))
    return redirect("api:tokens")


def my_panel(request: HttpRequest) -> str:
    """For `wiring.MY_PANELS`."""
    context = {"tokens": queries.tokens(the_member(request))}
    return render_to_string("api/panel.html", context, request)
