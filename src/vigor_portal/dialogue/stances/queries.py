"""Reading: one's own stances, the figures that everybody sees, and what communications gets to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from vigor_portal.dialogue.models import Stance, StanceFigure, StanceReason, StanceSnapshot
from vigor_portal.dialogue.stances import figures
from vigor_portal.dialogue.stances.asked import Asked, asked_in_original
from vigor_portal.dialogue.stances.proofs import ORGANISATION
from vigor_portal.dialogue.stances.pseudonyms import key_fits, pseudonyms
from vigor_portal.dialogue.stances.snapshots import DAYS_BETWEEN
from vigor_portal.people.models import Department, Member
from vigor_portal.policies import queries as policies
from vigor_portal.policies.comparison import readable, word_by_word


@dataclass(frozen=True)
class Mine:
    """What a member said of a guideline. `version`: the number of the one in force then; `again`: the guideline means
    something else since, and the answer counts no longer."""

    stance: figures.Stance
    reason: str
    passed_on: bool
    version: int
    again: bool


@dataclass(frozen=True)
class Cell:
    """What is shown of a point's answers, and the day on which it last moved."""

    shown: figures.Shown
    renewed_on: date


def mine(member: Member, asked: Asked) -> dict[str, Mine]:
    """The member's own stances by guideline, of those that are asked about now. One query."""
    whose = pseudonyms(member, asked.guidelines)
    rows = Stance.objects.filter(pk__in=whose).exclude(stance="")
    return {
        whose[row.pk]: Mine(
            figures.Stance(row.stance),
            row.reason,
            row.passed_on,
            row.version,
            row.version < asked.meant_in(whose[row.pk]),
        )
        for row in rows
    }


def cells_of(department: int = ORGANISATION) -> dict[str, Cell]:
    """What is shown of a department, or of all of us, by the point's key. One query."""
    found = {}
    for row in StanceFigure.objects.filter(department=department):
        what = figures.shown(figures.Counts(row.agree, row.unsure, row.disagree))
        if what is not None:
            found[row.point] = Cell(what, row.renewed_on)
    return found


def departments_with_figures() -> list[Department]:
    """Those that have a figure of their own, in the order of departments."""
    shown = StanceFigure.objects.exclude(department=ORGANISATION).values("department").distinct()
    return list(Department.objects.filter(pk__in=shown))


def weakness(cell: Cell | None) -> tuple[int, int, int]:
    """What to sort by: the weakest agreement first, and last what has no figure. Of the bands alone: an order by the
    exact numbers would tell them."""
    if cell is None:
        return (1, 0, 0)
    disagree = cell.shown.disagree
    return (0, cell.shown.agree.low, -disagree.low if disagree else 0)


def weak_agreement(keys: Iterable[str] | None = None) -> list[tuple[str, Cell]]:
    """Guidelines (among `keys`, or all) on which three in five of us at the most agree, the weakest first."""
    asked = asked_in_original()
    if asked is None:
        return []
    wanted = asked.guidelines.keys() if keys is None else set(keys)
    cells = cells_of()
    weak = [
        (key, cells[key])
        for key in asked.guidelines
        if key in wanted and key in cells and cells[key].shown.weak
    ]
    return sorted(weak, key=lambda found: weakness(found[1]))


def reasons_by_guideline() -> dict[str, list[StanceReason]]:
    """What has been passed on, in a random order that stays."""
    found: dict[str, list[StanceReason]] = {}
    for reason in StanceReason.objects.all():
        found.setdefault(reason.guideline, []).append(reason)
    return found


def last_snapshot() -> date | None:
    return StanceSnapshot.objects.values_list("made_on", flat=True).order_by("-made_on").first()


def next_snapshot() -> date | None:
    """The earliest day of the next; None before the first."""
    made_on = last_snapshot()
    return made_on + timedelta(days=DAYS_BETWEEN) if made_on else None


def changed_since(said: Mapping[str, Mine], asked: Asked) -> dict[str, SafeString]:
    """Word by word, what changed in the guidelines that are asked about again, in the language of `asked`."""
    found: dict[str, SafeString] = {}
    again = {key: each for key, each in said.items() if each.again}
    for number in {each.version for each in again.values()}:
        version = policies.version(number)
        before = policies.text_for(version, asked.language) if version is not None else None
        if before is None:
            continue
        for key in (key for key, each in again.items() if each.version == number):
            then = before.policy.by_key.get(key)
            if then is not None:
                found[key] = word_by_word(readable(then), readable(asked.guidelines[key]))
    return found


def stances_of(member: Member) -> tuple[str, list[dict[str, object]]]:
    """("stances", what the member said of each guideline): found for this moment, by the pseudonyms."""
    if not key_fits():
        return "stances", []
    whose = pseudonyms(member, policies.keys_ever())
    rows = Stance.objects.filter(pk__in=whose).select_related("department")
    found: list[dict[str, object]] = [
        {
            "guideline": whose[row.pk],
            "stance": row.stance or None,
            "reason": row.reason,
            "reason_passed_on": row.passed_on,
            "version": row.version,
            "department": row.department.slug if row.department else None,
            "counted_as": row.counted_as or None,
        }
        for row in rows
    ]
    return "stances", sorted(found, key=lambda row: str(row["guideline"]))
