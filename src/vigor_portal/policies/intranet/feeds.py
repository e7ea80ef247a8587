"""An Atom feed of changes for those who work here. A feed reader can't sign in: the address itself is the key."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies import queries
from vigor_portal.policies.intranet.subscriptions import renew_feed_address
from vigor_portal.policies.intranet.version_views import counted
from vigor_portal.policies.models import Version

MOST_ENTRIES = 30


@require_safe
def changes(request: HttpRequest, token: str) -> HttpResponse:
    """The newest versions, with why they came. An unknown token, or that of somebody who has left, is a 404."""
    member = Member.objects.filter(feed_token=token).first()
    if member is None or not may(member, "people.be-here"):
        raise Http404
    with translation.override(member.language):
        body = _feed(request)
    return HttpResponse(
        body,
        content_type="application/atom+xml; charset=utf-8",
        headers={"Cache-Control": "private, no-store"},
    )


@require_POST
@member_required
def renew(request: HttpRequest) -> HttpResponse:
    renew_feed_address(by=the_member(request))
    messages.success(request, _("Your feed has a new address. The old one has stopped working."))
    return redirect("policies:versions")


def _feed(request: HttpRequest) -> str:
    organisation = the_organisation()
    feed = Atom1Feed(
        title=_("What has changed in our policy · %(name)s") % {"name": organisation or "Vigör"},
        link=request.build_absolute_uri(reverse("policies:versions")),
        description="",
        feed_url=request.build_absolute_uri(),
        language=translation.get_language(),
    )
    versions = queries.versions()
    reworded, removed = counted(versions[0]) if versions else ({}, {})
    for version in versions[:MOST_ENTRIES]:
        address = request.build_absolute_uri(reverse("policies:version", kwargs={"number": version.number}))
        feed.add_item(
            title=_("Version %(number)s") % {"number": version.number},
            link=address,
            description=_told(version, reworded.get(version.number, 0), removed.get(version.number, 0)),
            pubdate=version.published_at,
            updateddate=version.withdrawal.at if version.is_withdrawn else version.published_at,
            unique_id=address,
        )
    return str(feed.writeString("utf-8"))


def _told(version: Version, reworded: int, removed: int) -> str:
    if version.is_withdrawn:
        return format_html("<p>{}</p>", _("The text of this version has been taken away for legal reasons."))
    points = ngettext("%(n)s point came or got new words.", "%(n)s points came or got new words.", reworded)
    gone = ngettext("%(n)s point was removed.", "%(n)s points were removed.", removed)
    lines = [version.because, points % {"n": reworded}, gone % {"n": removed} if removed else ""]
    return format_html("{}" * len(lines), *(format_html("<p>{}</p>", line) if line else "" for line in lines))
