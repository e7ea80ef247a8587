"""What the overviews let one do: ask colleagues to hold an account, and say yes to it."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Department, Member
from vigor_portal.people.permissions import NotAllowed, allow
from vigor_portal.voices.models import Account, Asked
from vigor_portal.voices.models.asked import DAYS_BETWEEN, DAYS_OPEN
from vigor_portal.voices.register.actions import NotNow, add_steward
from vigor_portal.voices.register.queries import stewards_of
from vigor_portal.voices.register.states import lock


class NobodyToAsk(Exception):
    """The account is no department's, and whoever asks is in none: there is no telling whom to ask."""


class AskedAlready(Exception):
    """Colleagues were asked about this account some days ago."""


@transaction.atomic
def ask_colleagues(account: Account, *, by: Member) -> int:
    """Ask those who work where the account belongs whether they would hold it, too. Returns how many were asked.

    Raises NotAllowed, NotNow (ended), AskedAlready, NobodyToAsk.
    """
    allow(by, "voices.steward", account)
    account = lock(account)
    if account.has_ended:
        raise NotNow(account)
    if Asked.objects.filter(account=account, at__gt=timezone.now() - timedelta(days=DAYS_BETWEEN)).exists():
        raise AskedAlready
    departments = _departments(account, by)
    holding = stewards_of(account).values("member")
    asked = list(
        Member.objects.filter(department__in=departments, is_active=True)
        .exclude(pk__in=holding)
        .exclude(pk=by.pk)
    )
    if not asked:
        raise NobodyToAsk
    Asked.objects.bulk_create(Asked(account=account, department=each, by=by) for each in departments)
    record(by, "account.asked", account)
    tell(asked, "account.asked", account, by=by)
    return len(asked)


@transaction.atomic
def say_yes(account: Account, *, by: Member) -> None:
    """`by` was asked, and holds the account from now on. Raises NotAllowed, NotNow (ended)."""
    found = asking(account, by)
    if found is None:
        raise NotAllowed("voices.say-yes")
    # Whoever asked wanted this, and must still be one who may decide it.
    asker = found.by if found.by.is_active else None
    if asker is None:
        raise NotAllowed("voices.say-yes")
    add_steward(account, by, by=asker)


def asking(account: Account, member: Member) -> Asked | None:
    """That the member was asked about the account, not too long ago; None where they weren't."""
    if member.department_id is None:
        return None
    recent = Asked.objects.filter(account=account, department=member.department_id)
    return (
        recent.filter(at__gt=timezone.now() - timedelta(days=DAYS_OPEN))
        .select_related("by")
        .order_by("-at")
        .first()
    )


def _departments(account: Account, by: Member) -> list[Department]:
    found = list(account.departments.all())
    return found or ([by.department] if by.department is not None else [])
