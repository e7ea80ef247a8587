"""Arguments of LaTeX's commands, and the commands that an author has made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

DEFINED = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|newrobustcmd)\*?\s*\{?\\(?P<name>[A-Za-z]+)\}?\s*"
    r"(?:\[(?P<number>\d)\])?\s*(?:\[(?P<default>[^\]]*)\])?\s*(?=\{)"
    r"|\\def\s*\\(?P<short>[A-Za-z]+)\s*(?P<pattern>(?:#\d)*)\s*(?=\{)"
)
BRACKETS = re.compile(r"\s*\[([^\[\]]*)\]")


class Macro(NamedTuple):
    """What a command of the author's stands for. `default` is its first argument's where that may be left out."""

    body: str
    arguments: int = 0
    default: str | None = None

    def filled(self, said: Sequence[str]) -> str:
        return re.sub(
            r"#(\d)", lambda hole: said[int(hole[1]) - 1] if int(hole[1]) <= len(said) else "", self.body
        )


def macros(text: str) -> dict[str, Macro]:
    """The commands that a document defines, by name."""
    found: dict[str, Macro] = {}
    for match in DEFINED.finditer(text):
        body, _ = braced(text, match.end())
        number = int(match["number"] or 0) or (match["pattern"] or "").count("#")
        found[match["name"] or match["short"]] = Macro(body, number, match["default"])
    return found


def braced(text: str, at: int) -> tuple[str, int]:
    """The next argument in braces, past those in brackets; where it ends. Empty, and `at`, when there is none."""
    start = at
    while at < len(text) and text[at] in " \t\n[":
        if text[at] == "[":
            close = text.find("]", at)
            if close < 0:
                return "", start
            at = close
        at += 1
    if at >= len(text) or text[at] != "{":
        return "", start
    depth, begin = 0, at
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] in "{}":
            depth += 1 if text[at] == "{" else -1
            if not depth:
                return text[begin + 1 : at], at + 1
        at += 1
    return text[begin + 1 :], len(text)
