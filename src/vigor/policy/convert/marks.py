"""Text whose lines move on the way: two characters of our own that keep count of where each came from.

`BREAK` is a line end that the source didn't have there, `PASSED` one that it had and that is gone. No source holds
them: they are none of Unicode's characters, and `convert` takes such away first.
"""

from __future__ import annotations

import re

BREAK = "\ufdd0"
PASSED = "\ufdd1"
_ENDS = re.compile(f"[\n{BREAK}{PASSED}]")


def unmarked(text: str, first: int = 1) -> tuple[str, tuple[int, ...]]:
    """The text without marks, and the source's line, from `first`, of each of its lines."""
    lines: list[int] = []
    rows: list[str] = []
    held, line, began = "", first, 0
    at = 0
    for match in [*_ENDS.finditer(text), None]:
        piece = text[at : match.start() if match else len(text)]
        if piece.strip() and not began:
            began = line
        held += piece
        if match is None or match.group() != PASSED:
            rows.append(held)
            lines.append(began or line)
            held, began = "", 0
        if match is not None:
            line += match.group() != BREAK
            at = match.end()
    return "\n".join(rows), tuple(lines)


def passed(text: str) -> str:
    """What keeps count of the line ends of a text that goes away."""
    return PASSED * text.count("\n")
