"""How good the models of `vigor.check` are on rows that they weren't trained on: shipped weights, and local ones.

The parts are the ones that the sets hold out themselves, else a fifth by chance with a fixed seed (`training.data`).
Shipped weights never learnt from rows whose licence doesn't allow it, so for complaints, politeness, the airline
set, YouTube and Swedish posts they are measured on texts of a kind they never saw. Local weights come from
`make train LOCAL=1` (var/local-weights.safetensors); where they lie, their figures stand beside.

Signals are read as anybody would: at .5, sentiment at ±⅓. Writes quality.<task> for the shipped weights.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from training.data import NAMED, rows

from benchmarks.results import ROOT, data_sets, record
from vigor.check.models.linear import Weights, weights
from vigor.check.signals import signals_of_texts

LOCAL = ROOT / "var" / "local-weights.safetensors"
THIRD = 1 / 3

Values = NDArray[np.float64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True)
class Task:
    """`name` becomes a key; `ordinary` and `aim` are what was measured with ordinary means, and what we aim for."""

    name: str
    source: str
    signal: str
    positive: tuple[str, ...]
    measure: Callable[[Values, list[str], tuple[str, ...]], float]
    ordinary: float
    aim: float


def _yes(labels: list[str], positive: tuple[str, ...]) -> Truth:
    return np.array([label in positive for label in labels])


def _f1(told: Truth, truth: Truth) -> float:
    hits = int((told & truth).sum())
    return 2 * hits / max(1, int(told.sum()) + int(truth.sum()))


def f1(told: Values, labels: list[str], positive: tuple[str, ...]) -> float:
    return _f1(told >= 0.5, _yes(labels, positive))


def macro_f1(told: Values, labels: list[str], positive: tuple[str, ...]) -> float:
    truth = _yes(labels, positive)
    return (_f1(told >= 0.5, truth) + _f1(told < 0.5, ~truth)) / 2


def precision_at(recall: float) -> Callable[[Values, list[str], tuple[str, ...]], float]:
    """The best precision at any cut that finds at least that share."""

    def measure(told: Values, labels: list[str], positive: tuple[str, ...]) -> float:
        truth = _yes(labels, positive)[np.argsort(-told, kind="stable")]
        found = truth.cumsum()
        good = found >= recall * truth.sum()
        return float((found / np.arange(1, len(truth) + 1))[good].max())

    return measure


def average_precision(told: Values, labels: list[str], positive: tuple[str, ...]) -> float:
    truth = _yes(labels, positive)[np.argsort(-told, kind="stable")]
    return float((truth.cumsum() / np.arange(1, len(truth) + 1))[truth].mean())


def macro_recall(told: Values, labels: list[str], _: tuple[str, ...]) -> float:
    kinds = {
        "negative": -1,
        "neg": -1,
        "0": -1,
        "neutral": 0,
        "neu": 0,
        "1": 0,
        "positive": 1,
        "pos": 1,
        "2": 1,
    }
    truth = np.array([kinds[label] for label in labels])
    guess = (told > THIRD).astype(int) - (told < -THIRD).astype(int)
    return float(np.mean([(guess[truth == kind] == kind).mean() for kind in sorted(set(truth.tolist()))]))


TASKS = (
    Task("offensive_macro_f1", "tweeteval/offensive", "offensive", ("1",), macro_f1, 0.757, 0.79),
    Task("offensive_precision", "tweeteval/offensive", "offensive", ("1",), precision_at(0.5), 0.79, 0.90),
    Task("irony_f1", "tweeteval/irony", "irony", ("1",), f1, 0.637, 0.68),
    Task("irony_precision", "tweeteval/irony", "irony", ("1",), precision_at(0.4), 0.79, 0.85),
    Task("isarcasm_f1", "isarcasm", "irony", ("1",), f1, 0.29, 0.40),
    Task("complaints_f1", "complaints", "complaint", ("1",), f1, 0.765, 0.80),
    Task("complaints_average_precision", "complaints", "complaint", ("1",), average_precision, 0, 0),
    Task("airline_macro_recall", "airline", "sentiment", (), macro_recall, 0.778, 0.82),
    Task("politeness_wikipedia_f1", "politeness_wikipedia", "polite", ("polite",), f1, 0.850, 0.87),
    Task("politeness_stack_f1", "politeness_stack", "polite", ("polite",), f1, 0.666, 0.70),
    Task("spam_sms_f1", "sms", "spam", ("spam",), f1, 0.980, 0.985),
    Task("spam_youtube_f1", "youtube", "spam", ("1",), f1, 0.987, 0.985),
    Task("sentiment_sv_macro_recall", "sv_posts", "sentiment", (), macro_recall, 0.682, 0.72),
    Task("sentiment_en_macro_recall", "tweeteval/sentiment", "sentiment", (), macro_recall, 0, 0),
)


def told(source: str, signal: str, by: Weights) -> tuple[Values, list[str]]:
    held = rows(source, held_out=True)
    found = signals_of_texts([(text, NAMED[source].language) for text, _ in held], by)
    return np.array([getattr(each, signal) for each in found]), [label for _, label in held]


def measured(task: Task, by: Weights) -> float:
    values, labels = told(task.source, task.signal, by)
    return task.measure(values, labels, task.positive)


def main() -> int:
    if not (data_sets() / "tweeteval").exists():
        print(f"Not measured: no published sets in {data_sets()} (VIGOR_DATA_SETS names the folder).")
        return 0
    local = weights(LOCAL) if LOCAL.exists() else None
    print(f"{'task':<32}{'rows':>6}{'ordinary':>10}{'aim':>8}{'shipped':>9}{'local':>8}")
    kept = {}
    for task in TASKS:
        kept[f"quality.{task.name}"] = shipped = measured(task, weights())
        beside = f"{measured(task, local):8.3f}" if local else f"{'–':>8}"
        aims = f"{task.ordinary:10.3f}{task.aim:8.3f}" if task.aim else f"{'–':>10}{'–':>8}"
        print(f"{task.name:<32}{len(rows(task.source, True)):>6}{aims}{shipped:9.3f}{beside}")
    if local is None:
        print("Local weights: `make train LOCAL=1` makes them; they are not shipped.")
    record(kept)
    return 0


if __name__ == "__main__":
    sys.exit(main())
