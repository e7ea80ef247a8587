"""Proposals for communications: into the draft, as they are or changed first, or not and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor.policy.rewrite import CantHold
from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals import actions, deciding, queries
from vigor_portal.dialogue.proposals.forms import FAULTS, DeclineForm
from vigor_portal.dialogue.proposals.showing import Compared, compared
from vigor_portal.dialogue.proposals.views import decided_already, found, news_in, plain, proposal_page
from vigor_portal.dialogue.proposals.wording import Fault, fault_in, fault_in_case, tidy
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies import drafting


@dataclass(frozen=True)
class Side:
    """One language on the page where a proposal is changed before it goes into the draft."""

    language: str
    words: deciding.Words
    before: str
    theirs: bool  # the language that it was proposed in
    older: bool  # its words are as before, beside new ones in the other language
    difference: Compared | None
    fault: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def take_over(request: MemberRequest, public_id: str) -> HttpResponse:
    """Both languages to change first (GET, or `show`), and into the draft (POST, also straight from the proposal)."""
    one = found(public_id)
    allow(request.user, "dialogue.decide-proposal", one)
    now = queries.standing(one)
    if not queries.waits(one):
        return decided_already(request, one, _new_words(one, _posted(request, now), now))
    if request.method != "POST":
        return _page(request, one, now, _proposed(one, now))
    words = _posted(request, now)
    if "show" in request.POST or any(fault for fault in _faults(one, words, now).values()):
        return _page(request, one, now, words, status=200 if "show" in request.POST else 422)
    return _take_over(request, one, words)


def _take_over(request: MemberRequest, one: Proposal, words: Mapping[str, deciding.Words]) -> HttpResponse:
    token, confirmed = request.POST.get("token", ""), "confirmed" in request.POST
    try:
        deciding.take_over(one, words, by=request.user, token=token, confirmed=confirmed)
    except actions.Decided as late:
        return decided_already(request, late.proposal, _new_words(one, words, queries.standing(one)))
    except (actions.PointGone, drafting.PointGone):
        return proposal_page(request, found(one.public_id), status=409)
    except deciding.ChangedSince as changed:
        return _page(request, one, changed.standing, words, status=409, surprised=True)
    except actions.NothingNew:
        messages.warning(request, _("The draft says so already: there is nothing to take over."))
        return proposal_page(request, one, status=409)
    except CantHold:
        messages.error(request, str(FAULTS[Fault.SEVERAL]))
        return _page(request, one, queries.standing(one), words, status=422)
    messages.success(
        request,
        _("It is in the draft now, and those who took part are told. It is in force when you publish."),
    )
    return redirect("proposals:proposal", public_id=one.public_id)


@require_POST
@member_required
def decline(request: MemberRequest, public_id: str) -> HttpResponse:
    one = found(public_id)
    allow(request.user, "dialogue.decide-proposal", one)
    form = DeclineForm(request.POST)
    if not form.is_valid():
        return proposal_page(request, one, decline_form=form, declining=True, status=422)
    try:
        deciding.decline(one, form.cleaned_data["answer"], by=request.user)
    except actions.Decided as late:
        return decided_already(request, late.proposal, [form.cleaned_data["answer"]])
    messages.success(request, _("Answered. Those who took part are told, and why."))
    return redirect("proposals:proposal", public_id=public_id)


def _proposed(one: Proposal, now: queries.Standing) -> dict[str, deciding.Words]:
    """The proposal in its own language, and in the others what stands there now."""
    theirs = deciding.Words(one.wording, one.title, one.act, one.outcome)
    rest = {code: deciding.Words("" if one.is_new else now.wordings[code]) for code in now.wordings}
    return {**rest, one.language: theirs}


def _posted(request: MemberRequest, now: queries.Standing) -> dict[str, deciding.Words]:
    data = plain(request.POST)
    return {
        code: deciding.Words(
            *(
                data.get(f"{name}_{code}", "").replace("\r\n", "\n")
                for name in ("wording", "title", "act", "outcome")
            )
        )
        for code in now.wordings
    }


def _new_words(one: Proposal, words: Mapping[str, deciding.Words], now: queries.Standing) -> list[str]:
    """What the decider wrote beside what was proposed, and what stands in the text."""
    typed = (text for each in words.values() for text in (each.title, each.wording, each.act, each.outcome))
    return news_in(typed, (one.title, one.wording, one.act, one.outcome, *now.wordings.values()))


def _faults(one: Proposal, words: Mapping[str, deciding.Words], now: queries.Standing) -> dict[str, str]:
    """By language, what keeps the words from going into the draft."""
    if one.kind == Proposal.Kind.REMOVAL:
        return {}
    original = next(iter(now.wordings), "")
    return {code: _fault(one, each, now, code, code == original) for code, each in words.items()}


def _fault(one: Proposal, words: deciding.Words, now: queries.Standing, code: str, original: bool) -> str:
    if one.kind == Proposal.Kind.CASE:
        whole = words.title.strip() and words.wording.strip() and words.act.strip()
        if (original or words.any) and not whole:
            return _("A case needs its name, what has happened and what we do.")
        return ""
    text, today = tidy(words.wording), now.wordings.get(code, "")
    # A point that isn't translated may stay so; the original is what the others follow.
    if not text:
        needed = original or bool(today)
        return _("Nothing is written here yet.") if needed else ""
    fault = fault_in_case(text) if now.of_case else fault_in(text, today)
    return str(FAULTS[fault]) if fault else ""


def _page(
    request: MemberRequest,
    one: Proposal,
    now: queries.Standing,
    words: Mapping[str, deciding.Words],
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    faults = _faults(one, words, now) if request.method == "POST" else {}
    sides = [
        _side(one, code, words, now, faults.get(code, ""))
        for code in sorted(words, key=lambda c: c != one.language)
    ]
    return render(
        request,
        "dialogue/proposals/take_over.html",
        {
            "section": "proposals",
            "proposal": one,
            "standing": now,
            "sides": sides,
            "is_case": one.kind == Proposal.Kind.CASE,
            **context,
        },
        status=status,
    )


def _side(
    one: Proposal, code: str, words: Mapping[str, deciding.Words], now: queries.Standing, fault: str
) -> Side:
    before = "" if one.is_new else now.wordings.get(code, "")
    said = words[code]
    difference = (
        compared(before, said.wording, code, of_case=now.of_case) if one.kind != Proposal.Kind.CASE else None
    )
    older = code != one.language and difference is not None and difference.same and bool(before)
    return Side(code, said, before, code == one.language, older, difference, fault)
