"""How like a post is to those that deserve a piece of advice: for what the rules have no words for yet.

A rule knows a way of saying something. People find others every day: a sneer without a sneering word, an advertisement
that sounds like a tip. `models/likeness.safetensors` holds, per check, a line through what stands in a post: its words and
letters (hashed, as `models.features` reads them), the words of the post that it answers, the lexicons' kinds that were
found in it, and what is known beside it. It learnt from posts that were written and sorted for this (`training/posts/`), and
is told as a probability.

It speaks only where it is sure, says "this can be read as …", and points at the sentence that weighs most.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vigor.check.advice import Finding, Span
from vigor.check.models.alone import lines
from vigor.check.models.features import read
from vigor.check.models.traits import traits

if TYPE_CHECKING:
    from vigor.check.post import Post
    from vigor.check.rule import Check

DOUBT = 0.2
"""Less likely than this, a rule that isn't sure of itself is not told. Chosen on posts left out of the training."""
DISBELIEF = 0.05
"""Less likely than this, not even one that is sure, unless it is CERTAIN or can't be put with "can be read as"."""
CERTAIN = 0.85
NEVER = 2.0
"""The bar of a check for which nothing is ever told by likeness alone."""
BY_NOBODY = 0.96
"""The lowest bar where it isn't known who speaks: debate among strangers is like a sharp reply in many words."""
ANSWERS = ("no-way-forward",)
"""Checks with nothing to say of a post that answers nobody, whatever its words."""
LIKELY = 0.79
"""Never surer than this: what is only like something is told with "can be read as"."""
FEWEST_WORDS = 5
LONGEST_WORD = 80
MOST_SENTENCES = 40


def likeness_of(post: Post) -> dict[str, float]:
    """How likely each check's advice is deserved. Never raises."""
    answers = post.context.reply_to
    answered = read(answers, post.language).words if answers else ()
    return lines().told(post.apart, post.hashed, traits(post), answered)


def likely(post: Post) -> frozenset[str]:
    """The checks whose advice may be worth saying where no rule speaks. Of most posts there are none."""
    bars = lines().bars
    return frozenset(check for check, alike in post.likeness.items() if alike >= bars[check])


def weighed(check: Check, post: Post, found: list[Finding]) -> list[Finding]:
    """What a check's rules found, held against posts that deserved its advice.

    What a rule isn't sure enough of is dropped where nothing is alike; where no rule speaks, much likeness does.
    """
    alike = post.likeness.get(check.name, DOUBT)
    if found:
        enough = _enough(check, alike)
        return [one for one in found if one.variant in check.exact or one.confidence >= enough]
    bar = lines().bars.get(check.name, NEVER)
    if alike < (bar if post.context.layer else max(bar, BY_NOBODY)) or not may_speak(check.name, post):
        return []
    span = _where(post, check.name)
    word = post.of(span)[:LONGEST_WORD]
    return [Finding(span, min(alike, LIKELY), "", {"word": word, "quote": word})]


def _enough(check: Check, alike: float) -> float:
    """How sure a rule must be of itself."""
    if alike >= DOUBT:
        return 0.0
    return max(check.sure, CERTAIN) if alike < DISBELIEF and check.told[""].maybe else check.sure


def may_speak(check: str, post: Post) -> bool:
    """A few words are like anything; and some checks have nothing to say of a post that answers nobody."""
    return len(post.tokens) >= FEWEST_WORDS and (check not in ANSWERS or bool(post.context.reply_to))


def _where(post: Post, check: str) -> Span:
    """The sentence that is most like it; the whole post where there is but one."""
    if len(post.sentences) < 2:
        return post.whole
    # What is answered says the same of each of them.
    known = replace(post.context, reply_to="")
    parts = (type(post)(post.of(span), known, post.language) for span in post.sentences[:MOST_SENTENCES])
    told = [part.likeness[check] for part in parts]
    return post.sentences[told.index(max(told))]
