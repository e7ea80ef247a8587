"""Accounts from a file into the register, many at once; inside the transaction of `working`, which has asked for leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.utils import timezone

from vigor_portal.log.actions import record, record_many
from vigor_portal.people.models import Member
from vigor_portal.voices.models import (
    Account,
    Card,
    FormerAddress,
    Import,
    ImportedAccount,
    Keys,
    Step,
    Stewardship,
)
from vigor_portal.voices.press.projection import show_many
from vigor_portal.voices.transfer.entries import Entry
from vigor_portal.voices.transfer.fields import RESTS_ON
from vigor_portal.voices.transfer.weighing import ACCOUNT, CARD, DAYS, KEYS, Filling, New, Weighed

AT_A_TIME = 500
Side = TypeVar("Side", Card, Keys)


def write(transfer: Import, weighed: Weighed, by: Member) -> None:
    """Enter what is new as found (or as over, where the file says so), and fill in what is here."""
    ended = _enter(transfer, weighed.new, by)
    filled = [_fill(each, by) for each in weighed.fillings]
    if ended or filled:
        show_many([*ended, *filled])


def _enter(transfer: Import, new: Sequence[New], by: Member) -> list[Account]:
    """Returns those that are over already: what the public may know of them is to be written."""
    accounts = [_account(each.entry) for each in new]
    Account.objects.bulk_create(accounts, batch_size=AT_A_TIME)
    pairs = list(zip(accounts, new, strict=True))
    Card.objects.bulk_create(_side(Card, CARD, *pair) for pair in pairs)
    Keys.objects.bulk_create(_keys(*pair) for pair in pairs)
    Step.objects.bulk_create(Step(account=account, state=account.state, by=by) for account in accounts)
    through = Account.departments.through
    through.objects.bulk_create(
        through(account_id=account.pk, department_id=department.pk)
        for account, each in pairs
        for department in each.departments
    )
    Stewardship.objects.bulk_create(
        Stewardship(account=account, member=member) for account, each in pairs for member in each.stewards
    )
    FormerAddress.objects.bulk_create(former for pair in pairs for former in _former(*pair))
    ImportedAccount.objects.bulk_create(ImportedAccount(transfer=transfer, account=each) for each in accounts)
    record_many(by, "voices.found", accounts, transfer=transfer.public_id)
    return [account for account in accounts if account.has_ended]


def _account(entry: Entry) -> Account:
    has_ended = entry.state in Account.ENDED
    account = Account(
        network=entry.network,
        state=entry.state,
        **{name: entry.values[name] for name in ACCOUNT if name in entry.values},
    )
    account.topics = list(entry.values.get("topics", ()))
    if entry.address is not None:
        account.address, account.shown = entry.address.url, entry.address.shown
        account.address_key = "" if has_ended else entry.address.key
    for name in DAYS:
        setattr(account, name, entry.days.get(name))
    if has_ended:
        account.until, account.review_on = entry.days.get("until", timezone.localdate()), None
    return account


def _side(model: type[Side], names: Sequence[str], account: Account, new: New) -> Side:
    """An account's card, or its keys."""
    values = new.entry.values
    return model(account=account, **{name: _plain(values[name]) for name in names if name in values})


def _keys(account: Account, new: New) -> Keys:
    keys = _side(Keys, KEYS, account, new)
    keys.rests_on = new.rests_on
    return keys


def _former(account: Account, new: New) -> list[FormerAddress]:
    entry = new.entry
    addresses = list(entry.former)
    until = account.until or timezone.localdate()
    if account.has_ended and entry.address is not None:
        addresses.append(entry.address)
    return [
        FormerAddress(
            account=account,
            network=each.network,
            address=each.url,
            address_key=each.key,
            shown=each.shown,
            until=until,
        )
        for each in addresses
        if account.has_ended or entry.address is None or each.key != entry.address.key
    ]


def _fill(filling: Filling, by: Member) -> Account:
    account, fields = filling.account, filling.fields
    for name in (*ACCOUNT, *DAYS):
        if name in fields:
            setattr(account, name, _plain(fields[name]))
    account.save()
    for model, names in ((Card, CARD), (Keys, (*KEYS, RESTS_ON))):
        said = {name: _plain(fields[name]) for name in names if name in fields}
        if said:
            model.objects.update_or_create(account=account, defaults=said)
    account.departments.add(*filling.departments)
    for member in filling.stewards:
        Stewardship.objects.get_or_create(account=account, member=member, until=None)
    record(by, "voices.filled-in", account)
    return account


def _plain(value: object) -> object:
    """As it is kept: lists as JSON has them."""
    return list(value) if isinstance(value, tuple) else value
