"""What if somebody leaves on Friday: what would be without anybody, and what to do first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.notices.open_things import OpenThing, owned_by
from vigor_portal.people.models import Member
from vigor_portal.voices.handovers.held import held_by
from vigor_portal.voices.models import Account, Application, Handover, Mandate, Stewardship
from vigor_portal.voices.overview.lacking import with_holders
from vigor_portal.voices.overview.purposes import purpose_name, purposes_of

FRIDAY = 4
MOST_THINGS = 200
FIRST_READ = 200


@dataclass(frozen=True, slots=True)
class Left:
    """An account that they hold, or whose page rests on their own profile. `others`: how many more hold it and are here."""

    account: Account
    others: int
    rests_on_them: bool

    @property
    def is_alone(self) -> bool:
        return self.others == 0


@dataclass(frozen=True, slots=True)
class First:
    """Something to do before the rest."""

    what: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a member holds, as it would be without them. `silent`: purposes that no other account serves."""

    alone: tuple[Left, ...]
    thin: tuple[Left, ...]
    safe: tuple[Left, ...]
    mandates: tuple[Mandate, ...]
    applications: tuple[Application, ...]
    things: tuple[OpenThing, ...]
    silent: tuple[str, ...]
    is_begun: bool
    first: tuple[First, ...]

    @property
    def holds_something(self) -> bool:
        return any((self.alone, self.thin, self.safe, self.mandates, self.applications, self.things))


def friday() -> date:
    """The next Friday that isn't today."""
    today = timezone.localdate()
    return today + timedelta(days=(FRIDAY - today.weekday() - 1) % 7 + 1)


def what_if(member: Member) -> WhatIf:
    """What the member holds. As many queries however much that is."""
    held = [thing for thing in held_by(member) if thing.account is None]
    accounts = _accounts(member)
    alone = tuple(each for each in accounts if each.is_alone)
    mandates = tuple(thing.mandate for thing in held if thing.mandate is not None)
    applications = tuple(thing.application for thing in held if thing.application is not None)
    things = _things(member)
    return WhatIf(
        alone,
        tuple(each for each in accounts if each.others == 1),
        tuple(each for each in accounts if each.others > 1),
        mandates,
        applications,
        things,
        _silent([each.account for each in alone]),
        Handover.objects.filter(member=member, state=Handover.State.OPEN).exists(),
        tuple(_first(accounts, mandates, things)),
    )


def _accounts(member: Member) -> list[Left]:
    held = Account.objects.filter(stewardships__member=member, stewardships__until=None)
    resting = Account.objects.filter(keys__rests_on=member)
    theirs = set(held.values_list("pk", flat=True))
    live = with_holders(Account.objects.exclude(state__in=Account.ENDED))
    wanted = live.filter(pk__in=theirs | set(resting.values_list("pk", flat=True)))
    found = []
    for account in wanted.select_related("keys").order_by("name", "pk"):
        here: int = account.here
        others = here - (account.pk in theirs and member.is_active)
        keys = getattr(account, "keys", None)
        found.append(Left(account, others, keys is not None and keys.rests_on_id == member.pk))
    return found


def _silent(alone: list[Account]) -> tuple[str, ...]:
    """The purposes of these accounts that no other account serves which somebody holds."""
    served = {key for account in alone for key in purposes_of(account.purpose)}
    if not served:
        return ()
    held = Stewardship.objects.filter(account=OuterRef("pk"), until=None, member__is_active=True)
    others = Account.objects.exclude(state__in=Account.ENDED).exclude(purpose="").filter(Exists(held))
    others = others.exclude(pk__in=[account.pk for account in alone]).order_by("pk")
    # Read as far as it takes: most purposes are soon met again.
    last, most = 0, FIRST_READ
    while served and (rows := list(others.filter(pk__gt=last).values_list("pk", "purpose")[:most])):
        served.difference_update(*(purposes_of(text) for _pk, text in rows))
        last, most = rows[-1][0], most * 4
    return tuple(purpose_name(key) for key in sorted(served))


def _things(member: Member) -> tuple[OpenThing, ...]:
    """What else waits for them, as the page of open things has it; what is told above isn't told twice."""
    return tuple(owned_by(member, MOST_THINGS, leaving_out=("vigor_portal.voices.",)))


def _first(accounts: list[Left], mandates: tuple[Mandate, ...], things: tuple[OpenThing, ...]) -> list[First]:
    first = []
    for each in accounts:
        page = reverse("voices:account", kwargs={"public_id": each.account.public_id})
        name = {"name": each.account.name}
        if each.rests_on_them:
            why = _("The network closes it with their profile.")
            first.append(First(_("Move “%(name)s” off their own profile.") % name, why, f"{page}#keys"))
        if each.is_alone:
            why = _("Nobody else holds it: from that day on nobody answers.")
            first.append(First(_("Find somebody for “%(name)s”.") % name, why, f"{page}#stewards"))
    for mandate in mandates:
        page = reverse("voices:mandates:one", kwargs={"public_id": mandate.public_id})
        why = _("A mandate is a person’s own, and can’t be handed on without a decision.")
        first.append(First(_("Decide what becomes of “%(name)s”.") % {"name": mandate.idea}, why, page))
    soon = [each for each in things if each.last_day is not None and each.last_day <= friday()]
    for thing in soon:
        first.append(First(thing.title, _("It is due before they go."), thing.url))
    return first
