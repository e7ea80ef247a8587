"""Consultations on the intranet: sharing a draft, reading and talking about it, and saying what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.dialogue.consultations import actions, queries, reading
from vigor_portal.dialogue.consultations.forms import SayForm, ShareForm, SummaryForm
from vigor_portal.dialogue.models import Consultation
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies import drafting
from vigor_portal.policies import queries as policies
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.models import Draft
from vigor_portal.policies.prepare import CantPublish, NothingChanged


@require_safe
@member_required
def all_consultations(request: MemberRequest) -> HttpResponse:
    rows = queries.all_for(request.user)
    return render(request, "dialogue/consultations/all.html", {"section": "consultations", "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def share(request: MemberRequest) -> HttpResponse:
    """One press: everything is filled in. What is in the way is told, with what was chosen."""
    allow(request.user, "dialogue.consult")
    draft = policies.the_draft()
    if draft is None:
        return redirect("writing:editor")
    form = ShareForm(request.POST if request.method == "POST" else None)
    refused: list[Any] = []
    if form.is_valid():
        try:
            consultation = actions.share(draft, form.faces(), form.cleaned_data["last_day"], by=request.user)
        except actions.SharedAlready as there:
            messages.warning(request, _("One draft is shared already. Say what came of it first."))
            return redirect("consultations:one", public_id=there.consultation.public_id)
        except CantPublish as wrong:
            refused = wrong.problems
        except NothingChanged:
            form.add_error(
                None, _("The draft reads as the version in force: there is nothing to talk about yet.")
            )
        except (drafting.VersionBetween, drafting.DraftGone):
            form.add_error(
                None,
                _("A version came in between. Bring it into the draft first; the page to publish says how."),
            )
        else:
            if form.cleaned_data["public"] and not consultation.public:
                messages.info(
                    request, _("Nothing public changes in the draft, so it isn’t shown in the press room.")
                )
            messages.success(
                request, _("Shared. The draft goes on being written; what is shared stays as it is.")
            )
            return redirect("consultations:one", public_id=consultation.public_id)
    context = {"section": "write", "form": form, "refused": refused}
    status = 422 if form.is_bound else 200
    return render(request, "dialogue/consultations/share.html", context, status=status)


def beside_publish(request: HttpRequest, draft: Draft) -> SafeString:
    """The way to share a draft instead of publishing it (`wiring.BESIDE_PUBLISH`)."""
    if not may(request.user, "dialogue.consult"):
        return SafeString("")
    context = {"share_form": ShareForm(), "shared": queries.the_consultation(), "draft": draft}
    return SafeString(render_to_string("dialogue/consultations/beside_publish.html", context, request))


@require_safe
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    return page(request, found(request, public_id))


@require_POST
@member_required
def say(request: MemberRequest, public_id: str) -> HttpResponse:
    consultation = found(request, public_id)
    form = SayForm(request.POST)
    if not form.is_valid():
        return page(request, consultation, said_form=form, status=422)
    try:
        actions.say(consultation, form.cleaned_data["key"], form.cleaned_data["text"], by=request.user)
    except actions.Over:
        messages.warning(request, _("It ended while you wrote. What you wrote stands below, to keep."))
        return page(request, consultation, said_form=form, written=[form.cleaned_data["text"]], status=409)
    except actions.NoSuchPoint:
        raise Http404 from None
    messages.success(request, _("Thank you. It stands beside the point."))
    response = redirect("consultations:one", public_id=public_id)
    response["Location"] += f"#{form.cleaned_data['key']}"
    return response


@require_POST
@member_required
def end(request: MemberRequest, public_id: str) -> HttpResponse:
    consultation = found(request, public_id)
    try:
        actions.end(consultation, by=request.user)
    except actions.Over:
        messages.warning(request, _("It has ended already."))
    else:
        messages.success(request, _("Ended. Now say what came of it."))
    return redirect("consultations:summary", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def summary(request: MemberRequest, public_id: str) -> HttpResponse:
    """Per point, what was said and by how many; what came of it; published in one step."""
    consultation = found(request, public_id)
    allow(request.user, "dialogue.consult", consultation)
    voices = queries.voices(consultation)
    names = _names(consultation, voices)
    form = SummaryForm(names, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.summarise(consultation, form.cleaned_data["summary"], form.upshots(), by=request.user)
        except actions.Over:
            messages.warning(request, _("Somebody was quicker: what came of it is published already."))
            return page(request, found(request, public_id), written=form.written(), status=409)
        messages.success(request, _("Published, where the draft was shown. Everybody it was for is told."))
        return redirect("consultations:one", public_id=public_id)
    context = {
        "section": "consultations",
        "consultation": consultation,
        "form": form,
        "rows": [
            {
                "key": key,
                "name": name,
                "voices": voices[key],
                "outcome": form[f"outcome_{key}"],
                "words": form[f"words_{key}"],
            }
            for key, name in names.items()
        ],
        "held": queries.waiting_to_be_looked_at(consultation),
    }
    status = 422 if form.is_bound else 200
    return render(request, "dialogue/consultations/summary.html", context, status=status)


def found(request: MemberRequest, public_id: str) -> Consultation:
    """Raises Http404 for one that isn't there, and for one that is shown to other departments."""
    consultation = queries.with_id(public_id)
    if consultation is None or not may(request.user, "dialogue.read-consultation", consultation):
        raise Http404
    return consultation


def page(
    request: MemberRequest,
    consultation: Consultation,
    *,
    said_form: SayForm | None = None,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    """The shared draft with what was said; when it is summarised, with what came of it."""
    wanted = request.GET.get("lang") or get_language() or ""
    shared = reading.member_text(consultation, wanted)
    voices = queries.voices(consultation)
    return render(
        request,
        "dialogue/consultations/one.html",
        {
            "section": "consultations",
            "consultation": consultation,
            "shared": shared,
            "languages": reading.languages(consultation, public=False),
            "parts": reading.parts(shared, department_names()),
            "gone": reading.whole_sections_gone(shared),
            "voices": voices,
            "upshots": told(consultation, shared),
            "decides": may(request.user, "dialogue.consult"),
            "said_form": said_form,
            "empty_form": SayForm(),
            **context,
        },
        status=status,
    )


def told(consultation: Consultation, shared: reading.SharedText) -> list[dict[str, object]]:
    """What came of it, in the text's order, for those points that this text has."""
    upshots = queries.upshots(consultation)
    names = reading.names([shared.policy, shared.before])
    return [{"key": key, "name": names[key], "upshot": upshots[key]} for key in names if key in upshots]


def _names(consultation: Consultation, voices: Mapping[str, object]) -> dict[str, str]:
    """The points that somebody spoke about, in the text's order."""
    shared = reading.member_text(consultation, get_language() or "")
    names = reading.names([shared.policy, shared.before])
    return {key: name for key, name in names.items() if key in voices}
