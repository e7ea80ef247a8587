"""A page of HTML as Markdown. Menus, scripts and styles are no text; what stands around the main text comes last."""

from __future__ import annotations

import re
from dataclasses import replace

from vigor.policy.convert.around import around
from vigor.policy.convert.looks import with_headings
from vigor.policy.convert.tags import TagReader
from vigor.policy.convert.values import Read

MAIN = tuple(
    re.compile(rf"<(?P<tag>{tag})\b{said}[^<>]*>(?P<text>.*?)</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE)
    for tag, said in (("main", ""), ("article", ""))
)
BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)


# As pandoc, Word's readers and most site makers write them.
NOTES = re.compile(
    r"<(section|aside|div|ol)\b[^<>]*(?:class|role|id)=[\"'][^\"']*(?:footnotes|endnotes)\b[^<>]*>.*?</\1\s*>"
    r"|<ol>\s*<li id=[\"'](?:footnote|endnote)-.*?</ol>",
    re.DOTALL | re.IGNORECASE,
)
NOTED = re.compile(
    r"<a\b[^<>]*\b(?:footnote-ref|doc-noteref|footnoteRef)\b[^<>]*>\s*(?:<sup>)?\s*\[?(\w{1,3})\]?\s*(?:</sup>)?\s*</a>",
    re.I,
)
# The title of a box in AsciiDoc, as pandoc hands it on.
BOX_TITLE = re.compile(
    r"<div class=\"\w+\">(\n?)<div class=\"title\">\n?<p>((?:[^<\n]|<(?!/p>))*)</p>\n?</div>"
)
BACK = re.compile(r"<a\b[^<>]*>[\s↑↩\ufe0e^]*</a>")


def read(source: str) -> Read:
    """The page as Markdown, with its title (what stands in <title>) and language."""
    source = BOX_TITLE.sub(r"<div>\1<p><strong>\2</strong></p>", NOTED.sub(r" [\1]", source))
    source = with_headings(source)
    noted = "".join(match.group() for match in NOTES.finditer(source))
    found = _page(NOTES.sub(lambda match: "\n" * match.group().count("\n"), source))
    if not noted:
        return found
    aside = "\n\n".join(each for each in (found.aside, _markdown(BACK.sub("", noted))[0]) if each.strip())
    return replace(found, aside=aside)


def _page(source: str) -> Read:
    _, _, reader = _markdown(source)
    fields = (("language", reader.language[:2].lower()),) if reader.language else ()
    title = " ".join(reader.title.split()) if re.search(r"\w", reader.title) else ""
    # The name of the site, after a bar, is no part of the title; nor is a title that the page doesn't show.
    short = re.split(r"\s+[|–—·»]\s+|\s+-\s+", title)[0]
    inside, outside = _parted(source)
    text, lines, _ = _markdown(inside)
    return Read(text, lines, short if len(short) > 3 else title, fields, aside=_markdown(outside)[0])


def _parted(source: str) -> tuple[str, str]:
    """The text of a page, with its lines where they were, and what stands around it."""
    for mark in MAIN:
        found = mark.findall(source)
        main = mark.search(source)
        if main and len(found) == 1 and len(_markdown(main["text"])[0]) > len(_markdown(source)[0]) // 3:
            body = BODY.search(source)
            start, end = main.span("text")
            inside = "\n" * source.count("\n", 0, start) + main["text"]
            outside = f"{source[body.end() if body else 0 : start]}\n{source[end:]}"
            text, more = _without_around(inside)
            return text, outside + more
    return _without_around(source)


def _without_around(source: str) -> tuple[str, str]:
    kept: list[str] = []
    aside: list[str] = []
    at = 0
    for start, end in around(source):
        kept += [source[at:start], " ", "\n" * source.count("\n", start, end)]
        aside.append(source[start:end])
        at = end
    return "".join([*kept, source[at:]]), "\n".join(aside)


def _markdown(source: str) -> tuple[str, tuple[int, ...], TagReader]:
    reader = TagReader()
    reader.feed(source)
    text, lines = reader.finished()
    return text, lines, reader
