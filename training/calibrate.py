"""What a score is told as: small tables that only rise.

A signal that is read is mostly compared with .5, so the cut that did best on rows left out is told as .5: best by
F1 of the positive class, for offence by macro F1. Around it Platt's slope tells how sure we are: what is told is a
probability for a stream of posts in which that cut is where yes and no are equally likely.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
KNOTS = 33


def table(
    scores: Floats, truth: Bools, weight: Floats, *, macro: bool, balanced: bool
) -> tuple[Floats, Floats]:
    """Knots (scores) and what is told at them."""
    platt = LogisticRegression(C=1e3).fit(scores[:, None], truth, sample_weight=weight)
    slope = max(0.05, float(platt.coef_[0, 0]))
    cut = -float(platt.intercept_[0]) / slope if balanced else best_cut(scores, truth, weight, macro=macro)
    odds = np.linspace(-8, 8, KNOTS)
    return cut + odds / slope, 1 / (1 + np.exp(-odds))


def best_cut(scores: Floats, truth: Bools, weight: Floats | None = None, *, macro: bool) -> float:
    # The best few cuts are averaged: the very best is a whim of these rows.
    cuts = np.quantile(scores, np.linspace(0.02, 0.98, 193))
    average = "macro" if macro else "binary"
    good = np.array([f1_score(truth, scores > cut, average=average, sample_weight=weight) for cut in cuts])
    return float(np.mean(cuts[good >= np.sort(good)[-12]]))


def summary(scores: Floats, truth: Bools) -> str:
    f1 = f1_score(truth, scores > best_cut(scores, truth, macro=False))
    macro = f1_score(truth, scores > best_cut(scores, truth, macro=True), average="macro")
    return (
        f"F1 {f1:.3f}, macro F1 {macro:.3f}, average precision {average_precision_score(truth, scores):.3f}"
    )


def sentiment_table(signals: dict[str, Any]) -> tuple[Floats, Floats]:
    """P(positive) − P(negative) stretched so that the best cuts for macro recall are told as −⅓ and ⅓."""
    up, down = signals["positive"], signals["negative"]
    where = {(row.text, row.language): n for n, row in enumerate(down.rows)}
    order = [where[row.text, row.language] for row in up.rows]
    tell = [np.interp(each.scores, each.knots, each.values) for each in (up, down)]
    gap = tell[0] - tell[1][order]
    truth = up.truth.astype(int) - down.truth[order].astype(int)
    low, high = _cuts(gap, truth)
    knots = np.interp(np.linspace(0, 3, KNOTS), [0, 1, 2, 3], [-1, low, high, 1])
    return knots, np.interp(knots, [-1, low, high, 1], [-1, -1 / 3, 1 / 3, 1])


def _cuts(gap: Floats, truth: NDArray[np.int64]) -> tuple[float, float]:
    cuts = np.linspace(-0.95, 0.95, 191)
    below = np.array([[(gap[truth == kind] < cut).mean() for cut in cuts] for kind in (-1, 0, 1)])
    recall = below[0][:, None] + (below[1][None, :] - below[1][:, None]) + (1 - below[2])[None, :]
    recall[np.tril_indices(len(cuts))] = -1
    low, high = np.unravel_index(recall.argmax(), recall.shape)
    return float(cuts[low]), float(cuts[high])
