"""What a score is told as: small tables that only rise.

A signal that is read is mostly compared with .5, so the cut that did best on rows left out is told as .5: best by
F1 of the positive class, for offence by macro F1; where hardly any rows are labelled, where yes and no are equally likely. Around it Platt's slope tells how sure we are: what is told is a
probability for a stream of posts in which that cut is where yes and no are equally likely.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score

from training.recipes import Recipe

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
KNOTS = 49
FARTHEST = 12.0
"""Log-odds: beyond them all is told as the same."""


def table(scores: Floats, truth: Bools, weight: Floats, recipe: Recipe) -> tuple[Floats, Floats]:
    """Knots (scores) and what is told at them."""
    platt = LogisticRegression(C=1e3).fit(scores[:, None], truth, sample_weight=weight)
    slope = max(0.05, float(platt.coef_[0, 0]))
    even = -float(platt.intercept_[0]) / slope
    best = even if recipe.balanced else best_cut(scores, truth, weight, macro=recipe.macro)
    cut = best - recipe.lowered / slope
    odds = np.linspace(-FARTHEST, FARTHEST, KNOTS)
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


def feelings(up: Any, down: Any) -> Floats:
    """The cuts of the two signals of feeling, per language (English, Swedish): those with the best macro recall of glad,
    neither and grim on rows left out, where the stronger speaks (`linear.felt`).
    """
    where = {(row.text, row.language): n for n, row in enumerate(down.rows)}
    order = [where[row.text, row.language] for row in up.rows]
    truth = up.truth.astype(int) - down.truth[order].astype(int)
    swedish = np.array([row.language == "sv" for row in up.rows])
    scores = np.stack([up.scores, down.scores[order]], axis=1)
    return np.array([_cuts(scores[each], truth[each]) for each in (~swedish, swedish)])


def _cuts(scores: Floats, truth: NDArray[np.int64]) -> Floats:
    tried = np.linspace(-3, 3, 61)
    found = []
    for up in tried:
        for down in tried:
            glad, grim = scores[:, 0] - up, scores[:, 1] - down
            told = np.where(np.maximum(glad, grim) <= 0, 0, np.where(glad >= grim, 1, -1))
            found.append((np.mean([(told[truth == kind] == kind).mean() for kind in (-1, 0, 1)]), up, down))
    # The best few are averaged: the very best is a whim of these rows.
    return np.array(sorted(found)[-15:])[:, 1:].mean(axis=0)
