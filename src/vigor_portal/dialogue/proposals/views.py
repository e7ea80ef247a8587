"""Proposals for every member: the list, one of them, suggesting, supporting, saying something."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor.policy.document import Case, Section
from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals import actions, deciding, queries
from vigor_portal.dialogue.proposals.forms import DeclineForm, RemarkForm, SuggestForm
from vigor_portal.dialogue.proposals.showing import Shown, compared, shown
from vigor_portal.dialogue.proposals.wording import tidy
from vigor_portal.people.decorators import member_required
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies import queries as policies
from vigor_portal.policies.models import PublishedKey

AT_A_TIME = 25


@require_safe
@member_required
def all_proposals(request: MemberRequest) -> HttpResponse:
    """What waits, the latest first; what is in the draft; what was decided. `?point=` picks one point's."""
    key = request.GET.get("point", "")
    rows = [queries.open_proposals(), queries.in_the_draft(), queries.decided_proposals()]
    waiting, taken, decided = (found.filter(key=key) if key else found for found in rows)
    names = queries.Names(get_language() or "")
    page = Paginator(waiting, AT_A_TIME).get_page(request.GET.get("page"))
    context = {
        "section": "proposals",
        "page": page,
        "waiting": names.rows(page.object_list),
        "taken": names.rows(taken[:AT_A_TIME]),
        "decided": names.rows(decided[: queries.DECIDED_SHOWN]),
        "key": key,
    }
    return render(request, "dialogue/proposals/all.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def suggest(request: MemberRequest, key: str) -> HttpResponse:
    """The form, prefilled with how it reads today; its difference (`show`), and sending it."""
    allow(request.user, "dialogue.propose")
    today = queries.today(key, request.GET.get("lang") or get_language() or "")
    if today is None:
        return _point_gone(request, key)
    kind = _kind(request, today)
    data = request.POST if request.method == "POST" else None
    if data is not None and "show" in data:
        return _difference(
            request, SuggestForm(kind=kind, today=today, initial=plain(data)), today.words(kind), {}
        )
    form = SuggestForm(data, kind=kind, today=today)
    if form.is_valid():
        try:
            proposal = actions.propose(form.suggestion(), by=request.user)
        except actions.PointGone:
            return _point_gone(request, key)
        messages.success(
            request, _("Thank you. Colleagues can support it now, and communications has it on its list.")
        )
        return redirect("proposals:proposal", public_id=proposal.public_id)
    return _suggest_page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change(request: MemberRequest, public_id: str) -> HttpResponse:
    """The proposer says it better, until it is decided."""
    proposal = found(public_id)
    allow(request.user, "dialogue.change-proposal", proposal)
    today = queries.today(proposal.key, proposal.language)
    if today is None:
        return _point_gone(request, proposal.key)
    kind = Proposal.Kind(proposal.kind)
    data = request.POST if request.method == "POST" else None
    fields = ("wording", "title", "act", "outcome", "reason", "last_day")
    initial = {name: getattr(proposal, name) for name in fields}
    if data is not None and "show" in data:
        form = SuggestForm(kind=kind, today=today, initial=plain(data))
        return _difference(request, form, today.words(kind), {"proposal": proposal})
    form = SuggestForm(data, kind=kind, today=today, initial=initial)
    if form.is_valid():
        try:
            actions.change(proposal, form.suggestion(), by=request.user)
        except actions.Decided as late:
            return decided_already(request, late.proposal, _written(request, initial.values()))
        except actions.PointGone:
            return _point_gone(request, proposal.key)
        messages.success(request, _("Saved."))
        return redirect("proposals:proposal", public_id=public_id)
    return _suggest_page(request, form, proposal=proposal)


@require_safe
@member_required
def proposal(request: MemberRequest, public_id: str) -> HttpResponse:
    return proposal_page(request, found(public_id))


STEPS: dict[str, Callable[..., None]] = {
    "support": actions.support,
    "unsupport": actions.unsupport,
    "withdraw": actions.withdraw,
}


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """One press: support it, undo that, take it back; for communications: make it mine."""
    one = found(public_id)
    try:
        if name == "take-on":
            deciding.take_on(one, by=request.user, over=request.POST.get("over", ""))
        else:
            STEPS[name](one, by=request.user)
    except actions.Decided as late:
        return decided_already(request, late.proposal)
    except Taken as taken:
        messages.warning(request, taken.sentence)
    if name == "withdraw":
        messages.success(request, _("Taken back."))
    return redirect("proposals:proposal", public_id=public_id)


@require_POST
@member_required
def comment(request: MemberRequest, public_id: str) -> HttpResponse:
    one = found(public_id)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return proposal_page(request, one, remark_form=form, status=422)
    actions.comment(one, form.cleaned_data["text"], by=request.user)
    response = redirect("proposals:proposal", public_id=public_id)
    response["Location"] += "#said"
    return response


def found(public_id: str) -> Proposal:
    one = queries.proposal_with(public_id)
    if one is None:
        raise Http404
    return one


def proposal_page(
    request: MemberRequest, one: Proposal, *, status: int = 200, **context: object
) -> HttpResponse:
    """A proposal with what it changes, what is said of it, and what the reader can do with it."""
    decides = may(request.user, "dialogue.decide-proposal", one)
    seen: Shown = shown(one, decides=decides)
    return render(
        request,
        "dialogue/proposals/proposal.html",
        {
            "section": "proposals",
            "proposal": one,
            "shown": seen,
            "mine": one.proposed_by_id == request.user.pk,
            "supported": queries.supports(one, request.user),
            "decides": decides,
            "remarks": queries.remarks(one),
            "remark_form": RemarkForm(),
            "decline_form": DeclineForm(),
            **context,
        },
        status=status,
    )


def decided_already(request: MemberRequest, one: Proposal, written: Iterable[str] = ()) -> HttpResponse:
    """Somebody was quicker: what became of it, and by whom, stands on its page, and there what was `written` now."""
    messages.warning(
        request, _("Somebody was quicker: this proposal is decided on already. Nothing was changed.")
    )
    return proposal_page(request, found(one.public_id), written=list(written), status=409)


def plain(data: QueryDict) -> dict[str, str]:
    return {name: str(value) for name, value in data.items()}


def _written(request: HttpRequest, known: Iterable[object] = ()) -> list[str]:
    """What somebody wrote in the form for a proposal, but for what is `known` and stands elsewhere."""
    typed = (request.POST.get(name, "") for name in ("title", "wording", "act", "outcome", "reason"))
    return news_in(typed, known)


def news_in(typed: Iterable[str], known: Iterable[object]) -> list[str]:
    """The words that somebody typed, each once, without those that stood there already."""
    said = {tidy(str(each)) for each in known}
    return [words for words in dict.fromkeys(map(tidy, typed)) if words and words not in said]


def _kind(request: HttpRequest, today: queries.Today) -> Proposal.Kind:
    """The kind that is asked for, if the point can have it; else the one that suits the point."""
    fits = [kind for kind in Proposal.Kind if isinstance(today.point, actions.FITS[kind])]
    if not fits:
        raise Http404
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    return next((kind for kind in fits if kind.value == asked), fits[0])


def _suggest_page(request: MemberRequest, form: SuggestForm, **context: object) -> HttpResponse:
    today = form.today
    point = today.point
    kinds = [kind for kind in Proposal.Kind if isinstance(point, actions.FITS[kind])]
    return render(
        request,
        "dialogue/proposals/suggest.html",
        {
            "section": "proposals",
            "form": form,
            "kind": form.what,
            "kinds": kinds,
            "today": today,
            "reads": today.words(form.what),
            "guidelines": queries.guidelines_in(point.key, today.language)
            if isinstance(point, Section)
            else [],
            "is_case": isinstance(point, Case),
            "open_here": queries.open_proposals()
            .filter(key=point.key)
            .exclude(pk=getattr(context.get("proposal"), "pk", 0)),
            **context,
        },
        status=422 if form.is_bound else 200,
    )


def _difference(
    request: MemberRequest, form: SuggestForm, before: str, context: dict[str, object]
) -> HttpResponse:
    """What the words would change. A part of the page for scripts; the whole page, with the form as it was, without."""
    words = request.POST.get("wording", "")
    difference = compared(
        before if form.what == Proposal.Kind.WORDING else "", words, form.today.language, of_case=form.of_case
    )
    if request.htmx:
        return render(request, "dialogue/proposals/difference.html", {"difference": difference})
    return _suggest_page(request, form, difference=difference, **context)


def _point_gone(request: MemberRequest, key: str) -> HttpResponse:
    """The point is no longer in force; what was written is shown, so that nothing is lost."""
    known: PublishedKey | None = policies.published_key(key)
    if known is None:
        raise Http404
    context = {"section": "proposals", "known": known, "written": _written(request)}
    return render(request, "dialogue/proposals/gone.html", context, status=410)
