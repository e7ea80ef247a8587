"""The starter policy: a text to begin from, in Swedish and English, made to be rewritten.

Both languages hold the same points, with the same keys and attributes, so that either can be the original.
"""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("sv", "en")


def starter(language: str) -> str:
    """The starter policy's Markdown in `language`, "sv" or "en". Raises LookupError for any other language."""
    if language not in LANGUAGES:
        raise LookupError(f"there is no starter policy in {language!r}, only in {' and '.join(LANGUAGES)}")
    return Path(__file__).with_name(f"policy.{language}.md").read_text(encoding="utf-8")
