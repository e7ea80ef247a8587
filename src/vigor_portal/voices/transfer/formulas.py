"""Cells that a spreadsheet would take for a formula: text on the way in, and made harmless on the way out.

A sign before it ("'=1+1") makes a spreadsheet show the words instead of reckoning with them. The same sign is taken off
again when such a file is read, so that a round trip gives the same words back.
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import re

_BEGINS = r"[=+\-@\t\r\n＝＋－＠]"
_RISKY = re.compile(rf"'*{_BEGINS}")
_DEFUSED = re.compile(rf"'+{_BEGINS}")


def defused(text: str) -> str:
    """The text as a cell that no spreadsheet reckons with."""
    return f"'{text}" if _RISKY.match(text) else text


def as_written(text: str) -> str:
    """The words of a cell that `defused` may have made."""
    return text[1:] if _DEFUSED.match(text) else text
