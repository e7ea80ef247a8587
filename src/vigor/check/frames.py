"""Words with a frame around them: an automaton finds the words of a whole check at once, `re` looks beside each.

What stands beside a word is only sought in a window of it, so reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vigor.check.advice import Span
from vigor.check.post import Post
from vigor.check.walk import Seeker

WINDOW = 90
"""Characters on each side of a word in which its frame must lie."""

NEGATION = {
    "sv": r"\b(?:inte|aldrig|ej|icke|knappast|varken|ingen|inget|inga|utan|slipp\w*|istället för|i stället för|nej)\b",
    "en": r"(?:\b(?:not|never|no|nobody|none|neither|nor|without|hardly|instead of|rather than|cannot)\b|n['’]t\b)",
}


_NEAR = r"(?:\W+\w+){0,4}\W*\Z"


class Frame(NamedTuple):
    """Words parted by commas ("~" at an end stands for any letters), and what must stand just before and after them.

    `before` is tried up to the word, `after` from its end; `unless_before` and `unless_after` must not fit. All are
    patterns for text in lower case. `variant` and `confidence` are the finding's.
    """

    words: str
    before: str = ""
    after: str = ""
    unless_before: str = ""
    unless_after: str = ""
    confidence: float = 0.85
    variant: str = ""


class Hit(NamedTuple):
    """A frame that fits: the span of the words with what stands before and after them."""

    frame: Frame
    span: Span
    word: Span


class Frames(Seeker):
    """The frames of a check, by language."""

    def __init__(self, sv: tuple[Frame, ...] = (), en: tuple[Frame, ...] = ()) -> None:
        super().__init__()
        self.sv, self.en = sv, en

    def letters(self, language: str) -> Iterator[tuple[str, tuple[str, bool, Frame]]]:
        for frame in self.sv if language == "sv" else self.en:
            for listed in frame.words.split(","):
                word = listed.strip()
                bare = word.removesuffix("~")
                yield bare, (bare, word != bare, frame)

    def find(self, post: Post) -> Iterator[Hit]:
        """Where frames of the post's language fit, in the order of their words."""
        text = post.lower
        for last, (word, tail, frame) in self.standing(post):
            start = last + 1 - len(word)
            end = _word_end(text, start, last + 1, word, tail)
            if end and (hit := _fits(frame, text, start, end)):
                yield hit


def _word_end(text: str, start: int, end: int, word: str, tail: bool) -> int:
    """Where the word ends, with its tail; 0 where it stands inside another word."""
    if start and word[0].isalnum() and text[start - 1].isalnum():
        return 0
    if not word[-1].isalnum():
        return end
    stop = end
    while stop < len(text) and stop - end < 30 and text[stop].isalnum():
        stop += 1
    return stop if tail or stop == end else 0


def _fits(frame: Frame, text: str, start: int, end: int) -> Hit | None:
    first, last = start, end
    if frame.before or frame.unless_before:
        window = text[max(0, start - WINDOW) : start]
        if frame.unless_before and _ends(frame.unless_before).search(window):
            return None
        if frame.before:
            found = _ends(frame.before).search(window)
            if not found:
                return None
            first = start - len(window) + found.start()
    if frame.after or frame.unless_after:
        stop = min(len(text), end + WINDOW)
        if frame.unless_after and _begins(frame.unless_after).match(text, end, stop):
            return None
        if frame.after:
            found = _begins(frame.after).match(text, end, stop)
            if not found:
                return None
            last = found.end()
    return Hit(frame, _trimmed(text, first, last), Span(start, end))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


_KEPT: dict[str, re.Pattern[str]] = {}


def pattern(source: str) -> re.Pattern[str]:
    """A pattern made on first need and kept: most posts need none of them, and making one takes its time."""
    made = _KEPT.get(source)
    if made is None:
        made = _KEPT[source] = re.compile(source)
    return made


def _ends(source: str) -> re.Pattern[str]:
    return pattern(rf"(?:{source})\Z")


def _begins(source: str) -> re.Pattern[str]:
    return pattern(source)


def is_negated(post: Post, place: int) -> bool:
    """Whether a negation stands up to four words before a place, in the same sentence."""
    start = max(post.sentence_at(place).start, place - WINDOW)
    source = NEGATION[post.language] + _NEAR
    return bool(pattern(source).search(post.lower[start:place]))


def is_question(post: Post, place: int) -> bool:
    """Whether the sentence around a place asks."""
    return post.of(post.sentence_at(place)).rstrip("\"”’') ").endswith("?")


def has(post: Post, source: str, span: Span | None = None) -> bool:
    """Whether a pattern occurs in the post in lower case, or in a span of it. Remembered: many hits ask the same."""
    where = span or post.whole
    asked = (source, where)
    found = post.answered.get(asked)
    if found is None:
        found = bool(pattern(source).search(post.lower, where.start, where.end))
        post.answered[asked] = found
    return found
