"""Stances as members meet them: translate between pages and actions. What is pressed travels in the body of a POST,
never in an address, so that no log of addresses says which guideline somebody had a view on."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vigor.policy.document import Section
from vigor_portal.dialogue.models import StanceReason
from vigor_portal.dialogue.stances import actions, queries
from vigor_portal.dialogue.stances.asked import Asked
from vigor_portal.dialogue.stances.figures import Stance
from vigor_portal.dialogue.stances.forms import ReasonForm, StanceForm
from vigor_portal.dialogue.stances.panels import Figure, desk_of, inside_alone, inside_short, whole_of
from vigor_portal.dialogue.stances.proofs import ORGANISATION
from vigor_portal.dialogue.stances.pseudonyms import KeyLost
from vigor_portal.dialogue.threads.actions import start_thread
from vigor_portal.dialogue.threads.telling import address
from vigor_portal.people.decorators import member_required
from vigor_portal.people.models import Department
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies.words import label


@dataclass(frozen=True)
class Row:
    """A point on the page of figures: a principle, or a guideline under it."""

    key: str
    title: str
    figure: Figure | None
    reasons: tuple[StanceReason, ...] = ()


@require_safe
@member_required
def mine(request: MemberRequest) -> HttpResponse:
    """What I think: what to look at again first, then all of it; and what keeps it mine."""
    desk = desk_of(request)
    again = [key for key, said in desk.mine.items() if said.again]
    sections = []
    if desk.asked is not None:
        sections = [
            (
                section,
                [(key, inside_short(request, key, elsewhere=True)) for key in keys if key not in again],
            )
            for section, keys in _by_section(desk.asked)
        ]
    context = {
        "section": "agreement",
        "asked": desk.asked,
        "again": [(key, desk.label(key), inside_alone(request, key)) for key in again],
        "sections": sections,
        "answered": sum(not said.again for said in desk.mine.values()),
        "lost": not desk.fits,
    }
    return render(request, "dialogue/stances/mine.html", context)


@require_POST
@member_required
def take(request: MemberRequest) -> HttpResponse:
    """One press: agree, unsure, disagree; and once more on the same to take it back."""
    form = StanceForm(request.POST)
    if not form.is_valid():
        return _back(request, str(next(iter(form.errors.values()))[0]))
    key, stance = form.cleaned_data["guideline"], form.cleaned_data["stance"]
    try:
        if stance == "back":
            actions.take_back(key, by=request.user)
        else:
            actions.take_stance(key, Stance(stance), by=request.user)
    except (actions.NotAsked, KeyLost) as refused:
        return _refused(request, refused)
    return _panel(request, key)


@require_POST
@member_required
def reason(request: MemberRequest) -> HttpResponse:
    """Why I think so; kept like the stance, until it is passed on with at least four others."""
    form = StanceForm(request.POST)
    if not form.is_valid() or form.cleaned_data["stance"] == "back":
        return _back(request, _("Choose what you think first."))
    key = form.cleaned_data["guideline"]
    words = ReasonForm(request.POST, guideline=key)
    if not words.is_valid():
        return _again(request, key, words)
    try:
        actions.give_reason(
            key, Stance(form.cleaned_data["stance"]), words.cleaned_data["reason"], by=request.user
        )
    except (actions.NotAsked, KeyLost) as refused:
        return _refused(request, refused, words.cleaned_data["reason"])
    return _panel(request, key)


@require_POST
@member_required
def talk(request: MemberRequest) -> HttpResponse:
    """My reason becomes a conversation, with my name; then it is no reason without a name any more."""
    desk = desk_of(request)
    key = request.POST.get("guideline", "")
    said = desk.mine.get(key)
    if desk.asked is None or said is None or not said.reason or said.again:
        raise Http404
    thread = start_thread(
        key, said.reason, by=request.user, language=desk.asked.language, seen=desk.asked.version.number
    )
    actions.give_reason(key, said.stance, "", by=request.user)
    messages.success(request, _("Said, with your name. It is no longer kept as a reason without one."))
    return redirect(address(thread))


@require_safe
@member_required
def agreement(request: MemberRequest) -> HttpResponse:
    """What we think together, by principle and guideline; the weakest first for communications, with the reasons."""
    allow(request.user, "dialogue.read-agreement")
    decides = may(request.user, "dialogue.read-reasons")
    department = _department(request, decides=decides)
    weakest = request.GET.get("order", "weakest" if decides else "") == "weakest"
    desk = desk_of(request)
    context = {
        "section": "agreement",
        "asked": desk.asked,
        "rows": _rows(desk.asked, department, weakest=weakest, decides=decides) if desk.asked else [],
        "department": department,
        "departments": _departments(request, decides=decides),
        "weakest": weakest,
        "decides": decides,
        "last": queries.last_snapshot(),
        "next": queries.next_snapshot(),
    }
    return render(request, "dialogue/stances/agreement.html", context)


def _rows(
    asked: Asked, department: Department | None, *, weakest: bool, decides: bool
) -> list[tuple[Row, list[Row]]]:
    cells = queries.cells_of(department.pk if department else ORGANISATION)
    reasons = queries.reasons_by_guideline() if decides and department is None else {}

    def row(key: str, title: str) -> Row:
        figure = Figure(cells[key]) if key in cells else None
        return Row(key, title, figure, tuple(reasons.get(key, ())))

    found = [
        (row(section.key, section.title), [row(key, label(asked.guidelines[key])) for key in keys])
        for section, keys in _by_section(asked)
    ]
    if weakest:
        found = [(each, sorted(below, key=_weakness)) for each, below in found]
        found.sort(key=lambda pair: min((_weakness(each) for each in pair[1]), default=_weakness(pair[0])))
    return found


def _weakness(row: Row) -> tuple[int, int, int]:
    return queries.weakness(row.figure.cell if row.figure else None)


def _by_section(asked: Asked) -> list[tuple[Section, list[str]]]:
    return [(asked.sections[keys[0]], keys) for keys in asked.under().values()]


def _departments(request: MemberRequest, *, decides: bool) -> list[Department]:
    """Whose figures one may see besides all of ours: communications everybody's, the others their own."""
    shown = queries.departments_with_figures()
    return shown if decides else [each for each in shown if each.pk == request.user.department_id]


def _department(request: MemberRequest, *, decides: bool) -> Department | None:
    wanted = request.GET.get("department", "")
    return next((each for each in _departments(request, decides=decides) if each.slug == wanted), None)


def _panel(request: MemberRequest, key: str) -> HttpResponse:
    """Back to where the press was made: the panel alone for htmx, else the page."""
    if not request.htmx:
        return redirect(_whence(request, key))
    # What was known of the member before the press is known no longer.
    vars(request).pop("_stances", None)
    asked = desk_of(request).asked
    if asked is None or key not in asked.guidelines:
        return _refused(request, actions.NotAsked(key))
    return _inside(request, key)


def _inside(request: MemberRequest, key: str, form: ReasonForm | None = None) -> HttpResponse:
    """What stands in the panel after a press, for htmx."""
    if request.POST.get("alone") == "1":
        context = {**whole_of(request, key, form), "swapped": True}
        return render(request, "dialogue/stances/inside.html", context)
    elsewhere = request.POST.get("elsewhere") == "1"
    return HttpResponse(inside_short(request, key, elsewhere=elsewhere, swapped=True))


def _again(request: MemberRequest, key: str, form: ReasonForm) -> HttpResponse:
    """What couldn't be kept comes back as it was written."""
    desk = desk_of(request)
    if desk.asked is None or key not in desk.asked.guidelines:
        return _refused(request, actions.NotAsked(key), form["reason"].value() or "")
    if request.htmx:
        return _inside(request, key, form)
    context = {
        "section": "agreement",
        "label": desk.label(key),
        "language": desk.asked.language,
        "content": inside_alone(request, key, form),
    }
    return render(request, "dialogue/stances/again.html", context, status=422)


def _refused(request: MemberRequest, why: Exception, words: str = "") -> HttpResponse:
    """The point went, or the key is not at hand: what was written is shown, so that nothing is lost."""
    context = {"section": "agreement", "lost": isinstance(why, KeyLost), "words": words}
    template = "dialogue/stances/refused_inside.html" if request.htmx else "dialogue/stances/refused.html"
    # htmx shows nothing of an answer that isn't a 200.
    return render(request, template, context, status=200 if request.htmx else 409)


def _back(request: MemberRequest, message: str) -> HttpResponse:
    messages.warning(request, message)
    return redirect(_whence(request, request.POST.get("guideline", "")))


def _whence(request: MemberRequest, key: str) -> str:
    """The page that the press came from, at its guideline."""
    wanted = request.POST.get("next", "").partition("#")[0]
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}
    )
    page = wanted if safe else reverse("stances:mine")
    known = desk_of(request).asked
    return f"{page}#{key}" if known is not None and key in known.guidelines else page
