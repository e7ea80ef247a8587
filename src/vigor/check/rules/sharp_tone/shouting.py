"""Words in capitals in a row, and words that each are a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vigor.check.advice import Span
from vigor.check.late import Late
from vigor.check.post import Post, Token
from vigor.check.said import READER
from vigor.language.lemmas import is_word

# "Do. Not. Leave. It.": four words, each a sentence.
_STACCATO = Late(r"(?<![\w.])(?:[A-ZÅÄÖ]\w{1,14}\. ){3,8}[A-ZÅÄÖ]\w{0,14}\b")
STACCATO = 3
_MANY_MARKS = Late(r"[!?]{3,}|[!?]{2}\s*$")
_CAPITALS = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ]+")
SHOUTED = 2
"""Words in capitals in a row that make a shout, where an order or a row of exclamation marks is among them."""


def staccato(post: Post) -> Span | None:
    """Three words or more, each with a full stop."""
    if post.text.count(". ") < STACCATO:
        return None
    found = _STACCATO.search(post.text)
    return Span(*found.span()) if found else None


def shouted(post: Post) -> Iterator[Span]:
    """Words in capitals in a row that the language has: "SVT och NATO" are none."""
    first = _CAPITALS.search(post.text)
    if not first or not _CAPITALS.search(post.text, first.end()):
        return
    run: list[Token] = []
    for token in (*post.tokens, None):
        if token and _is_loud(post, token):
            run.append(token)
            continue
        if token and run and len(token.word) == 1:
            continue
        if len(run) >= SHOUTED and _is_angry(post, run):
            yield Span(run[0].start, run[-1].end)
        run = []


def _is_loud(post: Post, token: Token) -> bool:
    written = post.text[token.start : token.end]
    return len(written) > 1 and written.isupper() and is_word(token.word, post.language)


def _is_angry(post: Post, run: list[Token]) -> bool:
    """An order or a rebuke among the shouted words, or rows of marks after them."""
    span = Span(run[0].start, run[-1].end)
    # "DON'T MISS OUR OFFERS" is loud, and scolds nobody.
    orders = any(hit.entry not in ("don't", "do not") for hit in post.hits.within(span, "sharp.order"))
    after = post.text[span.end : span.end + 6]
    marks = bool(_MANY_MARKS.search(after.rstrip() + " ")) or after.startswith(("!!", "??"))
    readers = any(token.word in READER[post.language] for token in run)
    if not orders and post.hits.within(span, "irony.praise", "ill.good"):
        return False
    return (orders and (marks or readers or SHOUTED < len(run) <= 8)) or (readers and marks)
