"""What the command says to people, in the language of their shell."""

from __future__ import annotations

import os
import sys


def language() -> str:
    """ "sv" or "en", as LC_ALL, LC_MESSAGES or LANG says; English where none of them is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "sv" if value.lower().startswith("sv") else "en"
    return "en"


def say(english: str, swedish: str) -> str:
    """The sentence that the reader understands."""
    return swedish if language() == "sv" else english


def complain(english: str, swedish: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"vigor: {say(english, swedish)}\n")
