"""Rows parted by commas, semicolons, tabs or anything else."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from vigor_portal.voices.transfer.formulas import as_written
from vigor_portal.voices.transfer.sheets import LONGEST_CELL, Fault, Row, Sheet

DELIMITERS = (",", ";", "\t", "|")
# A cell over more lines than this is a quotation mark that never closes.
MOST_LINES = 100
LOOKED_AT = 60
_SEP = re.compile(r'^"?sep=(.)"?$')
_ADDRESS = re.compile(r"https?://|^@\w|^www\.", re.IGNORECASE)


def read_csv(text: str, encoding: str, delimiter: str, headings: bool | None) -> Sheet:
    """The rows of the text; what can't be read becomes a fault, and the rows after it are read all the same."""
    lines = text.rstrip("\n").split("\n")
    start = 0
    while start < len(lines) and (not lines[start].strip() or lines[start].startswith("# ")):
        start += 1
    if start < len(lines) and (said := _SEP.match(lines[start].strip())):
        delimiter, start = delimiter or said[1], start + 1
    delimiter = delimiter or _guessed(lines[start : start + LOOKED_AT])
    found = list(_records(lines, start, delimiter))
    rows = [row for row in found if isinstance(row, Row)]
    faults = [fault for fault in found if isinstance(fault, Fault)]
    if headings is None:
        headings = not (rows and any(_ADDRESS.search(cell) for cell in rows[0].cells))
    names = _names(
        rows.pop(0).cells if headings and rows else (),
        max((len(row.cells) for row in rows), default=0),
        headings,
    )
    fitted = []
    for row in rows:
        spare = row.cells[len(names) :]
        if any(cell.strip() for cell in spare):
            faults.append(Fault(row.line, "wide", row.cells))
        else:
            cells = row.cells[: len(names)]
            fitted.append(Row(row.line, cells + ("",) * (len(names) - len(cells))))
    faults.sort(key=lambda fault: fault.line)
    return Sheet("csv", encoding, delimiter, names, tuple(fitted), tuple(faults))


class _Lines:
    """The lines from one on, as far as a single row may go on: nobody reads a whole file as one cell."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self.lines = lines
        self.done = start  # the lines before this one are done with

    def __iter__(self) -> Iterator[str]:
        for place in range(self.done, len(self.lines)):
            if place - self.done > MOST_LINES:
                return
            yield f"{self.lines[place]}\n"


def _records(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row | Fault]:
    """Every row that says something. A quotation that never closes costs its own line, not those below."""
    while start < len(lines):
        feed = _Lines(lines, start)
        reader = csv.reader(iter(feed), delimiter=delimiter)
        try:
            for cells in reader:
                end = start + reader.line_num
                whole = end - feed.done == 1 or _closes(lines[feed.done : end], delimiter)
                if not whole or any(len(cell) > LONGEST_CELL for cell in cells):
                    break
                if any(cell.strip() for cell in cells):
                    yield Row(feed.done + 1, tuple(map(as_written, cells)))
                feed.done = end
        except csv.Error:
            pass
        if feed.done < len(lines):
            yield Fault(feed.done + 1, "quote", (lines[feed.done][:LONGEST_CELL],))
        start = feed.done + 1


def _closes(lines: Sequence[str], delimiter: str) -> bool:
    """Is a row over several lines a whole one?"""
    if len(lines) > MOST_LINES:
        return False
    try:
        list(csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" not in str(error)
    return True


def _names(first: Sequence[str], width: int, headings: bool) -> tuple[str, ...]:
    """A name for each column, none of them twice."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for number in range(len(first) if headings else width):
        name = (first[number].strip() if headings else "")[:80] or str(number + 1)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def _guessed(lines: Sequence[str]) -> str:
    """The sign that parts the first rows into most columns, as equally as can be."""

    def even(sign: str) -> tuple[float, int]:
        widths = [
            len(cells)
            for cells in csv.reader([f"{line}\n" for line in lines if line.strip()], delimiter=sign)
        ]
        if not widths or widths[0] < 2:
            return (0.0, 0)
        return (sum(width == widths[0] for width in widths) / len(widths) * min(widths[0], 4), widths[0])

    try:
        return max(DELIMITERS, key=even)
    except csv.Error:
        return ","
