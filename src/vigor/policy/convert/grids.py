"""Tables of a PDF, found by the lines that are drawn around their cells: which words stand in which cell.

A PDF has no tables, only words and strokes at places. Where strokes make a grid, the words between them are cells. Runs
in the process that `worker` is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from vigor.policy.convert.pdf import Line

THIN = 3.0  # points: what is thinner is a stroke
NEAR = 3.0  # strokes that are as near meet
SHORTEST = 8.0
MOST = 1500  # strokes of a page; with more it is a drawing


class Stroke(NamedTuple):
    """A stroke, or the edge of a box: its place on the page, upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def upright(self) -> bool:
        return self.top - self.bottom > self.right - self.left


class Grid(NamedTuple):
    """Where a table's columns and rows are parted: from the left, and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]


def strokes(page: Any) -> list[Stroke]:
    """What is drawn on a page (of pypdfium2), as strokes; none where it is a drawing."""
    from pypdfium2 import raw

    found: list[Stroke] = []
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        found += _edges(Stroke(*each.get_bounds()))
        if len(found) > MOST:
            return []
    return found


def _edges(box: Stroke) -> list[Stroke]:
    wide, high = box.right - box.left, box.top - box.bottom
    if min(wide, high) <= THIN:
        return [box] if max(wide, high) >= SHORTEST else []
    if min(wide, high) < SHORTEST:
        return []
    return [
        Stroke(box.left, box.bottom, box.left, box.top),
        Stroke(box.right, box.bottom, box.right, box.top),
        Stroke(box.left, box.top, box.right, box.top),
        Stroke(box.left, box.bottom, box.right, box.bottom),
    ]


def grids(drawn: Sequence[Stroke]) -> list[Grid]:
    """The grids that strokes make: at least two columns and two rows each."""
    found = []
    for group in _meeting(drawn):
        columns = _places([(each.left + each.right) / 2 for each in group if each.upright])
        rows = _places([(each.top + each.bottom) / 2 for each in group if not each.upright])
        if len(columns) > 2 and len(rows) > 2:
            found.append(Grid(tuple(columns), tuple(reversed(rows))))
    return found


def _meeting(drawn: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes in groups of those that meet."""
    groups: list[tuple[Stroke, list[Stroke]]] = []
    for each in drawn:
        around, together = each, [each]
        apart = []
        for bounds, group in groups:
            if _meet(bounds, around) and any(_meet(one, other) for one in group for other in together):
                around = _around(bounds, around)
                together = group + together
            else:
                apart.append((bounds, group))
        groups = [*apart, (around, together)]
    return [group for _, group in groups]


def _meet(one: Stroke, other: Stroke) -> bool:
    return (
        one.left - NEAR <= other.right
        and other.left - NEAR <= one.right
        and one.bottom - NEAR <= other.top
        and other.bottom - NEAR <= one.top
    )


def _around(one: Stroke, other: Stroke) -> Stroke:
    return Stroke(
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
    )


def _places(found: list[float]) -> list[float]:
    """Places in order, those that hardly differ as one."""
    kept: list[float] = []
    for place in sorted(found):
        if not kept or place - kept[-1] > NEAR * 2:
            kept.append(place)
    return kept


def between(drawn: Sequence[Stroke], left: float, right: float, level: float) -> bool:
    """Whether an upright stroke parts two places that are on one level."""
    return any(
        each.upright
        and left - 1 <= each.left
        and each.right <= right + 1
        and each.bottom <= level <= each.top
        for each in drawn
    )


def with_tables(
    lines: list[Line], found: Sequence[Grid], joined: Callable[[list[Line]], list[Line]]
) -> tuple[list[Line], list[Line]]:
    """The lines that stand in no table, and each table as a line that has cells, with lines as `joined` makes them."""
    tables: list[Line] = []
    for grid in found:
        inside = [line for line in lines if _column(grid, line) is not None and _row(grid, line) is not None]
        cells: list[list[list[Line]]] = [[[] for _ in grid.columns[1:]] for _ in grid.rows[1:]]
        for line in inside:
            cells[_row(grid, line) or 0][_column(grid, line) or 0].append(line)
        cells = [[joined(cell) for cell in row] for row in cells]
        filled = [row for row in cells if any(row)]
        if len(filled) < 2 or sum(any(row[at] for row in filled) for at in range(len(grid.columns) - 1)) < 2:
            continue
        within = {id(line) for line in inside}
        lines = [line for line in lines if id(line) not in within]
        tables.append(_table(grid, inside, filled))
    return lines, tables


def _table(grid: Grid, inside: list[Line], cells: list[list[list[Line]]]) -> Line:
    return replace(
        inside[0],
        text=" ".join(line.text for line in inside),
        left=grid.columns[0],
        right=grid.columns[-1],
        top=grid.rows[0],
        bottom=grid.rows[-1],
        size=median(line.size for line in inside),
        bold=False,
        cells=tuple(tuple(tuple(cell) for cell in row) for row in cells),
    )


def _column(grid: Grid, line: Line) -> int | None:
    """The column that a line begins in."""
    return _slot([-place for place in grid.columns], -(line.left + NEAR))


def _row(grid: Grid, line: Line) -> int | None:
    return _slot(list(grid.rows), (line.top + line.bottom) / 2)


def _slot(falling: list[float], place: float) -> int | None:
    """Between which two of some falling figures one lies."""
    if not falling[0] >= place >= falling[-1]:
        return None
    return min(sum(place < each for each in falling) - 1, len(falling) - 2) if place < falling[0] else 0
