"""What anybody may know of an account: written here when it changes, and read by everything public.

Shown: an account that speaks (verified, in use or resting) at its address; and the addresses that an account had
while it spoke, or until it was closed or handed over: "was, until …". One that was found, approved or registered, and
never verified, is not here. Nor are stewards, keys, tone, or anything that was said when it was applied for.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext as _

from vigor_portal.voices.handovers.farewells import farewells_at
from vigor_portal.voices.models import (
    Account,
    FormerAddress,
    PublicAccount,
    PublicChange,
    RegisterStamp,
    Step,
)
from vigor_portal.voices.press.known import REGISTER

AT_A_TIME = 400
FIELDS = tuple(field.name for field in PublicAccount._meta.concrete_fields if field.name != "id")
Kind = PublicChange.Kind


def show(account: Account) -> None:
    """Write the account's public rows anew, one for each address that it has or had.

    Called inside the transaction that changed it, when it is saved. Where the public sees no change nothing is written.
    """
    show_many([account])


def show_many(accounts: Iterable[Account]) -> None:
    """The same for many at once: a few queries for each 400."""
    left = iter(accounts)
    while batch := list(islice(left, AT_A_TIME)):
        _show(batch)


@transaction.atomic
def rewrite_public_register() -> str:
    """All of it anew: after an upgrade or a restore."""
    show_many(Account.objects.order_by("pk").iterator(AT_A_TIME))
    known = Account.objects.values("public_id")
    PublicAccount.objects.exclude(public_id__in=known).delete()
    renew()
    return _("The public register: %(n)s addresses.") % {"n": PublicAccount.objects.count()}


def renew() -> None:
    """Have every process read the register again; this one at its next request after the commit."""
    RegisterStamp.objects.update_or_create(pk=1, defaults={"token": secrets.token_hex(16)})
    transaction.on_commit(REGISTER.forget)


def _show(accounts: Collection[Account]) -> None:
    keys = _keys(accounts)
    if not keys:
        return
    # Two that write at once would both find a free address: the second waits here until the first is done.
    RegisterStamp.objects.select_for_update().get_or_create(pk=1)
    before = {row.address_key: row for row in PublicAccount.objects.filter(address_key__in=keys)}
    after = _wanted(keys)
    new = [row for key, row in after.items() if key not in before or not _same(row, before[key])]
    gone = before.keys() - after.keys()
    if not new and not gone:
        return
    PublicAccount.objects.filter(address_key__in=gone).delete()
    PublicAccount.objects.bulk_create(
        new,
        update_conflicts=True,
        unique_fields=["address_key"],
        update_fields=[name for name in FIELDS if name != "address_key"],
    )
    _tell({account.public_id for account in accounts}, before.values(), after.values())
    renew()


def _keys(accounts: Collection[Account]) -> set[str]:
    """Every address that these accounts are shown at, or may come to be."""
    keys = set(
        PublicAccount.objects.filter(public_id__in=[account.public_id for account in accounts]).values_list(
            "address_key", flat=True
        )
    )
    keys.update(account.address_key for account in accounts if account.speaks or account.has_ended)
    keys.update(
        FormerAddress.objects.filter(account__in=[account.pk for account in accounts]).values_list(
            "address_key", flat=True
        )
    )
    return keys - {""}


def _wanted(keys: Collection[str]) -> dict[str, PublicAccount]:
    """What is to be shown at each address: who speaks there now, else who did last."""
    here = Account.objects.filter(address_key__in=keys, state__in=(*Account.SPEAKING, *Account.ENDED))
    had = FormerAddress.objects.filter(address_key__in=keys).order_by("until", "pk")
    here, had = here.select_related("card"), had.select_related("account", "account__card")
    spoke = _spoke({account.pk for account in here} | {former.account_id for former in had})
    farewells = farewells_at({account.pk for account in here})
    wanted: dict[str, PublicAccount] = {}
    # Later ones take the place of earlier ones.
    for former in had:
        if former.account_id in spoke:
            wanted[former.address_key] = _row(former.account, former, former.until)
    for account in sorted(here, key=lambda account: account.speaks):
        if account.pk in spoke:
            row = _row(account, account, account.until if account.has_ended else None)
            row.farewells = farewells.get(account.pk, [])
            wanted[account.address_key] = row
    return wanted


def _spoke(accounts: Collection[int]) -> set[int]:
    """Which of these have been vouched for at some time? A day that somebody typed in doesn't say so; a step does."""
    steps = Step.objects.filter(account__in=accounts, state__in=Account.SPEAKING)
    return set(steps.values_list("account", flat=True))


def _row(account: Account, place: Account | FormerAddress, until: date | None) -> PublicAccount:
    card = getattr(account, "card", None)
    return PublicAccount(
        public_id=account.public_id,
        network=place.network,
        address=place.address,
        address_key=place.address_key,
        shown=place.shown,
        name=account.name,
        purpose=account.purpose,
        sender=card.sender if card else "",
        hours=account.hours,
        house_rules=card.house_rules if card else "",
        rests=account.state == Account.State.RESTING,
        since=account.speaks_since,
        until=until,
        looked_through_on=account.looked_through_on,
    )


def _same(row: PublicAccount, other: PublicAccount) -> bool:
    return all(getattr(row, name) == getattr(other, name) for name in FIELDS)


def _tell(who: set[str], before: Iterable[PublicAccount], after: Iterable[PublicAccount]) -> None:
    """Add what the public sees happen to the feed; take what isn't shown at all any more out of it."""
    was = {row.public_id: row for row in before if row.until is None}
    now = {row.public_id: row for row in after if row.until is None}
    ended = {row.public_id: row for row in after if row.until is not None}
    told = []
    for public_id in who:
        kind = _kind(was.get(public_id), now.get(public_id))
        row = now.get(public_id) or ended.get(public_id)
        if kind and row is not None:
            fields = {name: getattr(row, name) for name in ("public_id", "name", "network", "shown")}
            told.append(PublicChange(kind=kind, **fields))
    PublicChange.objects.bulk_create(told)
    left = PublicAccount.objects.filter(public_id__in=who).values("public_id")
    PublicChange.objects.filter(public_id__in=who).exclude(public_id__in=left).delete()


def _kind(was: PublicAccount | None, now: PublicAccount | None) -> Kind | None:
    if was is None or now is None:
        return None if was is now else Kind.ENDED if now is None else Kind.CAME
    if was.address_key != now.address_key:
        return Kind.MOVED
    if was.rests != now.rests:
        return Kind.RESTS if now.rests else Kind.ANSWERS
    return None
