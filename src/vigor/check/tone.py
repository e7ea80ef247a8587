"""What an account's card says of how it sounds."""

from __future__ import annotations

import re
from functools import lru_cache

from vigor.check.post import Post

# Whole words or how they begin, in both languages: a card is written by whoever keeps it.
_JOKES = re.compile(
    r"\b(?:humor\w*|humour\w*|skämt\w*|skoja\w*|skojfrisk\w*|skoj|lekful\w*|glimten? i ögat|ironi\w*|ironic\w*|irony|"
    r"putslustig\w*|vits(?:ar|ig\w*)|busig\w*|satir\w*|jok(?:e|es|ing|ey|y)|playful\w*|wry\w*|cheek(?:y|ily)|"
    r"tongue[- ]in[- ]cheek|banter\w*|witty|wit|funny)\b"
)
_NOT = re.compile(
    r"\b(?:inte|aldrig|ingen|inget|inga|utan|ej|undvik\w*|not|never|no|without|avoid\w*|nor)\b|n['’]t\b"
)


def jokes(post: Post) -> bool:
    """Whether the account is known for its jokes and talks to nobody in particular: then its readers know how it is meant.

    An answer is another matter: whoever wrote to us may not have met us before.
    """
    return not post.context.reply_to and any(map(_is_for_jokes, post.context.tone))


@lru_cache(maxsize=256)
def _is_for_jokes(line: str) -> bool:
    lower = line.lower()
    return bool(_JOKES.search(lower)) and not _NOT.search(lower)
