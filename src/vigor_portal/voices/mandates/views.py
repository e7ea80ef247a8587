"""Mandates on the intranet: the list, giving one, and one mandate with what can be done about it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.queries import members
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.mandates import actions, queries
from vigor_portal.voices.mandates.adverts import advert_guideline
from vigor_portal.voices.mandates.forms import (
    AppearsForm,
    EndForm,
    ExtendForm,
    GiveForm,
    LookBackForm,
    TermsForm,
)
from vigor_portal.voices.mandates.projection import public_name
from vigor_portal.voices.models import Mandate
from vigor_portal.voices.models.mandates import DAYS_BEFORE_END
from vigor_portal.voices.register.fields import offered


@require_safe
@member_required
def all_mandates(request: MemberRequest) -> HttpResponse:
    context = {
        "section": "voices",
        "listed": queries.listed(request.user, request.GET),
        "gives": may(request.user, "voices.give-mandate"),
    }
    return render(request, "voices/mandates/all.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def give(request: MemberRequest) -> HttpResponse:
    """A new mandate. `?member=` and `?idea=` fill in what is known where one came from."""
    allow(request.user, "voices.give-mandate")
    chosen = members().filter(public_id=request.GET.get("member", ""), is_active=True).first()
    initial = {
        "followed_by": request.user.email,
        "member": chosen.email if chosen else "",
        "idea": request.GET.get("idea", "")[:300],
    }
    form = GiveForm(posted(request), initial=initial)
    if form.is_valid():
        said = form.cleaned_data
        mandate = actions.give(form.terms(), said["starts_on"], said["ends_on"], by=request.user)
        messages.success(request, _("Given. Holder and follower are told, and reminded before it ends."))
        return redirect("voices:mandates:one", public_id=mandate.public_id)
    return _form(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change(request: MemberRequest, public_id: str) -> HttpResponse:
    mandate = _found(request, public_id)
    allow(request.user, "voices.give-mandate", mandate)
    form = TermsForm.of(mandate, posted(request))
    if form.is_valid():
        try:
            actions.change(mandate, form.terms(), by=request.user)
        except actions.Over:
            return _over(request, public_id)
        messages.success(request, _("Saved."))
        return redirect("voices:mandates:one", public_id=public_id)
    return _form(request, form, mandate)


@require_safe
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    return _page(request, _found(request, public_id))


@require_POST
@member_required
def extend(request: MemberRequest, public_id: str) -> HttpResponse:
    mandate = _found(request, public_id)
    allow(request.user, "voices.give-mandate", mandate)
    form = ExtendForm(mandate, request.POST)
    if not form.is_valid():
        return _page(request, mandate, extend_form=form, status=422)
    try:
        actions.extend(mandate, form.cleaned_data["until"], form.cleaned_data["reason"], by=request.user)
    except (actions.Over, actions.NotLonger):
        return _over(request, public_id)
    messages.success(request, _("Decided: it goes on."))
    return redirect("voices:mandates:one", public_id=public_id)


@require_POST
@member_required
def end(request: MemberRequest, public_id: str) -> HttpResponse:
    mandate = _found(request, public_id)
    allow(request.user, "voices.be-in-mandate", mandate)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _page(request, mandate, end_form=form, status=422)
    try:
        actions.end_early(mandate, form.cleaned_data["said"], by=request.user)
    except actions.Over:
        return _over(request, public_id)
    messages.success(request, _("It is over from now on, in the press room too."))
    return redirect("voices:mandates:one", public_id=public_id)


@require_POST
@member_required
def look_back(request: MemberRequest, public_id: str) -> HttpResponse:
    mandate = _found(request, public_id)
    allow(request.user, "voices.look-back", mandate)
    form = LookBackForm(request.POST)
    if not form.is_valid():
        return _page(request, mandate, back_form=form, status=422)
    try:
        actions.look_back(mandate, form.cleaned_data["gave"], form.cleaned_data["cost"], by=request.user)
    except actions.NotOver:
        messages.warning(request, _("It isn’t over yet: look back when it is."))
    else:
        messages.success(request, _("Thank you. The next one will be the better for it."))
    return redirect("voices:mandates:one", public_id=public_id)


@require_POST
@member_required
def appear(request: MemberRequest, public_id: str) -> HttpResponse:
    """How the holder is shown in the press room: at once, and as often as they like."""
    mandate = _found(request, public_id)
    allow(request.user, "voices.be-in-mandate", mandate)
    form = AppearsForm(request.POST)
    if not form.is_valid():
        return _page(request, mandate, appears_form=form, status=422)
    actions.appear(mandate, form.cleaned_data["appears"], form.cleaned_data["alias"], by=request.user)
    messages.success(request, _("Saved. The press room says so too, from now on."))
    return redirect("voices:mandates:one", public_id=public_id)


@require_POST
@member_required
def forget_person(request: MemberRequest, public_id: str) -> HttpResponse:
    mandate = _found(request, public_id)
    allow(request.user, "voices.give-mandate", mandate)
    try:
        actions.forget_person(mandate, by=request.user)
    except actions.NotOutside:
        raise Http404 from None
    messages.success(request, _("The name, and every way to reach them, is gone. What was agreed on stays."))
    return redirect("voices:mandates:one", public_id=public_id)


def _found(request: MemberRequest, public_id: str) -> Mandate:
    mandate = queries.with_id(public_id)
    if mandate is None:
        raise Http404
    allow(request.user, "voices.read-mandate", mandate)
    return mandate


def _over(request: MemberRequest, public_id: str) -> HttpResponse:
    messages.warning(request, _("It is over in the meantime. Nothing was changed: here is how it stands."))
    return redirect("voices:mandates:one", public_id=public_id)


def _form(request: MemberRequest, form: TermsForm, mandate: Mandate | None) -> HttpResponse:
    context = {
        "section": "voices",
        "form": form,
        "mandate": mandate,
        "colleagues": offered(),
        "advert": advert_guideline(request.user.language),
    }
    return render(request, "voices/mandates/form.html", context, status=422 if form.is_bound else 200)


def _page(request: MemberRequest, mandate: Mandate, *, status: int = 200, **context: Any) -> HttpResponse:
    """The mandate with what the reader can do about it; a form that failed stands there as it was filled in."""
    days = (mandate.ends_on - timezone.localdate()).days
    answers = (mandate.stands_for, mandate.they_do, mandate.both_brands)
    shown = {
        "section": "voices",
        "mandate": mandate,
        "holder": queries.holder_of(mandate),
        "shown_as": public_name(mandate),
        "is_holder": mandate.member_id == request.user.pk,
        "gives": may(request.user, "voices.give-mandate", mandate),
        "has_a_say": may(request.user, "voices.be-in-mandate", mandate),
        "looks_back": may(request.user, "voices.look-back", mandate),
        "waits": queries.waits_for_a_look_back(mandate),
        "look_back_by": queries.look_back_by(mandate),
        "ends_soon": mandate.is_running and days <= DAYS_BEFORE_END,
        "answered": any(answers),
        "extensions": mandate.extensions.select_related("by"),
        "advert": advert_guideline(request.user.language) if mandate.paid else None,
        "extend_form": ExtendForm(mandate),
        "end_form": EndForm(
            initial={"said": _("Thank you, %(name)s, for your voice.") % {"name": public_name(mandate)}}
        )
        if public_name(mandate)
        else EndForm(),
        "back_form": LookBackForm(initial={"gave": mandate.gave, "cost": mandate.cost}),
        "appears_form": AppearsForm(initial={"appears": mandate.appears, "alias": mandate.alias}),
    }
    return render(request, "voices/mandates/one.html", {**shown, **context}, status=status)
