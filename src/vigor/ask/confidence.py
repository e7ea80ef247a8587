"""Does the policy say? How sure we are that the passages found answer the question, from 0 to 1.

What counts is how much of what was asked about is there: in a passage, and in one sentence of it. What is
missing weighs differently. A word that is asked about elsewhere (pay, parking) and that this text lacks is
nearly proof that it doesn't answer; a rare word that no list of ours has often matters little.

The weights were fitted by hand on `benchmarks/questions/dev.jsonl`, and on its questions put to the wrong texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from vigor.ask.question import Wanted
from vigor.ask.ranking import Found, Slot

ANSWERED = 0.42
"""The least confidence that we call an answer."""

WEAK, FULL = 0.25, 0.95
"""A match no better than WEAK is none; one as good as FULL is certain."""
PASSAGE = 0.7
"""How much the whole passage counts; the rest is its best sentence's."""
FLOOR = 2.0
"""What every word counts beside its rareness in this text, which says little where the text is short."""

MISSING_ELSEWHERE = 8.0
MISSING_KIND = 2.0
MISSING_TOPIC = 0.7
MISSING_COMMON = 0.8
MISSING_UNKNOWN = 0.4


def confidence(slots: Sequence[Slot], found: Found) -> float:
    """How sure one passage makes us."""
    held = total = 0.0
    for slot, whole, best in zip(slots, found.whole, found.best, strict=False):
        weight = slot.weight + FLOOR * slot.wanted.weight
        value = PASSAGE * _sure(whole) + (1 - PASSAGE) * _sure(best)
        held += weight * value
        total += weight * (value + (1 - value) * _if_missing(slot.wanted))
    return held / total if total else 0.0


def _sure(match: float) -> float:
    return min(1.0, max(0.0, (match - WEAK) / (FULL - WEAK)))


def _if_missing(wanted: Wanted) -> float:
    if wanted.kind:
        return MISSING_KIND
    if wanted.elsewhere:
        return MISSING_ELSEWHERE
    if wanted.topical is None:
        return MISSING_UNKNOWN
    return MISSING_TOPIC if wanted.topical else MISSING_COMMON
