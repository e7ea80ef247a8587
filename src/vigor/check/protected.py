"""Speech that the law protects: criticism of one's own workplace, union speech, tips to the press."""

from __future__ import annotations

from vigor.check.post import Post


def protection(post: Post) -> str:
    """Which protection applies, in the post's language; nothing where none does."""
    return ""
