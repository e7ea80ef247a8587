"""Guidelines on trial, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vigor.policy.parse import parse
from vigor_portal.people.decorators import the_member
from vigor_portal.policies import queries
from vigor_portal.policies.drafting import PointGone
from vigor_portal.policies.trials import DECISIONS, NoDay, Trial, decide_trial, decided_in, trials
from vigor_portal.policies.writing.requests import writers_only
from vigor_portal.web.fields import day_in
from vigor_portal.wiring import TRIAL_PANELS

# How much longer a trial goes on, unless somebody says otherwise.
LONGER_DAYS = 90


@require_safe
@writers_only
def all_trials(request: HttpRequest) -> HttpResponse:
    """Every guideline on trial, the one that ends first at the top, with what people saw and what can be decided."""
    return _page(request)


def _page(request: HttpRequest, wrong: str = "", day: str = "") -> HttpResponse:
    draft = queries.the_draft()
    rows = queries.texts_in(draft) if draft else []
    original = parse(rows[0].source)[0] if rows else None
    found = [
        (
            trial,
            decided_in(original, trial) if original is not None else None,
            [panel(request, trial.key) for panel in _panels()],
            day if trial.key == wrong and day else _longer(trial),
        )
        for trial in trials(get_language() or "")
    ]
    context = {"section": "trials", "rows": found, "wrong": wrong}
    return render(request, "policies/writing/trials.html", context, status=422 if wrong else 200)


@require_POST
@writers_only
def decide(request: HttpRequest) -> HttpResponse:
    """Keep, longer, change or drop: written into the draft."""
    key, day = request.POST.get("key", ""), request.POST.get("until", "")
    decision = next((each for each in DECISIONS if each == request.POST.get("decision")), None)
    if decision is None:
        return redirect("writing:trials")
    try:
        decide_trial(queries.the_draft(), key, decision, by=the_member(request), until=day_in(day))
    except NoDay:
        return _page(request, wrong=key, day=day)
    except PointGone:
        messages.info(request, _("The draft no longer has that guideline: somebody has taken it out."))
        return redirect("writing:trials")
    if decision == "change":
        return redirect(f"{reverse('writing:editor')}#{key}")
    messages.success(request, _("It is in the draft now, and holds when the draft is published."))
    return redirect("writing:trials")


def _longer(trial: Trial) -> str:
    begin = max(trial.last_day, timezone.localdate())
    return date.fromordinal(begin.toordinal() + LONGER_DAYS).isoformat()


@lru_cache(maxsize=1)
def _panels() -> tuple[Callable[[HttpRequest, str], SafeString], ...]:
    return tuple(import_string(path) for path in TRIAL_PANELS)
