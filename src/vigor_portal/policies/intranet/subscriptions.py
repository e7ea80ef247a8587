"""The address of a member's feed of changes: it is its own key, so it can be made anew."""

from __future__ import annotations

from django.db import transaction

from vigor_portal.log.actions import record
from vigor_portal.people.models import Member, make_feed_token
from vigor_portal.people.permissions import allow


@transaction.atomic
def renew_feed_address(*, by: Member) -> str:
    """Give the member's feed a new address; the old one stops working. Returns the new token. Raises NotAllowed."""
    allow(by, "people.be-here")
    by.feed_token = make_feed_token()
    by.save(update_fields=["feed_token"])
    record(by, "member.feed-renewed", by)
    return by.feed_token
