"""The figures held against a recount: what is shown is what the rows say, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from vigor_portal.dialogue.models import Stance, StanceBlock, StanceFigure, StanceSnapshot
from vigor_portal.dialogue.stances.asked import Asked, asked_in_original
from vigor_portal.dialogue.stances.figures import ELSEWHERE, FEWEST, Counts, total

ORGANISATION = 0  # in StanceFigure.department


class NotProved(Exception):
    """A recount came to something else. `wrong` has a line for each figure that differs."""

    def __init__(self, wrong: tuple[str, ...]) -> None:
        super().__init__("; ".join(wrong))
        self.wrong = wrong


@dataclass(frozen=True)
class Proof:
    """What was recounted: answers, blocks and cells; `wrong` has a line for each that differs. `left_out`: blocks
    of guidelines whose meaning has changed since, which people are answering anew."""

    answers: int
    blocks: int
    cells: int
    left_out: int
    wrong: tuple[str, ...]


def prove() -> Proof:
    """Recount every block from the rows that it counts, and every cell from its blocks."""
    latest = StanceSnapshot.objects.order_by("-made_on").first()
    then = asked_in_original(latest.version) if latest is not None else None
    now = asked_in_original()
    if then is None or now is None:
        return Proof(0, 0, 0, 0, ())
    wrong: list[str] = []
    counted = blocks = left_out = 0
    all_held: dict[str, dict[int, StanceBlock]] = defaultdict(dict)
    for block in StanceBlock.objects.all():
        all_held[block.guideline][block.stream] = block
    all_recounted = _recount(now)
    for guideline in then.guidelines:
        held = all_held[guideline]
        if guideline not in now.guidelines or now.meant_in(guideline) > then.meant_in(guideline):
            left_out += len(held)
            continue
        recounted = all_recounted[guideline]
        wrong += _differing_blocks(guideline, held, recounted)
        blocks += len(held)
        counted += sum(each.people for each in recounted.values())
    made = cells(then)
    wrong += _differing_cells(made)
    return Proof(counted, blocks, len(made), left_out, tuple(wrong))


def cells(asked: Asked) -> list[StanceFigure]:
    """Every cell: sums of the blocks of a guideline or of a principle, by department and for all of us."""
    blocks: dict[str, dict[int, tuple[Counts, date]]] = defaultdict(dict)
    for block in StanceBlock.objects.all():
        blocks[block.guideline][block.stream] = (_counts(block), block.renewed_on)
    points = {key: [key] for key in asked.guidelines} | asked.under()
    return [cell for point, guidelines in points.items() for cell in _cells(point, guidelines, blocks)]


def _cells(
    point: str, guidelines: list[str], blocks: dict[str, dict[int, tuple[Counts, date]]]
) -> Iterator[StanceFigure]:
    parts: dict[int, list[tuple[Counts, date]]] = defaultdict(list)
    for guideline in guidelines:
        for stream, block in blocks.get(guideline, {}).items():
            parts[ORGANISATION].append(block)
            if stream != ELSEWHERE:
                parts[stream].append(block)
    for department, found in parts.items():
        counts = total(each for each, _day in found)
        yield StanceFigure(
            point=point,
            department=department,
            agree=counts.agree,
            unsure=counts.unsure,
            disagree=counts.disagree,
            renewed_on=max(day for _counts_, day in found),
        )


def _recount(now: Asked) -> dict[str, dict[int, Counts]]:
    """By guideline and stream, in one pass: what the rows that say that a block counts them come to."""
    columns = ("guideline", "version", "counted_in", "counted_as")
    rows = Stance.objects.exclude(counted_in=None).values_list(*columns).annotate(people=Count("pk"))
    found: dict[str, dict[int, Counts]] = defaultdict(dict)
    for guideline, version, stream, stance, people in rows.order_by():
        if version >= now.meant_in(guideline):
            before = found[guideline].get(stream, Counts())
            found[guideline][stream] = before + Counts(**{stance: people})
    return found


def _differing_blocks(
    guideline: str, held: dict[int, StanceBlock], recounted: dict[int, Counts]
) -> Iterator[str]:
    for stream in sorted(held.keys() | recounted.keys()):
        kept = _counts(held[stream]) if stream in held else Counts()
        if kept != recounted.get(stream, Counts()):
            yield f"{guideline}, stream {stream}: the block is not what its rows say"
        elif kept.people < FEWEST:
            yield f"{guideline}, stream {stream}: fewer than {FEWEST} people"


def _differing_cells(made: list[StanceFigure]) -> Iterator[str]:
    recounted = {(cell.point, cell.department): _counts(cell) for cell in made}
    held = {(cell.point, cell.department): _counts(cell) for cell in StanceFigure.objects.all()}
    for point, department in sorted(held.keys() | recounted.keys()):
        if held.get((point, department)) != recounted.get((point, department)):
            yield f"{point}, department {department}: the cell is not the sum of its blocks"


def _counts(row: StanceBlock | StanceFigure) -> Counts:
    return Counts(row.agree, row.unsure, row.disagree)
