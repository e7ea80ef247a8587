"""Reading the register: its list, one account, who holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account, Stewardship

# Counted for the rows that are shown alone, however many there are.
HOLDERS = Coalesce(
    Subquery(
        Stewardship.objects.filter(account=OuterRef("pk"), until=None, member__is_active=True)
        .order_by()
        .values("account")
        .annotate(number=Count("pk"))
        .values("number"),
        output_field=IntegerField(),
    ),
    0,
)


AT_A_TIME = 50
MOST_OF_MINE = 12


@dataclass(frozen=True)
class Stretch:
    """A part of a long list, read as far as it is shown: the rows, and whether more follow. `number` counts from 1."""

    rows: list[Account]
    number: int
    more: bool


class Wanted(TypedDict):
    """What is asked of the register: see `accounts`."""

    search: str
    state: str
    network: str
    department: str


def accounts(
    search: str = "", state: str = "", network: str = "", department: str = "", held_by: Member | None = None
) -> QuerySet[Account]:
    """The register by name. `state` is one of `Account.State`, or "here" for all that haven't ended; `department` a slug.

    Every word of `search` is looked for in name, address, purpose, topics and for whom. Each account carries `holders`, the
    number of stewards who are here.
    """
    found = Account.objects.annotate(holders=HOLDERS)
    for word in search.split():
        found = found.filter(searched__contains=word.casefold())
    if state == "here":
        found = found.exclude(state__in=Account.ENDED)
    elif state:
        found = found.filter(state=state)
    if network:
        found = found.filter(network=network)
    if department:
        found = found.filter(pk__in=Account.objects.filter(departments__slug=department).values("pk"))
    if held_by is not None:
        found = found.filter(pk__in=_held(held_by))
    return found.order_by("name", "pk")


def stretch(found: QuerySet[Account], asked: str) -> Stretch:
    """The stretch of the list that is asked for ("2"); the first where it isn't understood."""
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    start = (max(number, 1) - 1) * AT_A_TIME
    rows = list(found[start : start + AT_A_TIME + 1])
    return Stretch(rows[:AT_A_TIME], max(number, 1), len(rows) > AT_A_TIME)


def account(public_id: str) -> Account | None:
    return (
        Account.objects.filter(public_id=public_id)
        .select_related("card", "keys", "keys__rests_on")
        .prefetch_related("departments")
        .first()
    )


def mine(member: Member) -> list[Account]:
    """The first of the accounts that a member holds, by name: what a page shows of them."""
    # Found from the member, of whose accounts there are few; not by asking every account in the order of names.
    held = list(Stewardship.objects.filter(member=member, until=None).values_list("account", flat=True))
    found = Account.objects.filter(pk__in=held).exclude(state__in=Account.ENDED)
    return list(found.order_by("name", "pk")[:MOST_OF_MINE])


def held_by(member: Member) -> QuerySet[Account]:
    """The accounts that a member holds now, those that have ended left out."""
    found = Account.objects.filter(pk__in=_held(member)).exclude(state__in=Account.ENDED)
    return found.select_related("card", "keys").order_by("name", "pk")


def stewards_of(account: Account) -> QuerySet[Stewardship]:
    """Who holds the account now and is still here, with member and department; who has held it longest first."""
    found = account.stewardships.filter(until=None, member__is_active=True)
    return found.select_related("member", "member__department").order_by("since", "pk")


def left_with(account: Account) -> QuerySet[Stewardship]:
    """Those who hold the account on paper, and have left."""
    return account.stewardships.filter(until=None, member__is_active=False).select_related("member")


def _held(member: Member) -> QuerySet[Stewardship]:
    return Stewardship.objects.filter(member=member, until=None).values("account")  # type: ignore[return-value]
