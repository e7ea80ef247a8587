"""Which tags there are, and what holds the output of those that are open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vigor.language.words import listed
from vigor.policy.convert.marks import BREAK, PASSED

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
# What can't stand in a heading: where it begins, a heading that was never closed has ended.
ENDS_A_HEADING = listed("p ul ol menu dl table blockquote pre section article main footer")
SPECIAL = re.compile(r"([\\`*_\[\]<])")
BLANKS = re.compile(r"[ \t\r\n\u00a0]+")
SAFE_LINK = re.compile(r"(?:https?://|mailto:|/(?![/\\]))", re.I)


@dataclass
class OpenList:
    ordered: bool
    number: int = 1


@dataclass
class Frame:
    """Output of its own: a table's cell, what is emphasised, the words of a link."""

    tag: str
    out: list[str] = field(default_factory=list)
    href: str = ""
    mark: str = ""


def is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"


def unknown(source: str) -> str:
    """What looks like a tag and is none: an address in angle brackets stays, a blank to fill in is escaped."""
    return source if re.match(r"<(?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)", source, re.I) else f"\\{source}"


def wrapped(frame: Frame) -> str:
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
