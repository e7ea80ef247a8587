"""Politeness without labelled rows: weights set by hand, after published figures on how strategies are perceived.

Danescu-Niculescu-Mizil, Sudhof, Jurafsky, Leskovec and Potts (2013), "A computational approach to politeness with
application to social factors", table 3, give the mean politeness of requests by strategy (gratitude .87, "by the
way" .63, counterfactual modal .47, apology .36, direct start −.43 …). The word lists are our own.
"""

from __future__ import annotations

import numpy as np

from training.boost import DEPTH, Fitted
from training.calibrate import KNOTS
from vigor.check.features import dense_names

STRATEGIES = {
    "any_gratitude": 0.87,
    "any_deference": 0.35,
    "any_greeting": 0.43,
    "any_apology": 0.36,
    "any_please": 0.30,
    "starts_please": -0.60,
    "any_indirect": 0.63,
    "any_counterfactual": 0.47,
    "any_indicative": 0.09,
    "any_hedge": 0.14,
    "any_first": 0.10,
    "any_ours": 0.08,
    "any_factual": -0.38,
    "starts_question": -0.35,
    "starts_you": -0.30,
    "any_positive": 0.12,
    "any_negative": -0.13,
    "any_negation": -0.20,
    "any_insult": -0.80,
    "any_swearing": -0.60,
    "any_deontic": -0.30,
    "any_curious": 0.30,
    "any_elaborate": 0.20,
    "any_blunt": -0.30,
    "any_dispute": -0.30,
    "quotes": -0.10,
    "exclaims": 0.10,
    "asks": -0.12,
    "shouted": -0.20,
}
STRENGTH = 2.5
START = 0.75
"""Above 0: of requests without any mark of either kind, somewhat more are found polite than not."""


def politeness(width: int) -> Fitted:
    line = np.zeros(width)
    for name, weight in STRATEGIES.items():
        line[dense_names().index(name)] = STRENGTH * weight
    silent = (1, DEPTH)
    return Fitted(line, START, np.zeros(silent, np.int64), np.zeros(silent), np.zeros((1, 1 << DEPTH)))


def told() -> tuple[np.ndarray, np.ndarray]:
    """Knots and what is told at them: the score is log-odds as it stands, and no cut is sought."""
    odds = np.linspace(-8, 8, KNOTS)
    return odds, 1 / (1 + np.exp(-odds))
