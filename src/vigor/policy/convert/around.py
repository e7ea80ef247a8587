"""What stands around the text of a page: banners on cookies, breadcrumbs, side menus, buttons to share, the site's foot.

A page that marks its text with `<main>` needs none of this. Others tell by the names that their makers gave the
elements, which are much the same everywhere. Nothing is lost: what is cut out here comes last in the policy.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from vigor.language.words import listed
from vigor.policy.convert.tagset import VOID

HOLDERS = listed("div section aside header footer ul ol form p dialog a")
ROLES = listed("navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary")
NAMES = listed(
    "cookie cookies cookiebar cookiebanner consent breadcrumb breadcrumbs skip skiplink skipnav sidebar sidenav sidemenu submenu"
    " leftmenu rightmenu topmenu menu nav navbar navigation pagination share sharing sharebar footer sitefooter pagefooter"
    " topbar searchform sitesearch comments reactions newsletter signup subscribe"
)
LARGEST = 0.5  # of a page's words: what holds more is the page itself, whatever it is called
_PARTS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

Span = tuple[int, int]


def around(source: str) -> list[Span]:
    """The places in a page's source (characters, end exclusive) that hold what is around its text, in order."""
    finder = _Finder(source)
    finder.feed(source)
    finder.close()
    words = len(re.findall(r"\w+", re.sub(r"<[^<>]*>", " ", source)))
    found: list[Span] = []
    for start, end in sorted(finder.found):
        inner = source[start:end]
        size = len(re.findall(r"\w+", re.sub(r"<[^<>]*>", " ", inner)))
        if found and end <= found[-1][1]:
            continue
        if not re.search(r"<(?:h1|main|article)\b", inner, re.I) and size <= LARGEST * words:
            found.append((start, end))
    return found


class _Finder(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self.open: list[tuple[str, int, bool]] = []  # tag, where it begins, whether it is around the text
        self.found: list[Span] = []

    def _here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID or tag not in HOLDERS:
            return
        said = {name: value or "" for name, value in attrs}
        outside = tag in HOLDERS and _is_around(said)
        outside = outside or (tag == "footer" and not any(name == "article" for name, _, _ in self.open))
        self.open.append((tag, self._here(), outside))

    def handle_endtag(self, tag: str) -> None:
        place = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at][0] == tag), None)
        if place is None:
            return
        _, start, outside = self.open[place]
        del self.open[place:]
        if outside:
            self.found.append((start, self._here() + len(f"</{tag}>")))


def _is_around(said: dict[str, str]) -> bool:
    if said.get("role", "").lower() in ROLES:
        return True
    named = f"{said.get('id', '')} {said.get('class', '')}"
    return any(part.lower() in NAMES for part in _PARTS.findall(_CAMEL.sub(" ", named)))
