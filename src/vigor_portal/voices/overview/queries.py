"""What others ask of the overviews."""

from __future__ import annotations

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account


def any_accounts(member: Member) -> bool:
    """Is there anything to look at as a whole? The same for every member."""
    return Account.objects.exclude(state__in=Account.ENDED).exists()
