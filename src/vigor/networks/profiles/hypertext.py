"""From HTML to what a reader of the page sees: text in lines, and links.

What programs and styles hold is cut out first, by plain search. nh3 then makes whole HTML of whatever it was, and only
what comes out of it meets the standard library's parser: some broken pages would cost that one hours, and a page comes
from anybody. nh3's own time grows with the square of how deep a page is nested, hence the bounds: two seconds at worst.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import nh3

from vigor.networks.profiles.values import Link

# Read as far as this, in characters: who somebody is stands at the beginning.
LONGEST_PAGE = 100_000
LONGEST_PIECE = 10_000
MOST_LINKS = 500

UNSEEN = (("<script", "</script"), ("<style", "</style"), ("<svg", "</svg"), ("<!--", "-->"))
DROPPED = {"iframe", "math", "object", "script", "select", "style", "svg", "template", "textarea"}
# What begins on a line of its own.
BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav"  # noqa: SIM905
    " ol p pre section table td th tr ul".split()
)
ATTRIBUTES = {
    "a": {"href", "rel"},
    "base": {"href"},
    "link": {"href", "rel"},
    "meta": {"content", "name", "property"},
}

_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")


@dataclass(slots=True)
class Hypertext:
    """`meta` holds the descriptions in a page's head: {"description": …, "og:title": …}."""

    text: str = ""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def read_html(html: str, base: str = "", *, most: int = LONGEST_PIECE) -> Hypertext:
    """What can be seen of a page or a piece of one; `base` is the address that its links start from. Never raises."""
    whole = nh3.clean(
        _without_unseen(html, most),
        tags={"title", *ATTRIBUTES, *BLOCKS},
        attributes=ATTRIBUTES,
        clean_content_tags=DROPPED,
        link_rel=None,
        url_schemes={"http", "https"},
    )
    reader = _Reader(base)
    reader.feed(whole)
    reader.close()
    found = reader.found
    found.text = _tidy("".join(reader.pieces))
    found.title = _tidy("".join(reader.title)).replace("\n", " ")
    return found


def text_of(html: str) -> str:
    """A bio's or a field's text."""
    return read_html(html).text


def _without_unseen(html: str, most: int) -> str:
    """At most `most` characters of what can be seen. Pages often begin with more styles than words."""
    for opening, closing in UNSEEN:
        # Looked for in small letters; İ and a few others would grow, and the places no longer agree.
        small = html.translate(_SMALL)
        pieces, at = [], 0
        while (start := small.find(opening, at)) >= 0:
            pieces.append(html[at:start])
            end = small.find(closing, start)
            at = len(html) if end < 0 else end + len(closing)
            if closing != "-->":
                at = (small.find(">", at) + 1) or len(html)
        html = "".join([*pieces, html[at:]])
    return html[:most]


_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


def _tidy(text: str) -> str:
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base = base
        self.found = Hypertext()
        self.pieces: list[str] = []
        self.title: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "title":
            self._in_title = True
        elif tag in ("a", "link"):
            self._link(tag, said)
        elif tag == "meta":
            name = (said.get("name") or said.get("property") or "").lower()
            self.found.meta.setdefault(name, _tidy(said.get("content", "")))
        elif tag == "base" and said.get("href"):
            self.base = _joined(self.base, said["href"]) or self.base
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        (self.title if self._in_title else self.pieces).append(data)

    def _link(self, tag: str, said: dict[str, str]) -> None:
        me = "me" in said.get("rel", "").lower().split()
        # A <link> in a page's head is for programs, save for the one that says "this is me, too".
        if (tag == "link" and not me) or len(self.found.links) >= MOST_LINKS or not said.get("href"):
            return
        if url := _joined(self.base, said["href"]):
            self.found.links.append(Link(url, me=me))


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""
