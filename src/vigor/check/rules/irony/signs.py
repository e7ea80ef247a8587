"""Signs that say it: rolling eyes, "NOT" at the end, a role between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Finding, Span
from vigor.check.late import Late
from vigor.check.lexicon import Hit
from vigor.check.post import Post
from vigor.check.said import words_of
from vigor.language.words import listed

_NOT = Late(r"(?:[.…!]\s*|\s-\s*|\s+)(?:NOT|INTE)\s*[.!]*\s*$", re.MULTILINE)
_SIGN, _SCARE, _BACK = 0.8, 0.72, 0.84
_PRAISED = 0.94


def signs(post: Post) -> Iterator[Finding]:
    """Everything of the kind in a post."""
    if post.hits.of("irony.sign"):
        yield from _marks(post)
    if post.hits.of("irony.scare"):
        yield from _scare_quotes(post)
    if "NOT" in post.text or "INTE" in post.text:
        yield from _taken_back(post)


def _marks(post: Post) -> Iterator[Finding]:
    """Rolling eyes say it; a "/s" only where it ends the line, or it is a part of a path or a unit."""
    for hit in post.hits.of("irony.sign"):
        # An upside-down smile is a joke about anything, unless something went wrong.
        if hit.entry == "🙃" and not post.hits.of("irony.trouble", "irony.turn", "irony.again"):
            continue
        if hit.entry.startswith("/"):
            after, before = post.text[hit.end : hit.end + 1], post.text[hit.start - 1 : hit.start]
            if after.strip() or before.strip() or not hit.start:
                continue
        span = _sentence_before(post, hit)
        yield Finding(
            span, _PRAISED if post.hits.within(span, "irony.praise", "irony.thanks", "ill.good") else _SIGN
        )


def _sentence_before(post: Post, hit: Hit) -> Span:
    span = post.sentence_at(max(0, hit.start - 2))
    return span if span.end >= hit.start - 2 else hit.span


def _scare_quotes(post: Post) -> Iterator[Finding]:
    """A role or a virtue, alone between quotation marks, and nobody who said it."""
    for hit in post.hits.of("irony.scare"):
        for quote in post.quotes:
            words = words_of(post, quote)
            if quote.start <= hit.start < quote.end and len(words) <= 2 and not _names_a_word(post, quote):
                stressed = post.hits.of("irony.again", "irony.sign")
                yield Finding(quote, _SCARE + (0.1 if stressed else 0.0), "quotes")


def _names_a_word(post: Post, quote: Span) -> bool:
    """ "We searched for "free"", "the word "quality"": it is the word that is spoken of."""
    telling = {
        "sv": listed(
            "ordet orden begreppet heter kallas kallar sökte söker skriv skriver svara svarar märkt välj klicka tryck fliken knappen rubriken kategorin under titeln temat"
        ),
        "en": listed(
            "word words term called named searched search write writes type reply answer marked choose click press tab button heading category under titled theme labelled"
        ),
    }
    before = words_of(post, Span(post.sentence_at(quote.start).start, quote.start))
    return bool(set(before[-4:]) & telling[post.language])


def _taken_back(post: Post) -> Iterator[Finding]:
    """ "Best support ever. NOT.": praise, and a word that takes it back."""
    found = _NOT.search(post.text)
    if found is None or post.text[found.start() - 1 : found.start()] == ",":
        return
    before = post.sentence_at(max(0, found.start() - 1))
    if post.hits.within(before, "irony.praise", "ill.good"):
        yield Finding(Span(before.start, found.end()), _BACK)
