"""A kind of praise, and when what would be one isn't meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vigor.check.advice import Span
from vigor.check.post import Post
from vigor.check.rule import Both, Example
from vigor.check.said import clause_at, is_denied, is_told

SHARP = (
    "insult",
    "sharp.scold",
    "sharp.passive",
    "sharp.ultimatum",
    "irony.sign",
    "irony.turn",
    "blame",
    "ill.firm",
)
ASKED_SV = {"reply_to": "Min router krånglar igen!"}
ASKED_EN = {"reply_to": "My router is acting up again!"}


@dataclass(frozen=True, slots=True)
class Good:
    """A kind of praise: what is said, how it is found, and its proof."""

    kind: str
    says: Both
    find: Callable[[Post], Span | None]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]


def said(post: Post, kind: str) -> Span | None:
    """The first of a kind that is meant: not quoted, denied or told of."""
    for hit in post.hits.of(kind):
        clause = clause_at(post, hit.span)
        if (
            not post.is_quoted(hit.span)
            and not is_told(post, clause)
            and not is_denied(post, hit.span, clause)
        ):
            return hit.span
    return None
