"""The pages of conversations, put together from what is known: shared by those who talk and those who settle."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from vigor.check import catalogue
from vigor_portal.dialogue.models import Thread
from vigor_portal.dialogue.threads import queries
from vigor_portal.dialogue.threads.actions import Gone
from vigor_portal.dialogue.threads.forms import CloseForm, LastDayForm, StartForm, WriteForm
from vigor_portal.dialogue.threads.wordings import Wordings
from vigor_portal.people.permissions import may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies.models import PublishedKey

FARTHEST_PAGE = 10_000
MOST_OF_A_LABEL = 90
# What people write in the forms of a conversation: it comes back when there is nothing left to write it on.
WRITTEN = ("text", "words", "answer")
P = ParamSpec("P")
View = Callable[Concatenate[MemberRequest, P], HttpResponse]


def keeps_words(view: View[P]) -> View[P]:
    """What a view can't find any more (Gone) is a 404, with what was written about it there to take along."""

    @wraps(view)
    def kept(request: MemberRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Gone:
            if request.method != "POST":
                raise Http404 from None
            return lost_page(request)

    return kept


def lost_page(request: MemberRequest) -> HttpResponse:
    """Who wrote it took it back a second ago, or it never was there: what was written now isn't lost with it."""
    written = [words for name in WRITTEN if (words := request.POST.get(name, "").strip())]
    context = {"section": "talk", "written": written}
    return render(request, "dialogue/threads/lost.html", context, status=404)


def status_for(form: forms.Form) -> int:
    """A form that comes back with its faults is no success."""
    return 422 if form.is_bound and form.errors else 200


def page_number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "1")
    return int(asked) if asked.isdecimal() and 0 < int(asked[:6]) <= FARTHEST_PAGE else 1


def start_form(request: MemberRequest, key: str, about_check: str = "") -> StartForm:
    """Empty, but for what the writer reads: which language, and which version's words.

    `about_check` names a check whose advice the writer doesn't agree with: then a first line says so, for them to change.
    """
    language, now = _language(request), Wordings()
    wording = now.best(key, language)
    if wording is None:
        return StartForm()
    begins = _disagrees(about_check, queries.name_of_point(key, language, now), request.user.language)
    return StartForm(initial={"language": wording.language, "seen": wording.number, "text": begins})


def _disagrees(check: str, guideline: str, language: str) -> str:
    """A first line that names the check and the guideline, and nothing of what was checked; empty for no check of ours."""
    about = next((each.about.of(language) for each in catalogue.CATALOGUE if each.name == check), "")
    if not about:
        return ""
    line = _("I don’t agree with the advice on “%(about)s” (%(check)s), which rests on “%(guideline)s”.")
    short = Truncator(guideline.rstrip(".")).chars(MOST_OF_A_LABEL)
    return line % {"about": about, "check": check, "guideline": short} + "\n\n"


def start_part(
    request: MemberRequest, key: str, form: StartForm, gone: PublishedKey | None = None
) -> HttpResponse:
    """The form alone, for the margin (htmx swaps what comes with 200)."""
    now = Wordings()
    known = queries.where_it_went(key)
    if known is None:
        raise Http404
    context = {
        "key": key,
        "form": form,
        "label": queries.name_of_point(key, _language(request), now),
        "gone": gone or (known if known.removed_id is not None else None),
    }
    return render(request, "dialogue/threads/start_part.html", context)


def point_page(request: MemberRequest, key: str, form: StartForm, status: int = 0) -> HttpResponse:
    known = queries.where_it_went(key)
    if known is None:
        raise Http404
    now, language = Wordings(), _language(request)
    page = page_number(request)
    context = {
        "section": "talk",
        "known": known,
        "key": key,
        "label": queries.name_of_point(key, language, now),
        "wording": now.best(key, language),
        "form": form,
        "open": queries.threads_of(key, Thread.State.OPEN, page, now),
        "closed": queries.threads_of(key, Thread.State.CLOSED, page, now),
        "public": queries.public_comments(key)[: queries.AT_A_TIME],
        "settles": may(request.user, "dialogue.settle"),
    }
    return render(request, "dialogue/threads/point.html", context, status=status or status_for(form))


def thread_page(
    request: MemberRequest,
    thread: Thread,
    *,
    form: WriteForm | None = None,
    closing: CloseForm | None = None,
    day: LastDayForm | None = None,
    status: int = 200,
    seen: int | None = None,
) -> HttpResponse:
    """The conversation whole. `form`, `closing` and `day` come filled in where something was in the way."""
    now, language = Wordings(), _language(request)
    before = request.GET.get("before", "")
    whole = queries.shown(thread, now, int(before) if before.isdecimal() and len(before) < 19 else None)
    settles = may(request.user, "dialogue.settle", thread)
    if settles and thread.is_open:
        closing = closing or CloseForm(thread=thread, language=language)
        day = day or LastDayForm(initial={"due_on": thread.due_on})
    context = {
        "section": "talk",
        "shown": whole,
        "thread": thread,
        "label": queries.name_of_point(thread.key, language, now),
        "known": queries.where_it_went(thread.key),
        "wording": now.best(thread.key, thread.language),
        "called": queries.called_in(thread),
        "form": form or WriteForm(initial={"seen": seen or whole.last}),
        "closing": closing,
        "day": day,
        "settles": settles,
        "reopens": may(request.user, "dialogue.reopen", thread),
        "outcome_label": queries.name_of_point(thread.outcome_key, language, now)
        if thread.outcome_key
        else "",
    }
    return render(request, "dialogue/threads/thread.html", context, status=status)


def _language(request: MemberRequest) -> str:
    return request.GET.get("lang") or request.user.language
