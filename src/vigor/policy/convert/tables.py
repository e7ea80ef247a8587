"""A table's cells as Markdown: a table where they are short, blocks where the table only laid out the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vigor.policy.convert.marks import BREAK, PASSED
from vigor.policy.convert.words import DO, DONT

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
            pieces = [cell.replace(BREAK, BREAK + prefix) for cell in _in_order(rows) if cell.strip()]
            return f"{BREAK}{prefix}{BREAK}{prefix}".join(pieces)
        lines = [_line(row, width) for row in rows]
        rule = "| " + " | ".join(["---"] * width) + " |"
        lines = (
            [lines[0], rule, *lines[1:]] if self.head or len(rows) > 1 else [_line([], width), rule, *lines]
        )
        return f"{BREAK}{prefix}".join(lines)

    def _lays_out(self, rows: list[list[str]]) -> bool:
        cells = [cell for row in rows for cell in row]
        blocks = sum(bool(re.search(f"{BREAK}[ ]*(?:[-#>]|\\d+\\.)|^{PASSED}*- ", cell)) for cell in cells)
        return blocks > 0 or any(len(cell) > LONGEST_CELL for cell in cells)


def _in_order(rows: list[list[str]]) -> list[str]:
    """The cells in the order in which they are read: columns under heads that say "do" and "don't", else row by row."""
    heads = [re.sub(rf"[*{PASSED}{BREAK}]", "", cell).strip() for cell in rows[0]]
    told = [bool(DO.fullmatch(head) or DONT.fullmatch(head)) for head in heads]
    if len(heads) < 2 or not all(told):
        return _row_by_row(rows, heads, told)
    found: list[str] = []
    for column, head in enumerate(heads):
        cells = [row[column] for row in rows[1:] if column < len(row)]
        found += [f"**{head}**", *map(_listed, cells)]
    return found


def _row_by_row(rows: list[list[str]], heads: list[str], told: list[bool]) -> list[str]:
    """The cells as they stand; in a column that is headed as do or don't, each with its head, as points."""
    if not any(told):
        return [cell for row in rows for cell in row]
    found = [cell for cell, lead in zip(rows[0], told, strict=False) if not lead]
    for row in rows[1:]:
        for cell, head, lead in zip(row, heads, told, strict=False):
            found += [f"**{head}**", _listed(cell)] if lead and cell else [cell]
    return found


def _listed(cell: str) -> str:
    """A cell as a list, so that each point in it is one of its own."""
    return cell if re.match(rf"[{BREAK} ]*(?:-|\d+\.) ", cell) else f"- {cell}"


def _line(row: list[str], width: int) -> str:
    cells = [re.sub(rf"[\s{BREAK}{PASSED}]+", " ", cell).strip().replace("|", "\\|") for cell in row]
    return (
        "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |" + PASSED * "".join(row).count(PASSED)
    )
