"""Who could answer tomorrow if any one steward were away: counted per account, never per person.

No name, no reach and no order of merit: only how many accounts stand on nobody, one, two or more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Min, Q

from vigor_portal.voices.models import Account
from vigor_portal.voices.overview.lacking import with_holders
from vigor_portal.voices.overview.purposes import purpose_name, purposes_of
from vigor_portal.voices.register.places import network_name

State = Account.State
# Out there, and expected to answer. One that rests isn't; one that is only approved isn't there yet.
ANSWERING = (State.FOUND, State.REGISTERED, State.VERIFIED, State.IN_USE)
MOST_PURPOSES = 40


@dataclass(frozen=True, slots=True)
class Held:
    """How many accounts stand on nobody, on one person, on two, on more."""

    name: str
    none: int
    one: int
    two: int
    more: int

    @property
    def number(self) -> int:
        return self.none + self.one + self.two + self.more

    @property
    def safe(self) -> int:
        """Those that can be answered tomorrow whoever is away."""
        return self.two + self.more

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        return (self.none, self.one, self.two, self.more)


@dataclass(frozen=True, slots=True)
class Purpose:
    """`stands_on`: 0 if nobody holds any account that serves it, 1 if they all hang on one and the same person, 2 if not."""

    name: str
    accounts: int
    stands_on: int


@dataclass(frozen=True, slots=True)
class Resilience:
    """`whole` is all accounts, `networks` the same a network; `purposes` those without a voice first."""

    whole: Held
    networks: tuple[Held, ...]
    purposes: tuple[Purpose, ...]
    left_out: int


def resilience() -> Resilience:
    """Two queries, however many accounts and stewards there are."""
    answering = with_holders(Account.objects.filter(state__in=ANSWERING)).order_by()
    by_network: dict[str, Counter[int]] = {}
    for network, here, number in answering.values_list("network", "here").annotate(number=Count("pk")):
        by_network.setdefault(network, Counter())[min(here, 3)] += number
    networks = sorted(by_network.items(), key=lambda item: (-item[1].total(), item[0]))
    purposes = _purposes()
    return Resilience(
        _held("", sum(by_network.values(), Counter())),
        tuple(_held(network_name(network), counted) for network, counted in networks),
        purposes[:MOST_PURPOSES],
        max(0, len(purposes) - MOST_PURPOSES),
    )


def _held(name: str, counted: Mapping[int, int]) -> Held:
    return Held(name, *(counted.get(number, 0) for number in range(4)))


def _purposes() -> tuple[Purpose, ...]:
    """What each purpose stands on: the accounts are gathered by their wording first, where the database does the work."""
    here = Q(stewardships__until=None, stewardships__member__is_active=True)
    worded: Iterable[tuple[str, int, int, int | None]] = (
        Account.objects.filter(state__in=ANSWERING)
        .exclude(purpose="")
        .order_by()
        .values_list("purpose")
        .annotate(
            accounts=Count("pk", distinct=True),
            people=Count("stewardships__member", filter=here, distinct=True),
            somebody=Min("stewardships__member", filter=here),
        )
    )
    accounts: Counter[str] = Counter()
    hands: dict[str, set[int]] = {}
    for text, number, people, somebody in worded:
        for key in purposes_of(text):
            accounts[key] += number
            # Two are enough to know; which they are is nobody's business, and goes no further.
            known = hands.setdefault(key, set())
            known |= {0, -1} if people > 1 else {somebody} if somebody is not None else set()
    found = (Purpose(purpose_name(key), accounts[key], min(len(hands[key]), 2)) for key in accounts)
    return tuple(sorted(found, key=lambda each: (each.stands_on, -each.accounts, each.name)))
