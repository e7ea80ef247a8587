"""Handovers on the intranet: what is under way, beginning one, going through its steps, and saying farewell."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.models import Member
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.queries import members
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.handovers import actions, queries, saying
from vigor_portal.voices.handovers.checklist import is_moot, lines
from vigor_portal.voices.handovers.forms import AppointForm, BeginForm, FarewellForm, TakeOverForm
from vigor_portal.voices.handovers.held import held_by
from vigor_portal.voices.models import Farewell, Handover, HandoverStep
from vigor_portal.voices.register.fields import offered


@require_safe
@member_required
def all_handovers(request: MemberRequest) -> HttpResponse:
    """What nobody holds first, then by last day. Whoever isn't of communications sees what they have a part in."""
    begins = may(request.user, "voices.begin-handover")
    alone = queries.without_anybody(request.user)
    context = {
        "section": "voices",
        "under_way": queries.part(queries.readable(request.user), request.GET.get("open")),
        "alone": Paginator(alone.rows, queries.AT_A_TIME).get_page(request.GET.get("page")),
        "done": queries.part(queries.done(request.user), request.GET.get("done")),
        "begins": begins,
        "holds": any(held_by(request.user)),
    }
    return render(request, "voices/handovers/all.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def begin(request: MemberRequest) -> HttpResponse:
    """Before somebody's last day: one's own, or as communications anybody's. `?member=` shows what they hold."""
    mine = not may(request.user, "voices.begin-handover")
    named = request.GET.get("member", "")
    chosen = request.user if mine else members().filter(public_id=named, is_active=True).first()
    form = BeginForm(posted(request), mine=mine, initial={"member": chosen.email if chosen else ""})
    if form.is_valid():
        member: Member = request.user if mine else form.cleaned_data["member"]
        begun = actions.plan(member, form.cleaned_data["last_day"], by=request.user)
        if begun:
            messages.success(request, _("Begun, with a list for each. Those who see to it are told."))
            return redirect("voices:handovers:all")
        messages.info(request, _("%(name)s holds nothing that is to be handed over.") % {"name": member.name})
        return redirect("voices:handovers:begin")
    context = {
        "section": "voices",
        "form": form,
        "mine": mine,
        "chosen": chosen,
        "held": list(held_by(chosen)) if chosen else [],
        "colleagues": [] if mine else offered(),
    }
    return render(request, "voices/handovers/begin.html", context, status=422 if form.is_bound else 200)


@require_safe
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    return _page(request, _found(request, public_id))


@require_POST
@member_required
def tick(request: MemberRequest, public_id: str) -> HttpResponse:
    """One press: a step is done, or isn't after all."""
    handover = _found(request, public_id)
    name, again = request.POST.get("done", ""), request.POST.get("open", "")
    try:
        handover = actions.tick(handover, name or again, by=request.user, done=bool(name))
    except actions.NotOpen:
        return _quicker(request, public_id)
    except actions.NobodyTakesOver:
        messages.warning(request, _("Choose who takes over first."))
        return _back(public_id)
    except HandoverStep.DoesNotExist:
        raise Http404 from None
    if not handover.is_open:
        messages.success(request, _("Everything is handed over. Well done, and thank you."))
        return _back(public_id)
    return _back(public_id, "#steps")


@require_POST
@member_required
def take_over(request: MemberRequest, public_id: str) -> HttpResponse:
    handover = _found(request, public_id)
    form = TakeOverForm(request.POST)
    if not form.is_valid():
        return _page(request, handover, take_over_form=form, status=422)
    try:
        actions.take_over(handover, form.cleaned_data["member"], by=request.user)
    except actions.NotOpen:
        return _quicker(request, public_id)
    except actions.NotThem:
        form.add_error("member", _("It is they who hand over. Choose somebody else."))
        return _page(request, handover, take_over_form=form, status=422)
    except actions.NobodyTakesOver:
        messages.info(request, _("Noted. It is still to be decided what becomes of the mandate itself."))
        return _back(public_id)
    messages.success(
        request, _("%(name)s takes over, and is told.") % {"name": form.cleaned_data["member"].name}
    )
    return _back(public_id)


@require_POST
@member_required
def appoint(request: MemberRequest, public_id: str) -> HttpResponse:
    """Who sees to it, and by when."""
    handover = _found(request, public_id)
    form = AppointForm.of(handover, request.POST)
    if not form.is_valid():
        return _page(request, handover, appoint_form=form, status=422)
    try:
        actions.appoint(handover, form.cleaned_data["owner"], form.cleaned_data["last_day"], by=request.user)
    except actions.NotOpen:
        return _quicker(request, public_id)
    except actions.NotThem:
        form.add_error("owner", _("It is they who hand over. Choose somebody else."))
    except actions.NotThatDay:
        form.add_error("last_day", _("Choose a day that comes, half a year ahead at the most."))
    except actions.SomebodyFirst:
        form.add_error("last_day", _("Nobody holds it: choose who takes over first, then it can wait."))
    else:
        messages.success(request, _("Saved. Whoever is new to it is told."))
        return _back(public_id)
    return _page(request, handover, appoint_form=form, status=422)


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """I see to it; or it isn't needed, because they stay."""
    handover = _found(request, public_id)
    try:
        if name == "take-on":
            actions.take_on(handover, by=request.user, over=request.POST.get("over", ""))
        else:
            actions.undo(handover, by=request.user)
            messages.success(request, _("Taken back: everything is as it was."))
    except actions.NotOpen:
        return _quicker(request, public_id)
    except Taken as taken:
        messages.warning(request, taken.sentence)
    except actions.StillGone:
        messages.warning(
            request, _("They have left. When they are here again, what they held is theirs again.")
        )
    return _back(public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def farewell(request: MemberRequest, public_id: str) -> HttpResponse:
    """Thanks, where they can be followed, and who takes over: to be read with the account in the press room."""
    handover = _found(request, public_id)
    if handover.account is None or handover.state == Handover.State.UNDONE or handover.member.forgotten_at:
        raise Http404
    if request.POST.get("step") == "take-back":
        saying.take_farewell_back(handover, by=request.user)
        messages.success(request, _("Gone, here and in the press room."))
        return _back(public_id)
    said = Farewell.objects.filter(handover=handover).first()
    texts = said.texts if said else saying.prefilled(handover)
    initial = {**texts, "follow_at": said.follow_at if said else ""}
    form = FarewellForm(handover, request.user, posted(request), initial=initial)
    if form.is_valid():
        follow_at = form.cleaned_data["follow_at"]
        saying.say_farewell(
            handover, _with_place(handover, form.texts(), follow_at), follow_at, agreed=True, by=request.user
        )
        messages.success(request, _("Said: it stands with the account in the press room, for sixty days."))
        return _back(public_id)
    context = {"section": "voices", "handover": handover, "form": form, "said": said}
    return render(request, "voices/handovers/farewell.html", context, status=422 if form.is_bound else 200)


def _with_place(handover: Handover, texts: dict[str, str], follow_at: str) -> dict[str, str]:
    """Where they can be followed goes into words that are as we suggested them; words of one's own stay as they are."""
    before, after = saying.prefilled(handover), saying.prefilled(handover, follow_at)
    return {
        code: after[code] if texts[code].split() == before[code].split() else texts[code]
        for code, _language in settings.LANGUAGES
    }


def _found(request: MemberRequest, public_id: str) -> Handover:
    handover = queries.with_id(public_id)
    if handover is None:
        raise Http404
    allow(request.user, "voices.hand-over", handover)
    return handover


def _back(public_id: str, to: str = "") -> HttpResponse:
    return redirect(reverse("voices:handovers:one", kwargs={"public_id": public_id}) + to)


def _quicker(request: MemberRequest, public_id: str) -> HttpResponse:
    messages.warning(request, _("Somebody was quicker: here is how it stands now. Nothing was changed."))
    return _back(public_id)


def _page(request: MemberRequest, handover: Handover, *, status: int = 200, **context: Any) -> HttpResponse:
    steps = lines(handover)
    is_open = handover.is_open and not is_moot(handover)
    keys = getattr(handover.account, "keys", None) if handover.account else None
    shown = {
        "section": "voices",
        "handover": handover,
        "title": queries.title_of(handover),
        "lines": steps,
        "done": sum(line.done for line in steps),
        "is_open": is_open,
        "nobody": is_open and queries.is_without_anybody(handover),
        "decide": queries.needs_deciding(handover),
        "chooses": handover.mandate is None or handover.mandate.followed_by_id == handover.member_id,
        "mine": handover.member_id == request.user.pk,
        "keys": keys,
        "rests": keys is not None and keys.rests_on_id == handover.member_id,
        "said": Farewell.objects.filter(handover=handover).first(),
        "take_over_form": TakeOverForm(),
        "appoint_form": AppointForm.of(handover),
        "colleagues": offered() if is_open else [],
    }
    return render(request, "voices/handovers/one.html", {**shown, **context}, status=status)
