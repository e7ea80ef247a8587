"""A page of HTML as Markdown. Menus, scripts and styles are no text; what stands around the main text comes last."""

from __future__ import annotations

import re
from dataclasses import replace

from vigor.policy.convert.tags import TagReader
from vigor.policy.convert.values import Read

MAIN = re.compile(r"<main\b[^<>]*>(.*?)</main\s*>", re.DOTALL | re.IGNORECASE)
BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
AROUND = re.compile(r"<(?:nav|script|style)\b.*?</(?:nav|script|style)\s*>", re.DOTALL | re.IGNORECASE)


# As pandoc, Word's readers and most site makers write them.
NOTES = re.compile(
    r"<(section|aside|div|ol)\b[^<>]*(?:class|role|id)=[\"'][^\"']*(?:footnotes|endnotes)\b[^<>]*>.*?</\1\s*>"
    r"|<ol>\s*<li id=[\"'](?:footnote|endnote)-.*?</ol>",
    re.DOTALL | re.IGNORECASE,
)
BACK = re.compile(r"<a\b[^<>]*>[\s↑↩\ufe0e^]*</a>")


def read(source: str) -> Read:
    """The page as Markdown, with its title (what stands in <title>) and language."""
    noted = "".join(match.group() for match in NOTES.finditer(source))
    found = _page(NOTES.sub(lambda match: "\n" * match.group().count("\n"), source))
    if not noted:
        return found
    aside = "\n\n".join(each for each in (found.aside, _markdown(BACK.sub("", noted))[0]) if each.strip())
    return replace(found, aside=aside)


def _page(source: str) -> Read:
    whole, lines, reader = _markdown(source)
    fields = (("language", reader.language[:2].lower()),) if reader.language else ()
    title = " ".join(reader.title.split()) if re.search(r"\w", reader.title) else ""
    # The name of the site, after a bar, is no part of the title; nor is a title that the page doesn't show.
    short = re.split(r"\s+[|–—·»]\s+|\s+-\s+", title)[0]
    found = short if len(short) > 3 else title
    main = MAIN.search(source)
    if main and len(MAIN.findall(source)) == 1:
        inside, numbers, _ = _markdown("\n" * source.count("\n", 0, main.start(1)) + main[1])
        body = BODY.search(source)
        around = source[body.end() if body else 0 : main.start()] + source[main.end() :]
        if len(inside) > len(whole) // 3:
            return Read(inside, numbers, found, fields, aside=_markdown(around)[0])
    return Read(whole, lines, found, fields)


def _markdown(source: str) -> tuple[str, tuple[int, ...], TagReader]:
    reader = TagReader()
    reader.feed(source)
    text, lines = reader.finished()
    return text, lines, reader
