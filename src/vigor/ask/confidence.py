"""Does the policy say? How sure we are that what was found answers the question, from 0 to 1.

Eight signs, weighed by a logistic regression that was fitted offline; the weights below are all that is left of
it. `benchmarks/fit_gate.py` makes them again, says on what, and how they do on texts that they weren't fitted on.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from vigor.ask.question import Question
from vigor.ask.ranking import Found, Slot

ANSWERED = 0.5
"""The least confidence that we call an answer."""

WEAK, FULL = 0.2, 0.8
"""A match no better than WEAK is none; one as good as FULL is certain: across the languages none is better."""
SAME = 0.8
"""The least match of a word that is asked about elsewhere: itself or a synonym, no half of it and nothing near."""
MOST = 2.0
"""Missing words beyond this many say no more."""

SIGNS = ("held", "in_text", "elsewhere", "common_missing", "unknown_missing", "apart", "asked", "fact")
"""The share of the question that the best place holds; the share that the text has anywhere; whether something is
missing that is usually answered elsewhere; how many common words, and words that no list of ours has, are missing
(they matter less than words of the field); how far the best place stands out from the third; how much is asked
about (many words seldom meet by chance); where one certain fact is wanted (who, when, how many), what isn't held."""

WEIGHTS = (3.05, 2.13, -1.67, 1.22, 1.78, 0.93, 0.87, -0.65)
BASE = -4.98


def confidence(question: Question, slots: Sequence[Slot], found: Sequence[Found]) -> float:
    """How sure the places found make us; 0 where they hold nothing of the question."""
    values = signs(question, slots, found)
    if not values[0]:
        return 0.0
    total = BASE + sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))
    return 1 / (1 + exp(-total))


def signs(question: Question, slots: Sequence[Slot], found: Sequence[Found]) -> tuple[float, ...]:
    """The signs, in the order of SIGNS; all zero where nothing was found."""
    asked = [
        (slot, whole)
        for slot, whole in zip(slots, found[0].whole if found else (), strict=False)
        if not slot.wanted.kind
    ]
    amount = sum(slot.wanted.weight for slot, _ in asked)
    if not amount:
        return (0.0,) * len(SIGNS)
    best, third = found[0].score, found[2].score if len(found) > 2 else 0.0
    held = sum(slot.wanted.weight * _sure(whole) for slot, whole in asked) / amount
    return (
        held,
        sum(slot.wanted.weight * _sure(max(slot.matches.values(), default=0.0)) for slot, _ in asked)
        / amount,
        min(1.0, sum(slot.wanted.weight for slot, whole in asked if slot.wanted.elsewhere and whole < SAME)),
        _missing(asked, topical=False),
        _missing(asked, topical=None),
        (best - third) / best if best else 0.0,
        log(1 + amount),
        (1 - held) * question.fact,
    )


def _missing(asked: Sequence[tuple[Slot, float]], topical: bool | None) -> float:
    missing = (
        slot.wanted.weight * (1 - _sure(whole))
        for slot, whole in asked
        if slot.wanted.topical is topical and not slot.wanted.elsewhere
    )
    return min(MOST, sum(missing))


def _sure(match: float) -> float:
    return min(1.0, max(0.0, (match - WEAK) / (FULL - WEAK)))
