"""Links and notes of Markdown that lead to another place of the text: made to stand where they are."""

from __future__ import annotations

import re

from vigor.policy.convert.marks import PASSED, passed
from vigor.policy.convert.values import Note
from vigor.policy.html import LINK

DEFINITION = re.compile(
    r"(?m)^ {0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*\n?[ \t]*<?([^\s<>]+)>?[ \t]*(?:\n?[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)
REFERENCE = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]\n]|\n(?!\n)|!?\[[^\[\]\n]{0,300}\](?:\([^()\n]*\))?){1,500})\](?:[ ]?\[([^\[\]\n]{0,200})\])?(?![\[(:])"
)
INLINE = re.compile(
    r"(!?)\[((?:[^\[\]]|\[[^\[\]]{0,300}\]){0,600})\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?((?:\s+(?:\"[^\"]*\"|'[^']*'))?)\s*\)"
)
NOTE = re.compile(
    r"(?m)^ {0,3}\[\^([^\[\]\s]{1,60})\]:[ \t]*(.*(?:\n(?:(?: {4}|\t).*|[ \t]*\n(?: {4}|\t).*|(?![ \t]*\n|[ ]{0,3}\[\^|#).+))*)"
)
NOTED = re.compile(r"\[\^([^\[\]\s]{1,60})\](?!:)")


def footnotes(text: str) -> tuple[str, str]:
    """The text with `[1]` for its notes, and the notes themselves."""
    if "[^" not in text:
        return text, ""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        body = re.sub(r"(?m)^(?: {4}|\t)", "", match[2]).replace(PASSED, "").strip()
        found.append(f"\\[{match[1]}\\] {body}")
        return passed(match.group())

    text = NOTE.sub(take, text)
    aside = NOTED.sub(r"\\[\1\\]", "\n\n".join(found))
    return NOTED.sub(r" \\[\1\\]", text).replace("  \\[", " \\["), aside


def linked(text: str, notes: list[Note]) -> str:
    """The text with every link's address beside its words; words alone where the address leads nowhere any more."""
    if "](" not in text and "]:" not in text and "][" not in text:
        return text
    known = {_label(match[1]): match[2] for match in DEFINITION.finditer(text)}
    if known:
        text = DEFINITION.sub(lambda match: passed(match.group()), text)
        text = REFERENCE.sub(lambda match: _resolved(match, known), text)
        text = REFERENCE.sub(lambda match: _resolved(match, known), text)

    def address(match: re.Match[str]) -> str:
        picture, words, to, title = match.groups()
        if "](" in words:
            words = INLINE.sub(address, words)
        if LINK.match(to) and not to.startswith("#"):
            return f"{picture}[{words}]({to}{title})"
        name = title.strip()[1:-1] if picture and not words.strip() else ""
        if to and not to.startswith("#") and not picture:
            notes.append(Note("link", f"{words} → {to}", _line(match)))
        return (words or name) + passed(match.group()[len(match[1]) + 1 + len(match[2]) :])

    return INLINE.sub(address, text)


def _line(match: re.Match[str]) -> int:
    before = match.string[: match.start()]
    return before.count("\n") + before.count(PASSED) + 1


def _label(text: str) -> str:
    return " ".join(text.replace(PASSED, "").lower().split())


def _resolved(match: re.Match[str], known: dict[str, str]) -> str:
    to = known.get(_label(match[3] or match[2]))
    return f"{match[1]}[{match[2]}]({to})" if to else match.group()
