"""Markdown with all that stands around it out there: front matter, tags of site makers, HTML, notes, references."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from vigor.policy.convert.dialects import in_common, without_program
from vigor.policy.convert.fields import without_fields
from vigor.policy.convert.links import footnotes, linked
from vigor.policy.convert.marks import PASSED, passed, unmarked
from vigor.policy.convert.tags import TagReader
from vigor.policy.convert.tagset import KNOWN
from vigor.policy.convert.templates import without_templates
from vigor.policy.convert.values import Note, Read

MASK = "\ufdd2"
CODE = re.compile(
    r"(?m)^(?P<indent>[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)(?P<fence>```+|~~~+)[^\n]*\n(?:.*\n)*?[ \t>]*(?P=fence)[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`{1,3})(?!`)(?:[^`\n]|\n(?!\s*\n)|(?!(?P=ticks)(?!`))`){1,2000}?(?<!`)(?P=ticks)(?!`)"
)
MASKED = re.compile(f"{MASK}(\\d+){MASK}")
TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:]*)\b[^<>]*>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
KEPT = frozenset("<>&*_`[#|{")


def read(source: str) -> Read:
    """Markdown as Markdown without what only a site maker understands."""
    numbered, fields, notes = without_fields(source.split("\n"))
    hidden: list[str] = []
    text = "\n".join(row for _, row in numbered)
    text = _masked(CODE, text, hidden)
    text = _comments(text, hidden, notes)
    text, found = without_templates(text)
    notes += found
    text = in_common(without_program(text, notes))
    text, aside = footnotes(text)
    text = linked(text, notes)
    text = ENTITY.sub(_character, text)
    text = _without_tags(text)
    text, lines = unmarked(_unmasked(text, hidden))
    # Fields that stood at the top took their lines with them.
    numbers = [number for number, _ in numbered]
    lines = tuple(numbers[min(line, len(numbers)) - 1] for line in lines)
    return Read(
        text, lines, fields=fields, aside=_unmasked(aside, hidden), notes=tuple(_seen(notes, hidden, numbers))
    )


def _masked(pattern: re.Pattern[str], text: str, hidden: list[str]) -> str:
    def hide(match: re.Match[str]) -> str:
        hidden.append(match.group())
        return f"{MASK}{len(hidden) - 1}{MASK}" + passed(match.group())

    return pattern.sub(hide, text)


def _unmasked(text: str, hidden: list[str]) -> str:
    for _ in range(3):
        if MASK not in text:
            break
        # What was hidden brings its line ends back.
        text = re.sub(f"{MASK}(\\d+){MASK}{PASSED}*", lambda match: hidden[int(match[1])], text)
    return text


def _comments(text: str, hidden: list[str], notes: list[Note]) -> str:
    kept: list[str] = []
    at = line = 0
    # By hand: a pattern would look for the end of each comment that has none.
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        between, inner = text[at:start], text[start + 4 : end]
        line += between.count("\n") + between.count(PASSED)
        words = " ".join(_unmasked(inner, hidden).replace(PASSED, "").split())
        kept.append(between)
        if words:
            notes.append(Note("comment", words, line + 1))
            # A blank line would end the comment where it stands in a paragraph.
            body = re.sub(r"\n[ \t]*(?=\n)", "", _unmasked(inner, hidden).replace(PASSED, "")).replace(
                "<!--", ""
            )
            hidden.append(f"<!--{body}-->" + PASSED * (inner.count("\n") - body.count("\n")))
            kept.append(f"{MASK}{len(hidden) - 1}{MASK}")
        kept.append(passed(inner))
        line += inner.count("\n") + inner.count(PASSED)
        at = end + 3
    kept.append(text[at:].replace("<!--", "&lt;!--"))
    return "".join(kept)


def _character(match: re.Match[str]) -> str:
    found = unescape(match.group())
    if found in KEPT or found == match.group():
        return match.group()
    return " " if found == "\u00a0" else "" if found < " " or found in ("\u00ad", "\u200b") else found


def _without_tags(text: str) -> str:
    if "<" not in text:
        return text
    if not any(match[1].lower() in KNOWN for match in TAG.finditer(text)):
        return TAG.sub(
            lambda match: f"\\{match.group()}" if not _address(match.group()) else match.group(), text
        )
    # In a row of a table a line end would end the row.
    text = re.sub(r"(?m)^[ \t]*\|.*$", lambda row: re.sub(r"<br\b[^<>]*>", " ", row.group()), text)
    reader = TagReader(within_markdown=True)
    reader.feed(_closed(text))
    reader.close()
    return reader.raw()


def _closed(text: str) -> str:
    """The text with every `<` that opens no tag escaped, so that nothing waits for an end that never comes."""
    return re.sub(r"<(?!/?[a-zA-Z][^<>]*>)", "&lt;", text)


def _address(tag: str) -> bool:
    return bool(re.match(r"<(?:[a-z][a-z0-9+.-]*:\S*|[^\s<>@]+@[^\s<>]+)>", tag, re.I))


def _seen(notes: list[Note], hidden: list[str], numbers: list[int]) -> list[Note]:
    """Notes with what was hidden shown, and with the lines of the source."""
    show: Callable[[str], str] = lambda text: _unmasked(text, hidden).replace(PASSED, "")  # noqa: E731
    return [
        Note(
            note.code,
            " ".join(show(note.quote).split())[:300],
            numbers[min(note.source_line, len(numbers)) - 1]
            if note.code != "fields" and note.source_line
            else note.source_line,
        )
        for note in notes
    ]
