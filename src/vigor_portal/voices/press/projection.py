"""What anybody may know of an account: written here when it changes, and read by everything public."""

from __future__ import annotations

import secrets
from datetime import date

from vigor_portal.voices.models import Account, Card, PublicAccount, RegisterStamp


def show(account: Account) -> None:
    """Write the account's public rows anew, one for each address that it has or had; inside the change's transaction."""
    PublicAccount.objects.filter(public_id=account.public_id).delete()
    if account.speaks and account.address_key:
        _write(account, account, None)
    if account.speaks_since:
        for former in account.former_addresses.all():
            _write(account, former, former.until)
    RegisterStamp.objects.update_or_create(pk=1, defaults={"token": secrets.token_hex(16)})


def _write(account: Account, place: object, until: date | None) -> None:
    card = Card.objects.filter(account=account).first()
    PublicAccount.objects.update_or_create(
        address_key=place.address_key,  # type: ignore[attr-defined]
        defaults={
            "public_id": account.public_id,
            "network": place.network,  # type: ignore[attr-defined]
            "address": place.address,  # type: ignore[attr-defined]
            "shown": place.shown,  # type: ignore[attr-defined]
            "name": account.name,
            "purpose": account.purpose,
            "sender": card.sender if card else "",
            "hours": account.hours,
            "house_rules": card.house_rules if card else "",
            "rests": account.state == Account.State.RESTING,
            "since": account.speaks_since,
            "until": until,
            "looked_through_on": account.looked_through_on,
        },
    )
