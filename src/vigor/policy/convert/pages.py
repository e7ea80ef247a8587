"""Lines of print to Markdown: paragraphs, headings by the size of their letters, lists by their marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from vigor.policy.convert.marks import BREAK
from vigor.policy.convert.plain import BULLET, LETTERED, NUMBERED, escaped, hyphened, starting
from vigor.policy.convert.tables import Table

if TYPE_CHECKING:
    from vigor.policy.convert.pdf import Line

PARTED = re.compile(r"(\w+)[-\u00ad\u2010]$")
ENDED = re.compile(r"[.!?:;…][\"”’')\]]*$")
LONGEST_HEADING = 180
LONGEST_BOLD = 90

Paragraph = list["Line"]


def laid_out(lines: list[Line]) -> tuple[str, list[tuple[str, str]]]:
    """The Markdown, and notes as (code, quote)."""
    body = _body(lines)
    paragraphs = _paragraphs(lines, _leading(lines))
    headings = {id(paragraph) for paragraph in paragraphs if _is_heading(paragraph, body)}
    sizes = sorted({paragraph[0].size for paragraph in paragraphs if id(paragraph) in headings}, reverse=True)
    known = Counter(word.lower() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
    notes: list[tuple[str, str]] = []
    rows: list[str] = []
    marks: list[float] = []
    for paragraph in paragraphs:
        if paragraph[0].cells:
            marks = []
            rows += ["", *_table(paragraph[0], known, notes), ""]
            continue
        text = escaped(_joined(paragraph, known, notes))
        if id(paragraph) in headings:
            marks = []
            rows += ["", f"{'#' * min(sizes.index(paragraph[0].size) + 1, 6)} {text}", ""]
        else:
            rows += _item(text, paragraph[0], marks) or _plain(text, paragraph[0], marks)
    return "\n".join(rows), notes


def _body(lines: list[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leading(lines: list[Line]) -> float:
    """The usual distance from one line to the next."""
    gaps = [one.bottom - other.top for one, other in pairwise(lines) if not other.fresh]
    return median(gap for gap in gaps if gap < 40) if any(gap < 40 for gap in gaps) else 0.0


def _paragraphs(lines: Iterable[Line], leading: float) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if found and _goes_on(found[-1], line, leading):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(paragraph: Paragraph, line: Line, leading: float) -> bool:
    last = paragraph[-1]
    if line.cells or last.cells:
        return False
    # Words of another kind, a link or code, may make a line of its own, in the midst of a sentence.
    amidst = line.text[:1].islower() and not ENDED.search(last.text) and last.bottom - line.top <= leading + 2
    if (not amidst and abs(last.size - line.size) > 0.6) or (
        last.bold != line.bold and (last.bold or not line.text[:1].islower())
    ):
        return False
    if BULLET.match(line.text) or NUMBERED.match(line.text) or LETTERED.match(line.text):
        return False
    if line.fresh or line.page != last.page:
        return not ENDED.search(last.text) and line.text[:1].islower()
    # Beside each other, or back to the left of where a cell stood: a table's cells, each for itself.
    if (line.left > last.right and line.top > last.bottom + 1) or last.left - line.left > 60:
        return False
    if last.bottom - line.top > leading + 0.4 * line.size:
        return False
    # A line that ends early, with a sentence, ends its paragraph.
    short = last.right < last.edge - 0.2 * (last.edge - last.left)
    return not (
        short and ENDED.search(last.text) and line.text[:1].isupper() and line.left <= paragraph[0].left
    )


def _is_heading(paragraph: Paragraph, body: float) -> bool:
    text = " ".join(line.text for line in paragraph)
    if not re.search(r"[^\W\d]", text) or BULLET.match(text) or paragraph[0].cells:
        return False
    if paragraph[0].size >= body + 0.9:
        return len(text) <= LONGEST_HEADING
    bold = all(line.bold for line in paragraph) and paragraph[0].size >= body - 0.6
    return bold and len(text) <= LONGEST_BOLD and not text.endswith((".", ",", ";", ":"))


def _table(line: Line, known: Counter[str], notes: list[tuple[str, str]]) -> list[str]:
    """The rows of a table. A cell that holds a list keeps it, and the table gives way to what stands in it."""
    table = Table()
    for row in line.cells:
        table.row()
        for cell in row:
            pieces: list[Paragraph] = []
            for each in cell:
                if not pieces or BULLET.match(each.text):
                    pieces.append([])
                pieces[-1].append(each)
            table.cell(BREAK.join(_piece(piece, known, notes) for piece in pieces), head=False)
    return table.markdown("").split(BREAK)


def _piece(piece: Paragraph, known: Counter[str], notes: list[tuple[str, str]]) -> str:
    text = _joined(piece, known, notes)
    match = BULLET.match(text)
    return f"- {escaped(text[match.end() :])}" if match else escaped(text)


def _joined(paragraph: Paragraph, known: Counter[str], notes: list[tuple[str, str]]) -> str:
    text = paragraph[0].text
    for line in paragraph[1:]:
        parted = PARTED.search(text)
        if not parted or not line.text[:1].islower():
            text = f"{text} {line.text}"
            continue
        rest = re.match(r"\w+", line.text)
        whole = f"{parted[1]}{rest[0] if rest else ''}"
        if text.endswith("\u00ad") or not hyphened(parted[1], rest[0] if rest else "", known):
            text = text[:-1] + line.text
            if not known[whole.lower()]:
                notes.append(("hyphen", whole))
        else:
            text += line.text
    return text.replace("\u00ad", "")


def _item(text: str, first: Line, marks: list[float]) -> list[str]:
    """The rows of a list item; none for what is no item. `marks`: where open lists have their bullets."""
    match = BULLET.match(first.text) or NUMBERED.match(first.text) or LETTERED.match(first.text)
    if not match:
        return []
    while marks and first.left < marks[-1] - 4:
        marks.pop()
    opens = not marks
    if opens or first.left > marks[-1] + 4:
        marks.append(first.left)
    mark = f"{match[2]}{match[3]}" if match.re is NUMBERED else "-"
    words = text[len(escaped(match.group())) :] if match.re is not LETTERED else text
    return [*([""] if opens else []), f"{'   ' * (len(marks) - 1)}{mark} {words}"]


def _plain(text: str, first: Line, marks: list[float]) -> list[str]:
    if marks and first.left > marks[-1] + 4 and not first.fresh:
        return ["", f"{'   ' * len(marks)}{starting(text)}", ""]
    marks.clear()
    return ["", starting(text), ""]
