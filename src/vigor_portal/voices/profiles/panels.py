"""What is said of profiles beside something else."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account
from vigor_portal.voices.profiles import queries


def beside_account(request: HttpRequest, account: Account) -> SafeString:
    """On an account's page: whether its profile shows who answers, and leads back to us."""
    if not isinstance(request.user, Member) or account.has_ended or not account.address:
        return SafeString("")
    context = {"account": account, "profile": queries.profile_of(account), "judged": queries.judged(account)}
    return SafeString(render_to_string("voices/profiles/beside_account.html", context, request))


def my_panel(request: HttpRequest) -> str:
    """For `wiring.MY_PANELS`: the ways to one's own profiles and one's offer."""
    return render_to_string("voices/profiles/my_panel.html", {}, request)
