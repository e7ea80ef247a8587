"""What advice rests on: per check the guideline of the policy that asks for it, its own words and a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vigor.policy.same import Same

if TYPE_CHECKING:
    from vigor.policy.document import Policy


@dataclass(frozen=True, slots=True)
class Footing:
    """A guideline that a check rests on. Empty `layers`: it is for every layer. `case`: the key of one that shows it."""

    guideline: str
    words: str
    layers: tuple[str, ...]
    case: str


class Ground:
    """The guidelines of a policy by the check that they ask for, as pairs of a check's name and what it rests on."""

    def __init__(self, pairs: Iterable[tuple[str, Footing]]) -> None:
        self.pairs = tuple(pairs)
        self._footings: dict[str, list[Footing]] = {}
        for check, footing in self.pairs:
            self._footings.setdefault(check, []).append(footing)

    @classmethod
    def of_policy(cls, policy: Policy) -> Ground:
        # A ground that was kept from last time needs no reader of Markdown, which starts slower than all else.
        from vigor.policy.html import to_plain

        shown = {key: case.key for section in policy.sections for case in section.cases for key in case.shows}
        return cls(
            (check, Footing(point.key, to_plain(point.source), point.layers, shown.get(point.key, "")))
            for section in policy.sections
            for point in section.guidelines
            for check in point.checks
        )

    def under(self, check: str, layer: str) -> Footing | None:
        """The guideline that a check rests on for a layer; None makes the check silent."""
        for footing in self._footings.get(check, ()):
            if not layer or not footing.layers or layer in footing.layers:
                return footing
        return None


def ground_of(policy: Policy) -> Ground:
    return _ground(Same(policy))


@lru_cache(maxsize=32)
def _ground(held: Same) -> Ground:
    return Ground.of_policy(held.policy)
