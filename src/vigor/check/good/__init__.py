"""What is good in a post, said too: a sender, an apology, a next step, thanks, credit, a question back.

Each kind carries its proof, as a check does. Praise is given where advice would be: for what helps the reader, and
never for more than three things, since a list of compliments is read by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from vigor.check.advice import Praise
from vigor.check.good.kind import Good
from vigor.check.good.kindness import APOLOGY, THANKS
from vigor.check.good.names import CREDIT, SENDER
from vigor.check.good.way_on import NEXT_STEP, QUESTION
from vigor.check.post import Post

__all__ = ["GOOD", "MOST", "Good", "praise"]

MOST = 3
GOOD: tuple[Good, ...] = (APOLOGY, NEXT_STEP, SENDER, QUESTION, CREDIT, THANKS)


def praise(post: Post) -> Iterator[Praise]:
    """What is good in the post, at most MOST things. Nothing beside an insult: then it isn't what the reader sees."""
    if post.hits.of("insult.person", "insult.reader"):
        return
    given = 0
    for each in GOOD:
        if given < MOST and (span := each.find(post)):
            given += 1
            yield Praise(each.kind, span, each.says.of(post.language))
