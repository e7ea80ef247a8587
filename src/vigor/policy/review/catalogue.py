"""The rules, in the order in which their hints on one line are given."""

from __future__ import annotations

from vigor.policy.review.rule import Rule
from vigor.policy.review.rules.ease import HARD, STIFF
from vigor.policy.review.rules.inside import INTERNAL_NAME
from vigor.policy.review.rules.law import TOO_FAR
from vigor.policy.review.rules.shape import EMPTY_PRINCIPLE, NO_CASE, NO_WAY_TO_ACT
from vigor.policy.review.rules.substance import TRUISM
from vigor.policy.review.rules.taken import TAKEN
from vigor.policy.review.rules.voice import AT_PEOPLE, DISTANCE

CATALOGUE: tuple[Rule, ...] = (
    TOO_FAR,
    INTERNAL_NAME,
    TRUISM,
    AT_PEOPLE,
    DISTANCE,
    STIFF,
    HARD,
    TAKEN,
    EMPTY_PRINCIPLE,
    NO_CASE,
    NO_WAY_TO_ACT,
)
