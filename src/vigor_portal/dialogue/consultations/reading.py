"""A shared draft as somebody reads it: parsed, compared with the version in force, point by point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from vigor.policy.document import Case, Guideline, Point, Policy, Section
from vigor.policy.parse import parse
from vigor_portal.dialogue.models import Consultation, ConsultationText
from vigor_portal.policies import queries as policies
from vigor_portal.policies.comparison import Compared, compare
from vigor_portal.policies.models import Version
from vigor_portal.policies.outline import CaseLayout, Setting, case_layout
from vigor_portal.policies.public import public_history
from vigor_portal.policies.templatetags.policy import inline, markdown
from vigor_portal.policies.words import label
from vigor_portal.policies.writing.desk import HERE


@dataclass(frozen=True)
class SharedText:
    """A frozen draft in one language, whole or its public projection, and what it was compared with."""

    language: str
    policy: Policy
    before: Policy


@dataclass(frozen=True)
class Piece:
    """One point: its words as HTML (a case has a layout instead), and what changes in it, if anything does."""

    key: str
    kind: str
    title: str
    html: SafeString
    case: CaseLayout | None
    change: Compared | None


@dataclass(frozen=True)
class Part:
    """A section with its points; `gone` are those that the draft takes out of it."""

    number: int
    head: Piece
    pieces: tuple[Piece, ...]
    gone: tuple[Compared, ...] = ()

    @property
    def touched(self) -> list[Piece]:
        """What is new or reads otherwise: the way to it stands at the top of the page."""
        return [piece for piece in (self.head, *self.pieces) if piece.change]


def member_text(consultation: Consultation, language: str) -> SharedText:
    """The whole draft in the language, else in the first that it has."""
    row = _row(consultation.texts.order_by("pk"), language)
    return SharedText(row.language, parsed(row.source), _in_force(consultation.based_on, row.language))


def public_text(consultation: Consultation, language: str) -> SharedText | None:
    """The public projection, compared with the public text in force; nothing internal is read on the way."""
    rows = consultation.texts.exclude(public_source="").order_by("pk").only("language", "public_source")
    if not consultation.public or not rows:
        return None
    row = _row(rows, language)
    history = public_history()
    number = consultation.based_on.number if consultation.based_on else 0
    then = [each for each in history.versions if each.number <= number] if history else []
    text = history.texts.get((then[0].number, row.language)) if history and then else None
    return SharedText(row.language, parsed(row.public_source), text.policy if text else Policy())


def public_keys(consultation: Consultation) -> frozenset[str]:
    """What the public may say something about."""
    rows = consultation.texts.exclude(public_source="").values_list("public_source", flat=True)
    return frozenset(key for source in rows for key in parsed(source).by_key)


def languages(consultation: Consultation, *, public: bool) -> list[str]:
    rows = consultation.texts.order_by("pk")
    return list((rows.exclude(public_source="") if public else rows).values_list("language", flat=True))


def parts(shared: SharedText, departments: Mapping[str, str] | None = None) -> list[Part]:
    """The whole text, with what changes told word by word where it stands."""
    found = compare(shared.before, shared.policy, departments or {})
    changed = {point.key: point for point in found.points if point.status != "removed"}
    removed = [point for point in found.points if point.status == "removed"]
    laid_out = []
    number = 0
    for section in shared.policy.sections:
        number += section in shared.policy.principles
        was = shared.before.by_key.get(section.key)
        here = {point.key for point in was.points()} if isinstance(was, Section) else set()
        gone = tuple(point for point in removed if point.key in here)
        laid_out.append(
            _part(section, number if section in shared.policy.principles else 0, shared, changed, gone)
        )
    return laid_out


def whole_sections_gone(shared: SharedText) -> list[Compared]:
    """What goes together with the section that it stood in."""
    kept = shared.policy.by_key
    found = compare(shared.before, shared.policy, {})
    return [
        point
        for point in found.points
        if point.status == "removed" and shared.before.section_of[point.key].key not in kept
    ]


def names(policies_: Sequence[Policy]) -> dict[str, str]:
    """What points are called, by key; the first text that has one says."""
    found: dict[str, str] = {}
    for policy in policies_:
        for key, point in policy.by_key.items():
            found.setdefault(key, label(point))
    return found


@lru_cache(maxsize=16)
def parsed(source: str) -> Policy:
    """Shared texts never change, so what is parsed once is parsed for good."""
    return parse(source)[0]


def _row(rows: Iterable[ConsultationText], language: str) -> ConsultationText:
    held = list(rows)
    return next((row for row in held if row.language == language), held[0])


def _in_force(version: Version | None, language: str) -> Policy:
    text = policies.text_of(version, language) if version is not None else None
    return text.policy if text is not None else Policy()


def _part(
    section: Section,
    number: int,
    shared: SharedText,
    changed: Mapping[str, Compared],
    gone: tuple[Compared, ...],
) -> Part:
    pieces = tuple(
        _piece(point, shared.policy, changed) for point in section.points() if point is not section
    )
    return Part(number, _piece(section, shared.policy, changed), pieces, gone)


def _piece(point: Point, policy: Policy, changed: Mapping[str, Compared]) -> Piece:
    case = case_layout(policy, point, Setting(HERE)) if isinstance(point, Case) else None
    if isinstance(point, Guideline):
        html = inline(point.source) if "\n\n" not in point.source else markdown(point.source)
    else:
        html = markdown(point.belief) if isinstance(point, Section) else SafeString("")
    return Piece(point.key, point.kind.value, label(point), html, case, changed.get(point.key))
