"""How like a post is to those that deserve a piece of advice: for what the rules have no words for yet.

A rule knows a way of saying something. People find others every day: a sneer without a sneering word, an advertisement
that sounds like a tip. `models/likeness.npz` holds, per check, a line through what stands in a post: its words and
letters (hashed, as `features` reads them), the words of the post that it answers, the lexicons' kinds that were found in
it, and what is known beside it. It
learnt from posts that were written and sorted for this (`training/posts/`), and is told as a probability.

It speaks only where it is sure, says "this can be read as …", and points at the sentence that weighs most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

# First, since it says how many threads NumPy may have.
from vigor.check.linear import Floats, summed  # isort: skip

import numpy as np
from numpy.typing import NDArray

from vigor.check import features
from vigor.check.advice import Finding, Span
from vigor.check.features import MODELS, WORD_ROWS, Batch, Dense, Rows, batch, word_rows

if TYPE_CHECKING:
    from vigor.check.post import Post
    from vigor.check.rule import Check

FOLD = 1 << 16
"""Rows for words, as many for letters, and as many for the words of the post that is answered: these lines learnt from
thousands of posts, not from hundreds of thousands.
"""

DOUBT = 0.2
"""Less likely than this, a rule that isn't sure of itself is not told. Chosen on posts left out of the training."""
DISBELIEF = 0.05
"""Less likely than this, not even one that is sure, unless it is CERTAIN or can't be put with "can be read as"."""
CERTAIN = 0.85
NEVER = 2.0
"""The bar of a check for which nothing is ever told by likeness alone."""
BY_NOBODY = 0.92
"""The lowest bar where it isn't known who speaks: debate among strangers is like a sharp reply in many words."""
ANSWERS = ("no-way-forward",)
"""Checks with nothing to say of a post that answers nobody, whatever its words."""
LIKELY = 0.79
"""Never surer than this: what is only like something is told with "can be read as"."""
SUREST = 30.0
"""Log-odds: a heap of one word goes far beyond what a number can hold."""
FEWEST_WORDS = 5
LONGEST_WORD = 80
MOST_SENTENCES = 40


class Run(NamedTuple):
    """Rows of the table for many posts, one after the other; post i owns `rows[starts[i]:starts[i + 1]]`."""

    rows: Rows
    starts: Rows


class Seen(NamedTuple):
    """Posts as the lines see them: their words, letters and, where some answer, the words answered; traits; counts."""

    runs: tuple[Run, ...]
    traits: list[list[str]]
    dense: Dense


@dataclass(frozen=True, slots=True)
class Lines:
    """A line per check. `table` is rows × (rarity, checks) as in `linear.Weights`, with runs of rows for words, letters
    and answered words; beside it stand `trait_weights` and `dense_weights`, (traits or what `features` counts) × checks.

    A score s is told as 1 / (1 + e^−(slope·s + start)). `bars`: what is told from there on is worth saying.
    """

    checks: tuple[str, ...]
    table: NDArray[np.int8]
    scales: Floats
    traits: Mapping[str, int]
    trait_weights: Floats
    dense_weights: Floats
    slope: Floats
    start: Floats
    bars: Mapping[str, float]

    def scores(self, seen: Seen) -> Floats:
        """Posts × checks."""
        places = [[self.traits[name] for name in each if name in self.traits] for each in seen.traits]
        starts = np.cumsum([0, *map(len, places)])
        flat = self.trait_weights.take([place for each in places for place in each], axis=0)
        found: Floats = summed(flat, starts) + seen.dense @ self.dense_weights
        for run in seen.runs:
            sums = summed(self.table.take(run.rows, axis=0), run.starts) * self.scales
            found += sums[:, 1:] / np.sqrt(np.maximum(sums[:, :1], 1.0))
        return found

    def told(self, seen: Seen) -> Floats:
        """Posts × checks: probabilities."""
        logits = np.clip(self.scores(seen) * self.slope + self.start, -SUREST, SUREST)
        told: Floats = 1 / (1 + np.exp(-logits))
        return told


def seen(posts: Sequence[Post], read: Batch) -> Seen:
    """`read`: the same posts, hashed for the models, whose rows are folded into fewer."""
    words = Run(read.words & (FOLD - 1), read.word_starts)
    letters = Run(((read.letters - WORD_ROWS) & (FOLD - 1)) + FOLD, read.letter_starts)
    traits_of = [traits(post) for post in posts]
    if not any(post.context.reply_to for post in posts):
        return Seen((words, letters), traits_of, read.dense)
    return Seen((words, letters, _answered(posts)), traits_of, read.dense)


def _answered(posts: Sequence[Post]) -> Run:
    """The words of what the posts answer; a post that answers nobody has none."""
    lengths = np.zeros(len(posts) + 1, dtype=np.int64)
    answers = [place for place, post in enumerate(posts) if post.context.reply_to]
    rows, starts = word_rows(
        [features.read(posts[place].context.reply_to, posts[place].language).words for place in answers]
    )
    lengths[np.array(answers) + 1] = np.diff(starts)
    return Run((rows & (FOLD - 1)) + 2 * FOLD, np.cumsum(lengths))


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
    return (
        ("answers", bool(known.reply_to)),
        ("answers a question", "?" in known.reply_to),
        ("sender asked for", bool(known.account_sender)),
        ("link", bool(post.links)),
        ("links", len(post.links) > 1),
        ("mention", bool(post.mentions)),
        ("many tags", len(post.tags) > 3),
        ("asks", "?" in post.text),
        ("figures", any(map(str.isdigit, post.text))),
    )


def likeness_of_many(posts: Sequence[Post], read: Batch | None = None) -> list[dict[str, float]]:
    """Per post how likely each check's advice is deserved. Never raises. `read`: the posts, if they are hashed already."""
    if not posts:
        return []
    read = read or batch([post.apart for post in posts])
    told = lines().told(seen(posts, read))
    checks = lines().checks
    return [dict(zip(checks, row, strict=True)) for row in told.tolist()]


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
        return [one for one in found if one.confidence >= _enough(check, alike)]
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
    parts = [type(post)(post.of(span), known, post.language) for span in post.sentences[:MOST_SENTENCES]]
    told = [each[check] for each in likeness_of_many(parts)]
    return post.sentences[told.index(max(told))]


@cache
def lines() -> Lines:
    """The shipped ones, read once."""
    with np.load(MODELS / "likeness.npz", allow_pickle=False) as held:
        checks = tuple(held["checks"].tolist())
        return Lines(
            checks=checks,
            table=held["table"],
            scales=held["scales"],
            traits={name: place for place, name in enumerate(held["traits"].tolist())},
            trait_weights=held["trait_weights"],
            dense_weights=held["dense_weights"],
            slope=held["slope"],
            start=held["start"],
            bars=dict(zip(checks, held["bars"].tolist(), strict=True)),
        )
