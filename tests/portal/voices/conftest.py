"""Accounts that the tests of the voices share."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account, Keys, Step
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register import actions

MakeAccount = Callable[..., Account]


def address(name: str = "testbolaget", network: str = "x") -> SimpleNamespace:
    """An address as `vigor.networks.recognise` gives it."""
    return SimpleNamespace(
        network=network, key=f"{network}:{name}", url=f"https://{network}.example/{name}", shown=f"@{name}"
    )


@pytest.fixture
def make_account(communicator: Member) -> MakeAccount:
    """make_account("Testbolaget", state="in-use", handle="testbolaget", stewards=(ada, bo), purpose="…")"""

    def make(
        name: str = "Testbolaget", *, state: str = "in-use", handle: str = "testbolaget", **fields: object
    ) -> Account:
        place = address(handle) if handle else None
        found = actions.Found(name=name, network="x", address=place, **fields)  # type: ignore[arg-type]
        account = actions.find(found, by=communicator)
        steps = {"registered": 1, "verified": 2, "in-use": 3, "resting": 4}.get(state, 0)
        walk = (actions.approve, actions.verify_account, actions.use, actions.rest)
        for take in walk[:steps]:
            account = take(account, by=communicator)
        if state == "approved":
            account = actions.approve(account, by=communicator)
        return account

    return make


@pytest.fixture
def account_of(db: None) -> MakeAccount:
    """account_of("Spolverket svarar", ada, bo): a row as it stands when it has been in use, held by these, and shown."""

    def make(name: str, *stewards: Member, **fields: object) -> Account:
        key = name.lower().replace(" ", "")
        fields = {"state": "in-use", "address": f"https://x.com/{key}", "address_key": f"x:{key}"} | fields
        account = Account.objects.create(name=name, network="x", shown=f"@{key}", **fields)
        Keys.objects.create(account=account)
        Step.objects.create(account=account, state="in-use")
        for member in stewards:
            account.stewardships.create(member=member)
        show(account)
        return account

    return make
