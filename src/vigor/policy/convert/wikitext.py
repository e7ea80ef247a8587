"""MediaWiki's own: templates and categories, which the reader that we send it to would drop, words and all."""

from __future__ import annotations

import re
from html import unescape

from vigor.policy.convert.values import Note

INNERMOST = re.compile(r"\{\{(?!\{)([^{}]{0,5000})\}\}")
KEPT = re.compile(r"<nowiki>.*?</nowiki>|<pre\b.*?</pre>", re.DOTALL | re.IGNORECASE)
CATEGORY = re.compile(r"(?im)^[ \t]*\[\[\s*(?:category|kategori)\s*:[^\[\]\n]*\]\][ \t]*$")
ADDRESS = re.compile(r"(?<=\[)https?://[^\s\]]+")
PARAMETER = re.compile(r"\s*[\w -]{1,40}=")
WORDED = re.compile(r"\s*(?:text|title|titel|quote|citat|summary|reason|caption|note|\d+)\s*=\s*", re.I)
DEEPEST = 10


def without_wiki(source: str) -> tuple[str, list[Note]]:
    """The text with the words of its templates in their place, and what we weren't sure of; lines keep their count."""
    notes: list[Note] = []
    hidden: list[str] = []

    def hide(match: re.Match[str]) -> str:
        # In code that is marked so, the wiki reads entities and nothing else.
        code = match.group().lower().startswith("<pre")
        hidden.append(unescape(match.group()) if code and "&lt;/" not in match.group() else match.group())
        return f"\ufdd2{len(hidden) - 1}\ufdd2"

    def words(match: re.Match[str]) -> str:
        name, *said = re.split(r"\|(?![^\[\]]*\]\])", match[1])
        notes.append(Note("template", match.group(), source.count("\n", 0, match.start()) + 1))
        if name.strip().startswith("#"):  # a function of the wiki's: what it would choose, we can't know
            said = []
        kept = [WORDED.sub("", each, count=1).strip() for each in said if _is_words(each)]
        text = " ".join(filter(None, kept))
        return text + "\n" * (match.group().count("\n") - text.count("\n"))

    text = CATEGORY.sub("", KEPT.sub(hide, source))
    # Two colons in an address make the reader lose the link.
    text = ADDRESS.sub(lambda match: match.group().replace("::", "%3A%3A"), text)
    for _ in range(DEEPEST):
        text, count = INNERMOST.subn(words, text)
        if not count:
            break
    return re.sub("\ufdd2(\\d+)\ufdd2", lambda match: hidden[int(match[1])], text), notes


def _is_words(said: str) -> bool:
    """Whether an argument is for the reader: text of several words, not a setting such as `shortcut=WP:SM`."""
    bare = WORDED.sub("", said, count=1)
    if bare == said and PARAMETER.match(said):
        return False
    return len(bare.split()) > 1 or bool(WORDED.match(said))
