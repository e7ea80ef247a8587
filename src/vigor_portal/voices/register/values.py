"""What goes into the register, and what can be in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vigor_portal.people.models import Department, Member
from vigor_portal.voices.models import Account, Known

if TYPE_CHECKING:
    from vigor.networks import Address

# A person's own profile: nothing that anybody here applies for, approves or enters.
PERSONAL = frozenset({"linkedin"})
STEWARDS_NEEDED = 2


class NotNow(Exception):
    """The account isn't in a state from which this step is taken (somebody may have been quicker). `account` says which."""

    def __init__(self, account: Account) -> None:
        super().__init__(account.public_id, account.state)
        self.account = account


class AddressTaken(Exception):
    """Another account is at the address already. `account` is that one."""

    def __init__(self, account: Account) -> None:
        super().__init__(account.public_id)
        self.account = account


class TooFewStewards(Exception):
    """Fewer than two of those who hold the account are still here. `there` says how many are."""

    def __init__(self, there: int) -> None:
        super().__init__(there)
        self.there = there


class OwnProfile(Exception):
    """The address, or the network, is of a person's own profile."""


class NotHere(Exception):
    """The member has left, and can't hold an account."""


class NotYet(Exception):
    """The day lies ahead: what is to end then hasn't ended."""


@dataclass(frozen=True, kw_only=True)
class Description:
    """What an account is for."""

    name: str
    purpose: str = ""
    audience: str = ""
    topics: tuple[str, ...] = ()
    hours: str = ""
    ends: str = ""
    departments: tuple[Department, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Found(Description):
    """An account that is out there already. `network` may be left out where there is an address.

    It is found today; `found_on` is for what is loaded from elsewhere.
    """

    network: str = ""
    address: Address | None = None
    stewards: tuple[Member, ...] = ()
    speaks_since: date | None = None
    found_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Identity:
    """An account's card; the fields are those of `Card`."""

    tone: str = ""
    does: tuple[str, ...] = ()
    avoids_saying: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    silent_on: tuple[str, ...] = ()
    sender: str = ""
    signature: str = ""
    house_rules: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyFacts:
    """Where an account's keys are; the fields are those of `Keys`."""

    kept_in: str = ""
    two_factor: Known = Known.UNKNOWN
    recovery_is_ours: Known = Known.UNKNOWN
    agency: str = ""
    rests_on: Member | None = None
