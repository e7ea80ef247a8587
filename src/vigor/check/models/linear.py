"""The models' weights, and what they make of what was read of posts.

`weights.safetensors` holds one table of hashed rows × columns (int8), and per signal a line through the evidence
with small symmetric trees on top of it. Two steps: a column sums what the words and the letters of a post say of
one thing (irony, sexism, joy …), then each signal weighs all columns' evidence and the dense features together.
Everything is NumPy, in one thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

# First, since it says how many threads NumPy may have.
from vigor.check.models.hashed import Batch, Rows  # isort: skip

import numpy as np
from numpy.typing import NDArray

from vigor.check.models.features import MODELS, SUREST, dense_names
from vigor.check.models.tensors import load

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

EVIDENCE = 2
"""What a column tells of a post: the sum over its words, and the sum over its letters."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Symmetric trees: `asks` (trees × depth) are places in the evidence, compared with `bars`; `leaves` 2^depth each.

    `signal` says which signal a tree adds to; trees of one signal stand together.
    """

    asks: NDArray[np.int64]
    bars: Floats
    leaves: Floats
    starts: NDArray[np.int64]

    def __call__(self, evidence: Floats) -> Floats:
        """What the trees add: posts × signals."""
        depth = self.asks.shape[1]
        place = np.zeros((len(evidence), len(self.asks)), dtype=np.int64)
        for level in range(depth):
            above: Bools = evidence[:, self.asks[:, level]] > self.bars[:, level]
            place += above.astype(np.int64) << level
        flat = place + (np.arange(len(self.asks)) << depth)
        added: Floats = np.add.reduceat(self.leaves.ravel()[flat], self.starts, axis=1)
        return added


@dataclass(frozen=True, slots=True)
class Weights:
    """`table` rows × columns; its first column is each row's rarity (idf²), by which a post's length is levelled.

    `signals` end with "positive" and "negative", of which the stronger is told as sentiment: `feelings` are their cuts, per
    language (English, Swedish). `knots` and `values` (the other signals × knots) turn a score into what is told: small
    tables that only rise.
    """

    table: NDArray[np.int8]
    scales: Floats
    columns: tuple[str, ...]
    signals: tuple[str, ...]
    line: Floats
    start: Floats
    trees: Trees
    knots: Floats
    values: Floats
    feelings: Floats

    def evidence(self, read: Batch) -> Floats:
        """Posts × (dense features, then EVIDENCE numbers for each column)."""
        words = gathered(self.table, read.words)
        letters = gathered(self.table, read.letters)
        return evidence(words, letters, read, self.scales)

    def scores(self, read: Batch) -> Floats:
        """Posts × signals: log-odds, before the tables."""
        seen = self.evidence(read)
        scores: Floats = seen @ self.line + self.start + self.trees(seen)
        return scores

    def told(self, read: Batch) -> NDArray[np.float64]:
        """Posts × (the signals as they are told, but for the last two: sentiment takes their place)."""
        scores = self.scores(read)
        told = [np.interp(*each) for each in zip(scores.T[:-2], self.knots, self.values, strict=True)]
        swedish = read.dense[:, dense_names().index("swedish")].astype(np.int64)
        up, down = (scores[:, -2:] - self.feelings[swedish]).T
        return np.stack([*told, felt(up, down)], axis=1)


def felt(up: Floats, down: Floats) -> NDArray[np.float64]:
    """Sentiment: which of the two is the stronger, and how strong; at its cut it is told as ⅓."""
    stronger = np.clip(np.maximum(up, down).astype(np.float64), -SUREST, SUREST)
    told: NDArray[np.float64] = np.where(up >= down, 1, -1) / (1 + 2 * np.exp(-stronger))
    return told


def gathered(table: NDArray[np.int8], rows: Rows) -> NDArray[np.int8]:
    found: NDArray[np.int8] = table.take(rows, axis=0)
    return found


def evidence(words: NDArray[np.generic], letters: NDArray[np.generic], read: Batch, scales: Floats) -> Floats:
    """The evidence from rows already gathered: what training and running share, so that both see the same."""
    parts = []
    for rows, starts in ((words, read.word_starts), (letters, read.letter_starts)):
        sums = summed(rows, starts)
        sums *= scales
        level = 1 / np.sqrt(np.maximum(sums[:, :1], 1.0))
        parts.append(sums[:, 1:] * level)
    columns = np.stack(parts, axis=2).reshape(len(read.dense), -1)
    return np.concatenate([read.dense, columns], axis=1, dtype=np.float32)


def summed(rows: NDArray[np.generic], starts: Rows) -> Floats:
    """Sums of runs of rows, of which some may be empty."""
    sums = np.zeros((len(starts) - 1, rows.shape[1]), dtype=np.float32)
    kind = np.int32 if rows.dtype == np.int8 else np.float32
    full = np.flatnonzero(np.diff(starts))
    if len(full):
        sums[full] = np.add.reduceat(rows, starts[:-1][full], axis=0, dtype=kind)
    return sums


@cache
def weights(path: Path = MODELS / "weights.safetensors") -> Weights:
    """The shipped weights, or those of another file; read once."""
    held, names = load(path)
    return Weights(
        table=held["table"],
        scales=held["scales"],
        columns=names["columns"],
        signals=names["signals"],
        line=held["line"],
        start=held["start"],
        trees=Trees(held["asks"].astype(np.int64), held["bars"], held["leaves"], held["tree_starts"]),
        knots=held["knots"],
        values=held["values"],
        feelings=held["feelings"],
    )
