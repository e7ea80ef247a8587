"""What people saw while trying a guideline: written here, and shown beside the choice to keep, change or drop it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor.policy.document import Guideline
from vigor_portal.dialogue.models import TrialNote
from vigor_portal.dialogue.proposals import actions, queries
from vigor_portal.dialogue.proposals.forms import TrialForm
from vigor_portal.people.decorators import member_required
from vigor_portal.people.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def trial(request: MemberRequest, key: str) -> HttpResponse:
    """What was seen so far, and a box to add to it while the guideline is on trial."""
    today = queries.today(key, get_language() or "")
    until = today.point.trial_until if today and isinstance(today.point, Guideline) else None
    notes = queries.trial_notes(key)
    if today is None or (until is None and not notes):
        raise Http404
    form = TrialForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.note_trial(key, form.cleaned_data["text"], get_language() or "", by=request.user)
        except actions.PointGone:
            form.add_error("text", _("The guideline isn’t on trial any more."))
        else:
            messages.success(request, _("Thank you. It stands beside the decision on the last day."))
            return redirect("proposals:trial", key=key)
    context = {"section": "proposals", "today": today, "until": until, "notes": notes, "form": form}
    return render(request, "dialogue/proposals/trial.html", context, status=422 if form.is_bound else 200)


@require_POST
@member_required
def remove(request: MemberRequest, public_id: str) -> HttpResponse:
    note = get_object_or_404(TrialNote, public_id=public_id)
    actions.remove_trial_note(note, by=request.user)
    messages.success(request, _("Taken back."))
    return redirect("proposals:trial", key=note.key)


def seen_on_trial(request: HttpRequest, key: str) -> SafeString:
    """What people saw while trying the guideline (`wiring.TRIAL_PANELS`); nothing where nobody has said anything."""
    notes = queries.trial_notes(key)
    if not notes:
        return SafeString("")
    return SafeString(render_to_string("dialogue/proposals/trial_notes.html", {"notes": notes}, request))
