"""A table's cells as Markdown: a table where they are short, blocks where the table only laid out the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vigor.policy.convert.marks import BREAK, PASSED

LONGEST_CELL = 600


@dataclass
class Table:
    rows: list[list[str]] = field(default_factory=list)
    head: bool = False

    def row(self) -> None:
        self.rows.append([])

    def cell(self, text: str, *, head: bool) -> None:
        if not self.rows:
            self.row()
        if head and len(self.rows) == 1:
            self.head = True
        self.rows[-1].append(text.strip(f" {BREAK}"))

    def markdown(self, prefix: str) -> str:
        """The table, with `prefix` at the start of each line but the first."""
        rows = [row for row in self.rows if any(cell.strip(f" {PASSED}") for cell in row)]
        width = max(map(len, rows), default=0)
        if not width:
            return ""
        if width == 1 or self._lays_out(rows):
            # One after the other, row by row: the order in which they are read.
            pieces = [cell.replace(BREAK, BREAK + prefix) for row in rows for cell in row if cell.strip()]
            return f"{BREAK}{prefix}{BREAK}{prefix}".join(pieces)
        lines = [_line(row, width) for row in rows]
        rule = "| " + " | ".join(["---"] * width) + " |"
        lines = (
            [lines[0], rule, *lines[1:]] if self.head or len(rows) > 1 else [_line([], width), rule, *lines]
        )
        return f"{BREAK}{prefix}".join(lines)

    def _lays_out(self, rows: list[list[str]]) -> bool:
        cells = [cell for row in rows for cell in row]
        blocks = sum(bool(re.search(f"{BREAK}[ ]*(?:[-#>]|\\d+\\.)", cell)) for cell in cells)
        return blocks > 0 or any(len(cell) > LONGEST_CELL for cell in cells)


def _line(row: list[str], width: int) -> str:
    cells = [re.sub(rf"[\s{BREAK}{PASSED}]+", " ", cell).strip().replace("|", "\\|") for cell in row]
    return (
        "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |" + PASSED * "".join(row).count(PASSED)
    )
