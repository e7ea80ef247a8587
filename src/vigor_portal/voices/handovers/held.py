"""What a member holds that somebody else must have when they go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from vigor_portal.people.models import Member
from vigor_portal.voices.mandates.queries import waits_for_a_look_back
from vigor_portal.voices.models import Account, Application, Handover, Keys, Mandate, Stewardship


@dataclass(frozen=True)
class Thing:
    """Exactly one of the three."""

    account: Account | None = None
    mandate: Mandate | None = None
    application: Application | None = None

    @property
    def field(self) -> dict[str, Account | Mandate | Application]:
        """As the field of a handover."""
        named = {"account": self.account, "mandate": self.mandate, "application": self.application}
        return {name: thing for name, thing in named.items() if thing is not None}

    @property
    def name(self) -> str:
        if self.account is not None:
            return self.account.name
        if self.mandate is not None:
            return self.mandate.idea
        return self.application.name if self.application is not None else ""


def held_by(member: Member, because: str = Handover.Because.LEAVES) -> Iterator[Thing]:
    """Accounts, and where somebody leaves mandates that they hold or follow, and applications that wait.

    An account that rests on somebody's own profile is one of theirs here, whoever holds it: it goes with the profile. Who
    moves takes that and their mandates along, and the accounts of the department that they move to.
    """
    moves = because == Handover.Because.MOVES
    # Found from the member, of whose accounts there are few: one condition for both would ask every account.
    held = set(Stewardship.objects.filter(member=member, until=None).values_list("account", flat=True))
    if not moves:
        held |= set(Keys.objects.filter(rests_on=member).values_list("account", flat=True))
    accounts = (
        Account.objects.filter(pk__in=held)
        .exclude(state__in=Account.ENDED)
        .select_related("keys")
        .order_by("name", "pk")
    )
    if moves and member.department_id is not None:
        accounts = accounts.exclude(
            pk__in=Account.objects.filter(departments=member.department_id).values("pk")
        )
    for account in accounts:
        yield Thing(account=account)
    if moves:
        return
    for mandate in _mandates(member):
        yield Thing(mandate=mandate)
    waiting = Application.objects.filter(applied_by=member, state__in=Application.OPEN)
    for application in waiting.order_by("pk"):
        yield Thing(application=application)


def _mandates(member: Member) -> Iterator[Mandate]:
    today = timezone.localdate()
    found = Mandate.objects.select_related("member", "followed_by").order_by("ends_on", "pk")
    for mandate in found.filter(Q(member=member, ended_on=None, ends_on__gte=today) | Q(followed_by=member)):
        if not mandate.is_over or waits_for_a_look_back(mandate):
            yield mandate
