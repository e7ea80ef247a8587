"""Pages about the people here."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from vigor_portal.people.models import Member
from vigor_portal.people.queries import the_organisation


@login_required
def me(request: HttpRequest) -> HttpResponse:
    return render(request, "people/me.html", {"section": "me"})


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """The organisation's accents as a stylesheet: the address carries the colours, so it may be kept for long."""
    of = the_organisation()
    accents = f"--falu: light-dark({of.accent_light}, {of.accent_dark});" if of else ""
    return HttpResponse(
        f"@layer tokens {{ :root {{ {accents} }} }}\n",
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": "public, max-age=604800"},
    )


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Remember the reader's language: on the member's row, or in a cookie for a visitor."""
    code = request.POST.get("language", "")
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = "/"
    response = redirect(target)
    if code not in dict(settings.LANGUAGES):
        return response
    translation.activate(code)
    if isinstance(request.user, Member):
        Member.objects.filter(pk=request.user.pk).update(language=code)
    else:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, code, max_age=31_536_000, samesite="Lax", httponly=True
        )
    return response
