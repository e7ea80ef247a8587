"""What lies on the desk of whoever writes: each language's text, what is wrong in it, and the outline of its points.

From the texts as they stand, saved or not, to what the templates in `policies/writing/` show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from django.utils.translation import get_language

from vigor.policy.document import Kind, Policy
from vigor.policy.parse import parse
from vigor.policy.pieces import cut, unified
from vigor.policy.problems import Problem
from vigor.policy.review import Sector
from vigor.policy.translation import compare_translation
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.models import DraftText
from vigor_portal.policies.outline import Place, SectionLayout, Setting, lay_out
from vigor_portal.policies.prepare import Fault
from vigor_portal.policies.words import label
from vigor_portal.policies.writing.spots import Advice, Spot, advice_on, is_too_long, short_quote

MOST_SPOTS = 60


class OnThePage(Place):
    """Points have their place in the preview itself: what isn't published has no address yet."""

    def point(self, key: str) -> str:
        return f"#{key}"


HERE = OnThePage("", {})


@dataclass(frozen=True)
class Pane:
    """A text on the desk. `base` is the revision that it was made from; `faults` what publishing has said of it."""

    language: str
    source: str
    base: int
    original: Policy | None = None  # the original's, for a translation
    faults: tuple[Fault, ...] = ()
    sector: Sector = "private"

    @cached_property
    def parsed(self) -> tuple[Policy, tuple[Problem, ...]]:
        return parse(self.source)

    @property
    def policy(self) -> Policy:
        return self.parsed[0]

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """What is wrong, by line; what publishing said first. None in a translation that nobody has begun."""
        if self.original is not None and not self.source.strip():
            return ()
        reader = _reader()
        problems = list(self.parsed[1])
        if self.original is not None:
            problems += compare_translation(self.original, self.policy)
        told = [Spot(f.line, self._quote(f.line), f.what, f.mend) for f in self.faults]
        rest = [
            Spot(p.line, self._quote(p.line), p.what(reader), p.mend(reader), p.is_error)
            for p in sorted(problems, key=lambda each: (not each.is_error, each.line))
        ]
        return tuple(dict.fromkeys([*told, *rest]))[:MOST_SPOTS]

    @property
    def errors(self) -> int:
        return sum(spot.error for spot in self.spots)

    def _quote(self, line: int) -> str:
        lines = unified(self.source).split("\n")
        return short_quote(lines[line - 1]) if 0 < line <= len(lines) else ""

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Hints, by rule: what would make the text better, and stops nothing."""
        return advice_on(self.source, self.language, self.sector, _reader())

    @property
    def hints(self) -> int:
        return sum(each.count for each in self.advice)

    @property
    def is_too_long_for_advice(self) -> bool:
        return is_too_long(self.source)

    def preview(self) -> tuple[SectionLayout, ...]:
        """The text as it will look."""
        return lay_out(self.policy, Setting(HERE, frozenset(), department_names()))


@dataclass(frozen=True)
class Row:
    """A line of the outline. `name` is what `rearrange.move` knows the point by; `missing` languages lack it."""

    name: str
    title: str
    kind: str
    section: bool
    number: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """The draft's texts side by side, the original first."""

    panes: tuple[Pane, ...]

    @property
    def original(self) -> Pane:
        return self.panes[0]

    @property
    def errors(self) -> int:
        return sum(pane.errors for pane in self.panes)

    @cached_property
    def outline(self) -> tuple[Row, ...]:
        """The original's points in order."""
        policy = self.original.policy
        others = [pane for pane in self.panes[1:] if pane.source.strip()]
        rows, number = [], 0
        for piece, point in zip(cut(self.original.source)[1:], policy.points(), strict=True):
            number += point.kind is Kind.PRINCIPLE
            missing = tuple(pane.language for pane in others if piece.name not in pane.policy.by_key)
            shown = number if point.kind is Kind.PRINCIPLE else 0
            rows.append(Row(piece.name, label(point), point.kind.value, piece.is_section, shown, missing))
        return tuple(rows)

    @property
    def guidelines(self) -> list[Row]:
        """What a new case can show: guidelines that have a key of their own."""
        written = self.original.policy.by_key
        return [row for row in self.outline if row.kind == Kind.GUIDELINE.value and row.name in written]

    def pane(self, language: str) -> Pane:
        """The pane of the language, else the original's."""
        return next((pane for pane in self.panes if pane.language == language), self.original)


def desk_of(
    rows: Sequence[DraftText],
    unsaved: Mapping[str, tuple[str, int]] | None = None,
    faults: Iterable[Fault] = (),
) -> Desk:
    """The desk with a draft's texts (the original first); `unsaved` are text and base revision by language."""
    faults = list(faults)
    organisation = the_organisation()
    sector = cast("Sector", organisation.sector if organisation else "private")
    panes: list[Pane] = []
    for row in rows:
        source, base = (unsaved or {}).get(row.language, (row.source, row.revision))
        mine = tuple(fault for fault in faults if row.language in (fault.file, fault.language))
        panes.append(Pane(row.language, source, base, panes[0].policy if panes else None, mine, sector))
    return Desk(tuple(panes))


def _reader() -> str:
    return (get_language() or "sv").partition("-")[0]


def names_of(names: Iterable[str], source: str) -> list[str]:
    """What points are called, by their names as in `vigor.policy.pieces`; the name itself for one that is gone."""
    points = dict(zip((piece.name for piece in cut(source)[1:]), parse(source)[0].points(), strict=True))
    return [label(points[name]) if name in points else name for name in names if name]
