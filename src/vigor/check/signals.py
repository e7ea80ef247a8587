"""What small linear models make of a post: calibrated probabilities, for checks that words alone can't decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vigor.check.post import Post


@dataclass(frozen=True, slots=True)
class Signals:
    """Probabilities 0–1; `sentiment` is P(positive) − P(negative), from −1 to 1."""

    irony: float = 0.0
    offensive: float = 0.0
    targeted: float = 0.0  # an insult at somebody, not mere swearing
    complaint: float = 0.0
    polite: float = 0.5
    sentiment: float = 0.0
    spam: float = 0.0


def signals_of(post: Post) -> Signals:
    return Signals()
