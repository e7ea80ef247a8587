"""Profiles: a member's own, and those of the accounts in our name. They translate only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor.networks.profiles import can_be_read
from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.guidelines import about_profiles, for_employees
from vigor_portal.voices.models import Account, OwnProfile
from vigor_portal.voices.profiles import actions, judging, queries, showing
from vigor_portal.voices.profiles.forms import AppearanceForm, EnterForm, PasteForm
from vigor_portal.voices.register.queries import account as account_called

STEPS: Mapping[str, Callable[..., None]] = {
    "on": actions.turn_on,
    "off": actions.turn_off,
    "again": actions.read_again,
    "remove": actions.take_back,
}


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """A member's own page: what they use in their role, and what was read where they wanted it."""
    allow(request.user, "voices.read")
    form = EnterForm(posted(request))
    if form.is_valid():
        try:
            actions.enter(form.cleaned_data["address"], by=request.user)
        except actions.Already:
            form.add_error("address", _("That one is here already."))
        except actions.TooMany:
            form.add_error("address", _("Ten are enough. Take one away first."))
        else:
            return redirect("voices:profiles:mine")
    if request.htmx and request.method == "GET":
        return render(request, "voices/profiles/list.html", {"rows": showing.rows(request.user)})
    return _mine_page(request, enter=form)


@require_POST
@member_required
def appear(request: MemberRequest) -> HttpResponse:
    form = AppearanceForm(request.POST)
    if not form.is_valid():
        return _mine_page(request, appearance=form, status=422)
    actions.appear(form.cleaned_data["how"], form.cleaned_data["alias"], by=request.user)
    messages.success(request, _("Saved."))
    return redirect("voices:profiles:mine")


@require_POST
@member_required
def step(request: MemberRequest, pk: str, name: str) -> HttpResponse:
    """Turn checking on or off, have it read again, take it away: one press each."""
    STEPS[name](_own(request.user, int(pk)), by=request.user)
    if name == "off":
        messages.success(request, _("Off. What we had read is gone."))
    return redirect("voices:profiles:mine")


@require_POST
@member_required
def paste_own(request: MemberRequest, pk: int) -> HttpResponse:
    """Looked through in the answer to this, and kept nowhere."""
    own = _own(request.user, pk)
    allow(request.user, "voices.own-profile", own)
    form = PasteForm(request.POST, prefix=f"own{pk}")
    if not form.is_valid():
        return _mine_page(request, pasted=(own, form, None), status=422)
    judged = judging.judge_employee(
        form.cleaned_data["text"], employer=queries.employer(), title=request.user.title
    )
    return _mine_page(request, pasted=(own, form, judged))


def _own(member: Member, pk: int) -> OwnProfile:
    # Another's and an unknown one are the same: nobody finds out that there is one.
    return get_object_or_404(OwnProfile, pk=pk, member=member)


def _mine_page(
    request: MemberRequest,
    *,
    enter: EnterForm | None = None,
    appearance: AppearanceForm | None = None,
    pasted: tuple[OwnProfile, PasteForm, judging.Employee | None] | None = None,
    status: int = 200,
) -> HttpResponse:
    chosen = queries.appearance_of(request.user)
    initial = {"how": chosen.how, "alias": chosen.alias}
    rows = showing.rows(request.user, pasted)
    context = {
        "section": "voices",
        "rows": rows,
        "reading": any(row.is_being_read for row in rows),
        "enter": enter or EnterForm(),
        "appearance": appearance or AppearanceForm(initial=initial),
        "appears": chosen.how,
        "guidelines": for_employees(request.user.language),
        "employer": queries.employer(),
        "title": request.user.title,
    }
    return render(request, "voices/profiles/mine.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def account(request: MemberRequest, public_id: str) -> HttpResponse:
    """What stands on a logo account's profile, what is missing, a text to paste; (POST) the profile's text, pasted."""
    one = _account(public_id)
    form = PasteForm(posted(request))
    if request.method == "POST" and not may(request.user, "voices.steward", one):
        allow(request.user, "voices.steward", one)
    if form.is_valid():
        actions.paste(one, form.cleaned_data["text"], by=request.user)
        return redirect("voices:profiles:account", public_id=public_id)
    return render(request, "voices/profiles/account.html", _about(request, one, form))


@require_POST
@member_required
def read_account(request: MemberRequest, public_id: str) -> HttpResponse:
    actions.read_now(_account(public_id), by=request.user)
    messages.success(request, _("We are reading it. Come back in a minute."))
    return redirect(reverse("voices:profiles:account", kwargs={"public_id": public_id}))


def _about(request: MemberRequest, one: Account, form: PasteForm) -> dict[str, Any]:
    profile = queries.profile_of(one)
    return {
        "section": "voices",
        "account": one,
        "profile": profile,
        "trouble": showing.said(profile.trouble) if profile and profile.trouble else "",
        "judged": queries.judged(one),
        "sender": queries.sender_of(one),
        "ready": judging.logo_text(sender=queries.sender_of(one), ours=queries.ours()),
        "readable": can_be_read(one.network) and bool(one.address),
        "steward": may(request.user, "voices.steward", one),
        "form": form,
        "guidelines": about_profiles(request.user.language),
    }


def _account(public_id: str) -> Account:
    one = account_called(public_id)
    if one is None:
        raise Http404
    return one
