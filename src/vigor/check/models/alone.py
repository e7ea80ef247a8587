"""One post by itself, in plain Python: the same sums as `linear` and `alike` make of many.

NumPy takes longer to load than all the rest of a command, and wins little on one post.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import add
from pathlib import Path
from typing import NamedTuple

from vigor.check.models.features import (
    FOLD,
    LETTER_BITS,
    MIX,
    MODELS,
    PAIR,
    SIZES,
    STEP,
    SUREST,
    SWEDISH,
    WORD_BITS,
    WORD_ROWS,
    Read,
)
from vigor.check.models.tensors import Mapped, mapped

_BITS = 0xFFFFFFFF
_BLANK = ord(" ")
_THREE, _FOUR, _FIVE = SIZES.values()


class Hashed(NamedTuple):
    """Rows of the table for the words of a post, and for its letters."""

    words: list[int]
    letters: list[int]


def hashed(post: Read) -> Hashed:
    return Hashed(word_rows(post.words), _letter_rows(post.letters, post.swedish))


def word_rows(words: Iterable[int]) -> list[int]:
    """Single words and pairs, with a zero before the first, as `hashed.word_rows` does it."""
    found, before, shift = [0, 0], 0, 32 - WORD_BITS
    for word in words:
        found.append((word * MIX & _BITS) >> shift)
        found.append(((before * STEP + word + PAIR) * MIX & _BITS) >> shift)
        before = word
    return found


def _salts(salt: int) -> dict[int, int]:
    """What comes of adding the salt to each of the letters, per number of them."""
    return {size: sum(salt * STEP**power for power in range(size)) & _BITS for size in SIZES}


_SALTS = {False: _salts(0), True: _salts(SWEDISH)}


def _letter_rows(letters: str, swedish: bool) -> list[int]:
    """Three, four or five characters in a row, of which only the first and the last may be a blank."""
    three, four, five = _SALTS[swedish].values()
    shift = 32 - LETTER_BITS
    first = [_BLANK, *map(ord, letters), _BLANK, _BLANK]
    second, third, fourth, fifth = (first[place:] for place in (1, 2, 3, 4))
    grams = [((a * STEP + b) * STEP + c) & _BITS for a, b, c in zip(first, second, third, strict=False)]
    found = [
        ((((gram + three) & _BITS) ^ _THREE) * MIX & _BITS) >> shift
        for gram, b in zip(grams, second, strict=False)
        if b != _BLANK
    ]
    grams = [(gram * STEP + d) & _BITS for gram, d in zip(grams, fourth, strict=False)]
    found += [
        ((((gram + four) & _BITS) ^ _FOUR) * MIX & _BITS) >> shift
        for gram, b, c in zip(grams, second, third, strict=False)
        if b != _BLANK != c
    ]
    found += [
        ((((gram * STEP + e + five) & _BITS) ^ _FIVE) * MIX & _BITS) >> shift
        for gram, b, c, d, e in zip(grams, second, third, fourth, fifth, strict=False)
        if b != _BLANK != c and d != _BLANK
    ]
    return found


class Table:
    """Rows × columns of eight-bit weights, of which the first is the row's rarity (idf²), and the columns' scales.

    All rows of a post become one whole number of a byte a weight; every other byte is put aside, to leave the rest room to
    grow; and half of the rows are added to the other half until one is left, which is one addition for all columns.
    """

    MOST = 256
    """Rows that may be added before a column grows into the next."""

    def __init__(self, held: Mapped, scales: Mapped) -> None:
        self.raw, self.width = held.numbers.cast("B"), held.shape[1]
        self.scales = scales.floats()
        # An even number of bytes a row, so that each has its room.
        self.wide = self.width + self.width % 2
        self.pad = b"\0" * (self.wide - self.width)
        self.flip = int.from_bytes((b"\x80" * self.width + self.pad) * self.MOST, "little")
        self.mask = int.from_bytes(b"\xff\x00" * (self.wide // 2 * self.MOST), "little")

    def evidence(self, rows: Sequence[int], first: int = 0) -> list[float]:
        """What the rows, counted from the first on, say of each column, levelled by how rare they are: what
        `linear.evidence` makes of one run of rows.
        """
        raw = self.raw[first * self.width :]
        sums = [0] * self.wide
        for at in range(0, len(rows), self.MOST):
            part = rows[at : at + self.MOST]
            even, odd = self._added([raw[row * self.width : (row + 1) * self.width] for row in part])
            sums[::2] = map(add, sums[::2], even)
            sums[1::2] = map(add, sums[1::2], odd)
        scaled = [(total - 128 * len(rows)) * scale for total, scale in zip(sums, self.scales, strict=False)]
        level = 1 / sqrt(max(scaled[0], 1.0))
        return [value * level for value in scaled[1:]]

    def _added(self, rows: list[memoryview]) -> Iterator[memoryview]:
        """The sums of the even columns and of the odd ones, each weight 128 more than it is, which needs no sign."""
        bits = 8 * self.wide
        whole = int.from_bytes(self.pad.join(rows), "little") ^ self.flip & (1 << bits * len(rows)) - 1
        for sums in (whole & self.mask, whole >> 8 & self.mask):
            left = len(rows)
            while left > 1:
                half = (left + 1) // 2 * bits
                sums = (sums >> half) + (sums & (1 << half) - 1)
                left = (left + 1) // 2
            yield memoryview(sums.to_bytes(self.wide, "little")).cast("H")


@dataclass(frozen=True, slots=True)
class Weights:
    """What `linear.Weights` holds, as lists."""

    table: Table
    signals: tuple[str, ...]
    line: list[list[float]]
    start: list[float]
    trees: list[tuple[int, tuple[int, ...], tuple[float, ...], list[float]]]
    knots: list[list[float]]
    values: list[list[float]]
    feelings: list[list[float]]

    def told(self, post: Read, rows: Hashed) -> list[float]:
        """The signals as they are told, but for the last two: sentiment takes their place."""
        by_words, by_letters = self.table.evidence(rows.words), self.table.evidence(rows.letters, WORD_ROWS)
        # As short as the bars that they are compared with.
        seen = array("f", post.dense).tolist()
        seen += [value for pair in zip(by_words, by_letters, strict=True) for value in pair]
        scores = list(self.start)
        for value, weights in zip(seen, self.line, strict=True):
            if value:
                scores = [score + value * weight for score, weight in zip(scores, weights, strict=True)]
        for signal, (a, b, c), (low, middle, high), leaves in self.trees:
            place = (seen[a] > low) + 2 * (seen[b] > middle) + 4 * (seen[c] > high)
            scores[signal] += leaves[place]
        told = [_between(*each) for each in zip(scores[:-2], self.knots, self.values, strict=True)]
        up, down = (score - cut for score, cut in zip(scores[-2:], self.feelings[post.swedish], strict=True))
        return [*told, _felt(up, down)]


def _felt(up: float, down: float) -> float:
    """As `linear.felt` does it."""
    stronger = min(SUREST, max(-SUREST, up, down))
    return (1 if up >= down else -1) / (1 + 2 * exp(-stronger))


def _between(value: float, knots: list[float], values: list[float]) -> float:
    """On the line between the knots around a value, as `numpy.interp` does it."""
    place = bisect_right(knots, value)
    if place in (0, len(knots)):
        return values[max(0, place - 1)]
    left, right = knots[place - 1], knots[place]
    return values[place - 1] + (value - left) / (right - left) * (values[place] - values[place - 1])


@cache
def weights(path: Path = MODELS / "weights.safetensors") -> Weights:
    """The shipped ones, read once."""
    held, names = mapped(path)
    asks, bars, leaves = (held[name].rows() for name in ("asks", "bars", "leaves"))
    starts = held["tree_starts"].floats()
    trees = [
        (bisect_right(starts, place) - 1, tuple(map(int, asks[place])), tuple(bars[place]), leaves[place])
        for place in range(len(asks))
        if any(leaves[place])
    ]
    return Weights(
        table=Table(held["table"], held["scales"]),
        signals=names["signals"],
        line=held["line"].rows(),
        start=held["start"].floats(),
        trees=trees,
        knots=held["knots"].rows(),
        values=held["values"].rows(),
        feelings=held["feelings"].rows(),
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """What `alike.Lines` holds, as lists."""

    checks: tuple[str, ...]
    table: Table
    traits: Mapping[str, list[float]]
    dense: list[list[float]]
    slope: list[float]
    start: list[float]
    bars: Mapping[str, float]

    def told(
        self, post: Read, rows: Hashed, traits: Iterable[str], answered: Sequence[int]
    ) -> dict[str, float]:
        """How likely each check's advice is deserved. `answered`: the words of what the post answers."""
        parts = [self.traits[name] for name in traits if name in self.traits]
        parts += [
            [value * weight for weight in weights]
            for value, weights in zip(post.dense, self.dense, strict=True)
            if value
        ]
        parts.append(self.table.evidence([row & FOLD - 1 for row in rows.words]))
        parts.append(self.table.evidence([row & FOLD - 1 for row in rows.letters], FOLD))
        if answered:
            parts.append(self.table.evidence([row & FOLD - 1 for row in word_rows(answered)], 2 * FOLD))
        scores = map(sum, zip(*parts, strict=True))
        logits = (
            score * slope + start for score, slope, start in zip(scores, self.slope, self.start, strict=True)
        )
        told = [1 / (1 + exp(-min(SUREST, max(-SUREST, logit)))) for logit in logits]
        return dict(zip(self.checks, told, strict=True))


@cache
def lines() -> Lines:
    """The shipped ones, read once."""
    held, names = mapped(MODELS / "likeness.safetensors")
    return Lines(
        checks=names["checks"],
        table=Table(held["table"], held["scales"]),
        traits=dict(zip(names["traits"], held["trait_weights"].rows(), strict=True)),
        dense=held["dense_weights"].rows(),
        slope=held["slope"].floats(),
        start=held["start"].floats(),
        bars=dict(zip(names["checks"], held["bars"].floats(), strict=True)),
    )
