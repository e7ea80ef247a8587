"""Train the models of `vigor.check`: `make train`, with LOCAL=1 for weights that may not be shipped.

1. Columns: linear weights on hashed words and letters, one column per thing that rows are labelled with.
2. Signals: a line and symmetric trees on the evidence of all columns and the dense features. Columns that learnt
   from a signal's own rows are refitted without each fifth of them, so that the second step sees honest evidence.
3. Tables: what a score is told as. The cut that did best on rows left out is told as .5; see `calibrate.py`.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from training import boost, calibrate, columns
from training.columns import Floats, Posts
from training.recipes import COLUMNS, SIGNALS, Recipe, Row, taught
from vigor.check.models import tensors
from vigor.check.models.features import MODELS, ROWS, dense_names

FEW = 5_000
MOST = 16_000
"""Rows of a signal's second step: a hundred numbers a post are learnt from fewer than its words are."""
SEED = 20261122


def told(text: str) -> None:
    print(f"{time.process_time():6.0f} s  {text}", flush=True)


@dataclass
class Run:
    """What a run has made so far. `table` is rows × (rarity, columns), not yet rounded."""

    local: bool
    posts: dict[tuple[tuple[str, str], ...], Posts] = field(default_factory=dict)
    honest: dict[tuple[tuple[str, str], ...], Floats] = field(default_factory=dict)
    idf: Floats = field(default_factory=lambda: np.zeros(0))
    table: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    joint: dict[str, columns.Joint] = field(default_factory=dict)

    def apart(self, rows: list[Row]) -> Posts:
        key = tuple((row.text, row.language) for row in rows)
        if key not in self.posts:
            self.posts[key] = columns.taken_apart(key)
        return self.posts[key]


def parted(rows: list[Row], among: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_], Floats]:
    """Places, truth and weight of those rows. One of which the teacher is unsure is learnt from as yes and as no."""
    truth = np.array([float(row.truth) for row in rows])[among]
    weight = np.array([row.weight for row in rows])[among]
    unsure = np.flatnonzero((truth > 0) & (truth < 1))
    places = np.concatenate([among, among[unsure]])
    told = np.concatenate([truth > 0, np.zeros(len(unsure), dtype=bool)])
    sure = np.where(truth > 0, truth, 1.0)
    return places, told, np.concatenate([weight * sure, (weight * (1 - truth))[unsure]])


@dataclass
class Lesson:
    """What a column learns from: levelled words and letters, what is counted, truth and weight of each post."""

    words: sp.csr_matrix
    letters: sp.csr_matrix
    counted: Floats
    truth: NDArray[np.bool_]
    weight: Floats


def lesson(run: Run, recipe: Recipe, without: frozenset[str]) -> Lesson:
    rows = recipe.rows(run.local)
    if recipe.pool():
        rows = rows + taught([row for row in rows if row.text not in without], recipe.pool())
    posts = run.apart(rows)
    kept, truth, weight = parted(rows, np.flatnonzero([row.text not in without for row in rows]))
    words = columns.levelled(posts.words[kept], run.idf[: posts.words.shape[1]])
    letters = columns.levelled(posts.letters[kept], run.idf[posts.words.shape[1] :])
    return Lesson(words, letters, counts(posts)[kept], truth, weight)


def counts(posts: Posts) -> Floats:
    """What is counted in posts, but for their language: that decides nothing by itself."""
    found = np.concatenate([part.dense for part in posts.parts]).astype(np.float64)
    found[:, dense_names().index("swedish")] = 0.0
    return found


def fit_column(run: Run, recipe: Recipe, without: frozenset[str] = frozenset()) -> Floats:
    if recipe.joint:
        return fit_joint(run, recipe, without).column
    held = lesson(run, recipe, without)
    column = columns.fit_column(held.words, held.letters, held.truth, recipe.c, held.weight, recipe.ratios)
    return column * run.idf


def fit_joint(run: Run, recipe: Recipe, without: frozenset[str] = frozenset()) -> columns.Joint:
    """The column together with what is counted in a post; yes and no weigh the same in all."""
    held = lesson(run, recipe, without)
    weight = evened(held.truth, held.weight)
    fitted = columns.fit_joint(held.words, held.letters, held.counted, held.truth, recipe.c, weight)
    return replace(fitted, column=fitted.column * run.idf)


def evened(truth: NDArray[np.bool_], weight: Floats) -> Floats:
    share = float((truth * weight).sum() / weight.sum())
    return weight * np.where(truth, 0.5 / share, 0.5 / (1 - share))


def fit_columns(run: Run) -> None:
    """Fill the table: rarity first, then a column per recipe."""
    # Rarity comes from rows that may ship, so that columns without other rows are the same in both kinds of run.
    run.idf = columns.rarity([run.apart(recipe.rows(False)) for recipe in COLUMNS])
    run.table = np.zeros((ROWS, len(COLUMNS) + 1), dtype=np.float32)
    run.table[:, 0] = run.idf**2
    for number, recipe in enumerate(COLUMNS, start=1):
        if recipe.joint:
            run.joint[recipe.name] = fit_joint(run, recipe)
            run.table[:, number] = run.joint[recipe.name].column
        else:
            run.table[:, number] = fit_column(run, recipe)
        run.table[0, number] = 0.0
        told(f"column {recipe.name}: {len(recipe.rows(run.local))} rows")


def folds_of(count: int) -> NDArray[np.int64]:
    """Four parts of few rows; two of many, where half is enough to learn from."""
    return np.random.default_rng(SEED).permutation(count) % (4 if count < FEW else 2)


def second_step_rows(run: Run, recipe: Recipe) -> list[Row]:
    """Our own examples stay, of the others at most MOST are drawn."""
    rows = recipe.rows(run.local)
    if len(rows) <= MOST:
        return rows
    drawn = np.random.default_rng(SEED).random(len(rows)) < MOST / len(rows)
    return [row for row, one in zip(rows, drawn, strict=True) if one or row.weight > 1]


def learnt_from(run: Run, column: Recipe) -> set[str]:
    return {row.text for row in column.rows(run.local)} | set(column.pool())


def honest_evidence(run: Run, rows: list[Row]) -> Floats:
    """The evidence on a signal's rows, each seen by columns that did not learn from it.

    A column that learnt from fewer than half of them, and of other labels, is left as it is.
    """
    key = tuple((row.text, row.language) for row in rows)
    if key in run.honest:
        return run.honest[key].copy()
    posts = run.apart(rows)
    ones = np.ones(len(COLUMNS) + 1, dtype=np.float32)
    seen = columns.evidence(posts, run.table, ones)
    texts = {row.text for row in rows}
    met = [n for n, each in enumerate(COLUMNS, 1) if len(texts & learnt_from(run, each)) > len(texts) / 2]
    folds = folds_of(len(rows))
    for fold in range(folds.max() + 1):
        out = frozenset(row.text for row, one in zip(rows, folds, strict=True) if one == fold)
        partial = run.table[:, [0, *met]].copy()
        for place, number in enumerate(met, start=1):
            partial[:, place] = fit_column(run, COLUMNS[number - 1], out)
            partial[0, place] = 0.0
        again = columns.evidence(posts, partial, ones[: len(met) + 1])
        _replace(seen, again, met, folds == fold)
    run.honest[key] = seen
    return seen.copy()


def _replace(seen: Floats, again: Floats, met: list[int], where: NDArray[np.bool_]) -> None:
    dense, each = len(dense_names()), columns.linear.EVIDENCE
    for place, number in enumerate(met):
        to, source = dense + (number - 1) * each, dense + place * each
        seen[where, to : to + each] = again[where, source : source + each]


@dataclass
class Signal:
    """A signal, fitted: its second step, the scores of rows left out, and its table."""

    name: str
    fitted: boost.Fitted
    scores: Floats
    truth: NDArray[np.bool_]
    rows: list[Row]
    knots: Floats
    values: Floats


def fit_signal(run: Run, recipe: Recipe) -> Signal:
    rows = second_step_rows(run, recipe)
    if recipe.joint:
        return joint_signal(run, recipe, rows)
    seen = honest_evidence(run, rows)
    seen[:, dense_names().index("swedish")] = 0.0
    folds = folds_of(len(rows))
    places, truth, weight = parted(rows, np.arange(len(rows)))
    rows, seen, folds = [rows[place] for place in places], seen[places], folds[places]
    if recipe.balanced:
        weight = evened(truth, weight)
    scores = np.zeros(len(rows))
    for fold in range(folds.max() + 1):
        inside = folds != fold
        fitted = boost.fit(seen[inside], truth[inside].astype(float), weight[inside], recipe.shape, SEED)
        scores[~inside] = fitted.scores(seen[~inside])
    fitted = boost.fit(seen, truth.astype(float), weight, recipe.shape, SEED)
    knots, values = calibrate.table(scores, truth, weight, recipe)
    told(f"signal {recipe.name}: {len(rows)} rows, left out: {calibrate.summary(scores, truth)}")
    return Signal(recipe.name, fitted, scores, truth, rows, knots, values)


def joint_signal(run: Run, recipe: Recipe, rows: list[Row]) -> Signal:
    """A signal that is its own column, as it stands, and what was learnt with it of what is counted."""
    column = next(number for number, each in enumerate(COLUMNS) if each.name == recipe.name)
    posts, dense = run.apart(rows), len(dense_names())
    folds, scores = folds_of(len(rows)), np.zeros(len(rows))
    ones = np.ones(2, dtype=np.float32)
    for fold in range(folds.max() + 1):
        out = frozenset(row.text for row, one in zip(rows, folds, strict=True) if one == fold)
        held = fit_joint(run, COLUMNS[column], out)
        table = np.stack([run.table[:, 0], held.column], axis=1)
        evidence = columns.evidence(posts, table, ones)[:, dense:].sum(axis=1)
        scores = np.where(folds == fold, evidence + counts(posts) @ held.counts + held.start, scores)
    line = np.zeros(dense + columns.linear.EVIDENCE * len(COLUMNS))
    line[:dense] = run.joint[recipe.name].counts
    line[dense + columns.linear.EVIDENCE * column :][: columns.linear.EVIDENCE] = 1.0
    fitted = boost.only_line(line, run.joint[recipe.name].start)
    truth = np.array([row.truth > 0.5 for row in rows])
    weight = evened(truth, np.array([row.weight for row in rows]))
    knots, values = calibrate.table(scores, truth, weight, recipe)
    told(f"signal {recipe.name}: {len(rows)} rows, left out: {calibrate.summary(scores, truth)}")
    return Signal(recipe.name, fitted, scores, truth, rows, knots, values)


def rounded(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Eight bits a weight; the few that lie outside are cut."""
    scales = np.ones(table.shape[1], dtype=np.float32)
    made = np.zeros(table.shape, dtype=np.int8)
    for number in range(table.shape[1]):
        sizes = np.abs(table[:, number])
        top = sizes.max() if number == 0 else np.quantile(sizes[sizes > 0], 0.99999)
        scales[number] = top / 127
        made[:, number] = np.clip(np.round(table[:, number] / scales[number]), -127, 127)
    return made, scales


def save(run: Run, signals: list[Signal], path: Path) -> None:
    table, scales = rounded(run.table)
    named = {each.name: each for each in signals}
    starts = np.cumsum([0, *(len(each.fitted.asks) for each in signals)])[:-1]
    arrays = {
        "table": table,
        "scales": scales,
        "line": np.stack([each.fitted.line for each in signals], axis=1).astype(np.float32),
        "start": np.array([each.fitted.start for each in signals], dtype=np.float32),
        "asks": np.concatenate([each.fitted.asks for each in signals]).astype(np.int16),
        "bars": np.concatenate([each.fitted.bars for each in signals]).astype(np.float32),
        "leaves": np.concatenate([each.fitted.leaves for each in signals]).astype(np.float32),
        "tree_starts": starts,
        "knots": np.stack([each.knots for each in signals[:-2]]).astype(np.float32),
        "values": np.stack([each.values for each in signals[:-2]]).astype(np.float32),
        "feelings": calibrate.feelings(named["positive"], named["negative"]).astype(np.float32),
    }
    names = {"columns": [each.name for each in COLUMNS], "signals": [each.name for each in signals]}
    tensors.save(path, arrays, names)
    told(f"wrote {path} ({path.stat().st_size / 1e6:.1f} MB)")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--local", action="store_true", help="use rows too whose licence doesn't allow shipping"
    )
    parser.add_argument("--to", type=Path, help="where to write the weights")
    chosen = parser.parse_args(arguments)
    path = chosen.to or (
        Path("var/local-weights.safetensors") if chosen.local else MODELS / "weights.safetensors"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    from training.say import say_sources

    say_sources(chosen.local)
    run = Run(chosen.local)
    fit_columns(run)
    save(run, [fit_signal(run, recipe) for recipe in SIGNALS], path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
