"""Which known accounts an unknown one looks like, for answers such as "not in our register; resembles …".

entries ─→ Register ─resembling(address)→ Resemblances, the likeliest first

A resemblance is told where a reader could be taken in. Names that share a common word, and short names, are other names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic

from vigor.networks.addresses import Address, recognise
from vigor.networks.names import Name, name
from vigor.networks.near import Near
from vigor.networks.places import Place, place_of
from vigor.networks.resemblance import SCORES, Resemblance, T, Why
from vigor.networks.table import MASTODON, WEB
from vigor.networks.trouble import Trouble
from vigor.networks.words import added_words, titles

MOST_SHOWN = 5
"""Most resemblances in an answer."""
SHORTEST_SAME = 3
"""Fewest letters of a name that is told when it is the very same somewhere else, or stands as a word of its own."""
SHORTEST = 5
"""Fewest letters, common words apart, of a name that other letters are compared with."""
FOR_TWO = 8
"""Fewest letters, common words apart, of a name where two other letters are still a likeness."""
INSIDE, INSIDE_UNPARTED = 5, 7
"""Fewest letters of a name that is found inside another: as words of their own, and with no sign between."""
LONGEST_SHARED = 4
"""Most letters of a word that is taken for a common one because many names of a register share it."""
MOST_ALIKE = 50
"""Most accounts that are kept under one spelling: a brand before every name of a register would make it long."""
FROM_CORE = 0.9
"""What a score is worth when common words had to be left out for the likeness."""


@dataclass(frozen=True, slots=True)
class _Known(Generic[T]):
    thing: T
    key: str
    place: Place
    name: Name
    weight: int
    part: bool  # is the name one part among others of a host, as in blogg.spolverket.example?


class Register(Generic[T]):
    """Known accounts, to compare unknown ones with. Built once, asked often.

    `entries` are (key of the address, its handle as it is shown or the account's name, anything to get back). What the key
    says is known anyway, so the second may be empty; an account may be entered once for each of its names and addresses.
    """

    def __init__(self, entries: Iterable[tuple[str, str, T]]) -> None:
        named = [
            (thing, key, place, each)
            for key, called, thing in entries
            for place in (place_of(key, called),)
            for each in _names(place, called)
        ]
        self._common = _shared(each for *_, each in named) | titles()
        self._known = [
            _Known(thing, key, place, each, self._weight(each.skeleton), _among_others(place))
            for thing, key, place, each in named
        ]
        self._spelled: dict[str, list[int]] = defaultdict(list)
        self._cores: dict[str, list[int]] = defaultdict(list)
        self._sites: dict[str, list[int]] = defaultdict(list)
        self._servers = {known.place.server for known in self._known if known.place.network == MASTODON}
        for at, known in enumerate(self._known):
            _add(self._spelled[known.name.skeleton], at)
            if known.name.core not in added_words():
                _add(self._cores[known.name.core], at)
            if known.place.network == WEB and known.place.server and not known.place.path:
                self._sites[known.place.server].append(at)
        self._spellings = sorted({*self._spelled, *self._cores})
        self._near = Near(self._spellings)

    def resembling(self, address: Address | str) -> list[Resemblance[T]]:
        """The known accounts that an address, or a name alone, looks like, the likeliest first; at most `MOST_SHOWN`.

        An account that is known itself is not among them: look its key up first.
        """
        place, own = _asked_for(address)
        best: dict[str, tuple[float, bool, Resemblance[T]]] = {}
        for at, why, worth in self._found(place):
            known = self._known[at]
            score = round(SCORES[why] * worth, 3)
            order = (-score, known.part)
            if known.key != own and (known.key not in best or order < best[known.key][:2]):
                best[known.key] = (*order, Resemblance(known.thing, known.key, why, score))
        there = f"{place.network}:"
        likeliest = sorted(
            best.values(), key=lambda each: (*each[:2], not each[2].key.startswith(there), each[2].key)
        )
        return [resemblance for _score, _part, resemblance in likeliest[:MOST_SHOWN]]

    def _found(self, place: Place) -> Iterator[tuple[int, Why, float]]:
        if found := list(self._on_site(place.server)):
            yield from found
            return
        if place.network != WEB:
            for called in place.names:
                yield from self._alike(name(called), place)
        # A server of ours may carry our name.
        if place.server not in self._servers:
            for part in place.host:
                yield from self._in_host(name(part), place)
        if place.network == WEB:
            for part in place.path:
                yield from ((at, "in-path", worth) for at, worth in self._named(name(part)))

    def _in_host(self, asked: Name, place: Place) -> Iterator[tuple[int, Why, float]]:
        for at, why, worth in self._alike(asked, place):
            if why in ("one-letter", "two-letters"):
                yield at, why, worth * FROM_CORE
            else:
                yield at, "in-host", worth

    def _on_site(self, host: str) -> Iterator[tuple[int, Why, float]]:
        parts = host.split(".")
        for start in range(len(parts) - 1):
            for at in self._sites.get(".".join(parts[start:]), ()):
                yield at, "same-site", 1.0

    def _alike(self, asked: Name, place: Place) -> Iterator[tuple[int, Why, float]]:
        """Every likeness of a name, by each of the ways in which one is made."""
        for at in self._spelled.get(asked.skeleton, ()):
            known = self._known[at]
            same = known.name.plain == asked.plain
            if len(asked.skeleton) >= (SHORTEST_SAME if same else SHORTEST):
                yield at, _why_same(known.place, place) if same else "letters", 1.0
        yield from ((at, "added-word", worth) for at, worth in self._with_words_added(asked))
        yield from self._with_other_letters(asked)

    def _named(self, asked: Name) -> Iterator[tuple[int, float]]:
        """The known accounts whose name is in a part of an address, letter by letter."""
        if len(asked.skeleton) >= SHORTEST:
            yield from ((at, 1.0) for at in self._spelled.get(asked.skeleton, ()))
        yield from ((at, worth * FROM_CORE) for at, worth in self._with_words_added(asked))

    def _with_words_added(self, asked: Name) -> Iterator[tuple[int, float]]:
        whole, core = asked.skeleton, asked.core
        parted = core in asked.words and len(core) >= SHORTEST_SAME
        if core != whole and (parted or len(core) >= SHORTEST):
            yield from ((at, 1.0) for at in self._spelled.get(core, ()) if self._known[at].weight)
        if parted or len(core) >= SHORTEST:
            for at in self._cores.get(core, ()):
                if self._known[at].name.skeleton not in (whole, core):
                    yield at, FROM_CORE
        for inside, fewest in _inside(asked):
            for at in self._spelled.get(inside, ()):
                if self._known[at].weight >= fewest:
                    yield at, FROM_CORE

    def _with_other_letters(self, asked: Name) -> Iterator[tuple[int, Why, float]]:
        for spelling in {asked.skeleton, asked.core}:
            most = self._tolerance(self._weight(spelling))
            if not most:
                continue
            for place, apart in self._near.find(spelling, most):
                found = self._spellings[place]
                if not apart or apart > self._tolerance(self._weight(found)):
                    continue
                why: Why = "one-letter" if apart == 1 else "two-letters"
                whole = spelling == asked.skeleton
                yield from ((at, why, 1.0 if whole else FROM_CORE) for at in self._spelled.get(found, ()))
                yield from ((at, why, FROM_CORE) for at in self._cores.get(found, ()))

    def _tolerance(self, weight: int) -> int:
        return 2 if weight >= FOR_TWO else 1 if weight >= SHORTEST else 0

    def _weight(self, spelling: str) -> int:
        """How many letters of a name are its own: none of a common word, else without the one before and the one behind."""
        if spelling in added_words():
            return 0
        left = spelling
        for size in range(min(len(left), 20), 1, -1):
            if left[:size] in self._common:
                left = left[size:]
                break
        for size in range(min(len(left), 20), 1, -1):
            if left[-size:] in self._common:
                left = left[:-size]
                break
        return len(left)


def _among_others(place: Place) -> bool:
    if place.network == MASTODON:
        return False
    return len(place.host) > (1 if place.network == WEB else 0)


def _names(place: Place, called: str) -> Iterable[Name]:
    """What a known account is called: its handle, and its name where that isn't the address once more."""
    address = (
        called.startswith(("@", "did:"))
        or "/" in called
        or (place.network == WEB and "." in called and " " not in called)
    )
    every = map(name, dict.fromkeys(place.names if address else (called, *place.names)))
    return {each.skeleton: each for each in every if each.skeleton}.values()


def _add(alike: list[int], at: int) -> None:
    if len(alike) < MOST_ALIKE:
        alike.append(at)


def _asked_for(address: Address | str) -> tuple[Place, str]:
    if isinstance(address, str):
        found = recognise(address)
        if isinstance(found, Trouble):
            # A name that can't be on its network can still be read for another: its last part is what is read.
            last = address.partition("?")[0].rstrip("/").rpartition("/")[2]
            return Place(names=(last.strip().lstrip("@").partition("@")[0],)), ""
        address = found
    return place_of(address.key, address.shown), address.key


def _why_same(known: Place, asked: Place) -> Why:
    if not asked.network:
        return "same-name"
    if known.network != asked.network:
        return "other-network"
    if known.server != asked.server:
        return "other-server"
    # A group and a page, or a channel's old name and its handle; else signs differ, which nobody sees.
    there = {each.lower() for each in known.names}
    return "same-name" if any(each.lower() in there for each in asked.names) else "letters"


def _shared(names: Iterable[Name]) -> frozenset[str]:
    """Short words that many names of a register begin or end with: "rep", "sen"."""
    counted: Counter[str] = Counter()
    total = 0
    for each in names:
        total += 1
        if len(each.words) > 1:
            counted.update({each.words[0], each.words[-1]})
    enough = max(5, total // 50)
    return frozenset(
        word for word, times in counted.items() if times >= enough and 1 < len(word) <= LONGEST_SHARED
    )


def _inside(asked: Name) -> Iterator[tuple[str, int]]:
    """Names that may be inside another, and how many letters of their own they must have for it."""
    words = asked.words[:10]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            run = "".join(words[start:end])
            if len(run) >= INSIDE and run != asked.skeleton:
                yield run, INSIDE
    whole = asked.skeleton
    for size in range(INSIDE_UNPARTED, min(len(whole), 40)):
        yield whole[:size], INSIDE_UNPARTED
        yield whole[-size:], INSIDE_UNPARTED
