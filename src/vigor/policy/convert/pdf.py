"""The lines of a PDF in the order in which they are read: columns one by one, what recurs on every page set aside.

Runs in the process that `worker` is; nothing else imports pypdfium2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from vigor.policy.convert.grids import Stroke, between, grids, strokes, with_tables
from vigor.policy.convert.margins import without_recurring

MOST_PAGES = 400
STRETCH = 6  # heights of its letters: a blank in a line, and no wider one


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print. Coordinates are the page's, upwards; `size` is the height of its letters."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    page: int
    fresh: bool = False  # it opens a page or a column
    edge: float = 0.0  # where the column it stands in ends
    cells: tuple[
        tuple[tuple[Line, ...], ...], ...
    ] = ()  # of a table: its rows, their cells, the lines in them


def lines_of(data: bytes) -> dict[str, Any]:
    """`{"markdown", "aside", "notes"}`, or `{"error"}`."""
    import pypdfium2

    from vigor.policy.convert.pages import laid_out

    document = pypdfium2.PdfDocument(data)
    if len(document) > MOST_PAGES:
        return {"error": "too-many-pages", "limit": MOST_PAGES}
    pages = [_page(document[number], number + 1) for number in range(len(document))]
    if not any(pages):
        return {"error": "scanned" if pages else "broken"}
    pages, aside = without_recurring(pages)
    notes: list[tuple[str, str]] = [("repeated", text) for text in aside]
    ordered: list[Line] = []
    for page in pages:
        found, columns = in_order(page)
        if columns and found:
            notes.append(("columns", found[0].text[:80]))
        ordered += found
    markdown, more = laid_out(ordered)
    return {"markdown": markdown, "aside": "\n\n".join(aside), "notes": [*notes, *more]}


@dataclass(frozen=True, slots=True)
class _Letter:
    unit: int
    index: int
    left: float
    right: float
    top: float
    bottom: float


def _page(page: Any, number: int) -> list[Line]:
    """The lines of a page from the top, its tables among them."""
    drawn = strokes(page)
    found = grids(drawn)
    loose, tables = with_tables(list(_lines(page, number, drawn if found else ())), found, rows)
    return sorted([*rows(loose), *tables], key=lambda line: (-line.top, line.left)) if tables else rows(loose)


def _lines(page: Any, number: int, drawn: Sequence[Stroke] = ()) -> Iterator[Line]:
    """The lines of a page as they were drawn, cut where there is a wide gap or a stroke between."""
    held: list[_Letter] = []
    text = page.get_textpage()
    for letter in _letters(text):
        last = next((each for each in reversed(held) if not chr(each.unit).isspace()), None)
        wide = (
            not chr(letter.unit).isspace()
            and last is not None
            and (
                letter.left - last.right > (last.top - last.bottom)
                or between(drawn, last.right, letter.left, (letter.top + letter.bottom) / 2)
            )
        )
        if chr(letter.unit) in "\r\n" or wide:
            yield from _line(held, text, number)
            held = []
        if chr(letter.unit) not in "\r\n":
            held.append(letter)
    yield from _line(held, text, number)


def _letters(text: Any) -> Iterator[_Letter]:
    import ctypes

    from pypdfium2 import raw

    box = raw.FS_RECTF()
    for index in range(text.count_chars()):
        unit = raw.FPDFText_GetUnicode(text.raw, index)
        raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box))
        yield _Letter(unit, index, box.left, box.right, box.top, box.bottom)


def _line(letters: list[_Letter], page: Any, number: int) -> Iterator[Line]:
    from pypdfium2 import raw

    seen = [letter for letter in letters if not chr(letter.unit).isspace() and letter.top > letter.bottom]
    units = b"".join(letter.unit.to_bytes(4, "little")[:2] for letter in letters if letter.unit < 0x10000)
    words = units.decode("utf-16-le", "replace") if all(each.unit < 0x10000 for each in letters) else ""
    words = words or "".join(map(_character, letters))
    # What PDFium puts for a hyphen that ends a line, whoever put it there.
    words = " ".join(re.sub("[\x02\ufffe]", "-", words).replace("\x00", "").split())
    if not seen or not words:
        return
    size = round(median(letter.top - letter.bottom for letter in seen) * 2) / 2
    sample = seen[:: max(1, len(seen) // 8)]
    bold = sum(raw.FPDFText_GetFontWeight(page.raw, letter.index) >= 600 for letter in sample) * 2 > len(
        sample
    )
    yield Line(
        words,
        min(letter.left for letter in seen),
        max(letter.right for letter in seen),
        max(letter.top for letter in seen),
        min(letter.bottom for letter in seen),
        size,
        bold,
        number,
    )


def _character(letter: _Letter) -> str:
    return chr(letter.unit) if letter.unit < 0x110000 and not 0xD800 <= letter.unit < 0xE000 else ""


def rows(lines: list[Line]) -> list[Line]:
    """Lines from the top; a bullet or a number joined with the words that stand beside it."""
    lines = sorted(lines, key=lambda line: (-line.top, line.left))
    found: list[Line] = []
    for line in lines:
        mate = next(
            (
                place
                for place in range(len(found) - 1, max(-1, len(found) - 8), -1)
                if _beside(found[place], line)
            ),
            None,
        )
        if mate is None:
            found.append(line)
            continue
        one, other = sorted((found[mate], line), key=lambda each: each.left)
        found[mate] = replace(
            one,
            text=f"{one.text} {other.text}",
            right=max(one.right, other.right),
            bold=other.bold,
            size=other.size,
        )
    return found


def _beside(one: Line, other: Line) -> bool:
    """Whether two lines are parts of one: on a level, and the left of them only a mark, or hardly a gap between."""
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    if overlap < 0.5 * min(one.top - one.bottom, other.top - other.bottom):
        return False
    left, right = sorted((one, other), key=lambda each: each.left)
    gap = right.left - left.right
    mark = re.fullmatch(r"[^\w\s]{1,2}|o|\(?\w{1,3}[.)]|\d+(?:\.\d+)*\.?", left.text)
    return gap < 60 if mark else gap < 0.6 * right.size


def in_order(lines: list[Line], depth: int = 0) -> tuple[list[Line], bool]:
    """The lines as they are read, and whether there were columns."""
    gutter = _gutter(lines) if depth < 3 else None
    if gutter is None:
        edge = max((line.right for line in lines), default=0)
        lines = _stretched(lines)
        return [replace(line, fresh=place == 0, edge=edge) for place, line in enumerate(lines)], False
    found: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.right <= gutter:
            left.append(line)
        elif line is not None and line.left >= gutter:
            right.append(line)
        else:
            found += in_order(left, depth + 1)[0] + in_order(right, depth + 1)[0]
            left, right = [], []
            if line is not None:
                found.append(replace(line, edge=line.right))
    return found, True


def _stretched(lines: list[Line]) -> list[Line]:
    """Lines of one column with those joined that only wide blanks part, as where print is stretched to the edge."""
    begins = Counter(round(line.left / 2) for line in lines)
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and not (last.cells or line.cells)
            and last.size == line.size
            and abs(last.bottom - line.bottom) < 0.2 * line.size
            and 0 < line.left - last.right < STRETCH * line.size
            and begins[round(line.left / 2)] == 1  # what stands below each other is a column
        ):
            found[-1] = replace(last, text=f"{last.text} {line.text}", right=line.right)
        else:
            found.append(line)
    return found


def _gutter(lines: list[Line]) -> float | None:
    """Where a blank strip runs down the page with text on both sides; None for a page of one column."""
    if len(lines) < 8:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(25, 76):
        at = start + (end - start) * step / 100
        crossing = sum(line.left < at < line.right for line in lines)
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        if (
            crossing * 3 > len(lines)
            or min(len(left), len(right)) < 4
            or not _both_wide(left, right, end - start)
        ):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, at)
    return best[1] if best else None


def _both_wide(left: list[Line], right: list[Line], width: float) -> bool:
    """Columns are full of words; a table of contents and short items aren't. Both run along the same stretch."""
    for side in (left, right):
        if median(line.right - line.left for line in side) < width * 0.22:
            return False
    overlap = min(left[0].top, right[0].top) - max(left[-1].bottom, right[-1].bottom)
    return overlap > 0.3 * (max(left[0].top, right[0].top) - min(left[-1].bottom, right[-1].bottom))
