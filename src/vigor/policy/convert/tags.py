"""HTML to Markdown, tag by tag: for whole pages, and for HTML that stands in Markdown.

The reader keeps count of lines (see marks.py). It never fails: tags that aren't closed, closed twice or crossed are
what old pages are made of.
"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from vigor.policy.convert.marks import BREAK, PASSED, unmarked
from vigor.policy.convert.tagset import (
    BLOCKS,
    ENDS_A_HEADING,
    INLINE,
    KNOWN,
    UNSEEN,
    VOID,
    Attributes,
    is_heading,
    unknown,
)
from vigor.policy.convert.writer import Writer


class TagReader(HTMLParser, Writer):
    """Feed it, close it, take `finished()` or `raw()`."""

    def __init__(self, *, within_markdown: bool = False) -> None:
        HTMLParser.__init__(self, convert_charrefs=not within_markdown)
        Writer.__init__(self, verbatim=within_markdown)
        self.unseen = 0
        self.unseen_tag = ""
        self.title = ""
        self.language = ""

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

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name};")

    def _entity(self, source: str) -> None:
        if self.unseen:
            return
        found = unescape(source)
        if found == source:
            # "Q&A": no character goes by that name.
            self.write(source.rstrip(";"))
            return
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
            self.write(unknown(source))
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
        if self.heading and tag in ENDS_A_HEADING and self._has_words():
            self._end_heading()
        if is_heading(tag) or (tag == "p" and self._is_title(said)):
            self._start_heading(tag, int(tag[1]) if is_heading(tag) else 1)
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
            self._start_meaning()
        else:
            self._start_small(tag, said)

    def _is_title(self, said: Attributes) -> bool:
        """Whether a paragraph is styled as the title of the whole; further down such a style marks a box."""
        names = set(said.get("class", "").split())
        return "MsoTitle" in names or ("title" in names and not "".join(self.out).strip(PASSED + BREAK + " "))

    def _start_small(self, tag: str, said: Attributes) -> None:
        if tag in INLINE:
            self._open(tag, mark=INLINE[tag])
        elif tag == "code" and not self.pre:
            self._open(tag, mark="`")
        elif tag == "button" and "aria-expanded" in said:
            # What it unfolds is text, and this is what that is about.
            self.apart()
            self._open(tag, mark="**")
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
        if tag == self.heading or (self.heading and is_heading(tag)):
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
            if tag == "dt":
                self._end_term()
            elif tag in ("summary", "button"):
                self.apart()

    def finished(self) -> tuple[str, tuple[int, ...]]:
        """The Markdown, and the source's line of each of its lines."""
        self.close()
        return unmarked(self.raw())
