"""What stands within a line of reStructuredText: roles, references, literals, as Markdown."""

from __future__ import annotations

import re

LITERAL_LINK = re.compile(r"(?<!`)```([^`]+)``\s*<(https?://[^`>\s]+)>`__?")
LITERAL = re.compile(r"((?<!`)``(?!`)[^`](?:.*?[^`])?``(?!`)|\[`[^`\n]+`\]\(https?://[^()\s]+\))")
ROLES = (
    (re.compile(r":[\w.+:-]+:`(?:~|!)?([^`<]*?)\s*<[^`>]*>`"), r"\1"),
    (re.compile(r":[\w.+:-]+:`(?:~|!)?([^`]*)`"), r"\1"),
    (re.compile(r"(?<!`)`([^`<]+?)\s*<(https?://[^`>\s]+|mailto:[^`>\s]+)>`__?"), r"[\1](\2)"),
    (re.compile(r"(?<!`)`([^`<]+?)\s*<[^`>]*>`__?"), r"\1"),
    (re.compile(r"(?<!`)`<(https?://[^`>\s]+)>`__?"), r"<\1>"),
    (re.compile(r"(?<![`\w])`([^`]+)`__?(?!`)"), r"\1"),
    (re.compile(r"\[(\d+|#\w*|\*)\]_"), r"\\[\1\\]"),
    (re.compile(r"(?<=\w)__?(?=[\s.,;:)!?]|$)"), ""),
    (re.compile(r"(?<!\|)\|([^|\s][^|\n]{0,60})\|_{0,2}(?!\|)"), r"\1"),
    (re.compile(r"(?<![`\w*])`([^`]+)`(?!`)"), r"*\1*"),
    (re.compile(r"\\(?=[ \t]|$)[ \t]?"), ""),
)


def inline(text: str) -> str:
    """Roles, references and literals as Markdown."""
    # Nothing in a literal is a mark of anything.
    pieces = LITERAL.split(LITERAL_LINK.sub(r"[`\1`](\2)", text))
    return "".join(_marked(piece) if at % 2 == 0 else _literally(piece) for at, piece in enumerate(pieces))


def _marked(text: str) -> str:
    for pattern, instead in ROLES:
        text = pattern.sub(instead, text)
    return re.sub(r"<(?!https?:|mailto:)(?=[A-Za-z/!])", r"\\<", text)


def _literally(text: str) -> str:
    return f"`{text.strip('`')}`" if text.startswith("``") else text
