"""A text laid out for reading: what the templates in `policies/parts/` show, on either face.

The templates hold no rules: which blocks a section has, what stands beside a guideline, and where each point has its
address in this face and version is settled here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vigor.policy.document import Audience, Case, Force, Guideline, Kind, Option, Policy, Section, Text
from vigor_portal.policies.templatetags.policy import inline, markdown

NOTHING = SafeString("")


@dataclass(frozen=True)
class Place:
    """Where points have their addresses: `Place("press:point", {"lang": "sv"})`."""

    view: str
    fixed: Mapping[str, str | int]

    def point(self, key: str) -> str:
        return reverse(self.view, kwargs={**self.fixed, "key": key}) if key else ""


@dataclass(frozen=True)
class Setting:
    """What a layout depends on beside the text."""

    place: Place
    older: frozenset[str] = frozenset()  # keys whose words are older than the original's
    departments: Mapping[str, str] | None = None  # the names of departments by slug; None leaves them out


@dataclass(frozen=True)
class Link:
    title: SafeString
    url: str


@dataclass(frozen=True)
class Facts:
    """What stands in small type beside a point."""

    key: str
    url: str
    internal: bool
    older: bool
    layers: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuidelineLayout:
    facts: Facts
    html: SafeString
    must: bool
    trial_until: date | None
    cases: tuple[Link, ...]  # the cases that show it


@dataclass(frozen=True)
class OptionLayout:
    act: SafeString
    outcome: SafeString
    ours: bool


@dataclass(frozen=True)
class CaseBlock:
    """Prose, or a row of ways to act."""

    html: SafeString = NOTHING
    options: tuple[OptionLayout, ...] = ()


@dataclass(frozen=True)
class CaseLayout:
    facts: Facts
    title: SafeString
    blocks: tuple[CaseBlock, ...]
    shows: tuple[Link, ...]  # the guidelines that it shows


@dataclass(frozen=True)
class Block:
    """One of the three: prose, a row of guidelines, or a case."""

    html: SafeString = NOTHING
    guidelines: tuple[GuidelineLayout, ...] = ()
    case: CaseLayout | None = None


@dataclass(frozen=True)
class SectionLayout:
    facts: Facts
    section: Section
    title: SafeString
    number: int  # a principle's place among the principles; 0 for other sections
    belief: SafeString
    blocks: tuple[Block, ...]

    @property
    def kind(self) -> str:
        return self.section.kind.value


def lay_out(policy: Policy, setting: Setting) -> tuple[SectionLayout, ...]:
    """Every section of the text, in its order."""
    number = 0
    laid_out = []
    for section in policy.sections:
        number += section.kind is Kind.PRINCIPLE
        laid_out.append(section_layout(policy, section, setting, number))
    return tuple(laid_out)


def section_layout(policy: Policy, section: Section, setting: Setting, number: int = 0) -> SectionLayout:
    belief = section.belief
    after = [part for part in section.parts if not isinstance(part, Text)]
    rest = section.parts[section.parts.index(after[0]) :] if after else ()
    return SectionLayout(
        facts=_facts(section, setting),
        section=section,
        title=inline(section.title),
        number=number if section.kind is Kind.PRINCIPLE else 0,
        belief=markdown(belief) if belief else NOTHING,
        blocks=tuple(_blocks(policy, rest, setting)),
    )


def guideline_layout(policy: Policy, guideline: Guideline, setting: Setting) -> GuidelineLayout:
    return GuidelineLayout(
        facts=_facts(guideline, setting),
        html=markdown(guideline.source),
        must=guideline.force is Force.MUST,
        trial_until=guideline.trial_until,
        cases=tuple(
            Link(inline(case.title), setting.place.point(case.key))
            for case in cases_showing(policy, guideline.key)
        ),
    )


def case_layout(policy: Policy, case: Case, setting: Setting) -> CaseLayout:
    shown = [policy.by_key[key] for key in case.shows if key in policy.by_key]
    return CaseLayout(
        facts=_facts(case, setting),
        title=inline(case.title),
        blocks=tuple(_case_blocks(case)),
        shows=tuple(Link(short(point), setting.place.point(point.key)) for point in shown),
    )


def cases_showing(policy: Policy, key: str) -> list[Case]:
    return [case for section in policy.sections for case in section.cases if key and key in case.shows]


def short(point: Section | Guideline | Case) -> SafeString:
    """A point's name: its title, or a guideline's first sentence."""
    if not isinstance(point, Guideline):
        return inline(point.title)
    return inline(first_sentence(point.source))


def first_sentence(source: str) -> str:
    """The first sentence of a bullet's first paragraph."""
    line = " ".join(source.split("\n\n", 1)[0].split())
    for index, character in enumerate(line):
        if character in ".!?" and (line[index + 1 : index + 2] in {"", " "}) and index > 12:
            return line[: index + 1]
    return line


def layer_names() -> dict[str, str]:
    return {
        "logo": _("in the logo’s name"),
        "employee": _("as an employee"),
        "spokesperson": _("as a spokesperson"),
    }


def _facts(point: Section | Guideline | Case, setting: Setting) -> Facts:
    layers: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    if not isinstance(point, Section):
        names = layer_names()
        layers = tuple(names.get(layer, layer) for layer in point.layers)
        if setting.departments is not None:
            departments = tuple(setting.departments.get(slug, slug) for slug in point.departments)
    return Facts(
        key=point.key,
        url=setting.place.point(point.key),
        internal=point.audience is Audience.INTERNAL,
        older=point.key in setting.older,
        layers=layers,
        departments=departments,
    )


def _blocks(policy: Policy, parts: tuple[Text | Guideline | Case, ...], setting: Setting) -> list[Block]:
    blocks = []
    for kind, run in groupby(parts, type):
        if kind is Guideline:
            rows = tuple(
                guideline_layout(policy, part, setting) for part in run if isinstance(part, Guideline)
            )
            blocks.append(Block(guidelines=rows))
        elif kind is Case:
            blocks += [
                Block(case=case_layout(policy, part, setting)) for part in run if isinstance(part, Case)
            ]
        else:
            blocks += [Block(html=markdown(part.source)) for part in run if isinstance(part, Text)]
    return blocks


def _case_blocks(case: Case) -> list[CaseBlock]:
    blocks = []
    for kind, run in groupby(case.parts, type):
        if kind is Option:
            options = (part for part in run if isinstance(part, Option))
            laid_out = (OptionLayout(inline(o.act), inline(o.outcome), o.ours) for o in options)
            blocks.append(CaseBlock(options=tuple(laid_out)))
        else:
            blocks += [CaseBlock(html=markdown(part.source)) for part in run if isinstance(part, Text)]
    return blocks
