"""A line and symmetric trees on the evidence: the second step of the models, fitted with log loss.

The trees are oblivious (every node of a level asks the same), because a whole forest of such trees is a few
NumPy operations at run time; see Dorogush, Ershov and Gulin (2018), "CatBoost: gradient boosting with
categorical features support".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]
DEPTH = 3
BINS = 24


@dataclass(frozen=True)
class Shape:
    """How a signal's second step is fitted."""

    rounds: int = 100
    rate: float = 0.06
    ridge: float = 20.0
    rows: float = 0.7
    features: float = 0.35
    line: float = 0.003
    """C of the line under the trees; 0 leaves it out."""


@dataclass
class Fitted:
    line: Floats
    start: float
    asks: NDArray[np.int64]
    bars: Floats
    leaves: Floats

    def scores(self, seen: Floats) -> Floats:
        scores = seen @ self.line + self.start
        for asks, bars, leaves in zip(self.asks, self.bars, self.leaves, strict=True):
            place = sum(
                (seen[:, ask] > bar).astype(int) << level
                for level, (ask, bar) in enumerate(zip(asks, bars, strict=True))
            )
            scores = scores + leaves[place]
        return scores


def fit(seen: Floats, truth: Floats, weight: Floats, shape: Shape, seed: int) -> Fitted:
    """`seen` posts × evidence, `truth` 0 or 1 (or between), `weight` per post."""
    line, start = _line(seen, truth, weight, shape.line)
    scores = seen @ line + start
    bars = _bars(seen)
    codes = np.stack([np.searchsorted(bars[f], seen[:, f]) for f in range(seen.shape[1])], axis=1)
    codes = np.asfortranarray(codes.astype(np.int32))
    useful = np.flatnonzero([len(each) > 0 for each in bars])
    chance = np.random.default_rng(seed)
    asks, cuts, leaves = [], [], []
    for _ in range(shape.rounds):
        p = 1 / (1 + np.exp(-scores))
        slope, bend = weight * (truth - p), weight * np.maximum(p * (1 - p), 1e-4)
        rows = np.flatnonzero(chance.random(len(seen)) < shape.rows)
        chosen = chance.choice(useful, max(1, int(shape.features * len(useful))), replace=False)
        ask, bins, leaf, place = _tree(codes, slope, bend, rows, chosen, shape)
        scores = scores + leaf[place]
        asks.append(ask)
        cuts.append([bars[f][b] for f, b in zip(ask, bins, strict=True)])
        leaves.append(leaf)
    if not asks:
        return only_line(line, start)
    return Fitted(
        line,
        start,
        np.array(asks, dtype=np.int64),
        np.array(cuts, dtype=np.float64),
        np.array(leaves, dtype=np.float64),
    )


def only_line(line: Floats, start: float) -> Fitted:
    """A line without trees. It gets one that says nothing, so that each signal has a run of its own."""
    return Fitted(
        line, start, np.zeros((1, DEPTH), dtype=np.int64), np.zeros((1, DEPTH)), np.zeros((1, 1 << DEPTH))
    )


def _line(seen: Floats, truth: Floats, weight: Floats, c: float) -> tuple[Floats, float]:
    share = float(np.average(truth, weights=weight))
    if not c:
        return np.zeros(seen.shape[1]), float(np.log(share / (1 - share)))
    middle, spread = seen.mean(axis=0), seen.std(axis=0) + 1e-3
    model = LogisticRegression(C=c, max_iter=400)
    model.fit((seen - middle) / spread, truth > 0.5, sample_weight=weight / weight.mean())
    line = model.coef_[0] / spread
    return line, float(model.intercept_[0] - middle @ line)


def _bars(seen: Floats) -> list[Floats]:
    # Bars lie halfway between values that occur and hold in float32, in which the posts are read at run time.
    found = []
    for column in seen.T:
        values = np.unique(column)
        middles = (values[1:] + values[:-1]) / 2
        if len(middles) > BINS:
            middles = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 2)[1:-1]))
            middles = middles[(middles < values[-1])]
        found.append(middles.astype(np.float32).astype(np.float64))
    return found


def _tree(codes, slope, bend, rows, chosen, shape):  # type: ignore[no-untyped-def]
    """The best tree of DEPTH levels; each level takes the question that wins most over all its nodes."""
    place = np.zeros(len(codes), dtype=np.int32)
    asks, bins = [], []
    width = int(codes.max()) + 2
    seen, g_rows, h_rows = {f: codes[:, f][rows] for f in chosen}, slope[rows], bend[rows]
    for level in range(DEPTH):
        nodes = 1 << level
        best = (-np.inf, 0, 0)
        base = place[rows] * width
        for f in chosen:
            key = base + seen[f]
            g = np.bincount(key, g_rows, nodes * width).reshape(nodes, width)
            h = np.bincount(key, h_rows, nodes * width).reshape(nodes, width)
            gl, hl = g.cumsum(axis=1), h.cumsum(axis=1)
            gr, hr = gl[:, -1:] - gl, hl[:, -1:] - hl
            gain = (gl**2 / (hl + shape.ridge) + gr**2 / (hr + shape.ridge)).sum(axis=0)
            b = int(gain[: width - 1].argmax())
            if gain[b] > best[0] and b < int(seen[f].max(initial=0)):
                best = (gain[b], int(f), b)
        asks.append(best[1])
        bins.append(best[2])
        place += (codes[:, best[1]] > best[2]).astype(np.int32) << level
    g = np.bincount(place[rows], slope[rows], 1 << DEPTH)
    h = np.bincount(place[rows], bend[rows], 1 << DEPTH)
    return asks, bins, shape.rate * g / (h + shape.ridge), place
