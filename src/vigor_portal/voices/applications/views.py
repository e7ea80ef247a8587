"""The pages of applications: asking for an account, and what communications says. They translate only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.applications import actions, queries
from vigor_portal.voices.applications.forms import (
    AnswerForm,
    ApplicationForm,
    ApproveForm,
    AskForm,
    DeclineForm,
    prefilled,
    written,
)
from vigor_portal.voices.applications.matching import Serving, serving
from vigor_portal.voices.guidelines import that_apply
from vigor_portal.voices.models import Application
from vigor_portal.voices.models.applications import DAYS_TO_DECIDE
from vigor_portal.voices.register.fields import offered

AT_A_TIME = 50


@require_safe
@member_required
def applications(request: MemberRequest) -> HttpResponse:
    """What waits and what was decided: communications' whole list, or one's own."""
    decides = may(request.user, "voices.decide")
    context: dict[str, Any] = {"section": "voices", "decides": decides}
    if decides:
        waiting = Paginator(queries.open_applications(), AT_A_TIME).get_page(request.GET.get("page"))
        context |= {"waiting": waiting, "decided": queries.decided()[: queries.DECIDED_SHOWN]}
    context["mine"] = queries.concerning(request.user)[:AT_A_TIME]
    return render(request, "voices/applications/all.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def apply(request: MemberRequest) -> HttpResponse:
    """Ask for an account: with what goes for it, and the accounts that serve the purpose already, beside the form."""
    allow(request.user, "voices.apply")
    if "show" in request.POST:
        return _serving(request, ApplicationForm(initial=request.POST.dict()))
    form = ApplicationForm(posted(request), initial=prefilled(request.user))
    if form.is_valid():
        sent = _written(form, lambda: actions.apply(form.request(), by=request.user))
        if sent is not None:
            messages.success(request, _("Sent. You are told as soon as there is an answer."))
            return redirect("voices:application", public_id=sent.public_id)
    return _form_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change(request: MemberRequest, public_id: str) -> HttpResponse:
    """Whoever applied says it better, until it is decided."""
    one = found(request, public_id)
    allow(request.user, "voices.change-application", one)
    if "show" in request.POST:
        return _serving(request, ApplicationForm(initial=request.POST.dict()), application=one)
    form = ApplicationForm(posted(request), initial=written(one, queries.stewards_here(one)))
    if form.is_valid():
        try:
            sent = _written(form, lambda: actions.change(one, form.request(), by=request.user))
        except actions.Decided as late:
            return decided_already(request, late.application)
        if sent is not None:
            messages.success(request, _("Saved."))
            return redirect("voices:application", public_id=public_id)
    return _form_page(request, form, application=one)


@require_safe
@member_required
def application(request: MemberRequest, public_id: str) -> HttpResponse:
    return application_page(request, found(request, public_id))


@require_POST
@member_required
def answer(request: MemberRequest, public_id: str) -> HttpResponse:
    one = found(request, public_id)
    allow(request.user, "voices.change-application", one)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return application_page(request, one, answer_form=form, status=422)
    try:
        actions.answer(one, form.cleaned_data["text"], by=request.user)
    except actions.Decided as late:
        return decided_already(request, late.application)
    messages.success(request, _("Sent. You are told as soon as there is an answer."))
    return redirect("voices:application", public_id=public_id)


@require_POST
@member_required
def decide(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """Communications approves it, asks for more, or declines with a reason."""
    one = found(request, public_id)
    allow(request.user, "voices.decide", one)
    form = {"approve": ApproveForm, "ask": AskForm, "decline": DeclineForm}[name](request.POST)
    if not form.is_valid():
        return application_page(request, one, status=422, **{f"{name}_form": form, "open": name})
    text = form.cleaned_data["text"]
    try:
        if name == "approve":
            account = actions.approve(one, by=request.user, text=text)
            messages.success(request, _("Approved. It is registered next, by those who will hold it."))
            return redirect("voices:account", public_id=account.public_id)
        (actions.ask_for_more if name == "ask" else actions.decline)(one, text, by=request.user)
    except actions.Decided as late:
        return decided_already(request, late.application)
    messages.success(request, _("Sent to whoever applied."))
    return redirect("voices:application", public_id=public_id)


STEPS: dict[str, Callable[..., Application]] = {
    "withdraw": actions.withdraw,
    "not-me": actions.not_me,
}


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: take it back, step aside from holding it; for communications: I answer for it."""
    one = found(request, public_id)
    try:
        if name == "take-on":
            actions.take_on(one, by=request.user, over=request.POST.get("over", ""))
        else:
            STEPS[name](one, by=request.user)
    except actions.Decided as late:
        return decided_already(request, late.application)
    except Taken as taken:
        messages.warning(request, taken.sentence)
    if name == "not-me":
        messages.success(request, _("Noted. Whoever applied is told, and asks somebody else."))
        return redirect("voices:applications")
    if name == "withdraw":
        messages.success(request, _("Taken back."))
    return redirect("voices:application", public_id=public_id)


def found(request: MemberRequest, public_id: str) -> Application:
    """Raises Http404, NotAllowed."""
    one = queries.application(public_id)
    if one is None:
        raise Http404
    allow(request.user, "voices.read-application", one)
    return one


def application_page(
    request: MemberRequest, one: Application, *, status: int = 200, **context: object
) -> HttpResponse:
    """An application with what is said about it, and what the reader can do with it."""
    context = {
        "section": "voices",
        "application": one,
        "stewards": queries.stewards_of(one),
        "said": one.said.select_related("by"),
        "mine": may(request.user, "voices.change-application", one),
        "named": may(request.user, "voices.step-aside", one),
        "decides": may(request.user, "voices.decide", one),
        "serving": _near(one),
        "answer_form": AnswerForm(),
        "approve_form": ApproveForm(auto_id="approve_%s"),
        "ask_form": AskForm(auto_id="ask_%s"),
        "decline_form": DeclineForm(auto_id="decline_%s"),
        **context,
    }
    return render(request, "voices/applications/application.html", context, status=status)


def decided_already(request: MemberRequest, one: Application) -> HttpResponse:
    """Somebody was quicker: what became of it stands on its page."""
    messages.warning(request, _("Somebody was quicker: here is how it stands now. Nothing was changed."))
    return application_page(request, found(request, one.public_id), status=409)


def _written(form: ApplicationForm, act: Callable[[], Application]) -> Application | None:
    """What the action made; None where it was refused, with why in the form."""
    try:
        return act()
    except actions.AppliedAlready as same:
        form.same = same.application
        form.add_error("name", _("That name is applied for already, and waits for an answer."))
    except actions.TooFewStewards:
        form.add_error("steward_2", _("One of them has left in the meantime. It takes two."))
    return None


def _near(one: Application) -> list[Serving]:
    """What serves the purpose already, while it is open: the one who decides wants to see it, too."""
    if not one.is_open:
        return []
    return serving(name=one.name, purpose=one.purpose, topics=one.topics, network=one.network)


def _form_page(request: MemberRequest, form: ApplicationForm, **context: object) -> HttpResponse:
    return render(
        request,
        "voices/applications/apply.html",
        {
            "section": "voices",
            "form": form,
            "guidelines": that_apply(request.user.language),
            "serving": _serving_now(form),
            "colleagues": offered(),
            "days": DAYS_TO_DECIDE,
            "same": form.same,
            "reads_same": form.same is not None and may(request.user, "voices.read-application", form.same),
            **context,
        },
        status=422 if form.is_bound else 200,
    )


def _serving(request: MemberRequest, form: ApplicationForm, **context: object) -> HttpResponse:
    """What serves the purpose already. A part of the page for scripts; the whole page, filled in, without."""
    if request.htmx:
        return render(request, "voices/applications/serving.html", {"serving": _serving_now(form)})
    return _form_page(request, form, looked=True, **context)


def _serving_now(form: ApplicationForm) -> list[Serving]:
    told = {name: str(form[name].value() or "") for name in ("name", "purpose", "topics", "network")}
    return serving(
        name=told["name"], purpose=told["purpose"], topics=told["topics"].split(","), network=told["network"]
    )
