"""Fit the weights of `vigor.ask.confidence`, and say how they do on texts that they weren't fitted on.

`python -m benchmarks.fit_gate` reads the questions that may be tuned on: `dev`, the invented `-dev` sets, and
`unanswered.jsonl`, everyday questions put to texts that don't answer them. It fits a logistic regression with an
L2 penalty by Newton's method, leaving out one text at a time to judge it, and prints what to write into
`confidence.py`. The bar lies where those left out make MOST_FALSE of false answers, counting the kinds of
unanswerable question alike.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.ask import DEV, QUESTIONS, holds, index_of, questions
from benchmarks.results import data_sets
from vigor.ask import ask
from vigor.ask.confidence import SIGNS, signs
from vigor.ask.question import read_question
from vigor.ask.ranking import find_slots, rank

MOST_FALSE = 0.25
PENALTY = 3.0
GENERAL = 0.2
"""What a question of `unanswered.jsonl` counts: each is put to several texts."""
NOT_FOUND = 0.3
"""What an answerable question counts whose place wasn't found: it should be answered, but not as that one was."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One question put to one text. `group`: where it comes from; `found`: whether the right place was found."""

    group: str
    policy: str
    language: str
    answerable: bool
    found: bool
    signs: tuple[float, ...]


def examples() -> list[Example]:
    made = []
    for name in DEV:
        for one in questions(name):
            found = not one["unanswerable"] and holds(
                (answer.text for answer in ask(index_of(one["policy"]), one["question"]).answers), one
            )
            group = "published" if name == "dev" else "invented"
            answerable = not one["unanswerable"]
            seen = _signs(one["policy"], one["question"])
            made.append(Example(group, one["policy"], one["lang"], answerable, found, seen))
    for line in (QUESTIONS / "unanswered.jsonl").read_text(encoding="utf-8").splitlines():
        general = json.loads(line)
        for policy in general["policies"]:
            seen = _signs(policy, general["question"])
            made.append(Example("general", policy, general["lang"], False, False, seen))
    return made


def _signs(policy: str, question: str) -> tuple[float, ...]:
    index = index_of(policy)
    asked = read_question(question, default=index.passages[0].language)
    slots = find_slots(index, asked.wanted)
    return signs(asked, slots, rank(index, slots))


def fit(values: Values, answerable: Values, counts: Values) -> Values:
    """The base and the weights, answerable and unanswerable questions counting as much together."""
    spread = values.std(0) + 1e-9
    columns = np.c_[np.ones(len(values)), (values - values.mean(0)) / spread]
    share = counts.copy()
    for side in (answerable == 1, answerable == 0):
        share[side] *= 0.5 * counts.sum() / counts[side].sum()
    penalty = np.full(columns.shape[1], PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(columns.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (share * (chance - answerable)) + penalty * weights
        bend = (columns * (share * chance * (1 - chance))[:, None]).T @ columns + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    plain: Values = weights[1:] / spread
    base = float(weights[0] - plain @ values.mean(0))
    return np.concatenate([[base], plain])


def left_out(made: list[Example], values: Values, answerable: Values, counts: Values) -> Values:
    """The score of each example by weights that were fitted on the other texts."""
    scores = np.zeros(len(made))
    texts = np.array(["starter" if one.policy.startswith("policy.") else one.policy for one in made])
    for text in sorted(set(texts)):
        out = texts == text
        weights = fit(values[~out], answerable[~out], counts[~out])
        scores[out] = weights[0] + values[out] @ weights[1:]
    return scores


def bar(made: list[Example], scores: Values) -> float:
    """The score above which MOST_FALSE of the unanswerable questions lie, published ones counting half a group."""
    kinds = {"published": 0.5, "invented": 1.0, "general": 1.0}
    size = {kind: sum(one.group == kind and not one.answerable for one in made) for kind in kinds}
    wrong = [
        (float(score), kinds[one.group] / size[one.group])
        for score, one in zip(scores, made, strict=True)
        if not one.answerable
    ]
    wrong.sort(reverse=True)
    room = MOST_FALSE * sum(share for _, share in wrong)
    for score, share in wrong:
        room -= share
        if room < 0:
            return score
    return 0.0


def main() -> int:
    if not (data_sets() / "policies").is_dir():
        print(f"The published policies are not at {data_sets() / 'policies'}.")
        return 0
    made = examples()
    values = np.array([one.signs for one in made])
    answerable = np.array([float(one.answerable) for one in made])
    counts = np.array(
        [
            GENERAL if one.group == "general" else NOT_FOUND if one.answerable and not one.found else 1.0
            for one in made
        ]
    )
    scores = left_out(made, values, answerable, counts)
    least = bar(made, scores)
    for group in ("published", "invented", "general"):
        mine = [(one, score > least) for one, score in zip(made, scores, strict=True) if one.group == group]
        wrong = [sure for one, sure in mine if not one.answerable]
        line = f"{group:<10} false answers {np.mean(wrong):.2f} of {len(wrong)}"
        for language in ("en", "sv"):
            right = [sure and one.found for one, sure in mine if one.answerable and one.language == language]
            if right:
                line += f"   {language} found and answered {np.mean(right):.2f} of {len(right)}"
        print(line)
    weights = fit(values, answerable, counts)
    print("\nWEIGHTS = (" + ", ".join(f"{weight:.2f}" for weight in weights[1:]) + ")")
    print(f"BASE = {weights[0] - least:.2f}")
    print(
        dict(zip(SIGNS, (values.std(0) * weights[1:]).round(2).tolist(), strict=True)),
        "per standard deviation",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
