""" "I answer as …": an account that the writer holds fills in what is known around a post. Nothing of it is kept.

The box says whose values its fields hold (`as_was`). When another account is chosen, its own take their place; what
somebody changed by hand stays for as long as the account does.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from vigor_portal.checking.networks import networks
from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account
from vigor_portal.voices.register.queries import held_by

PREFIX = "account:"
FILLED = ("sender", "signature", "network")


def accounts_of(member: Member) -> list[Account]:
    """The accounts that the member may answer as, with their cards."""
    return list(held_by(member))


def choice(account: Account) -> str:
    """What the box sends when the account is chosen."""
    return PREFIX + account.public_id


def chosen(layer: str, held: Sequence[Account]) -> Account | None:
    return next((account for account in held if choice(account) == layer), None)


def filled(data: QueryDict, held: Sequence[Account]) -> QueryDict:
    """What was sent, with the chosen account's sender, signature and network where another's stood, or nobody's."""
    layer, was = data.get("layer", ""), data.get("as_was", "")
    account = chosen(layer, held)
    if (choice(account) if account else "") == was:
        return data
    changed = data.copy()
    changed["as_was"] = choice(account) if account else ""
    for name, value in _values(account).items():
        changed[name] = value
    return changed


def _values(account: Account | None) -> dict[str, str]:
    if account is None:
        return dict.fromkeys(FILLED, "")
    card = getattr(account, "card", None)
    return {
        "sender": card.sender if card else "",
        "signature": card.signature if card else "",
        "network": account.network if account.network in networks() else "",
    }
