"""Which of many names are one or two letters away from another: every one of them, in a fraction of a millisecond.

A name is kept as two numbers of 64 bits, one for its letters and one for its pairs of letters. A change of one letter
changes few bits, so that counting the bits that differ leaves a handful of names to be compared letter by letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

MOST = 2
"""Most letters that are counted."""
COMPARED = 200
"""Most names that are compared letter by letter, the likeliest first, so that a register of look-alikes can't stall us."""

# One change adds and takes away at most so many bits: letters, and pairs (three pairs where two letters change places).
_LETTER_BITS, _PAIR_BITS = 2, 6


class Near:
    """An index of names (skeletons) by their place in the sequence."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        marks = [_marks(name) for name in names]
        self._letters = np.array([letters for letters, _ in marks], dtype=np.uint64)
        self._pairs = np.array([pairs for _, pairs in marks], dtype=np.uint64)
        self._lengths = np.array([len(name) for name in names], dtype=np.int16)

    def find(self, name: str, most: int = MOST) -> Iterable[tuple[int, int]]:
        """The place and the number of letters that differ (0–`most`), for each name that is near enough."""
        if not self._names:
            return
        letters, pairs = _marks(name)
        differ: npt.NDArray[np.uint8] = np.bitwise_count(self._letters ^ np.uint64(letters))
        near = np.flatnonzero(
            (differ <= _LETTER_BITS * most) & (np.abs(self._lengths - np.int16(len(name))) <= most)
        )
        differ = np.bitwise_count(self._pairs[near] ^ np.uint64(pairs))
        kept = differ <= _PAIR_BITS * most
        near, differ = near[kept], differ[kept]
        if len(near) > COMPARED:
            near = near[np.argpartition(differ, COMPARED)[:COMPARED]]
        for at in near.tolist():
            distance = letters_apart(name, self._names[at], most)
            if distance <= most:
                yield at, distance


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
