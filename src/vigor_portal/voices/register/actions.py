"""Every write to the register of accounts. The steps of an account's life are in `states.py`, and can be called from here."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, may
from vigor_portal.voices.models import Account, Card, Keys, Step, Stewardship
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register.states import (
    approve,
    close,
    hand_over_away,
    lock,
    register,
    rename,
    rest,
    settle,
    use,
    verify_account,
)
from vigor_portal.voices.register.values import (
    PERSONAL,
    AddressTaken,
    Description,
    Found,
    Identity,
    KeyFacts,
    NotHere,
    NotNow,
    NotYet,
    OwnProfile,
    TooFewStewards,
)

DAYS_UNTIL_USE = 30

__all__ = [
    "AddressTaken",
    "Description",
    "Found",
    "Identity",
    "KeyFacts",
    "NotHere",
    "NotNow",
    "NotYet",
    "OwnProfile",
    "TooFewStewards",
    "add_steward",
    "approve",
    "close",
    "describe",
    "end_stewardship",
    "find",
    "hand_over_away",
    "look_through",
    "make",
    "register",
    "remove_steward",
    "rename",
    "rest",
    "save_card",
    "save_keys",
    "use",
    "verify_account",
]


@transaction.atomic
def find(found: Found, *, by: Member) -> Account:
    """Enter an account that is out there already; communications approves or closes it afterwards.

    Whoever enters one without being of communications holds it. Raises NotAllowed, OwnProfile, AddressTaken.
    """
    allow(by, "voices.find")
    stewards = found.stewards if may(by, "voices.keep") else tuple({by, *found.stewards})
    network = found.address.network if found.address else found.network
    account = make(found, network, Account.State.FOUND, stewards=stewards, by=by, on=found.found_on)
    account.speaks_since = found.speaks_since
    if found.address is not None:
        settle(account, found.address)
    else:
        account.save()
    record(by, "voices.found", account)
    show(account)
    return account


def make(
    description: Description,
    network: str,
    state: str,
    *,
    stewards: tuple[Member, ...],
    by: Member,
    on: date | None = None,
) -> Account:
    """A new row of the register with all that hangs on it, inside an action's transaction. Raises OwnProfile."""
    if network in PERSONAL:
        raise OwnProfile
    day = on or timezone.localdate()
    # Whatever isn't in use yet is an open thing, and needs a day on which somebody looks at it again.
    account = Account(network=network, state=state, review_on=day + timedelta(days=DAYS_UNTIL_USE))
    _describe(account, description)
    Card.objects.create(account=account)
    Keys.objects.create(account=account)
    Step.objects.create(account=account, state=state, by=by, on=day)
    for member in stewards:
        Stewardship.objects.create(account=account, member=member, since=day)
    return account


@transaction.atomic
def describe(account: Account, description: Description, *, by: Member) -> Account:
    """What the account is for, said anew. Raises NotAllowed."""
    allow(by, "voices.steward", account)
    account = lock(account)
    _describe(account, description)
    record(by, "voices.described", account)
    show(account)
    return account


def _describe(account: Account, description: Description) -> None:
    for field in ("name", "purpose", "audience", "hours", "ends"):
        setattr(account, field, getattr(description, field))
    account.topics = list(description.topics)
    account.save()
    account.departments.set(description.departments)


@transaction.atomic
def save_card(account: Account, identity: Identity, *, by: Member) -> Card:
    """How the account sounds and who answers there. Raises NotAllowed."""
    allow(by, "voices.steward", account)
    account = lock(account)
    fields = {
        name: list(said) if isinstance(said, tuple) else said for name, said in asdict(identity).items()
    }
    card, _new = Card.objects.update_or_create(account=account, defaults=fields)
    record(by, "voices.card-saved", account)
    show(account)
    return card


@transaction.atomic
def save_keys(account: Account, facts: KeyFacts, *, by: Member) -> Keys:
    """Where the account's keys are: a reference, never a password. Raises NotAllowed."""
    allow(by, "voices.steward", account)
    account = lock(account)
    fields = {name: getattr(facts, name) for name in facts.__dataclass_fields__}
    keys, _new = Keys.objects.update_or_create(account=account, defaults=fields)
    record(by, "voices.keys-noted", account)
    return keys


@transaction.atomic
def add_steward(account: Account, member: Member, *, by: Member) -> Stewardship:
    """The member holds the account from today, and is told. Once is enough. Raises NotAllowed, NotHere, NotNow (ended)."""
    allow(by, "voices.steward", account)
    account = lock(account)
    if account.has_ended:
        raise NotNow(account)
    if not member.is_active:
        raise NotHere
    held, new = Stewardship.objects.get_or_create(account=account, member=member, until=None)
    if new:
        record(by, "voices.steward-added", account, member=member.pk)
        tell([member], "account.held", account, by=by)
        show(account)
    return held


@transaction.atomic
def remove_steward(stewardship: Stewardship, *, by: Member) -> None:
    """The member holds the account no longer, from today. Raises NotAllowed."""
    allow(by, "voices.remove-steward", stewardship)
    end_stewardship(stewardship, by=by)


def end_stewardship(stewardship: Stewardship, *, by: Member | None) -> None:
    """The same, where it follows from what somebody was allowed to decide elsewhere (that a member leaves, say)."""
    ended = Stewardship.objects.filter(pk=stewardship.pk, until=None).update(until=timezone.localdate())
    if ended:
        record(by, "voices.steward-removed", stewardship.account, member=stewardship.member_id or 0)
        show(stewardship.account)


@transaction.atomic
def look_through(
    account: Account, *, by: Member, again_on: date | None = None, on: date | None = None
) -> Account:
    """Somebody has looked the account through (today), and says when it is time again. Raises NotAllowed, NotNow (ended)."""
    allow(by, "voices.steward", account)
    account = lock(account)
    if account.has_ended:
        raise NotNow(account)
    account.looked_through_on, account.review_on = on or timezone.localdate(), again_on
    account.save()
    record(by, "voices.looked-through", account)
    show(account)
    return account
