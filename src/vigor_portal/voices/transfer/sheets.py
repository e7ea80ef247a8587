"""What a file is once it is read: rows of text under headings, whatever format they came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

LARGEST_FILE = 40_000_000  # bytes
MOST_ROWS = 100_000
MOST_COLUMNS = 80
LONGEST_CELL = 20_000  # characters; an address is refused at 2,000, a text on a card at 3,000
DEEPEST = 6  # levels of lists and mappings within a row


class Unreadable(Exception):
    """Nothing can be read from the file. `kind` says why (`words.UNREADABLE`), `line` where, 0 if nowhere."""

    def __init__(self, kind: str, line: int = 0) -> None:
        super().__init__(kind, line)
        self.kind = kind
        self.line = line


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file where it begins (from 1), and a cell for each heading."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that couldn't be read: `kind` says why (`words.REMARKS`), `cells` hold what stood there."""

    line: int
    kind: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file, read. `format` is csv, json or yaml; `delimiter` parts the columns of a csv, else it is empty."""

    format: str
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()


def laid_out(records: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """Headings and rows of records that each name their own fields; the headings in the order they are first met.

    Raises Unreadable.
    """
    headings: dict[str, None] = {}
    for line, record in records:
        headings.update(dict.fromkeys(record))
        if len(headings) > MOST_COLUMNS:
            raise Unreadable("columns", line)
    return tuple(headings), tuple(
        Row(line, tuple(record.get(name, "") for name in headings)) for line, record in records
    )


def flattened(value: object, line: int) -> Iterator[dict[str, str]]:
    """A record's fields by their paths ("social.twitter"): several records where it holds a list of mappings.

    A list of texts is one cell, a line each (`listed` reads it). Raises Unreadable.
    """
    if not isinstance(value, dict):
        raise Unreadable("not-records", line)
    lists = [(key, item) for key, item in value.items() if _holds_records(item)]
    plain = {key: item for key, item in value.items() if not _holds_records(item)}
    shared = dict(_paths(plain, "", line, 1))
    if not lists:
        yield shared
    for key, items in lists:
        for item in items:
            yield {**shared, **dict(_paths(item, f"{key}.", line, 2))}


def storable(text: str) -> str:
    """The text without what no database keeps: zeroes, and halves of characters that an escape can write."""
    if "\0" in text:
        text = text.replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()


def _holds_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _paths(value: Mapping[str, object], before: str, line: int, depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        raise Unreadable("deep", line)
    for key, item in value.items():
        if isinstance(item, dict):
            yield from _paths(item, f"{before}{key}.", line, depth + 1)
        elif isinstance(item, list):
            if any(isinstance(each, dict | list) for each in item):
                raise Unreadable("deep", line)
            yield storable(f"{before}{key}"), joined([storable(str(each)) for each in item])
        else:
            yield storable(f"{before}{key}"), storable(str(item))


def joined(items: Sequence[str]) -> str:
    """A list as one cell, so that `listed` gives the same items back."""
    clean = [" ".join(item.split()) for item in items]
    clean = [item for item in clean if item]
    if any(sign in item for item in clean for sign in ";,"):
        return "".join(f"{item}\n" for item in clean)
    return "; ".join(clean)


def listed(cell: str) -> tuple[str, ...]:
    """The items of a cell: a line each, else parted by semicolons or commas; each once."""
    parts = cell.split("\n") if "\n" in cell else cell.replace(";", ",").split(",")
    return tuple(dict.fromkeys(filter(None, (" ".join(part.split()) for part in parts))))
