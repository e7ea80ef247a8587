"""Markup to plain text, a line or a paragraph at a time: what stays is what a reader would have read.

Words stay verbatim and in order: emphasis, tags, template calls and the addresses of links go, entities are
decoded, runs of blanks become one.
"""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>@]{1,400}[@./][^\s<>]{1,400})>")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](?:\([^()]{0,1000}\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,500})\]"
    r"(?:\((?:[^()]|\([^()]{0,300}\)){0,1000}\)|\[[^\[\]]{0,200}\])"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]]{1,60}\]:?")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^{}]*\}\s*$")
CODE = re.compile(r"`{1,3}([^`]{1,1000})`{1,3}")
STRONG = re.compile(r"(\*{1,3}|~~)(?=\S)(.{1,400}?)(?<=\S)\1", re.DOTALL)
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.{1,400}?)(?<=\S)\1(?!\w)", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_BLANKS = re.compile(r"\s+")
# What turns the order of letters around or hides: it has no business in a passage.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")


HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_TEMPLATE = (("{{", "}}"), ("{%", "%}"))
"""What readers never see: from the first mark to the next second one."""


def without(text: str, start: str, end: str) -> str:
    """The text without what stands between the marks; found by hand, so that no input makes it slow."""
    if start not in text:
        return text
    kept: list[str] = []
    at = 0
    while (opens := text.find(start, at)) >= 0 and (closes := text.find(end, opens)) >= 0:
        kept += (text[at:opens], " ")
        at = closes + len(end)
    return "".join((*kept, text[at:]))


def plain(text: str) -> str:
    """Markdown (with HTML and template calls in it) as one line of plain text."""
    for start, end in _TEMPLATE:
        text = without(text, start, end)
    if "<" in text:
        text = _TAG.sub(_tag_space, _AUTOLINK.sub(r"\1", text))
    if "[" in text:
        text = _FOOTNOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text)))
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if "`" in text:
        text = CODE.sub(r"\1", text)
    if "*" in text or "~~" in text:
        text = STRONG.sub(r"\2", STRONG.sub(r"\2", text))
    if "_" in text:
        text = _UNDERSCORED.sub(r"\2", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return clean(text)


def _tag_space(match: re.Match[str]) -> str:
    """Block tags part words, inline ones (`<b>`, `<a>`) do not."""
    inline = re.match(
        r"</?(?:a|b|i|em|strong|span|code|u|s|sup|sub|small|abbr|mark|q|kbd)\b", match.group(), re.I
    )
    return "" if inline else " "


def clean(text: str) -> str:
    """Entities decoded, what can't be seen dropped, blanks collapsed."""
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return _BLANKS.sub(" ", text).strip()
