"""What is said of handovers beside something else."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.voices.handovers.queries import open_handovers, rows
from vigor_portal.voices.models import Account


def beside_account(request: HttpRequest, account: Account) -> SafeString:
    """On an account's page: what is being handed over, for those who have a part in it, and that nobody holds it, for all."""
    if not isinstance(request.user, Member) or account.has_ended:
        return SafeString("")
    found = open_handovers().filter(account=account)
    mine = [row for row in rows(found) if may(request.user, "voices.hand-over", row.handover)]
    held = account.stewardships.filter(until=None, member__is_active=True)
    context = {
        "rows": mine,
        "nobody": not held.exists(),
        "holds": held.filter(member=request.user).exists(),
    }
    return SafeString(render_to_string("voices/handovers/beside_account.html", context, request))
