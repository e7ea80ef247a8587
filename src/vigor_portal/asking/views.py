"""Asking: translate between pages, the policy and the questions. What is typed travels by POST and is not kept."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor.language.identify import identify
from vigor_portal.asking import actions, public, queries, replies
from vigor_portal.asking.answer_views import first_words
from vigor_portal.asking.forms import AnswerForm, AskForm, SendForm
from vigor_portal.asking.models import Answer, Question
from vigor_portal.people.decorators import member_required
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow
from vigor_portal.people.queries import the_organisation
from vigor_portal.people.requests import MemberRequest


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: MemberRequest) -> HttpResponse:
    """The box, and what the policy says."""
    form = AskForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "section": "ask"}
    if form.is_valid():
        question = form.cleaned_data["question"]
        context |= {"question": question, "reply": replies.ask_policy(question, request.user.language)}
    template = "asking/reply.html" if request.htmx else "asking/ask.html"
    return render(request, template, context)


@csrf_exempt  # nothing is changed, and a form of the press room carries no cookie to forge
@require_http_methods(["GET", "HEAD", "POST"])
def ask_public(request: HttpRequest, lang: str) -> HttpResponse:
    """The press room's box: it reads the public projection only, and knows neither session nor cookie."""
    if lang not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(lang):
        form = AskForm(request.POST if request.method == "POST" else None)
        context = {
            "form": form,
            "section": "ask",
            "lang": lang,
            "organisation": the_organisation(),
            "alternates": replies.public_alternates(lang),
            "asked_before": public.any_answers(),
        }
        if form.is_valid():
            question = form.cleaned_data["question"]
            context |= {"question": question, "reply": replies.ask_public(question, lang)}
        # Without the request, so that no context processor reads session or member.
        response = HttpResponse(render_to_string("asking/ask_public.html", context))
    response["Cache-Control"] = "no-store"
    return response


@member_required
@require_POST
def send(request: MemberRequest) -> HttpResponse:
    """Two steps: first the text as it will be read, then off it goes."""
    if "confirmed" not in request.POST:
        form = SendForm(initial={"question": request.POST.get("question", "")})
        return render(request, "asking/send.html", {"form": form, "section": "ask"})
    form = SendForm(request.POST)
    if not form.is_valid():
        return render(request, "asking/send.html", {"form": form, "section": "ask"})
    question = form.cleaned_data["question"]
    actions.send_question(
        question,
        identify(question, default=request.user.language),
        by=request.user,
        with_name=form.cleaned_data["with_name"],
    )
    messages.success(request, _("Sent. Communications has it on their list now, with a last day to answer."))
    return redirect("asking:answered")


@member_required
@require_safe
def gaps(request: MemberRequest) -> HttpResponse:
    """What people wonder and the policy doesn't say, for communications."""
    allow(request.user, "asking.answer")
    context = {
        "questions": queries.open_questions(),
        "settled": queries.settled_questions()[:20],
        "section": "open",
    }
    return render(request, "asking/gaps.html", context)


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def gap(request: MemberRequest, public_id: str) -> HttpResponse:
    """One question: what we come closest with, and a box to answer in."""
    allow(request.user, "asking.answer")
    question = get_object_or_404(Question.objects.select_related("answer", "owner"), public_id=public_id)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        language=request.user.language,
        named=_came_with_name(question),
        initial=first_words(question.answer) or {"question": question.text},
    )
    settled = False
    if form.is_valid():
        try:
            answer = actions.answer_question(question, form.words(), by=request.user)
        except actions.Settled:
            # Who was second sees what the first said, with their own words still in the form.
            settled = True
            question.refresh_from_db()
        except actions.StaysInside as why:
            form.stays_inside(why)
        else:
            messages.success(request, _said_to(answer))
            return redirect("asking:answer", public_id=answer.public_id)
    context = {
        "question": question,
        "form": form,
        "settled": settled,
        "nearest": replies.ask_policy(question.text, question.language),
        "section": "open",
    }
    return render(request, "asking/gap.html", context)


def _said_to(answer: Answer) -> str:
    """Who can read it from now on."""
    if answer.public:
        return _("Answered. Anybody can read it now, and asking finds it, in the press room too.")
    return _("Answered. Everyone here can read it now, and asking finds it.")


def _came_with_name(question: Question) -> bool:
    return question.asked_by_id is not None or (question.answer is not None and question.answer.named)


_STEPS = {"set-aside": actions.set_aside, "reopen": actions.reopen}


@member_required
@require_POST
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: take it on, set it aside, or take that back."""
    question = get_object_or_404(Question, public_id=public_id)
    try:
        if name == "take-on":
            actions.take_on(question, by=request.user, over=request.POST.get("over", ""))
        else:
            _STEPS[name](question, by=request.user)
    except Taken as taken:
        messages.warning(request, taken.sentence)
        return redirect("asking:gap", public_id=public_id)
    except actions.Settled:
        messages.warning(request, _("Somebody else has settled that question in the meantime."))
    return redirect("asking:gaps")


@member_required
@require_POST
def same_as(request: MemberRequest, public_id: str, answer_id: str) -> HttpResponse:
    """One press: what we have said before answers this, too."""
    question = get_object_or_404(Question, public_id=public_id)
    answer = get_object_or_404(Answer, public_id=answer_id)
    try:
        actions.answer_with(question, answer, by=request.user)
    except actions.Settled:
        messages.warning(request, _("Somebody else has settled that question in the meantime."))
        return redirect("asking:gap", public_id=public_id)
    messages.success(request, _("Answered with what we had said before."))
    return redirect("asking:gaps")
