"""How like many posts are to those that deserve a piece of advice, in NumPy; what it is for tells `vigor.check.likeness`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

# First, since it says how many threads NumPy may have.
from vigor.check.models.linear import Floats, summed  # isort: skip

import numpy as np
from numpy.typing import NDArray

from vigor.check.models import features
from vigor.check.models.features import FOLD, MODELS, SUREST, WORD_ROWS
from vigor.check.models.hashed import Batch, Dense, Rows, word_rows
from vigor.check.models.tensors import load
from vigor.check.models.traits import traits

if TYPE_CHECKING:
    from vigor.check.post import Post


class Run(NamedTuple):
    """Rows of the table for many posts, one after the other; post i owns `rows[starts[i]:starts[i + 1]]`."""

    rows: Rows
    starts: Rows


class Seen(NamedTuple):
    """Posts as the lines see them: their words, letters and, where some answer, the words answered; traits; counts."""

    runs: tuple[Run, ...]
    traits: list[list[str]]
    dense: Dense


@dataclass(frozen=True, slots=True)
class Lines:
    """A line per check. `table` is rows × (rarity, checks) as in `linear.Weights`, with runs of rows for words, letters
    and answered words; beside it stand `trait_weights` and `dense_weights`, (traits or what `features` counts) × checks.

    A score s is told as 1 / (1 + e^−(slope·s + start)). `bars`: what is told from there on is worth saying.
    """

    checks: tuple[str, ...]
    table: NDArray[np.int8]
    scales: Floats
    traits: Mapping[str, int]
    trait_weights: Floats
    dense_weights: Floats
    slope: Floats
    start: Floats
    bars: Mapping[str, float]

    def scores(self, seen: Seen) -> Floats:
        """Posts × checks."""
        places = [[self.traits[name] for name in each if name in self.traits] for each in seen.traits]
        starts = np.cumsum([0, *map(len, places)])
        flat = self.trait_weights.take([place for each in places for place in each], axis=0)
        found: Floats = summed(flat, starts) + seen.dense @ self.dense_weights
        for run in seen.runs:
            sums = summed(self.table.take(run.rows, axis=0), run.starts) * self.scales
            found += sums[:, 1:] / np.sqrt(np.maximum(sums[:, :1], 1.0))
        return found

    def told(self, seen: Seen) -> Floats:
        """Posts × checks: probabilities."""
        logits = np.clip(self.scores(seen) * self.slope + self.start, -SUREST, SUREST)
        told: Floats = 1 / (1 + np.exp(-logits))
        return told


def seen(posts: Sequence[Post], read: Batch) -> Seen:
    """`read`: the same posts, hashed for the models, whose rows are folded into fewer."""
    words = Run(read.words & (FOLD - 1), read.word_starts)
    letters = Run(((read.letters - WORD_ROWS) & (FOLD - 1)) + FOLD, read.letter_starts)
    traits_of = [traits(post) for post in posts]
    replies = {
        place: said
        for place, post in enumerate(posts)
        if post.context.reply_to and (said := features.read(post.context.reply_to, post.language).words)
    }
    runs = (words, letters, _answered(len(posts), replies)) if replies else (words, letters)
    return Seen(runs, traits_of, read.dense)


def _answered(posts: int, answered: Mapping[int, list[int]]) -> Run:
    """The words of what the posts answer; a post that answers nobody, or no words, has none."""
    lengths = np.zeros(posts + 1, dtype=np.int64)
    rows, starts = word_rows(list(answered.values()))
    lengths[np.array(list(answered)) + 1] = np.diff(starts)
    return Run((rows & (FOLD - 1)) + 2 * FOLD, np.cumsum(lengths))


def likeness_of_many(posts: Sequence[Post], read: Batch) -> list[dict[str, float]]:
    """Per post how likely each check's advice is deserved. Never raises. `read`: the same posts, hashed."""
    told = lines().told(seen(posts, read))
    checks = lines().checks
    return [dict(zip(checks, row, strict=True)) for row in told.tolist()]


@cache
def lines() -> Lines:
    """The shipped ones, read once."""
    held, names = load(MODELS / "likeness.safetensors")
    return Lines(
        checks=names["checks"],
        table=held["table"],
        scales=held["scales"],
        traits={name: place for place, name in enumerate(names["traits"])},
        trait_weights=held["trait_weights"],
        dense_weights=held["dense_weights"],
        slope=held["slope"],
        start=held["start"],
        bars=dict(zip(names["checks"], held["bars"].tolist(), strict=True)),
    )
