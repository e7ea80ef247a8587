"""A post taken apart once, for every check: words, sentences, links, tags, mentions, quotes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from vigor.check.advice import Span
from vigor.check.context import Context
from vigor.check.lexicon import Hits, hits_of
from vigor.check.walk import Standing, walked
from vigor.language.identify import identify
from vigor.language.words import sentence_spans, word_spans

if TYPE_CHECKING:
    from vigor.check.models.alone import Hashed
    from vigor.check.models.features import Read
    from vigor.check.signals import Signals

LONGEST = 20_000
"""Characters that are read. Nobody's post is longer; what is pasted by mistake must not take a second."""

_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”’)\]}]+", re.IGNORECASE)
# The sign first, and then what may not stand before it: signs are few and quickly found.
_TAG = re.compile(r"#(?<![\w&/]#)(\w+)")
_MENTION = re.compile(r"@(?<![\w./]@)([\w.]+(?:@[\w.-]+)?)")
_QUOTE_SIGN = re.compile(r"[\"”“„»«>]")
_QUOTE = re.compile(r"[\"”“„»«]([^\"”“„»«\n]{2,400})[\"”“»«]|(?m:^>[^\n]*)")


if TYPE_CHECKING:
    once = cached_property
else:

    class once(cached_property):
        """A `cached_property` without the lock that it takes before Python 3.12: a post is read by one thread, and a lock
        for each of a dozen properties is a twentieth of the reading.
        """

        def __get__(self, post, owner=None):
            if post is None:
                return self
            found = post.__dict__[self.attrname] = self.func(post)
            return found


class Token(NamedTuple):
    """A word in lower case, and where it stands."""

    word: str
    start: int
    end: int


_token: Callable[[tuple[str, int, int]], Token] = partial(tuple.__new__, Token)
"""`Token._make` without its steps in Python, of which a post has one a word."""


class Clause(NamedTuple):
    """The part of a sentence that a word stands in, as `said.clause_at` finds it."""

    span: Span
    before: tuple[str, ...]  # its words before the hit, as they are written, in lower case
    inside: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def words(self) -> frozenset[str]:
        return frozenset((*self.before, *self.inside, *self.after))


class Post:
    """What someone is about to publish. `text` is cut at LONGEST; spans are characters of it."""

    def __init__(self, text: str, context: Context | None = None, language: str = "") -> None:
        self.text = text[:LONGEST]
        self.context = context or Context()
        self._named: dict[str, tuple[tuple[Span, str], ...]] = {}
        # What was found out for one check and is asked by others: see `frames.has` and `said.clause_at`.
        self.answered: dict[tuple[str, Span], bool] = {}
        self.clauses: dict[Span, Clause] = {}
        self.language = language if language in ("sv", "en") else identify(self.text, default="sv")

    @once
    def lower(self) -> str:
        """The text in lower case, character for character: "İ" in lower case is two, and would move every span."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(one if len(one) == 1 else each for each, one in ((c, c.lower()) for c in self.text))

    @once
    def tokens(self) -> tuple[Token, ...]:
        return tuple(map(_token, word_spans(self.text)))

    @once
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The words that begin in a span."""
        return self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    @once
    def sentences(self) -> tuple[Span, ...]:
        return tuple(map(Span._make, sentence_spans(self.text)))

    @once
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, place: int) -> Span:
        """The sentence around a character; the whole post where there is none."""
        number = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[number] if number >= 0 else self.whole

    @once
    def hits(self) -> Hits:
        """Where words of the lexicons stand, found in one walk."""
        return hits_of(self.lower, self.language, lambda: self.tokens)

    @once
    def standing(self) -> list[Standing]:
        """Where the letters stand that figures and frames ask for, found in one more."""
        return walked(self.lower, self.language)

    @property
    def whole(self) -> Span:
        return Span(0, len(self.text))

    @once
    def links(self) -> tuple[Span, ...]:
        if "://" not in self.text and "www." not in self.lower:
            return ()
        return tuple(Span(*match.span()) for match in _LINK.finditer(self.text))

    @once
    def tags(self) -> tuple[Span, ...]:
        """Hashtags, "#" included."""
        return tuple(Span(*match.span()) for match in _TAG.finditer(self.text)) if "#" in self.text else ()

    @once
    def mentions(self) -> tuple[Span, ...]:
        return (
            tuple(Span(*match.span()) for match in _MENTION.finditer(self.text)) if "@" in self.text else ()
        )

    @once
    def quotes(self) -> tuple[Span, ...]:
        """What stands between quotation marks, and lines that begin with ">"."""
        if not _QUOTE_SIGN.search(self.text):
            return ()
        return tuple(Span(*match.span()) for match in _QUOTE.finditer(self.text))

    def is_quoted(self, span: Span) -> bool:
        return any(quote.start <= span.start and span.end <= quote.end for quote in self.quotes)

    def of(self, span: Span) -> str:
        """The words of a span, as they are written."""
        return self.text[span.start : span.end]

    @once
    def apart(self) -> Read:
        """The post as the models see it."""
        from vigor.check.models.features import read

        return read(self.text, self.language)

    @once
    def hashed(self) -> Hashed:
        """The same as rows of the models' tables, for all models."""
        from vigor.check.models.alone import hashed

        return hashed(self.apart)

    @once
    def signals(self) -> Signals:
        """What the models make of the post."""
        from vigor.check.signals import signals_of

        return signals_of(self)

    @once
    def likeness(self) -> dict[str, float]:
        """Per check, how sure it is that the post is like those that deserve its advice."""
        from vigor.check.likeness import likeness_of

        return likeness_of(self)

    @once
    def likely(self) -> frozenset[str]:
        """The checks whose advice it may deserve though no rule speaks."""
        from vigor.check.likeness import likely

        return likely(self)

    def named(self, kind: str) -> tuple[tuple[Span, str], ...]:
        """Where the organisation's own words of a kind ("competitors") stand, and which they are."""
        if kind not in self._named:
            self._named[kind] = tuple(self.context.words.find(kind, self.lower, self.text))
        return self._named[kind]
