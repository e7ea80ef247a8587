"""Notices: translate between pages, mails' links, calendars, and what a member is told."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.notices import actions, queries
from vigor_portal.notices.dates import calendar_of
from vigor_portal.notices.forms import WishesForm
from vigor_portal.notices.links import NotOurs, TooOld, read_link
from vigor_portal.notices.telling import kinds
from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.mail import is_configured
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.web.pages import breakdown

ON_A_PAGE = 30


@require_safe
@member_required
def index(request: MemberRequest) -> HttpResponse:
    """What I have been told, the newest first."""
    page = Paginator(queries.notices_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "told": queries.worded(list(page.object_list)),
        "new": queries.count_new(request.user),
        "section": "notices",
    }
    return render(request, "notices/list.html", context)


@require_safe
@member_required
def follow(request: MemberRequest, pk: int) -> HttpResponse:
    """Go to what a notice is about; then it is no longer new."""
    notice = get_object_or_404(queries.notices_of(request.user), pk=pk)
    actions.see(notice, by=request.user)
    telling = queries.word(notice)
    if telling is None:
        messages.info(request, _("What that was about is no longer there."))
        return redirect("notices:list")
    return redirect(telling.url)


@require_POST
@member_required
def see_all(request: MemberRequest) -> HttpResponse:
    actions.see_all(by=request.user)
    return redirect("notices:list")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def wishes(request: MemberRequest) -> HttpResponse:
    """How I want to be told, kind by kind."""
    form = WishesForm(posted(request), member=request.user)
    if form.is_valid():
        actions.wish(form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("notices:wishes")
    context = {
        "form": form,
        "has_mail": is_configured(),
        "refused": queries.is_refused(request.user),
        "section": "me",
    }
    return render(request, "notices/wishes.html", context)


@require_POST
@member_required
def mail_again(request: MemberRequest) -> HttpResponse:
    actions.mail_again(by=request.user)
    messages.success(request, _("Thank you. We try again with the next mail."))
    return redirect("people:me")


@csrf_exempt  # the link itself is the proof: a mail program presses the button for its owner, without our cookie
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """One press stops the mail, from the mail and without signing in. To look at the page changes nothing."""
    try:
        member, scope = read_link(token)
    except NotOurs:
        return _not_whole()
    except TooOld:
        return _too_old()
    if request.method == "POST":
        actions.stop_mail(member, scope)
    with translation.override(member.language):
        context = {"done": request.method == "POST", "what": _what(scope), "token": token}
        response = render(request, "notices/stop.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _what(scope: str) -> str:
    """What a link stops, in words."""
    what, _colon, name = scope.partition(":")
    if what == "how":
        return _("the mail of the week") if name == "week" else _("the mail of the day")
    kind = kinds().get(name)
    return _("mail about “%(kind)s”") % {"kind": kind.label if kind else name}


def _not_whole() -> HttpResponse:
    return breakdown(
        400,
        _("The link isn’t whole"),
        _(
            "A mail program may have cut it in two. Copy all of it from the mail, or sign in and choose on your own page how you want to be told. Nothing has been changed."
        ),
    )


def _too_old() -> HttpResponse:
    return breakdown(
        404,
        _("The link is too old"),
        _(
            "It no longer belongs to anybody’s mail here. If you still get mail from us, use the link in the latest one, or sign in and choose on your own page."
        ),
    )


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Last days for a member's calendar. An unknown token, or that of somebody who has left, is a 404."""
    member = Member.objects.filter(feed_token=token).first()
    if member is None or not may(member, "notices.have"):
        raise Http404
    with translation.override(member.language):
        body = calendar_of(member)
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "Content-Disposition": 'inline; filename="vigor.ics"'},
    )
