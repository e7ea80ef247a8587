"""Which of many names are one or two letters away from another, in a time that hangs on how many are near, not on how many
there are.

names ─shortened→ an index ─find(name)→ those that share something shortened ─bits→ fewer ─letter by letter→ those near

Two names that are two letters apart become the same when at most two letters are taken out of each. So a name is kept
under everything that is left of its beginning when none, one or two letters are taken out, and another is looked up by
what is left of it (the way of Wolf Garbe's SymSpell, 2012). Of names that begin alike many are found so; those are told
apart by two numbers of 64 bits, one for a name's letters and one for its pairs of letters, in which one change of a
letter changes few bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

MOST = 2
"""Most letters that are counted."""
COMPARED = 200
"""Most names that are compared letter by letter, the likeliest first, so that a register of look-alikes can't stall us."""
BEGINNING = 8
"""Letters of a name that are looked up by: with more the index grows, with fewer too many names are found by it."""

# One change adds and takes away at most so many bits: letters, and pairs (three pairs where two letters change places).
_LETTER_BITS, _PAIR_BITS = 2, 6
# The upper half of an entry is what is looked up, the lower half the name's place.
_PLACE = np.uint64(0xFFFFFFFF)
_ODD = np.uint64(0x9E3779B97F4A7C15)
_AT_A_TIME = 4096
# Where names begin with one brand, to count bits in all of them is quicker than to sort what was looked up.
_MANY = 50

Numbers = npt.NDArray[np.uint64]


class Near:
    """An index of names (skeletons) by their place in the sequence. 37 entries of eight bytes for a name, at most."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        marks = [_marks(name) for name in names]
        self._letters = np.array([letters for letters, _ in marks], dtype=np.uint64)
        self._pairs = np.array([pairs for _, pairs in marks], dtype=np.uint64)
        self._lengths = np.array([len(name) for name in names], dtype=np.int16)
        self._every = np.arange(len(names))
        self._entries = _index(names, self._lengths)

    def find(self, name: str, most: int = MOST) -> Iterable[tuple[int, int]]:
        """The place and the number of letters that differ (0–`most`), for each name that is near enough."""
        near = self._looked_up(name, most)
        if not len(near):
            return
        letters, pairs = _marks(name)
        differ: npt.NDArray[np.uint8] = np.bitwise_count(self._letters[near] ^ np.uint64(letters))
        near = near[(differ <= _LETTER_BITS * most) & (np.abs(self._lengths[near] - len(name)) <= most)]
        differ = np.bitwise_count(self._pairs[near] ^ np.uint64(pairs))
        kept = differ <= _PAIR_BITS * most
        near, differ = near[kept], differ[kept]
        if len(near) > COMPARED:
            near = near[np.argpartition(differ, COMPARED)[:COMPARED]]
        for at in near.tolist():
            distance = letters_apart(name, self._names[at], most)
            if distance <= most:
                yield at, distance

    def _looked_up(self, name: str, most: int) -> npt.NDArray[np.intp]:
        """The places of all names that may be near, each once, and of some that aren't; of every name where many are."""
        ways = _ways(min(len(name), BEGINNING), most)
        wanted = _shortened(_codes([name]), ways)[0] & ~_PLACE
        first = np.searchsorted(self._entries, wanted)
        last = np.searchsorted(self._entries, wanted | _PLACE, side="right")
        if (last - first).sum() > len(self._names) // _MANY:
            return self._every
        some = np.flatnonzero(last > first).tolist()
        found = [self._entries[first[which] : last[which]] for which in some]
        return np.unique(np.concatenate(found) & _PLACE).astype(np.intp) if found else self._every[:0]


def _index(names: Sequence[str], lengths: npt.NDArray[np.int16]) -> Numbers:
    """Every shortened beginning with the place of its name, in the order of numbers."""
    entries = [np.empty(0, dtype=np.uint64)]
    beginnings = np.minimum(lengths, BEGINNING)
    for length in range(BEGINNING + 1):
        places = np.flatnonzero(beginnings == length)
        for start in range(0, len(places), _AT_A_TIME):
            some = places[start : start + _AT_A_TIME]
            numbers = _shortened(_codes([names[at] for at in some]), _ways(length, MOST))
            entries.append(((numbers & ~_PLACE) | some.astype(np.uint64)[:, None]).ravel())
    index = np.concatenate(entries)
    index.sort()
    return index


@cache
def _ways(length: int, most: int) -> npt.NDArray[np.intp]:
    """Every way of taking up to `most` letters out of so many: a row each, with the letters that stay, at its end.

    Before them the row names the place behind the last letter, where `_codes` has a nought.
    """
    rows = [
        (BEGINNING,) * (BEGINNING - len(stay)) + stay
        for fewer in range(min(most, length) + 1)
        for stay in combinations(range(length), length - fewer)
    ]
    return np.array(rows, dtype=np.intp)


def _codes(names: Sequence[str]) -> Numbers:
    """The letters with which names begin, as numbers, a row each; noughts behind them, one at least."""
    letters = np.array([name[:BEGINNING] for name in names], dtype=f"U{BEGINNING + 1}").view(np.uint32)
    return letters.reshape(len(names), BEGINNING + 1).astype(np.uint64)


def _shortened(codes: Numbers, ways: npt.NDArray[np.intp]) -> Numbers:
    """A number for what is left of each name (a row) in each of the ways (a column); alike for what is alike."""
    numbers = np.zeros((len(codes), len(ways)), dtype=np.uint64)
    for column in ways.T:
        numbers = (numbers + codes[:, column]) * _ODD
    return numbers


def _marks(name: str) -> tuple[int, int]:
    """The letters of a name, each once and those that come twice once more; and its pairs, ends included."""
    letters = pairs = 0
    before = 0
    for sign in name:
        code = ord(sign)
        bit = 1 << (code % 32)
        letters |= bit << 32 if letters & bit else bit
        pairs |= 1 << ((before * 31 + code * 7) % 61)
        before = code
    return letters, pairs | 1 << ((before * 31) % 61)


def letters_apart(one: str, other: str, most: int = MOST) -> int:
    """How many letters are added, lost, exchanged or have changed places (optimal string alignment); at most `most` + 1."""
    start = 0
    end_one, end_other = len(one), len(other)
    while start < min(end_one, end_other) and one[start] == other[start]:
        start += 1
    while min(end_one, end_other) > start and one[end_one - 1] == other[end_other - 1]:
        end_one, end_other = end_one - 1, end_other - 1
    one, other = one[start:end_one], other[start:end_other]
    if abs(len(one) - len(other)) > most:
        return most + 1
    if not one or not other:
        return max(len(one), len(other))
    return min(_alignment(one, other, most), most + 1)


def _alignment(one: str, other: str, most: int) -> int:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        # Further from the diagonal than `most` nothing is near: those cells keep a number that is too large.
        first, last = max(i - most, 1), min(i + most, len(other))
        row += [most + 1] * (first - 1)
        for j in range(first, last + 1):
            right = other[j - 1]
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        row += [most + 1] * (len(other) - last)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
