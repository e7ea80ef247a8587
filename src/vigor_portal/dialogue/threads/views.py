"""Conversations as members meet them: translate between pages and actions. What was typed is never lost."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vigor_portal.dialogue.models import Comment, Thread
from vigor_portal.dialogue.threads import actions, queries
from vigor_portal.dialogue.threads.forms import CallForm, EditForm, StartForm, WriteForm
from vigor_portal.dialogue.threads.queries import Which
from vigor_portal.dialogue.threads.talk_pages import (
    keeps_words,
    page_number,
    point_page,
    start_form,
    start_part,
    status_for,
    thread_page,
)
from vigor_portal.dialogue.threads.telling import address
from vigor_portal.dialogue.threads.wordings import NotThere, PointGone, Wordings
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
def point(request: MemberRequest, key: str) -> HttpResponse:
    """What is said of a point, and a form to say something."""
    if request.method != "POST":
        return point_page(request, key, start_form(request, key))
    if "about_check" in request.POST:
        # From advice that somebody doesn't agree with: nothing is said yet, they only come here to say something.
        return point_page(request, key, start_form(request, key, about_check=request.POST["about_check"]))
    form = StartForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            thread = actions.start_thread(
                key,
                told["text"],
                by=request.user,
                quote=told["quote"],
                language=told["language"],
                seen=told["seen"],
            )
        except NotThere:
            form.add_error(
                "quote",
                _("These words don’t stand in the point. Copy them as they are, or leave the box empty."),
            )
        except PointGone as gone:
            return _gone(request, key, form, gone)
        else:
            return _said(request, thread)
    return start_part(request, key, form) if request.htmx else point_page(request, key, form)


@member_required
@require_safe
def write(request: MemberRequest, key: str) -> HttpResponse:
    """The form alone, for the margin; without htmx the page that it stands on."""
    form = start_form(request, key)
    return start_part(request, key, form) if request.htmx else point_page(request, key, form)


@member_required
@require_safe
def everything(request: MemberRequest) -> HttpResponse:
    """Every open thread, or mine, or those that wait for a word from communications."""
    wanted = request.GET.get("which", "")
    which = Which(wanted) if wanted in list(Which) else Which.ALL
    now, moderates = Wordings(), may(request.user, "dialogue.moderate")
    context = {
        "section": "talk",
        "moderates": moderates,
        "held": queries.held().count() if moderates else 0,
        "which": which.value,
        "choices": (
            (Which.ALL.value, _("all")),
            (Which.MINE.value, _("where I take part")),
            (Which.WAITING.value, _("unanswered")),
        ),
        "threads": queries.open_threads(which, request.user, page_number(request), now),
        "closed": queries.closed_threads(now).items if which is Which.ALL else [],
    }
    return render(request, "dialogue/threads/everything.html", context)


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def thread(request: MemberRequest, public_id: str) -> HttpResponse:
    """One conversation whole, and a box to answer in."""
    found = the_thread(public_id)
    if request.method != "POST":
        return thread_page(request, found)
    form = WriteForm(request.POST)
    if form.is_valid():
        try:
            comment = actions.reply(
                found, form.cleaned_data["text"], by=request.user, seen=form.cleaned_data["seen"]
            )
        except actions.Closed as closed:
            form.add_error(
                None,
                _(
                    "The conversation was closed while you wrote. What came of it stands above; what you wrote is here."
                ),
            )
            return thread_page(request, closed.thread, form=form, status=409)
        except actions.AnsweredMeanwhile as meanwhile:
            return _answered(request, found, form, meanwhile)
        messages.success(request, _("Said. Those who take part are told."))
        return redirect(f"{address(found)}#{comment.public_id}")
    return thread_page(request, found, form=form, status=422)


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def edit(request: MemberRequest, public_id: str) -> HttpResponse:
    """Other words for what one wrote."""
    comment = _mine(request, public_id)
    form = EditForm(request.POST if request.method == "POST" else None, initial={"text": comment.text})
    if form.is_valid():
        try:
            actions.edit(comment, form.cleaned_data["text"], by=request.user)
        except actions.Closed:
            form.add_error(
                None, _("The conversation is closed. What stands in it can be withdrawn, not changed.")
            )
        else:
            messages.success(request, _("Changed. The words before are gone."))
            return redirect(f"{address(comment.thread)}#{comment.public_id}")
    context = {"section": "talk", "comment": comment, "thread": comment.thread, "form": form}
    return render(request, "dialogue/threads/edit.html", context, status=status_for(form))


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def withdraw(request: MemberRequest, public_id: str) -> HttpResponse:
    """Take back what one wrote: asked once more, since nothing brings it back."""
    comment = _mine(request, public_id)
    if request.method != "POST":
        context = {"section": "talk", "comment": comment, "thread": comment.thread}
        return render(request, "dialogue/threads/withdraw.html", context)
    gone = actions.withdraw(comment, by=request.user)
    messages.success(request, _("Withdrawn. The text is gone."))
    return redirect("threads:point", key=comment.thread.key) if gone else redirect(address(comment.thread))


@member_required
@require_http_methods(["GET", "HEAD", "POST"])
@keeps_words
def call(request: MemberRequest, public_id: str) -> HttpResponse:
    """Look for a colleague, and call them in with one press."""
    found = the_thread(public_id)
    form = CallForm(request.GET if "name" in request.GET else None)
    problem = ""
    if request.method == "POST":
        called = queries.colleague(request.POST.get("member", ""))
        if called is None:
            problem = _("We find nobody here by that name. They may have left.")
        else:
            try:
                new = actions.call_in(found, called, by=request.user)
            except actions.HasLeft:
                problem = _("%(name)s no longer works here, and can’t be called in.") % {"name": called.name}
            except actions.Closed:
                problem = _("The conversation has been closed. Open it again first.")
            else:
                said = _("%(name)s is called in, and told.") if new else _("%(name)s takes part already.")
                messages.success(request, said % {"name": called.name})
                return redirect(address(found))
    name = form.cleaned_data["name"] if form.is_valid() else ""
    people = queries.colleagues(name, besides=request.user)
    context = {
        "section": "talk",
        "thread": found,
        "form": form,
        "name": name,
        "problem": problem,
        "people": people[: queries.FOUND],
        "many": len(people) > queries.FOUND,
    }
    return render(request, "dialogue/threads/call.html", context, status=409 if problem else 200)


def the_thread(public_id: str) -> Thread:
    """Raises Gone: the view is one that `keeps_words`."""
    found = queries.thread(public_id)
    if found is None:
        raise actions.Gone
    return found


def _mine(request: MemberRequest, public_id: str) -> Comment:
    comment = Comment.objects.select_related("thread").filter(public_id=public_id, withdrawn_at=None).first()
    if comment is None:
        raise actions.Gone
    allow(request.user, "dialogue.edit-comment", comment)
    return comment


def _said(request: MemberRequest, thread: Thread) -> HttpResponse:
    if request.htmx:
        return render(request, "dialogue/threads/said.html", {"thread": thread})
    messages.success(
        request, _("Said. Communications sees it, and answers by the last day that stands beside it.")
    )
    return redirect(address(thread))


def _gone(request: MemberRequest, key: str, form: StartForm, gone: PointGone) -> HttpResponse:
    """The point went while somebody wrote about it: what they wrote is kept, and goes to no other point."""
    if gone.known is None:
        raise Http404
    return (
        start_part(request, key, form, gone=gone.known)
        if request.htmx
        else point_page(request, key, form, status=409)
    )


def _answered(
    request: MemberRequest, found: Thread, form: WriteForm, meanwhile: actions.AnsweredMeanwhile
) -> HttpResponse:
    # What they have now seen is the newest: to send the same again is to mean it.
    again = WriteForm({"text": form.cleaned_data["text"], "seen": meanwhile.comment.pk})
    again.is_valid()
    again.add_error(
        None,
        _(
            "Somebody else answered while you wrote; their answer stands above. Send yours too if it is still needed."
        ),
    )
    return thread_page(request, found, form=again, status=409, seen=meanwhile.comment.pk)
