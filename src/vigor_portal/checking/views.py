"""Checking: translate between pages and the core. What is typed travels by POST, is read, and is gone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor.check import catalogue
from vigor.check.question import is_question
from vigor_portal.asking import replies
from vigor_portal.checking import actions, queries
from vigor_portal.checking.answering_as import PREFIX, accounts_of, chosen, filled
from vigor_portal.checking.forms import BoxForm, WordsForm
from vigor_portal.checking.networks import networks
from vigor_portal.checking.playbooks import fitting_kind, playbooks
from vigor_portal.checking.reading import read_post
from vigor_portal.people.decorators import member_required
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies import queries as policies


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def box(request: MemberRequest) -> HttpResponse:
    """The box, and what there is to say of what was written in it."""
    allow(request.user, "checking.check")
    if request.method == "POST":
        return _answered(request, _written(request))
    # A page of an account leads here with the account chosen.
    held = accounts_of(request.user)
    layer = PREFIX + request.GET.get("as", "")
    wanted = QueryDict(mutable=True)
    wanted["layer"] = layer
    begins = filled(wanted, held).dict() if chosen(layer, held) else {}
    return _answered(request, BoxForm(initial=begins, held=held))


@member_required
@require_POST
def answer_as(request: MemberRequest) -> HttpResponse:
    """Somebody chose whom they answer as: what is known of that account. Without htmx the whole page, as it was written."""
    allow(request.user, "checking.check")
    held = accounts_of(request.user)
    form = BoxForm(initial=filled(request.POST, held).dict(), held=held)
    if request.htmx:
        return render(request, "checking/as.html", {"form": form})
    return _answered(request, form)


def _written(request: MemberRequest) -> BoxForm:
    held = accounts_of(request.user)
    return BoxForm(filled(request.POST, held), held=held)


@member_required
@require_POST
def disagree(request: MemberRequest) -> HttpResponse:
    """ "I don't agree with this advice": count it. Without htmx the whole page comes back, with what was written."""
    check, _colon, guideline = request.POST.get("disagree", "").partition(":")
    version = policies.current()
    known = any(each.name == check for each in catalogue.CATALOGUE) and version is not None
    if not known or guideline not in _keys(request.user):
        raise Http404
    actions.object_to(check, guideline, by=request.user)
    if request.htmx:
        return render(request, "checking/noted.html", {"guideline": guideline, "check": check})
    return _answered(request, _written(request), noted=f"{check}:{guideline}")


def _keys(member: Member) -> frozenset[str]:
    version = policies.current()
    text = policies.text_for(version, member.language) if version else None
    return frozenset(text.policy.by_key) if text else frozenset()


def _answered(request: MemberRequest, form: BoxForm, noted: str = "") -> HttpResponse:
    context: dict[str, Any] = {"form": form, "section": "check", "networks": networks(), "noted": noted}
    if form.is_valid():
        context |= _what_we_say(form, request.user)
    reply_to = form.cleaned_data["reply_to"] if form.is_valid() else ""
    if request.htmx:
        context["fits"] = fitting_kind(reply_to)
        return render(request, "checking/answer.html", context)
    context["playbooks"] = playbooks(request.user.language, reply_to)
    context["keeps_words"] = may(request.user, "checking.keep-words")
    return render(request, "checking/desk.html", context)


def _what_we_say(form: BoxForm, member: Member) -> dict[str, Any]:
    """What the policy says to a question, or what a colleague would of a post; and which it was taken for."""
    told = form.cleaned_data
    text, chosen = told["text"], told["taken_as"] or told["was"]
    if chosen == "question" or (not chosen and not told["reply_to"].strip() and is_question(text)):
        reply = replies.ask_policy(text, member.language)
        return {"taken_for": "question", "chosen": chosen, "question": text, "reply": reply}
    reading = read_post(text, queries.known_of_us(**form.told()), member.language)
    counts = [(network, network.count(text)) for network in networks().values()]
    if told["network"]:
        counts = [each for each in counts if each[0].key == told["network"]]
    return {"taken_for": "post", "chosen": chosen, "reading": reading, "counts": counts}


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: MemberRequest) -> HttpResponse:
    """The organisation's own words, for communications alone."""
    allow(request.user, "checking.keep-words")
    form = WordsForm(request.POST if request.method == "POST" else None, kept=queries.kept_words())
    if form.is_valid():
        actions.keep_words(form.lists(), by=request.user)
        messages.success(request, _("Kept. Posts are read with these words from now on."))
        return redirect("checking:words")
    return render(request, "checking/words.html", {"form": form, "section": "words"})


@member_required
@require_safe
def objections(request: MemberRequest) -> HttpResponse:
    """Advice that people didn't agree with: a reason to talk about the guideline, or to mend the check."""
    allow(request.user, "checking.read-objections")
    context = {
        "objections": queries.objections(request.user.language),
        "keys": _keys(request.user),
        "days": queries.DAYS_SHOWN,
        "section": "words",
    }
    return render(request, "checking/objections.html", context)
