"""The page of reviews: what is up, what to do about it, and a way to put more up."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor_portal.people.decorators import the_member
from vigor_portal.people.owners import Taken
from vigor_portal.policies.drafting import start_draft
from vigor_portal.policies.models import Review
from vigor_portal.policies.reviews import actions, queries
from vigor_portal.policies.reviews.forms import PutUpForm
from vigor_portal.policies.writing.requests import writers_only
from vigor_portal.web.fields import day_in


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def all_reviews(request: HttpRequest) -> HttpResponse:
    """What is up for review, the latest first (GET); putting points up (POST)."""
    chosen = request.GET.get("key", "")
    form = PutUpForm(
        request.POST if request.method == "POST" else None, initial={"keys": [chosen] if chosen else []}
    )
    if form.is_valid():
        said = form.cleaned_data
        up = actions.put_up(
            form.chosen(),
            by=the_member(request),
            last_day=said["last_day"],
            trigger=said["trigger"],
            note=said["note"],
        )
        messages.success(request, _("Up for review: %(n)s.") % {"n": len(up)})
        return redirect("reviews:all")
    context = {
        "rows": queries.open_reviews(),
        "settled": queries.settled_reviews(),
        "form": form,
        "next_day": actions.next_day().isoformat(),
        "section": "open",
    }
    return render(request, "policies/reviews/all.html", context, status=422 if form.is_bound else 200)


@require_POST
@writers_only
def settle(request: HttpRequest, number: int) -> HttpResponse:
    """One press: mine, it still holds (and when it comes up again), or it gets new words."""
    review = get_object_or_404(Review, pk=number)
    step = request.POST.get("step", "")
    try:
        return _step(request, review, step)
    except Taken as taken:
        messages.warning(request, taken.sentence)
    except actions.Done:
        messages.info(request, _("Somebody else has looked that through in the meantime."))
    return redirect("reviews:all")


def _step(request: HttpRequest, review: Review, step: str) -> HttpResponse:
    member = the_member(request)
    again = _day(request.POST.get("again", ""))
    if step == "take-on":
        actions.take_on(review, by=member, over=request.POST.get("over", ""))
    elif step == Review.Outcome.HOLDS:
        actions.settle(review, step, by=member, again=again)
        messages.success(request, _("Good: it still holds."))
    elif step == Review.Outcome.CHANGED:
        start_draft(member)
        actions.settle(review, step, by=member, again=again)
        return redirect(f"{reverse('writing:editor')}#{review.key}" if review.key else "writing:editor")
    return redirect("reviews:all")


def _day(text: str) -> date | None:
    """The day, if it is one to come; an empty box, or a day that has been, brings nothing up again."""
    day = day_in(text)
    return day if day and day > timezone.localdate() else None
