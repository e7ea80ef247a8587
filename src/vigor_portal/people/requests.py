"""What the middleware has put on a request by the time a page for members sees it."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from vigor_portal.people.models import Member


class MemberRequest(HttpRequest):
    """A request behind `member_required`: somebody is signed in, and is a member. For types only."""

    user: Member  # type: ignore[assignment]
    htmx: HtmxDetails
