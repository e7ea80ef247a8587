"""What is known of a post beside its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vigor.check.post import Post

_DIGIT = re.compile(r"\d")
# Somebody or something with a name of its own, inside a sentence.
_NAME = re.compile(r"[A-ZÅÄÖÉ](?<=[\w,;:] .)[a-zåäöéüø]{2,}")


def traits(post: Post) -> list[str]:
    """What is known of a post beside its words: kinds of the lexicons, who speaks, whom it answers, what stands in it."""
    known = post.context
    return [
        *post.hits.kinds,
        f"layer {known.layer}",
        *(name for name, is_so in _signs(post) if is_so),
    ]


def _signs(post: Post) -> tuple[tuple[str, bool], ...]:
    known = post.context
    names = len(_NAME.findall(post.text))
    return (
        ("a name", names == 1),
        ("two names", names == 2),
        ("many names", names > 2),
        ("answers", bool(known.reply_to)),
        ("answers a question", "?" in known.reply_to),
        ("sender asked for", bool(known.account_sender)),
        ("link", bool(post.links)),
        ("links", len(post.links) > 1),
        ("mention", bool(post.mentions)),
        ("many tags", len(post.tags) > 3),
        ("asks", "?" in post.text),
        ("figures", bool(_DIGIT.search(post.text))),
    )
