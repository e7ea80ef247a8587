"""Pages whose headings are only large print: made headings, by the sizes and weights that styles give the words.

Google's documents, SharePoint's pages and many an editor mark nothing but looks. Only what stands in the page itself is
read: styles of elements, and rules for one class in `<style>`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from vigor.policy.convert.tagset import VOID, is_heading

LARGER = 1.15  # than the print of the page: what is as large as this is a heading
LONGEST = 90
RULE = re.compile(r"(?:^|[\s,}])(?:p|span|div|li)?\.([\w-]{1,60})\s*\{([^{}]*)\}")
SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*(pt|px|rem|em|%)", re.I)
WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.I)
SHAREPOINT = {"ms-rteFontSize-4": 18.0, "ms-rteFontSize-5": 24.0, "ms-rteFontSize-6": 36.0}
FONT = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
USUAL = 11.0  # points, where a page says nothing
POINTS = {"pt": 1.0, "px": 0.75, "rem": USUAL, "em": USUAL, "%": USUAL / 100}
BLOCKS = frozenset({"p", "div"})
UNSEEN = ("style", "script", "head")
HOLDERS = BLOCKS | frozenset({"li", "ul", "ol", "table", "td", "th", "blockquote", "section", "dl", "pre"})

Style = tuple[float | None, bool | None]


@dataclass
class _Open:
    tag: str
    start: int  # where its tag begins and ends in the source
    end: int
    size: float
    bold: bool
    turned: bool = False  # it makes bold what wasn't
    words: str = ""
    smallest: float = math.inf  # of its print
    whole: bool = True  # no block and no line end within


@dataclass(frozen=True)
class _Line:
    opened: tuple[int, int]
    closed: tuple[int, int]
    words: str
    size: float


def with_headings(source: str) -> str:
    """The page's source with large lines as headings, where it has none of its own, and heavy print as bold."""
    if not re.search(r"font-|ms-rteFontSize|<font\b", source, re.I):
        return source
    reader = _Reader(source)
    reader.feed(source)
    reader.close()
    usual = reader.print.most_common(1)[0][0] if reader.print else USUAL
    lines = [line for line in reader.lines if _heads(line, usual)] if reader.headings < 2 else []
    levels = _levels({line.size for line in lines})
    changes = {
        place: instead
        for line in lines
        for place, instead in (
            (line.opened, f"<h{levels[line.size]}>"),
            (line.closed, f"</h{levels[line.size]}>"),
        )
    }
    # A heading is heavy anyhow; lines never hold each other.
    starts = [line.opened[0] for line in lines]
    for place, instead in reader.heavy:
        before = bisect(starts, place[0])
        if not before or place[0] >= lines[before - 1].closed[0]:
            changes[place] = instead
    out, at = [], 0
    for (start, end), instead in sorted(changes.items()):
        out += [source[at:start], instead, "\n" * (source.count("\n", start, end) - instead.count("\n"))]
        at = end
    return "".join([*out, source[at:]])


def _levels(sizes: set[float]) -> dict[float, int]:
    """The level of each size; sizes that hardly differ are of one."""
    found: dict[float, int] = {}
    level, largest = 0, 0.0
    for size in sorted(sizes, reverse=True):
        if not level or size * LARGER < largest:
            level, largest = min(level + 1, 6), size
        found[size] = level
    return found


def _heads(line: _Line, usual: float) -> bool:
    return (
        line.size >= LARGER * usual
        and len(line.words) <= LONGEST
        and re.search(r"[^\W\d]{2}", line.words) is not None
        and not line.words.endswith((".", ",", ";", "!"))
    )


class _Reader(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]
        styles = re.findall(r"<style\b[^>]*>(.*?)</style", source, re.I | re.S)
        self.classes = {name: _style(said) for rules in styles for name, said in RULE.findall(rules)}
        self.open: list[_Open] = []
        self.holders: list[_Open] = []  # those of them that are blocks
        self.count: Counter[str] = Counter()  # how many of each tag are open
        self.lines: list[_Line] = []
        self.heavy: list[tuple[tuple[int, int], str]] = []
        self.print: Counter[float] = Counter()
        self.headings = 0

    def _here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        holder = self.holders[-1] if self.holders else None
        if holder and holder.tag == "p" and tag in HOLDERS:
            # Nothing that holds words stands in a paragraph: it has ended, though nobody said so.
            self._end("p", (self._here(), self._here()))
            holder = self.holders[-1] if self.holders else None
        if holder and (tag in HOLDERS or (tag == "br" and holder.words)):
            holder.whole = False
        if tag in VOID:
            return
        self.headings += is_heading(tag)
        outer = self.open[-1] if self.open else None
        size, bold = self._looks(tag, {name: value or "" for name, value in attrs})
        start = self._here()
        end = start + len(self.get_starttag_text() or "")
        was = outer.bold if outer else False
        heavy = tag in ("b", "strong", "th") or is_heading(tag)
        size = size or (outer.size if outer else USUAL)
        now = _Open(tag, start, end, size, heavy or (was if bold is None else bold))
        if tag == "span" and now.bold and not was:
            now.turned = True
            self.heavy.append(((start, end), self.source[start:end] + "<b>"))
        self.open.append(now)
        self.count[tag] += 1
        if tag in HOLDERS:
            self.holders.append(now)

    def handle_data(self, data: str) -> None:
        if not data.strip() or not self.holders or any(self.count[tag] for tag in UNSEEN):
            return
        self.print[self.open[-1].size] += len(data.strip())
        holder = self.holders[-1]
        if len(holder.words) <= LONGEST:  # what is longer is no heading
            holder.words += data
            holder.smallest = min(holder.smallest, self.open[-1].size)

    def handle_endtag(self, tag: str) -> None:
        if not self.count[tag]:
            return
        start = self._here()
        self._end(tag, (start, self.source.find(">", start) + 1 or len(self.source)))

    def _end(self, tag: str, close: tuple[int, int]) -> None:
        while True:
            now = self.open.pop()
            self.count[now.tag] -= 1
            if now.tag in HOLDERS:
                self.holders.pop()
            if now.tag == tag:
                break
        if now.turned:
            self.heavy.append((close, "</b>" + self.source[close[0] : close[1]]))
        listed = any(self.count[each] for each in ("li", "td", "th", "table"))
        if tag in BLOCKS and now.whole and now.words.strip() and not listed:
            self.lines.append(_Line((now.start, now.end), close, " ".join(now.words.split()), now.smallest))

    def _looks(self, tag: str, said: dict[str, str]) -> Style:
        size, bold = _style(said.get("style", ""))
        size = size or FONT.get(said.get("size", "").lstrip("+")) if tag == "font" else size
        for name in said.get("class", "").split():
            its_size, its_bold = self.classes.get(name, (SHAREPOINT.get(name), None))
            size, bold = size or its_size, its_bold if bold is None else bold
        return size, bold


def _style(said: str) -> Style:
    size, weight = SIZE.search(said), WEIGHT.search(said)
    heavy = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900") if weight else None
    return (float(size[1]) * POINTS[size[2].lower()] if size else None), heavy
