"""Sentences of published policies, found again by a hash of their words: the texts themselves are not ours to keep."""

from __future__ import annotations

import hashlib
import html
import re
from functools import cache

from benchmarks.results import data_sets
from vigor.language.words import word_spans, words
from vigor.policy.review.pieces import mask

_MARKUP = {
    ".md": re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL),
    ".tex": re.compile(r"\\[a-zA-Z]+\*?|[{}~]|``|''"),
    ".rst": re.compile(r":[a-z-]+:(?=`)|<[^>`\n]*>`_*|`_+|^\.\. .*$", re.MULTILINE),
}
_CLOSES = re.compile(r"[.!?:…”\"’')]*")

Words = list[tuple[str, int, int]]


def hash_of(tokens: list[str]) -> str:
    """The same for a sentence whatever its markup, case and blanks."""
    return hashlib.sha256(" ".join(tokens).encode()).hexdigest()[:16]


@cache
def _readings(file: str) -> tuple[tuple[str, Words], ...]:
    """A file without its markup, and once more with list numbers and the like, each with its words."""
    text = html.unescape((data_sets() / "policies" / file).read_text(encoding="utf-8"))
    pattern = _MARKUP.get(file[file.rindex(".") :])
    text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text) if pattern else text
    return tuple((each, word_spans(each)) for each in (mask(text), text))


def find(file: str, start: str, length: int, wanted: str) -> str | None:
    """The sentence of `length` words that begins with `start` and has this hash; None where it isn't in the file."""
    first = words(start)[0]
    for text, spans in _readings(file):
        tokens = [token for token, _, _ in spans]
        for place, token in enumerate(tokens):
            if token == first and hash_of(tokens[place : place + length]) == wanted:
                end = spans[place + length - 1][2]
                closed = _CLOSES.match(text, end)
                return " ".join(text[spans[place][1] : closed.end() if closed else end].split())
    return None


@cache
def whole(file: str) -> str:
    """All text of a file, code and examples too."""
    return _readings(file)[1][0]
