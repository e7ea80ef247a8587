"""The chain of reasons through a point, and a point beside its translation: laid out for the pages that show them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vigor.policy.document import Case, Guideline, Kind, Point, Policy, Section, Text
from vigor_portal.policies import outline
from vigor_portal.policies.intranet.pages import NOW, Reader
from vigor_portal.policies.outline import CaseLayout, Facts, GuidelineLayout, Place, SectionLayout, Setting
from vigor_portal.policies.queries import ReadText, older


@dataclass(frozen=True)
class Chain:
    """Idea → guidelines → cases. `here` says where we stand: idea, guideline or case."""

    here: str
    idea: SectionLayout
    guidelines: tuple[GuidelineLayout, ...]
    cases: tuple[CaseLayout, ...]


@dataclass(frozen=True)
class Cell:
    """One point alone: one of the three."""

    section: SectionLayout | None = None
    guideline: GuidelineLayout | None = None
    case: CaseLayout | None = None


@dataclass(frozen=True)
class Row:
    """A point in both languages; `translated` is None for one that is not translated yet."""

    key: str
    original: Cell
    translated: Cell | None
    older: bool


def chain_of(policy: Policy, point: Point, setting: Setting) -> Chain:
    """What the point rests on, and what rests on it."""
    section = policy.section_of[point.key]
    guidelines, cases = section.guidelines, section.cases
    if isinstance(point, Case):
        shown = (policy.by_key.get(key) for key in point.shows)
        guidelines = tuple(each for each in shown if isinstance(each, Guideline))
        cases = (point,)
    elif isinstance(point, Guideline):
        guidelines, cases = (point,), tuple(outline.cases_showing(policy, point.key))
    here = "idea" if isinstance(point, Section) else point.kind.value
    rungs = [outline.guideline_layout(policy, each, setting) for each in guidelines]
    shown_in = [outline.case_layout(policy, each, setting) for each in cases]
    # What stands on the next rung needs no link to it.
    if here == "guideline":
        rungs = [replace(each, cases=()) for each in rungs]
    if here == "case":
        shown_in = [replace(each, shows=()) for each in shown_in]
    return Chain(here, _own_words(policy, section, setting), tuple(rungs), tuple(shown_in))


def beside(reader: Reader, key: str) -> tuple[ReadText, Cell | None] | None:
    """The point in the other language, and which; the cell is None where it isn't translated; None with one language."""
    other = reader.other
    if other is None:
        return None
    point = other.policy.by_key.get(key)
    behind = frozenset() if other.original else older(other.worded_in, reader.text.worded_in)
    return other, _without_id(_cell(other.policy, point, Setting(NOW, behind))) if point else None


def paired(original: ReadText, translation: ReadText) -> list[list[Row]]:
    """The points of each section, in the original's order, each with its translation."""
    behind = older(translation.worded_in, original.worded_in)
    here, there = Setting(NOW), Setting(Place("policies:point", {}), behind)
    sections = []
    for section in original.policy.sections:
        rows = []
        for point in section.points():
            theirs = translation.policy.by_key.get(point.key)
            rows.append(
                Row(
                    key=point.key,
                    original=_cell(original.policy, point, here),
                    translated=_without_id(_cell(translation.policy, theirs, there)) if theirs else None,
                    older=point.key in behind,
                )
            )
        sections.append(rows)
    return sections


def _cell(policy: Policy, point: Point, setting: Setting) -> Cell:
    if isinstance(point, Guideline):
        return Cell(guideline=replace(outline.guideline_layout(policy, point, setting), cases=()))
    if isinstance(point, Case):
        return Cell(case=replace(outline.case_layout(policy, point, setting), shows=()))
    return Cell(section=_own_words(policy, point, setting))


def _own_words(policy: Policy, section: Section, setting: Setting) -> SectionLayout:
    """A section without its guidelines and cases."""
    number = policy.principles.index(section) + 1 if section.kind is Kind.PRINCIPLE else 0
    alone = replace(section, parts=tuple(part for part in section.parts if isinstance(part, Text)))
    return outline.section_layout(policy, alone, setting, number)


def _without_id(cell: Cell) -> Cell:
    """Of two columns with the same points, the first has the addresses."""
    if cell.section:
        return Cell(section=replace(cell.section, facts=_nameless(cell.section.facts)))
    if cell.guideline:
        return Cell(guideline=replace(cell.guideline, facts=_nameless(cell.guideline.facts)))
    return Cell(case=replace(cell.case, facts=_nameless(cell.case.facts))) if cell.case else cell


def _nameless(facts: Facts) -> Facts:
    return replace(facts, key="", url="")
