"""Soft labels for posts that nobody has labelled: what a far larger model makes of them, taught by our own examples.

Where no labelled rows may ship, our own examples and frames are few; a small model learns their words and no others.
The teacher (`minilm.py`) read a great deal of English before, so that a line through what it makes of our examples
carries over to posts in other words. With it we label posts whose licence lets us learn from them, and the small
model learns from those.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from training import minilm
from training.data import rows

Floats = NDArray[np.float64]

STRENGTH = 3.0
"""C of the line, over all that its examples weigh: what the teacher tells is wide, and our examples are few."""


def _some(texts: list[str], count: int) -> list[str]:
    """Evenly from the whole."""
    step = max(1, len(texts) // count)
    return texts[::step][:count]


def _pool() -> Iterator[str]:
    posts = [text for text, _ in rows("semeval2017")]
    yield from _some([text for text, _ in rows("banking77")], 1_500)
    yield from _some([text for text, _ in rows("edos") if "?" in text], 1_500)
    yield from _some([text for text in posts if "@" in text or "?" in text], 5_000)
    yield from _some([text for text in posts if "@" not in text and "?" not in text], 1_000)
    yield from _some([text for text, _ in rows("sms")], 1_000)
    yield from _some([text for text, _ in rows("tweeteval/offensive")], 1_500)
    yield from _some([text for text, _ in rows("tweeteval/irony")], 1_000)


@cache
def pool() -> tuple[str, ...]:
    return tuple(dict.fromkeys(_pool()))


@cache
def parts() -> tuple[str, ...]:
    """A few words in a row out of each longer post of the pool: they tell which words of a post it was."""
    chance, found = random.Random(4), []
    for words in map(str.split, pool()):
        if len(words) > 8:
            start = chance.randrange(len(words) - 5)
            found.append(" ".join(words[start : start + chance.randint(3, 6)]))
    return tuple(dict.fromkeys(found))


def labels(texts: Sequence[str], truth: NDArray[np.bool_], weight: Floats, told: Sequence[str]) -> Floats:
    """What the teacher thinks of each of `told`, above 0 and below 1, having learnt from those English texts alone."""
    line = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH / weight.sum(), max_iter=400))
    line.fit(minilm.read(texts), truth, logisticregression__sample_weight=weight)
    likely: Floats = line.predict_proba(minilm.read(told))[:, 1].round(3)
    return np.clip(likely, 0.001, 0.999)
