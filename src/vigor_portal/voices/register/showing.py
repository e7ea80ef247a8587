"""An account's page, put together: its life, its card, who holds it, what it lacks, and what comes next."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.permissions import may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.voices.guidelines import Shown, about_keys
from vigor_portal.voices.handovers.farewells import farewells_at, in_language
from vigor_portal.voices.handovers.panels import beside_account
from vigor_portal.voices.models import Account, Application
from vigor_portal.voices.overview.lacking import lacking
from vigor_portal.voices.profiles.panels import beside_account as profile_beside
from vigor_portal.voices.register import queries
from vigor_portal.voices.register.fields import offered
from vigor_portal.voices.register.forms import ReviewForm, StewardForm
from vigor_portal.voices.register.values import STEWARDS_NEEDED

State = Account.State
# What is said of the step that comes next, and the word on its button: by the state that the account is in.
NEXT: dict[str, tuple[str, str, str | Promise, str | Promise]] = {
    # state: (step, permission, what it means, button)
    State.FOUND: (
        "approve",
        "voices.keep",
        _("It was out there before anybody asked. Approve it, or close it."),
        _("Approve it"),
    ),
    State.REGISTERED: (
        "verify",
        "voices.keep",
        _("Look at it once: is it there, and is it ours? From then on the press room vouches for it."),
        _("It is ours"),
    ),
    State.VERIFIED: (
        "use",
        "voices.steward",
        _("Everything is in place. Say when you begin to answer there."),
        _("We answer there now"),
    ),
    State.RESTING: (
        "use",
        "voices.steward",
        _("Nobody answers there at the moment, and the press room says so."),
        _("We answer there again"),
    ),
}


def account_page(
    request: MemberRequest, account: Account, *, status: int = 200, **context: object
) -> HttpResponse:
    """The account as the reader may see and change it. `context` takes the place of what stands there otherwise."""
    steward = may(request.user, "voices.steward", account)
    stewards = list(queries.stewards_of(account))
    return render(
        request,
        "voices/register/account.html",
        {
            "section": "voices",
            "account": account,
            "card": getattr(account, "card", None),
            "keys": getattr(account, "keys", None),
            "steps": account.steps.select_related("by"),
            "stewards": stewards,
            "left": queries.left_with(account),
            "former": account.former_addresses.order_by("-until", "-pk"),
            "lacks": lacking(account),
            "next": _next(request, account),
            # Between yes and registering somebody may have left: it takes two to register.
            "too_few": account.state == State.APPROVED and len(stewards) < STEWARDS_NEEDED,
            "steward": steward,
            "keeps": may(request.user, "voices.keep", account),
            "holds": any(each.member_id == request.user.pk for each in stewards),
            "steward_form": StewardForm(),
            "review_form": ReviewForm(),
            "colleagues": offered() if steward and not account.has_ended else [],
            "application": _application(request, account),
            "guideline": _behind_the_warning(account, request.user.language),
            "handing_over": beside_account(request, account),
            "farewells": in_language(farewells_at([account.pk]).get(account.pk, ()), request.user.language),
            "profile_note": profile_beside(request, account),
            **context,
        },
        status=status,
    )


def _next(request: MemberRequest, account: Account) -> dict[str, object] | None:
    if account.state not in NEXT:
        return None
    step, permission, words, button = NEXT[account.state]
    return {
        "step": step,
        "words": words,
        "button": button,
        "may": may(request.user, permission, account),
    }


def _application(request: MemberRequest, account: Account) -> Application | None:
    """The application that it came of, for those who may read it."""
    found = Application.objects.filter(account=account).first()
    return found if may(request.user, "voices.read-application", found) else None


def _behind_the_warning(account: Account, language: str) -> Shown | None:
    keys = getattr(account, "keys", None)
    return about_keys(language) if keys is not None and keys.agency else None
