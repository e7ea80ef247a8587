"""The steps of an account's life: approved, registered, verified, in use, resting, closed or handed over.

Each is taken today; `on` is for what is loaded from elsewhere, and for an account that ended some days ago.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.models import Account, FormerAddress, Step
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register.queries import stewards_of
from vigor_portal.voices.register.values import (
    PERSONAL,
    STEWARDS_NEEDED,
    AddressTaken,
    NotNow,
    NotYet,
    OwnProfile,
    TooFewStewards,
)

if TYPE_CHECKING:
    from vigor.networks import Address

State = Account.State
LOOKED_THROUGH_AFTER = timedelta(days=182)
# From where each state can be reached.
BEFORE: dict[str, tuple[str, ...]] = {
    State.APPROVED: (State.FOUND,),
    State.REGISTERED: (State.APPROVED,),
    State.VERIFIED: (State.REGISTERED,),
    State.IN_USE: (State.VERIFIED, State.RESTING),
    State.RESTING: (State.VERIFIED, State.IN_USE),
    State.CLOSED: tuple(state for state in State if state not in Account.ENDED),
    State.HANDED_OVER: (State.REGISTERED, *Account.SPEAKING),
}


@transaction.atomic
def approve(account: Account, *, by: Member, on: date | None = None) -> Account:
    """Communications says yes, afterwards, to what was found; one with an address is registered by that.

    Raises NotAllowed, NotNow.
    """
    allow(by, "voices.keep", account)
    account = lock(account)
    step(account, State.APPROVED, by=by, on=on)
    if account.address_key:
        step(account, State.REGISTERED, by=by, on=on)
    return account


@transaction.atomic
def register(account: Account, address: Address, *, by: Member, on: date | None = None) -> Account:
    """The approved account is there now, at the address. Raises NotAllowed, NotNow, OwnProfile, TooFewStewards, AddressTaken."""
    allow(by, "voices.steward", account)
    account = lock(account)
    _reachable(account, State.REGISTERED)
    there = stewards_of(account).count()
    if there < STEWARDS_NEEDED:
        raise TooFewStewards(there)
    settle(account, address)
    return step(account, State.REGISTERED, by=by, on=on)


@transaction.atomic
def verify_account(account: Account, *, by: Member, on: date | None = None) -> Account:
    """Communications has seen that the account is there, and ours: from now on it speaks. Raises NotAllowed, NotNow."""
    allow(by, "voices.keep", account)
    account = lock(account)
    day = on or timezone.localdate()
    account.speaks_since = account.speaks_since or day
    account.review_on = day + LOOKED_THROUGH_AFTER
    return step(account, State.VERIFIED, by=by, on=on)


@transaction.atomic
def use(account: Account, *, by: Member, on: date | None = None) -> Account:
    """It is answered from now on, or again. Raises NotAllowed, NotNow."""
    allow(by, "voices.steward", account)
    return step(lock(account), State.IN_USE, by=by, on=on)


@transaction.atomic
def rest(account: Account, *, by: Member, on: date | None = None) -> Account:
    """Nobody answers there for a while. Raises NotAllowed, NotNow."""
    allow(by, "voices.steward", account)
    return step(lock(account), State.RESTING, by=by, on=on)


@transaction.atomic
def close(account: Account, *, by: Member, on: date | None = None) -> Account:
    """It is closed since `on` (today). Nobody holds it any more. Raises NotAllowed, NotNow, NotYet."""
    return _end(account, State.CLOSED, by, on)


@transaction.atomic
def hand_over_away(account: Account, *, by: Member, on: date | None = None) -> Account:
    """It is somebody else's since `on` (today), outside the organisation. Raises NotAllowed, NotNow, NotYet."""
    return _end(account, State.HANDED_OVER, by, on)


@transaction.atomic
def rename(account: Account, address: Address, *, by: Member) -> Account:
    """It moves to another address; the old one says "was, until today".

    Raises NotAllowed, NotNow (no address yet, or ended), OwnProfile, AddressTaken.
    """
    allow(by, "voices.keep", account)
    account = lock(account)
    if not account.address_key or account.has_ended:
        raise NotNow(account)
    if address.key != account.address_key:
        leave_address(account, timezone.localdate())
    settle(account, address)
    account.save()
    record(by, "voices.renamed", account)
    show(account)
    return account


def lock(account: Account) -> Account:
    """The row as it is now, for whoever came first: others wait here until that is done."""
    return Account.objects.select_for_update().get(pk=account.pk)


def step(account: Account, state: str, *, by: Member, on: date | None = None) -> Account:
    """Save the (locked) account in its new state, and tell of it. Raises NotNow."""
    _reachable(account, state)
    account.state = state
    account.save()
    Step.objects.create(account=account, state=state, by=by, on=on or timezone.localdate())
    record(by, f"voices.{state}", account)
    show(account)
    return account


def can_become(account: Account) -> Collection[str]:
    """The states that are one step away."""
    return [state for state, before in BEFORE.items() if account.state in before]


def settle(account: Account, address: Address) -> None:
    """Write the address on the (locked) account and save it. Raises OwnProfile, AddressTaken."""
    if address.network in PERSONAL:
        raise OwnProfile
    account.network, account.address = address.network, address.url
    account.address_key, account.shown = address.key, address.shown
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError:
        raise AddressTaken(Account.objects.get(address_key=address.key)) from None
    # What was its own once is its own again.
    account.former_addresses.filter(address_key=address.key).delete()


def leave_address(account: Account, on: date) -> None:
    """The address that the (locked) account has becomes one that it had, and is free for another."""
    if account.address_key:
        FormerAddress.objects.create(
            account=account,
            network=account.network,
            address=account.address,
            address_key=account.address_key,
            shown=account.shown,
            until=on,
        )
        account.address_key = ""


def _end(account: Account, state: str, by: Member, on: date | None) -> Account:
    allow(by, "voices.keep", account)
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise NotYet
    account = lock(account)
    _reachable(account, state)
    leave_address(account, day)
    account.until, account.review_on = day, None
    account.stewardships.filter(until=None).update(until=day)
    return step(account, state, by=by, on=day)


def _reachable(account: Account, state: str) -> None:
    if account.state not in BEFORE[state]:
        raise NotNow(account)
