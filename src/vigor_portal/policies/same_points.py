"""Is this the same point as before? Whoever keeps a text in a file without keys needs us to tell."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeVar

from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Case, Guideline, Point, Policy, Section, Text

P = TypeVar("P", bound=Section | Guideline | Case)

# Two wordings are of one point when at least half of their words are the same, in the same order.
SAME_POINT = 0.5
# Each comparison takes a tenth of a millisecond, and every new point would be compared with every old one.
MOST_COMPARED = 300


def same_words(one: str, other: str) -> bool:
    """Are the two wordings near enough to be of one point?"""
    return overlap(one, other) >= SAME_POINT


def overlap(one: str, other: str) -> float:
    """How much of two wordings is the same words in the same order, 0–1 (difflib's ratio)."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def adopt_keys(policy: Policy, before: Policy | None) -> Policy:
    """Give points without a key the key they had, when they are the same point as before: same kind, near words.

    Who keeps the text in a file without keys publishes the same points again, not new ones.
    """
    if before is None or all(point.key for point in policy.points()):
        return policy
    free = {key: point for key, point in before.by_key.items() if key not in policy.by_key}
    return replace(policy, sections=tuple(_adopt_section(section, free) for section in policy.sections))


def _adopt_section(section: Section, free: dict[str, Point]) -> Section:
    keyed = _adopted(section, free)
    parts = tuple(part if isinstance(part, Text) else _adopted(part, free) for part in section.parts)
    return replace(keyed, parts=parts)


def _adopted(point: P, free: dict[str, Point]) -> P:
    if point.key:
        return point
    best = _nearest(point, free)
    if not best:
        return point
    del free[best]
    return replace(point, attributes=replace(point.attributes, key=best))


def _nearest(point: Point, free: dict[str, Point]) -> str:
    """The key of the point that this one is, or nothing. Most read exactly as before, and cost no comparison."""
    words = words_of(point)
    alike = {key: words_of(old) for key, old in free.items() if old.kind is point.kind}
    exact = next((key for key, old in alike.items() if old == words), "")
    if exact or len(alike) > MOST_COMPARED:
        return exact
    near = {key: overlap(old, words) for key, old in alike.items()}
    best = max(near, key=near.__getitem__, default="")
    return best if best and near[best] >= SAME_POINT else ""
