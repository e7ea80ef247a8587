"""HTML to Markdown, tag by tag: for whole pages, and for HTML that stands in Markdown.

The reader keeps count of lines (see marks.py). It never fails: tags that aren't closed, closed twice or crossed are
what old pages are made of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from vigor.language.words import listed
from vigor.policy.convert.marks import BREAK, PASSED, unmarked
from vigor.policy.convert.tables import Table

Attributes = dict[str, str]

UNSEEN = listed("script style template svg math select object iframe canvas audio video map noscript")
BLOCKS = listed(
    "p div section article main header footer aside figure figcaption address form fieldset details center hgroup body html"
    " dl caption legend"
)
VOID = listed("br img hr input meta link wbr area base col embed source track")
INLINE = {"strong": "**", "b": "**", "em": "*", "i": "*"}
KNOWN = (
    UNSEEN
    | BLOCKS
    | VOID
    | frozenset(INLINE)
    | listed(
        "h1 h2 h3 h4 h5 h6 ul ol li dt dd table thead tbody tfoot tr td th blockquote pre code a span font u s sup sub small big"
        " abbr mark q kbd del ins cite time label button nav head title summary var samp tt dfn menu colgroup strike nobr o:p"
        " acronym bdi bdo data option textarea"
    )
)
SPECIAL = re.compile(r"([\\`*_\[\]<])")
BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
SAFE_LINK = re.compile(r"(?:https?://|mailto:|/(?![/\\]))", re.I)


@dataclass
class _List:
    ordered: bool
    number: int = 1


@dataclass
class _Frame:
    """Output of its own: a table's cell, what is emphasised, the words of a link."""

    tag: str
    out: list[str] = field(default_factory=list)
    href: str = ""
    mark: str = ""


class TagReader(HTMLParser):
    """Feed it, close it, take `markdown` and `aside`."""

    def __init__(self, *, within_markdown: bool = False) -> None:
        super().__init__(convert_charrefs=not within_markdown)
        self.verbatim = within_markdown
        self.frames: list[_Frame] = [_Frame("")]
        self.aside: list[str] = []
        self.lists: list[_List] = []
        self.prefixes: list[str] = []
        self.tables: list[Table] = []
        self.unseen = 0
        self.unseen_tag = ""
        self.pre = 0
        self.heading = ""
        self.pending = 0  # line ends that the next word must have before it
        self.title = ""
        self.language = ""
        self.seen_main = False

    # What goes out.

    @property
    def out(self) -> list[str]:
        return self.frames[-1].out

    def apart(self, lines: int = 2) -> None:
        self.pending = max(self.pending, lines)

    def write(self, text: str) -> None:
        if not text:
            return
        if self.pending:
            if len(self.frames) > 1 or any(self.out):
                self.out.append((BREAK + self._prefix()) * self.pending if not self._flat() else " ")
            self.pending = 0
        self.out.append(text)

    def _prefix(self) -> str:
        return "".join(self.prefixes)

    def _flat(self) -> bool:
        """Inside what is one line in Markdown."""
        return bool(self.heading)

    # What comes in.

    def handle_data(self, data: str) -> None:
        if self.unseen:
            if self.unseen_tag == "title":
                self.title += data
            self.out.append(PASSED * data.count("\n"))
        elif self.verbatim:
            self._verbatim(data)
        elif self.pre:
            self.write(data.replace("\n", "\n" + self._prefix()))
        else:
            self._words(data)

    def _verbatim(self, data: str) -> None:
        if self.heading or self.tables:
            data = data.replace("\n", f" {PASSED}")
        elif (self.lists or self.prefixes) and data.strip():
            data = re.sub(r"\n[ \t]*(?=\S)", lambda _: "\n" + self._prefix(), data)
        if data.strip():
            lead = data[: len(data) - len(data.lstrip())] if self.pending else ""
            if lead:
                self.out.append(PASSED * lead.count("\n"))
                data = data.lstrip()
            self.write(data)
        else:
            self.out.append(PASSED * data.count("\n") if self.pending else data)

    def _words(self, data: str) -> None:
        lines = PASSED * data.count("\n")
        text = BLANKS.sub(" ", SPECIAL.sub(r"\\\1", data))
        if self.pending or not any(self.out):
            text = text.lstrip(" ")
        self.out.append(lines)
        if text and not (text == " " and self._ends_blank()):
            if text.startswith(" ") and self._ends_blank():
                text = text[1:]
            self.write(text)

    def _ends_blank(self) -> bool:
        last = next((piece for piece in reversed(self.out) if piece.strip(PASSED)), "")
        return not last or last.rstrip(PASSED)[-1:] in (" ", BREAK)

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name};")

    def _entity(self, source: str) -> None:
        if self.unseen:
            return
        found = unescape(source)
        self.write(
            source
            if found in ("<", ">", "&", "*", "_", "`", "[", "#")
            else " "
            if found == "\u00a0"
            else found
        )

    def handle_comment(self, data: str) -> None:
        if self.verbatim and not self.heading:
            self.write(f"<!--{data}-->")
        else:
            self.out.append(PASSED * data.count("\n"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        source = self.get_starttag_text() or ""
        if self.verbatim and tag not in KNOWN:
            self.write(_unknown(source))
            return
        self.out.append(PASSED * source.count("\n"))
        if tag in UNSEEN or (tag in ("head", "nav", "title") and not self.verbatim):
            if tag == "title" and self.unseen_tag == "head":
                self.unseen_tag = "title"
            elif not self.unseen:
                self.unseen, self.unseen_tag = 1, tag
            elif tag == self.unseen_tag:
                self.unseen += 1
        elif not self.unseen or tag == "body":
            self.unseen = 0
            self._start(tag, said)
        if tag == "html" and said.get("lang"):
            self.language = said["lang"]

    def _start(self, tag: str, said: Attributes) -> None:
        if tag[0] == "h" and tag[1:].isdigit():
            self._end_heading()
            self.apart()
            self.write("#" * int(tag[1]) + " ")
            self.heading = tag
        elif tag in ("ul", "ol", "menu"):
            self._start_list(tag, said)
        elif tag == "li":
            self._start_item()
        elif tag in ("table", "tr", "td", "th"):
            self._start_table(tag)
        elif tag == "blockquote":
            self.apart()
            self.write("> ") if not self.lists else None
            self.prefixes.append("> ")
        elif tag == "pre":
            self.apart()
            self.write("```" + BREAK + self._prefix())
            self.pre += 1
        elif tag in ("dt", "summary"):
            self.apart()
            self._open(tag, mark="**")
        elif tag == "dd":
            self.apart()
        else:
            self._start_small(tag, said)

    def _start_small(self, tag: str, said: Attributes) -> None:
        if tag in INLINE:
            self._open(tag, mark=INLINE[tag])
        elif tag == "code" and not self.pre:
            self._open(tag, mark="`")
        elif tag == "a":
            self._open(tag, href=said.get("href", ""))
        elif tag == "img":
            alt = " ".join(said.get("alt", "").split())
            self.write(f"![{alt}]({said.get('src', '').replace(' ', '%20')})" if alt else "")
        elif tag == "br":
            self.write(" " if self.heading or self.tables else "  " + BREAK + self._prefix())
        elif tag == "hr":
            self.apart()
        elif tag in BLOCKS:
            self._block(tag)

    def _block(self, tag: str) -> None:
        if self.lists and self._fresh_item():
            return
        self.apart()

    def _fresh_item(self) -> bool:
        """A paragraph that opens an item stands on the item's own line."""
        last = next((piece for piece in reversed(self.out) if piece.strip(PASSED)), "")
        return bool(re.search(r"(?:-|\d+\.) $", last))

    def _start_list(self, tag: str, said: Attributes) -> None:
        start = said.get("start", "1")
        self.apart(1 if self.lists else 2)
        self.lists.append(_List(tag == "ol", int(start) if start.isdigit() else 1))

    def _start_item(self) -> None:
        if not self.lists:
            self.lists.append(_List(ordered=False))
        while len(self.prefixes) >= len(self.lists) and self.prefixes and self.prefixes[-1].isspace():
            self.prefixes.pop()
        now = self.lists[-1]
        self.apart(1)
        mark = f"{now.number}. " if now.ordered else "- "
        now.number += 1
        self.write(mark)
        self.prefixes.append(" " * len(mark))

    def _start_table(self, tag: str) -> None:
        if tag == "table":
            self.apart()
            self.tables.append(Table())
        elif self.tables and tag == "tr":
            self._end_cell()
            self.tables[-1].row()
        elif self.tables:
            self._end_cell()
            self.frames.append(_Frame("cell", mark=tag))

    def _open(self, tag: str, *, href: str = "", mark: str = "") -> None:
        if self.pending:
            self.write("\u200b")
        self.frames.append(_Frame(tag, href=href, mark=mark))

    def handle_endtag(self, tag: str) -> None:
        if self.verbatim and tag not in KNOWN:
            self.write(f"\\</{tag}>")
        elif self.unseen:
            if tag == self.unseen_tag:
                self.unseen -= 1
                if tag == "title":
                    self.unseen, self.unseen_tag = 1, "head"
            elif tag == "head":
                self.unseen = 0
        else:
            self._end(tag)

    def _end(self, tag: str) -> None:
        if tag == self.heading:
            self._end_heading()
        elif tag in ("ul", "ol", "menu"):
            self._end_list()
        elif tag in ("table", "tr", "td", "th"):
            self._end_table(tag)
        elif tag == "blockquote":
            if "> " in self.prefixes:
                self.prefixes.reverse()
                self.prefixes.remove("> ")
                self.prefixes.reverse()
            self.apart()
        elif tag == "pre" and self.pre:
            self.pre -= 1
            self.out.append(BREAK + self._prefix() + "```")
            self.apart()
        elif tag == "li":
            self.apart(1)
        elif tag in BLOCKS:
            self.apart()
        elif any(frame.tag == tag for frame in self.frames):
            self._close(tag)
            if tag in ("dt", "summary"):
                self.apart()

    def _end_heading(self) -> None:
        if self.heading:
            self.heading = ""
            self.pending = 0
            self.apart()

    def _end_list(self) -> None:
        if not self.lists:
            return
        self.lists.pop()
        if self.prefixes and self.prefixes[-1].isspace():
            self.prefixes.pop()
        self.apart(1 if self.lists else 2)

    def _end_cell(self) -> None:
        while any(frame.tag == "cell" for frame in self.frames):
            frame = self.frames.pop()
            if frame.tag == "cell":
                self.tables[-1].cell("".join(frame.out), head=frame.mark == "th")
                break
            self.out.append(_wrapped(frame))
        self.pending = 0

    def _end_table(self, tag: str) -> None:
        if not self.tables:
            return
        self._end_cell()
        if tag == "table":
            table = self.tables.pop()
            self.apart()
            prefix = self._prefix() if not self.tables else ""
            self.write(table.markdown(prefix))
            self.apart()

    def _close(self, tag: str) -> None:
        while len(self.frames) > 1:
            frame = self.frames.pop()
            self.out.append(_wrapped(frame))
            if frame.tag == tag:
                return

    def finished(self) -> tuple[str, tuple[int, ...]]:
        """The Markdown, and the source's line of each of its lines."""
        self.close()
        return unmarked(self.raw())

    def raw(self) -> str:
        """The Markdown with the marks that keep count of lines."""
        while self.tables:
            self._end_table("table")
        while len(self.frames) > 1:
            frame = self.frames.pop()
            self.out.append(_wrapped(frame))
        return "".join(self.out).replace("\u200b", "")


def _unknown(source: str) -> str:
    """What looks like a tag and is none: an address in angle brackets stays, a blank to fill in is escaped."""
    return source if re.match(r"<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)", source, re.I) else f"\\{source}"


def _wrapped(frame: _Frame) -> str:
    inner = "".join(frame.out)
    bare = inner.strip(f" {PASSED}\u200b")
    if not bare:
        return inner
    start = inner[: inner.index(bare)]
    end = inner[len(start) + len(bare) :]
    if frame.href:
        fits = SAFE_LINK.match(frame.href) and BREAK not in bare and not frame.href.startswith("#")
        href = frame.href.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        return f"{start}[{bare}]({href}){end}" if fits else inner
    if not frame.mark or BREAK in bare or "\n" in bare or frame.mark in bare:
        return inner
    return f"{start}{frame.mark}{bare}{frame.mark}{end}"
