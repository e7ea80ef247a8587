"""What only one maker of sites understands in its Markdown, said in Markdown that everybody reads.

Admonitions (MkDocs, Docusaurus, GitHub), tabs, lists of terms, components and imports (MDX), the contents that kramdown
puts in by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from vigor.policy.convert.marks import BREAK, PASSED, passed
from vigor.policy.convert.values import Note

HEADING_ATTRIBUTES = re.compile(
    r"(?m)^([ \t]{0,3}#{1,6}[^\n]*?)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*#*[ \t]*$"
)
UNDERLINED_ATTRIBUTES = re.compile(
    r"(?m)^(\S[^\n]*?)[ \t]*\{:?[ \t]*[#.][^{}\n]*\}[ \t]*\n(?=(?:=+|-+)[ \t]*$)"
)
# kramdown puts the contents where a list is marked so: the list itself is never seen.
OWN_CONTENTS = re.compile(r"(?mi)^[ \t]*[-*+1][.)]?[ \t]+[^\n]*\n[ \t]*\{:[ \t]*\.?toc\b[^{}\n]*\}[ \t]*$")
# What is for the site maker alone, on a line of its own.
DROPPED = re.compile(
    r"(?m)^[ \t]*(?:\{:[^{}\n]*\}|\{::[^{}\n]*/?\}|\[\[?_?TOC_?\]?\]|\[toc\]|\\(?:newpage|pagebreak))[ \t]*$"
)
ADMONITION = re.compile(
    r'(?m)^([ \t]*)([!?]{3}\+?|===)[ \t]+(?:[\w-]+[ \t]*)*(?:"([^"\n]*)")?[ \t]*\n((?:(?:\1[ ]{4}|\1\t)[^\n]*(?:\n|\Z)|[ \t]*\n)+)'
)
FENCED = re.compile(
    r"(?m)^[ \t]*:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)?(?:\[([^\[\]\n]*)\]|[ \t]+(\S[^\n]*?))?[ \t]*$"
)
ALERT = re.compile(r"(?m)^([ \t]*>[ \t]*)\[!(\w+)\][-+]?[ \t]*([^\n]*)$")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
# A heading without its blank.
TIGHT = re.compile(r"(?m)^(#{1,6})(?=[A-ZÅÄÖ0-9*][^\s#]*[ \t]+\S)")
TERM = re.compile(
    r"(?m)^(?![ \t]*(?:[-*+>#|:]|\d+[.)]))(\S[^\n]{0,120})\n(?:[ \t]*\n)?((?::[ \t]+[^\n]*(?:\n(?![ \t]*\n|:)[^\n]+)*(?:\n|\Z))+)"
)
# MDX: lines of program that stand by themselves, and comments.
PROGRAM = re.compile(
    r"(?m)^(?:import[ \t]+(?:[\w*{][^\n]*[ \t]from[ \t]+)?[\"'][^\n]+|export[ \t]+(?:default|const|let|function)\b[^\n]*(?:\n(?!\n)[^\n]*)*)$"
)
REMARK = re.compile(r"\{/\*(.{0,2000}?)\*/\}", re.DOTALL)
COMPONENT = re.compile(
    r"</?(?P<name>[A-Z][\w.]*)(?P<said>(?:\s+[\w:-]+(?:=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}))?)*)\s*/?>"
)
WORDED = re.compile(r"\b(?:label|title|summary|heading|caption|alt|text|description)=[\"']([^\"']+)[\"']")


def without_program(text: str, notes: list[Note]) -> str:
    """MDX without its imports, comments and components; what a component shows of words stays."""
    if not (PROGRAM.search(text) or COMPONENT.search(text) or "{/*" in text):
        return text
    closed = {match["name"] for match in COMPONENT.finditer(text) if _is_component(match, text)}

    def gone(match: re.Match[str]) -> str:
        before = match.string[: match.start()]
        notes.append(Note("template", match.group(), before.count("\n") + before.count(PASSED) + 1))
        return passed(match.group())

    def component(match: re.Match[str]) -> str:
        if match["name"] not in closed:
            return match.group()
        words = " ".join(WORDED.findall(match["said"]))
        alone = re.search(r"(?:\A|\n)[ \t]*\Z", match.string[: match.start()])
        return (f"**{words}**{BREAK}{BREAK}" if words and alone else words) + gone(match)

    if closed or re.search(r"(?m)^import[ \t].*[\"'];?[ \t]*$", text):
        text = PROGRAM.sub(gone, text)
    return COMPONENT.sub(component, REMARK.sub(gone, text))


def _is_component(match: re.Match[str], text: str) -> bool:
    """A blank to fill in looks like `<Company>`; a component closes itself, is closed, or is told something."""
    return match.group().endswith("/>") or "=" in match["said"] or f"</{match['name']}>" in text


def in_common(text: str) -> str:
    """The text in Markdown that everybody reads."""
    for pattern, instead in PLAIN:
        text = pattern.sub(instead, text)
    return text


def _admonition(match: re.Match[str]) -> str:
    indent, mark, title, body = match.groups()
    if mark == "===" and title is None:
        return match.group()
    body = re.sub(rf"(?m)^{indent}(?: {{4}}|\t)", indent, body)
    return (f"{indent}*{title}*\n{BREAK}" if title else "\n") + body


def _fence(match: re.Match[str]) -> str:
    title = match[1] or match[2]
    return f"{BREAK}*{title}*{BREAK}" if title else ""


def _alert(match: re.Match[str]) -> str:
    return f"{match[1]}**{match[3].strip() or match[2].capitalize()}**{BREAK}{match[1]}"


def _terms(match: re.Match[str]) -> str:
    first, _, more = re.sub(r"(?m)^:[ \t]+", BREAK, match[2]).removeprefix(BREAK).partition(BREAK)
    between = PASSED * match.group()[: match.start(2) - match.start()].count("\n")
    means = f"{first}{BREAK}{more}" if more else first
    term = match[1].strip("*")
    return f"**{term}{'' if term[-1] in ':?!.' else ':'}** {between}{means}"


PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (OWN_CONTENTS, "\n"),
    (HEADING_ATTRIBUTES, r"\1"),
    (UNDERLINED_ATTRIBUTES, r"\1\n"),
    (FENCED, _fence),
    (DROPPED, ""),
    (TIGHT, r"\1 "),
    (ADMONITION, _admonition),
    (ALERT, _alert),
    (TERM, _terms),
    (WIKI_LINK, r"\1"),
)
