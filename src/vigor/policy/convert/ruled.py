"""Tables whose rows are rules, as guidelines."""

from __future__ import annotations

import re

from vigor.policy.convert.leads import lead_of, led
from vigor.policy.convert.rules import says_what_to_do
from vigor.policy.html import to_plain

ENOUGH = 2 / 3  # of a table's rows that say what to do in the same column


def of_pairs(table: str) -> list[str]:
    """The cells of a table whose columns are what to do and what not to, each as a rule; none of another table."""
    head, rows = _cells(table)
    leads = [lead_of(cell) for cell in head]
    if not all(leads):
        return []
    return [led(row[at], lead) for at, lead in enumerate(leads) for row in rows if at < len(row) and row[at]]


def of_rows(table: str) -> tuple[str, list[str]]:
    """The heads of a table on a line, and its rows, each as a rule; none of a table that says how things are."""
    head, rows = _cells(table)
    column = next((at for at in range(len(head)) if _says(rows, at)), None)
    if column is None or len(rows) < 2:
        return "", []
    return " · ".join(filter(None, head)), [_joined(row, column) for row in rows]


def _says(rows: list[list[str]], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row)]
    return bool(rows) and sum(map(says_what_to_do, cells)) >= ENOUGH * len(rows)


def _joined(row: list[str], column: int) -> str:
    """A row as a rule: what stands before the rule leads into it, what stands after explains it."""
    before = " ".join(f"**{_unmarked(cell)}:**" for cell in row[:column] if cell)
    after = " – ".join(cell for cell in row[column + 1 :] if cell)
    return " ".join(filter(None, (before, row[column]))) + (f" – {after}" if after else "")


def _unmarked(cell: str) -> str:
    return to_plain(cell).rstrip(" .:")


def _cells(table: str) -> tuple[list[str], list[list[str]]]:
    lines = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))] for row in table.split("\n")
    ]
    return (lines[0], lines[2:]) if len(lines) > 1 else ([], [])
