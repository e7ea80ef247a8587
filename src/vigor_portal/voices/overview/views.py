"""The register as a whole. The pages translate only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.handovers import actions as handovers
from vigor_portal.voices.models import Account
from vigor_portal.voices.overview import actions, lacking, matrix, plots
from vigor_portal.voices.overview.forms import DayForm, WhoForm
from vigor_portal.voices.overview.kept import kept
from vigor_portal.voices.overview.leaving import what_if
from vigor_portal.voices.overview.purposes import KINDS, OWN, purposes_of
from vigor_portal.voices.overview.resilience import resilience as counted
from vigor_portal.voices.register.actions import NotNow
from vigor_portal.voices.register.fields import offered

AT_A_TIME = 25
IN_THE_MATRIX = 50
MOST_SORTED = 3_000


@require_safe
@member_required
def wheel(request: MemberRequest) -> HttpResponse:
    """Are the right people at the wheel? Accounts and what they lack, of one kind or of any."""
    allow(request.user, "voices.read")
    kind = request.GET.get("kind", "")
    kind = kind if kind in lacking.NAMES else ""
    foreign = kept(lacking.with_foreign_topics)
    numbers = {**kept(_all_lacks), lacking.TOPICS: len(foreign)}
    if kind == lacking.TOPICS:
        paged: Page[Any] = Paginator(foreign, AT_A_TIME).get_page(request.GET.get("page"))
        by_pk = Account.objects.in_bulk(list(paged))
        shown: Sequence[Account] = [by_pk[pk] for pk in paged if pk in by_pk]
    else:
        # The gravest first, as long as that doesn't mean to sort a whole large register for a page of it.
        order = ("here", "name", "pk") if numbers[kind] <= MOST_SORTED else ("name", "pk")
        found = lacking.those_lacking(Account.objects.all(), kind).order_by(*order)
        paged = _Counted(found, AT_A_TIME, number=numbers[kind]).get_page(request.GET.get("page"))
        shown = list(paged)
    lacks = lacking.lacking_of(shown)
    context = {
        "section": "voices",
        "kind": kind,
        "choices": [(name, words, numbers[name]) for name, words in lacking.NAMES.items() if numbers[name]],
        "page": paged,
        "rows": [(account, lacks.get(account.pk, ())) for account in shown],
        "there_are_accounts": bool(paged.paginator.count) or matrix.live().exists(),
    }
    return render(request, "voices/overview/wheel.html", context)


def _all_lacks() -> dict[str, int]:
    """How many accounts lack each kind of thing, and "": anything."""
    accounts = Account.objects.all()
    return {**lacking.counted(accounts), "": lacking.those_lacking(accounts).count()}


class _Counted(Paginator[Account]):
    """Pages of what is counted already."""

    def __init__(self, *args: Any, number: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = number  # type: ignore[misc]


@require_safe
@member_required
def purposes(request: MemberRequest) -> HttpResponse:
    """Purposes, or topics, against networks or departments; and account by account."""
    allow(request.user, "voices.read")
    of = "topics" if request.GET.get("of") == "topics" else "purposes"
    by = "department" if request.GET.get("by") == "department" else "network"
    accounts = matrix.live().exclude(purpose="").order_by("network", "name", "pk")
    page = Paginator(accounts, IN_THE_MATRIX).get_page(request.GET.get("page"))
    context = {
        "section": "voices",
        "of": of,
        "by": by,
        "matrix": kept(lambda: matrix.matrix(of=of, by=by), of, by),
        "kinds": KINDS,
        "page": page,
        "rows": [(each, _serves(each)) for each in page],
    }
    return render(request, "voices/overview/purposes.html", context)


def _serves(account: Account) -> list[bool]:
    """For each kind of purpose whether the account serves it; at last whether it serves something else."""
    said = purposes_of(account.purpose)
    return [*(kind.key in said for kind in KINDS), any(key.startswith(OWN) for key in said)]


@require_safe
@member_required
def resilience(request: MemberRequest) -> HttpResponse:
    """How many accounts stand on nobody, one, two or more."""
    allow(request.user, "voices.read")
    found = kept(counted)
    bars = [(held, plots.bar(held)) for held in found.networks]
    context = {"section": "voices", "found": found, "whole": plots.bar(found.whole), "bars": bars}
    return render(request, "voices/overview/resilience.html", context)


@require_safe
@member_required
def leaving(request: MemberRequest) -> HttpResponse:
    """What if I leave on Friday? Communications may ask it about anybody (`?who=` finds whom)."""
    if not may(request.user, "voices.keep"):
        return _what_if(request, request.user)
    form = WhoForm(request.GET if "who" in request.GET else None)
    if form.is_valid():
        return redirect("voices:overview:what-if", public_id=form.cleaned_data["who"].public_id)
    return _what_if(request, request.user, form)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def one(request: MemberRequest, public_id: str) -> HttpResponse:
    """The same about somebody; a press begins the handover."""
    member = get_object_or_404(Member, public_id=public_id, forgotten_at=None)
    allow(request.user, "voices.look-ahead", member)
    if request.method != "POST":
        return _what_if(request, member)
    day = DayForm(request.POST)
    if not day.is_valid() or day.cleaned_data["last_day"] < timezone.localdate():
        if day.is_valid():
            day.add_error("last_day", _("That day has passed. Choose today or a later one."))
        return _what_if(request, member, day=day)
    try:
        begun = handovers.plan(member, day.cleaned_data["last_day"], by=request.user)
    except handovers.StillGone:
        messages.warning(request, _("They have left already; what they held is being handed over."))
    else:
        said = ngettext(
            "The handover is begun: %(n)s thing.", "The handover is begun: %(n)s things.", len(begun)
        )
        messages.success(request, said % {"n": len(begun)})
    return redirect("voices:handovers:all")


def _what_if(
    request: MemberRequest, member: Member, form: WhoForm | None = None, day: DayForm | None = None
) -> HttpResponse:
    keeps = may(request.user, "voices.keep")
    context = {
        "section": "voices",
        "member": member,
        "myself": member == request.user,
        "found": what_if(member),
        "form": (form or WhoForm()) if keeps else None,
        "colleagues": offered() if keeps else [],
        "day": day or DayForm(),
    }
    return render(request, "voices/overview/leaving.html", context)


@require_POST
@member_required
def ask(request: MemberRequest, public_id: str) -> HttpResponse:
    """One press: those who work where the account belongs are asked to hold it, too."""
    account = get_object_or_404(Account, public_id=public_id)
    try:
        number = actions.ask_colleagues(account, by=request.user)
    except actions.AskedAlready:
        messages.info(request, _("Colleagues were asked about it a few days ago. Give them a little time."))
    except actions.NobodyToAsk:
        messages.warning(
            request, _("We don’t know whom to ask: nobody else works in its departments. Say which they are.")
        )
    except NotNow:
        messages.warning(request, _("The account has ended in the meantime."))
    else:
        said = ngettext("%(n)s colleague is asked.", "%(n)s colleagues are asked.", number)
        messages.success(request, said % {"n": number})
    return redirect("voices:account", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def asked(request: MemberRequest, public_id: str) -> HttpResponse:
    """Could it be you? What holding the account means, and a press to say yes."""
    account = get_object_or_404(Account.objects.select_related("card"), public_id=public_id)
    asking = actions.asking(account, request.user)
    if asking is None:
        raise Http404
    if request.method == "POST":
        try:
            actions.say_yes(account, by=request.user)
        except NotNow:
            messages.warning(request, _("The account has ended in the meantime."))
            return redirect("voices:register")
        messages.success(request, _("Thank you! You hold it now. This is the page to work from."))
        return redirect("voices:work", public_id=public_id)
    return render(
        request, "voices/overview/asked.html", {"section": "voices", "account": account, "asking": asking}
    )
