"""Hints to the author of a policy: advice, never a hindrance.

Policy ─pieces→ sentences, markup out of the way ─rules→ findings ─texts in both languages→ Hint, Hint, …

`review` gives the hints, `opposite` the opposite of a sentence, `overlaps` how much of a policy is taken from
elsewhere, `taken_share` how much of each point. `CATALOGUE` is the list of rules.
"""

from vigor.policy.review.catalogue import CATALOGUE
from vigor.policy.review.hint import SECTORS, Both, Hint, Sector, Source
from vigor.policy.review.opposite import opposite
from vigor.policy.review.pieces import count_sentences
from vigor.policy.review.reviewing import review
from vigor.policy.review.rule import Rule
from vigor.policy.review.rules.taken import Overlap, TakenShare, is_policy, overlaps, taken_share

__all__ = [
    "CATALOGUE",
    "SECTORS",
    "Both",
    "Hint",
    "Overlap",
    "Rule",
    "Sector",
    "Source",
    "TakenShare",
    "count_sentences",
    "is_policy",
    "opposite",
    "overlaps",
    "review",
    "taken_share",
]
