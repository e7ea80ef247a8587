"""Tags of site makers (Hugo, Jekyll, Liquid, Jinja): the tag goes, words in it and around it stay."""

from __future__ import annotations

import re

from vigor.language.words import listed
from vigor.policy.convert.marks import BREAK, PASSED, passed
from vigor.policy.convert.values import Note

LONGEST = 2000
# As the target of a link. What follows the address within the braces is the tag's own business.
TARGET = re.compile(
    r"\]\(\s*\{\{[<%]\s*[\w/-]+\s+[\"“']?\s*(?P<to>[^\s\"”'>%]+)(?P<rest>[^{}]{0,400}?)[>%]\}\}(?P<after>[^()\n]{0,200})\)"
    r"|\]\(\s*(?P<liquid>\{%.{0,300}?%\}|\{\{.{0,300}?\}\})(?P<path>[^()\n{}]{0,300})\)"
)
SHORTCODE = re.compile(r"\{\{([<%])(.{0,2000}?)([>%])\}\}", re.DOTALL)
NOTES = re.compile(
    r"\{\{/\*.{0,2000}?\*/\}\}|\{#(?=\s).{0,2000}?(?<=\s)#\}|\{%-?\s*comment\s*-?%\}.{0,5000}?\{%-?\s*endcomment\s*-?%\}",
    re.DOTALL,
)
LIQUID = re.compile(r"\{%-?(.{0,2000}?)-?%\}", re.DOTALL)
VARIABLE = re.compile(r"(?<![\\$])\{\{(?![<%/])(.{0,300}?)\}\}", re.DOTALL)
PARAMETER = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|“([^”]*)”)")
QUOTED = re.compile(r"\"([^\"]*)\"|“([^”]*)”")
WORDED = listed(
    "alt caption title text label heading quote summary content attribution header description tip note"
)
# Their first argument is a label that the reader sees, though it is a single word.
SHOWN = re.compile(r"\s*(?:tab|details|expand|collapse|accordion|card|step|button)\b", re.I)
BRINGS = re.compile(r"\s*/?\s*(?:include|readfile|includes?|partial|embed|import|snippet)\b")


def without_templates(text: str) -> tuple[str, list[Note]]:
    """The text with its tags dealt with, and what we weren't sure of; lines keep their count."""
    if "{{" not in text and "{%" not in text and "{#" not in text:
        return text, []
    notes: list[Note] = []

    def note(match: re.Match[str], code: str = "template") -> None:
        before = match.string[: match.start()]
        notes.append(Note(code, match.group(), before.count("\n") + before.count(PASSED) + 1))

    def target(match: re.Match[str]) -> str:
        note(match)
        if match["liquid"]:
            path = match["path"].strip()
            return f"]({path})" if path else "](#)"
        title = match["after"].strip()
        return f"]({match['to']}{' ' + title if title else ''})" + passed(match.group())

    def notice(match: re.Match[str]) -> str:
        note(match)
        return passed(match.group())

    def code(match: re.Match[str]) -> str:
        inner = match[2]
        if not re.match(r"\s*/", inner):
            note(match, "included" if BRINGS.match(inner) else "template")
        words = _words(inner)
        if words and SHOWN.match(inner) and re.search(r"(?:\A|\n)[ \t]*\Z", match.string[: match.start()]):
            return f"**{words}**{BREAK}{BREAK}" + passed(match.group())
        follows = match.string[match.end() : match.end() + 1]
        return words + (" " if words and follows.isalnum() else "") + passed(match.group())

    def liquid(match: re.Match[str]) -> str:
        if not re.match(r"\s*(?:end|else)", match[1]):
            note(match, "included" if BRINGS.match(match[1]) else "template")
        return passed(match.group())

    def variable(match: re.Match[str]) -> str:
        note(match, "template-kept")
        return match.group()

    text = TARGET.sub(target, text)
    text = NOTES.sub(notice, text)
    text = SHORTCODE.sub(code, text)
    text = LIQUID.sub(liquid, text)
    return VARIABLE.sub(variable, text), notes


def _words(inner: str) -> str:
    """The words in a tag that a reader of the page would have seen."""
    named = [
        (match[1].lower(), match[2] or match[3] or match[4] or "") for match in PARAMETER.finditer(inner)
    ]
    words = [value for name, value in named if name in WORDED]
    rest = PARAMETER.sub("", inner)
    shown = bool(SHOWN.match(inner))
    words += [
        value
        for match in QUOTED.finditer(rest)
        if " " in (value := (match[1] or match[2] or "").strip()) or (shown and value)
    ]
    kept: list[str] = []
    for value in words:
        flat = " ".join(value.split())
        if flat and flat not in kept:
            kept.append(flat)
    return " ".join(kept)
