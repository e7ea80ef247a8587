"""One's own page, and the two addresses that every page uses: the organisation's colours and the reader's language."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people import actions
from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import MeForm, posted
from vigor_portal.people.models import Member
from vigor_portal.people.my_data import my_data
from vigor_portal.people.queries import the_organisation
from vigor_portal.people.requests import MemberRequest
from vigor_portal.wiring import MY_PANELS


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def me(request: MemberRequest) -> HttpResponse:
    """What is said of me, and the ways to change, take home and end it."""
    # A copy: a form that fails must not rename the member in the page's own menu.
    member = Member.objects.select_related("department").get(pk=request.user.pk)
    form = MeForm(posted(request), instance=member)
    if form.is_valid():
        actions.update_me(member, form.cleaned_data)
        with translation.override(member.language):
            messages.success(request, _("Saved."))
        return redirect("people:me")
    panels = [import_string(path)(request) for path in MY_PANELS]
    return render(request, "people/me.html", {"section": "me", "form": form, "panels": panels})


@require_safe
@member_required
def download(request: MemberRequest) -> HttpResponse:
    """All that is stored about me, as JSON."""
    day = timezone.localdate().isoformat()
    return JsonResponse(
        my_data(request.user),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="vigor-{day}.json"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def forget_me(request: MemberRequest) -> HttpResponse:
    """First what it means, then it is done."""
    if request.method != "POST":
        return render(request, "people/forget_me.html", {"section": "me"})
    member = request.user
    try:
        actions.forget(member, by=member)
    except actions.LastAdministrator:
        messages.error(request, _("You are the last administrator. Give somebody else the role first."))
        return redirect("people:me")
    logout(request)
    messages.success(request, _("You are forgotten here. Thank you for the time you were with us."))
    return redirect("home")


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
    if isinstance(request.user, Member):
        Member.objects.filter(pk=request.user.pk).update(language=code)
    else:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=31_536_000,
            samesite="Lax",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
