"""One press: an account's steps, its address, its stewards, and that it was looked through."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.models import Account, Stewardship
from vigor_portal.voices.register import actions
from vigor_portal.voices.register.forms import AddressForm, EndForm, ReviewForm, StewardForm
from vigor_portal.voices.register.showing import account_page
from vigor_portal.voices.register.views import found

STEPS: dict[str, Callable[..., Account]] = {
    "approve": actions.approve,
    "verify": actions.verify_account,
    "use": actions.use,
    "rest": actions.rest,
}


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """The account takes the next step of its life."""
    one = found(public_id)
    try:
        STEPS[name](one, by=request.user)
    except actions.NotNow:
        return somebody_was_quicker(request, public_id)
    said = {
        "approve": _("Approved."),
        "verify": _("Verified: the press room vouches for it from now on."),
        "use": _("It is in use."),
        "rest": _("It rests, and the press room says so."),
    }
    messages.success(request, said[name])
    return redirect("voices:account", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def address(request: MemberRequest, public_id: str) -> HttpResponse:
    """The account is registered at an address that is pasted, or has moved to another."""
    one = found(public_id)
    renames = one.state != Account.State.APPROVED
    allow(request.user, "voices.keep" if renames else "voices.steward", one)
    form = AddressForm(posted(request), account=one)
    if form.is_valid():
        try:
            (actions.rename if renames else actions.register)(
                one, form.cleaned_data["address"], by=request.user
            )
        except actions.AddressTaken as taken:
            form.add_error(
                "address", _("Another account of ours is there: %(name)s.") % {"name": taken.account.name}
            )
        except actions.TooFewStewards:
            form.add_error(
                None, _("It takes two who hold it before it is registered. Add a colleague, and come back.")
            )
        except actions.NotNow:
            return somebody_was_quicker(request, public_id)
        else:
            messages.success(request, _("Noted: %(shown)s.") % {"shown": form.cleaned_data["address"].shown})
            return redirect("voices:account", public_id=public_id)
    context = {"section": "voices", "account": one, "form": form, "renames": renames}
    return render(request, "voices/register/address.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def end(request: MemberRequest, public_id: str) -> HttpResponse:
    """The account is closed, or somebody else's from now on."""
    one = found(public_id)
    allow(request.user, "voices.keep", one)
    form = EndForm(posted(request))
    if form.is_valid():
        act = actions.close if form.cleaned_data["how"] == "close" else actions.hand_over_away
        try:
            act(one, by=request.user, on=form.cleaned_data["on"])
        except actions.NotNow:
            return somebody_was_quicker(request, public_id)
        messages.success(request, _("Noted. Its address answers “was, until …” from now on."))
        return redirect("voices:account", public_id=public_id)
    context = {"section": "voices", "account": one, "form": form}
    return render(request, "voices/register/end.html", context, status=422 if form.is_bound else 200)


@require_POST
@member_required
def look_through(request: MemberRequest, public_id: str) -> HttpResponse:
    one = found(public_id)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        allow(request.user, "voices.steward", one)
        return account_page(request, one, review_form=form, status=422)
    try:
        actions.look_through(one, by=request.user, again_on=form.cleaned_data["again_on"])
    except actions.NotNow:
        return somebody_was_quicker(request, public_id)
    messages.success(request, _("Looked through today. Thank you."))
    return redirect("voices:account", public_id=public_id)


@require_POST
@member_required
def add_steward(request: MemberRequest, public_id: str) -> HttpResponse:
    one = found(public_id)
    allow(request.user, "voices.steward", one)
    form = StewardForm(request.POST)
    if not form.is_valid():
        return account_page(request, one, steward_form=form, status=422)
    try:
        held = actions.add_steward(one, form.cleaned_data["member"], by=request.user)
    except (actions.NotNow, actions.NotHere):
        return somebody_was_quicker(request, public_id)
    messages.success(request, _("%(name)s holds it, too.") % {"name": form.cleaned_data["member"].name})
    return _to_stewards(held.account.public_id)


@require_POST
@member_required
def remove_steward(request: MemberRequest, pk: int) -> HttpResponse:
    held = get_object_or_404(Stewardship.objects.select_related("account", "member"), pk=pk)
    actions.remove_steward(held, by=request.user)
    messages.success(request, _("Noted. Thank you for holding it."))
    return _to_stewards(held.account.public_id)


def somebody_was_quicker(request: MemberRequest, public_id: str) -> HttpResponse:
    """The account has taken another step in the meantime: its page tells which."""
    messages.warning(request, _("Somebody was quicker: here is how it stands now. Nothing was changed."))
    return account_page(request, found(public_id), status=409)


def _to_stewards(public_id: str) -> HttpResponse:
    response = redirect("voices:account", public_id=public_id)
    response["Location"] += "#stewards"
    return response
