"""A member's own offer, the list of those who offered, and what is agreed on. They translate only."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.guidelines import for_employees
from vigor_portal.voices.models import Offer
from vigor_portal.voices.offers import actions, queries
from vigor_portal.voices.offers.forms import AgreeForm, SuggestForm, WishesForm
from vigor_portal.voices.register.fields import offered as colleagues


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """One's own page: saved for oneself, or offered in the same press."""
    allow(request.user, "voices.read")
    offer = queries.mine(request.user)
    form = WishesForm.of(offer, posted(request))
    if not form.is_valid():
        return _mine_page(request, offer, form)
    saved = actions.save(form.wishes(), by=request.user)
    if "offer" in request.POST and saved.state == Offer.State.OWN:
        actions.make(saved, by=request.user)
        messages.success(request, _("Thank you! Communications gets in touch, with what you chose to share."))
    else:
        messages.success(request, _("Saved."))
    return redirect("voices:offers:mine")


@require_POST
@member_required
def agree(request: MemberRequest) -> HttpResponse:
    """Yes to training and hours; one's manager is asked to confirm them."""
    offer = queries.mine(request.user)
    form = AgreeForm(request.POST, member=request.user)
    if offer.pk is None:
        raise Http404
    if not form.is_valid():
        return _mine_page(request, offer, WishesForm.of(offer), agree=form, status=422)
    try:
        actions.agree(offer, form.cleaned_data["manager"], by=request.user)
    except actions.NotNow:
        messages.warning(request, _("That has changed in the meantime. This is how it stands now."))
    return redirect("voices:offers:mine")


def _mine_page(
    request: MemberRequest,
    offer: Offer,
    form: WishesForm,
    *,
    agree: AgreeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = offer.state == Offer.State.SUGGESTED
    context = {
        "section": "voices",
        "offer": offer,
        "form": form,
        "agree": (agree or AgreeForm(member=request.user)) if asked else None,
        "colleagues": colleagues() if asked else [],
        "guidelines": for_employees(request.user.language),
    }
    return render(request, "voices/offers/mine.html", context, status=status)


@require_safe
@member_required
def offers(request: MemberRequest) -> HttpResponse:
    """Those who offered, in the order in which they did. There is no list of the others."""
    allow(request.user, "voices.read-offers")
    shared = [queries.shared(offer) for offer in queries.offered()]
    return render(request, "voices/offers/all.html", {"section": "voices", "rows": shared})


@require_safe
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    """An offer for communications; for the manager who is to confirm it, training and hours alone."""
    return _one_page(request, _offer(request, public_id))


@require_POST
@member_required
def suggest(request: MemberRequest, public_id: str) -> HttpResponse:
    offer = _offer(request, public_id)
    allow(request.user, "voices.suggest-in-offer", offer)
    form = SuggestForm(request.POST)
    if not form.is_valid():
        return _one_page(request, offer, form, status=422)
    actions.suggest(offer, form.cleaned_data["training"], form.cleaned_data["hours"], by=request.user)
    messages.success(request, _("Suggested. The answer comes from the one who offered."))
    return redirect("voices:offers:one", public_id=public_id)


@require_POST
@member_required
def confirm(request: MemberRequest, public_id: str) -> HttpResponse:
    actions.confirm(_offer(request, public_id), by=request.user)
    messages.success(request, _("Confirmed. Thank you."))
    return redirect("home")


@require_POST
@member_required
def end(request: MemberRequest, public_id: str) -> HttpResponse:
    """For whoever offered, and for communications."""
    offer = _offer(request, public_id)
    actions.end(offer, by=request.user)
    messages.success(request, _("Ended. What was written is for its writer alone again."))
    return redirect("voices:offers:mine" if offer.member_id == request.user.pk else "voices:offers:all")


def _offer(request: MemberRequest, public_id: str) -> Offer:
    """Raises PermissionDenied for whoever has no part in it: also where there is none, so that nobody finds out."""
    offer = queries.offer_called(public_id)
    parts = ("voices.suggest-in-offer", "voices.be-in-offer", "voices.confirm-offer")
    if offer is not None and any(may(request.user, each, offer) for each in parts):
        return offer
    if may(request.user, "voices.read-offers"):
        raise Http404
    raise PermissionDenied


def _one_page(
    request: MemberRequest, offer: Offer, form: SuggestForm | None = None, *, status: int = 200
) -> HttpResponse:
    sees = may(request.user, "voices.suggest-in-offer", offer)
    initial = {"training": offer.training, "hours": offer.hours or 4}
    context = {
        "section": "voices",
        "offer": offer,
        "shared": queries.shared(offer) if sees else None,
        "confirms": may(request.user, "voices.confirm-offer", offer),
        "form": (form or SuggestForm(initial=initial)) if sees else None,
    }
    return render(request, "voices/offers/one.html", context, status=status)
