"""What stands in the margins of printed pages: page numbers, headers, footers; told by recurring, or by small print."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vigor.policy.convert.pdf import Line

PAGE_NUMBER = re.compile(
    r"\W*(?:(?:sida|sid|page|s|p)\b\.?)?\s*\d{1,4}\W*(?:(?:\W|av|of|/)\s*\d{1,4}\W*)?", re.I
)
SMALL = 0.85  # of the usual print
EDGE = 3  # lines at the top and at the bottom of a page that may be its header and footer


def without_recurring(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without page numbers, headers and footers; and those, once each."""
    count = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = {key for key, number in count.items() if number > 1 and number * 2 >= len(pages)}
    aside: dict[str, str] = {}
    kept: list[list[Line]] = []
    usual = _usual(pages)
    for page in pages:
        # Of several pages, what recurs tells.
        page, small = _without_small_print(page, usual) if len(pages) == 1 else (page, [])
        aside |= {_key(line): line.text for line in small if not PAGE_NUMBER.fullmatch(line.text)}
        edges = {id(line) for line in _edges(page)}
        rest = []
        for line in page:
            if id(line) in edges and PAGE_NUMBER.fullmatch(line.text) and line in (page[0], page[-1]):
                continue
            if id(line) in edges and _key(line) in often:
                aside.setdefault(_key(line), line.text)
                continue
            rest.append(line)
        kept.append(rest)
    return kept, list(aside.values())


def _usual(pages: list[list[Line]]) -> float:
    """The size of most of the print."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_small(line: Line, usual: float) -> bool:
    return line.size <= SMALL * usual and not line.bold


def _without_small_print(page: list[Line], usual: float) -> tuple[list[Line], list[Line]]:
    """The page without a header or footer in smaller print, which a single page can't tell by its recurring; and that."""
    top = 0
    while top < min(EDGE, len(page)) and _is_small(page[top], usual):
        top += 1
    if not 0 < top < len(page) or page[top - 1].bottom - page[top].top < usual:
        top = 0
    end = len(page)
    while end > max(top, len(page) - EDGE) and _is_small(page[end - 1], usual):
        end -= 1
    if not top < end < len(page) or page[end - 1].bottom - page[end].top < usual:
        end = len(page)
    return page[top:end], [*page[:top], *page[end:]]


def _edges(page: list[Line]) -> list[Line]:
    return [*page[:EDGE], *page[max(EDGE, len(page) - EDGE) :]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower()) + f"@{round(line.top / 20)}"
