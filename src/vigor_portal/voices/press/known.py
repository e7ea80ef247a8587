"""The public register as each process keeps it: `PublicAccount`, and nothing else, read once for all that is public.

So lists, searches and "is this account yours?" cost no queries, however many ask, and stay up with the press room.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Literal

from django.utils import translation

from vigor.networks import Address, Register, Resemblance, Trouble, readings
from vigor_portal.policies.press.answers import Answer, Page, answer
from vigor_portal.policies.press.copies import Copy
from vigor_portal.policies.press.room import Room, the_room
from vigor_portal.voices.models import PublicAccount, RegisterStamp

AT_A_TIME = 2000
# Answers that are kept: the same address is asked for again and again, by the same programs.
ANSWERS_KEPT, PAGES_KEPT = 4096, 128
MOST_ALIKE = 3
LONGEST_SHOWN = 200
# In Swedish å, ä and ö stand last; their numbers say otherwise.
SWEDISH = str.maketrans({"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"})

Make = Callable[..., Page | None]
What = Literal["ours", "was-ours", "resembles", "unknown"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of `PublicAccount`: an account at an address that it has (`until` is None) or had."""

    public_id: str
    network: str
    address: str
    address_key: str
    shown: str
    name: str
    purpose: str
    sender: str
    hours: str
    house_rules: str
    rests: bool
    since: date | None
    until: date | None
    looked_through_on: date | None
    farewells: list[dict[str, str]]  # each by language, the latest first: see `handovers.farewells`

    @property
    def who_and_when(self) -> str:
        """Who answers, and when, where that isn't said already."""
        said = self.hours.casefold() in self.sender.casefold()
        return self.sender if said else " · ".join(filter(None, (self.sender, self.hours)))

    @property
    def haystack(self) -> str:
        """What a search looks in."""
        return "\n".join((self.name, self.shown, self.address, self.purpose, self.sender)).casefold()

    @property
    def order(self) -> tuple[str, str]:
        return self.name.casefold().translate(SWEDISH), self.address_key


@dataclass(frozen=True, slots=True)
class Likeness:
    """An account of ours that an address looks like, and how."""

    entry: Entry
    how: Resemblance[None]


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether an address is an account of ours. `entry` is the account where it is or was, `alike` those it resembles.

    It never says whose an address is that isn't ours.
    """

    what: What
    address: Address
    entry: Entry | None = None
    alike: tuple[Likeness, ...] = ()


class PublicRegister:
    """All of it at one moment. `room` is the press room whose pages show it, `before` the register until now."""

    def __init__(self, room: Room, entries: Collection[Entry], before: PublicRegister | None = None) -> None:
        self.room = room
        self.by_key = {entry.address_key: entry for entry in entries}
        self.now = tuple(
            sorted((each for each in entries if each.until is None), key=lambda each: each.order)
        )
        had = (each for each in entries if each.until is not None)
        self.had = tuple(
            sorted(had, key=lambda each: (each.until or date.min, each.address_key), reverse=True)
        )
        self.at = {entry.public_id: entry for entry in self.now}
        self._handles = {(entry.address_key, entry.shown) for entry in self.now}
        # What unknown addresses are compared with takes a second to make for fifty thousand accounts. Mostly something
        # is said anew of an account, and none came or went.
        same = before is not None and before._handles == self._handles
        self._lookalikes: Register[None] = (
            before._lookalikes if before is not None and same else Register(_named(self.now))
        )
        # Kept with what they are made of: another register begins with none.
        self.page = lru_cache(maxsize=PAGES_KEPT)(self.make)
        self.answer = lru_cache(maxsize=ANSWERS_KEPT)(self.make)

    @cached_property
    def networks(self) -> tuple[tuple[str, int], ...]:
        """The networks that we are on, with the number of accounts, the largest first."""
        return tuple(Counter(entry.network for entry in self.now).most_common())

    def account(self, public_id: str) -> Entry | None:
        """The account where it is now, or where it was last."""
        return self.at.get(public_id) or next(
            (each for each in self.had if each.public_id == public_id), None
        )

    def former(self, public_id: str) -> list[Entry]:
        """The addresses that an account had, the latest first."""
        return [entry for entry in self.had if entry.public_id == public_id]

    def search(self, words: str, network: str = "") -> Iterator[Entry]:
        """The accounts that speak, by name: those on a network that have every word somewhere."""
        wanted = words.casefold().split()
        for entry in self._with(wanted) if wanted else self.now:
            if not network or entry.network == network:
                yield entry

    def _with(self, words: Sequence[str]) -> Iterator[Entry]:
        """The accounts that have every word: the rarest is looked for in one long text, the others where it stands."""
        text, starts = self._searched
        rarest = min(words, key=text.count) if len(words) > 1 else words[0]
        at = text.find(rarest)
        while at >= 0:
            after = bisect_right(starts, at)
            start, end = starts[after - 1], starts[after] if after < len(starts) else len(text)
            if all(text.find(word, start, end) >= 0 for word in words):
                yield self.now[after - 1]
            at = text.find(rarest, end)

    def make(self, make: Make, lang: str, *which: str | int) -> Answer | None:
        """`make(register, lang, …)` as it is answered; None where there is no such page.

        `page` and `answer` do the same, and keep what they made: few that are long, many that are short.
        """
        with translation.override(lang):
            page = make(self, lang, *which)
        return answer(page) if page is not None else None

    def find(self, text: str, network: str = "") -> Finding | Trouble:
        """What an address is to us. `network` is where a bare name belongs; an address itself says so."""
        found = readings(text, network)
        if isinstance(found, Trouble):
            return self._misspelt(text, found) or found
        known = [(address, self.by_key[address.key]) for address in found if address.key in self.by_key]
        for address, entry in sorted(known, key=lambda pair: pair[1].until is not None):
            return Finding("ours" if entry.until is None else "was-ours", address, entry)
        alike = self._alike(found[0])
        return Finding("resembles" if alike else "unknown", found[0], alike=alike)

    def _misspelt(self, text: str, trouble: Trouble) -> Finding | None:
        """What looks like ours but has letters that no name on its network can have: a Cyrillic o, say.

        There can be no such account; whoever saw it written so should know what it plays with.
        """
        if trouble.kind != "name" or not (alike := self._alike(text)):
            return None
        address = Address(trouble.network, key="", url="", shown=text.strip()[:LONGEST_SHOWN])
        return Finding("resembles", address, alike=alike)

    def _alike(self, asked: Address | str) -> tuple[Likeness, ...]:
        found = self._lookalikes.resembling(asked)[:MOST_ALIKE]
        return tuple(Likeness(self.by_key[each.key], each) for each in found)

    @cached_property
    def _searched(self) -> tuple[str, list[int]]:
        """What a search looks in, account after account, and where each begins. No word that is looked for has a line's end."""
        texts = [entry.haystack for entry in self.now]
        starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
        return "\n".join(texts), list(starts)


def _named(entries: Iterable[Entry]) -> Iterator[tuple[str, str, None]]:
    return ((entry.address_key, entry.shown, None) for entry in entries)


class PublicCopy(Copy[PublicRegister]):
    """The register that this process answers from."""

    def __init__(self) -> None:
        super().__init__(_token, self._of)
        self._last: PublicRegister | None = None

    def _of(self, token: str) -> PublicRegister:
        self._last = PublicRegister(the_room(), _entries() if token else [], self._last)
        return self._last


def _token() -> str:
    return RegisterStamp.objects.values_list("token", flat=True).first() or ""


def _entries() -> list[Entry]:
    rows = PublicAccount.objects.order_by().values_list(*Entry.__dataclass_fields__)
    return [Entry(*row) for row in rows.iterator(AT_A_TIME)]


REGISTER = PublicCopy()
