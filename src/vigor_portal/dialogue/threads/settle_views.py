"""What communications does with a thread: takes it on, moves its day, closes it, opens it again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vigor_portal.dialogue.threads import settling
from vigor_portal.dialogue.threads.actions import Closed
from vigor_portal.dialogue.threads.forms import CloseForm, LastDayForm
from vigor_portal.dialogue.threads.talk_pages import keeps_words, thread_page
from vigor_portal.dialogue.threads.telling import address
from vigor_portal.dialogue.threads.views import the_thread
from vigor_portal.people.decorators import member_required
from vigor_portal.people.owners import Taken
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest


@member_required
@require_POST
@keeps_words
def take_on(request: MemberRequest, public_id: str) -> HttpResponse:
    found = the_thread(public_id)
    try:
        settling.take_on(found, by=request.user, over=request.POST.get("over", ""))
    except Closed:
        messages.error(request, _("The conversation has been closed in the meantime."))
    except Taken as taken:
        messages.warning(request, taken.sentence)
    else:
        messages.success(request, _("It’s yours."))
    return redirect(address(found))


@member_required
@require_POST
@keeps_words
def last_day(request: MemberRequest, public_id: str) -> HttpResponse:
    found = the_thread(public_id)
    allow(request.user, "dialogue.settle", found)
    form = LastDayForm(request.POST)
    if not form.is_valid():
        return thread_page(request, found, day=form, status=422)
    try:
        settling.move_last_day(found, form.cleaned_data["due_on"], by=request.user)
    except Closed:
        messages.error(request, _("The conversation has been closed in the meantime."))
    else:
        messages.success(request, _("Moved."))
    return redirect(address(found))


@member_required
@require_POST
@keeps_words
def close(request: MemberRequest, public_id: str) -> HttpResponse:
    """Say what came of it. Who closes second sees the first one's outcome, and keeps what they wrote."""
    found = the_thread(public_id)
    allow(request.user, "dialogue.settle", found)
    form = CloseForm(request.POST, thread=found, language=request.user.language)
    if not form.is_valid():
        return thread_page(request, found, closing=form, status=422)
    try:
        settling.close(found, form.result, by=request.user)
    except Closed:
        form.add_error(
            None, _("Somebody closed it while you wrote; their outcome stands above. What you wrote is here.")
        )
        return thread_page(request, the_thread(public_id), closing=form, status=409)
    messages.success(request, _("Closed. Those who took part are told what came of it."))
    return redirect(f"{address(found)}#outcome")


@member_required
@require_POST
@keeps_words
def reopen(request: MemberRequest, public_id: str) -> HttpResponse:
    found = the_thread(public_id)
    settling.reopen(found, by=request.user)
    messages.success(request, _("Open again, with two more weeks."))
    return redirect(address(found))
