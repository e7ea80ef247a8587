"""Train `vigor.check.likeness`: a line per check, from posts of our own that say what they deserve.

    python -m training.likeness

`training/posts/*.jsonl` were invented without a look at the rules; beside them stand the parts of
`benchmarks/posts` that may be looked at, and the checks' own examples. Thresholds and probabilities come from folds:
each fifth of the posts is scored by a line that learnt from the others.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from benchmarks import posts_quality
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import StratifiedGroupKFold

from training import columns
from training.columns import Floats
from training.data import rows
from vigor.check import Context, likeness
from vigor.check.catalogue import CATALOGUE
from vigor.check.models import alike, tensors
from vigor.check.models.features import FOLD, MODELS
from vigor.check.models.hashed import batch
from vigor.check.post import Post
from vigor.check.rule import Check

HERE = Path(__file__).with_name("posts")
WIDTH = 3 * FOLD
SEED = 20261122
FOLDS = 5
TRAITS = 0.35
"""What a trait counts, where a post's words and its letters count 1 together each."""
COUNTS = 0.5
"""What all that `features` counts comes to, beside a post's words and letters."""
STRENGTH = 40.0
RIGHT = 0.75
"""How many of those that are told by likeness alone are to be right, among posts of strangers that were left out: what
rules tell is right more often, and all of it together more than .85."""
FEWEST = 4
LIKELIER = 0.6
"""The lowest bar there is, however right what lies below it was."""
EACH = 1_500
TONE = frozenset(("insult", "badmouthing", "irony", "sharp-tone", "blame"))
ORDINARY: tuple[tuple[str, str, tuple[str, ...], frozenset[str]], ...] = (
    ("sv_absabank", "sv", (), frozenset()),
    ("edos", "en", ("not sexist",), TONE),
    ("semeval2017", "en", ("neutral",), frozenset()),
    ("tweeteval/offensive", "en", ("0",), TONE - {"insult"}),
    ("davidson", "en", ("2",), TONE - {"insult"}),
)
"""Sets, languages, labels that are taken (all of them where none is named), and what they may deserve unread."""
KNOWN = 0.6
"""What a post counts from which the rules were made: the lexicons know its words too well."""


@dataclass(frozen=True)
class Sorted:
    """A post, and what it deserves."""

    post: Post
    expected: frozenset[str]
    may: frozenset[str]
    weight: float
    pair: str
    """Posts of a pair are of the same scene: a line that learnt from one knows the other."""
    judges: bool = True
    """Whether it counts where bars are set; not so where the rules were made from it."""


def posts() -> list[Sorted]:
    made = [each for path in sorted(HERE.glob("*.jsonl")) for each in _read(path, 1.0)]
    for part in posts_quality.PARTS:
        if part.looked_at:
            made += _read(posts_quality.POSTS / f"{part.name}.jsonl", KNOWN)
    return [*made, *unnamed(made), *_ordinary(), *_examples()]


def _read(path: Path, weight: float) -> Iterator[Sorted]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        post = posts_quality.post_of(row)
        pair = row.get("pair", row["id"])
        expected, may = frozenset(row["expected"]), frozenset(row.get("may", ()))
        yield Sorted(post, expected, may, weight, pair, judges=weight > KNOWN)


def unnamed(chosen: Iterable[Sorted]) -> Iterator[Sorted]:
    """The same posts by nobody in particular: who speaks is not always known."""
    for each in chosen:
        known = replace(each.post.context, layer="", account_sender="")
        post = Post(each.post.text, known, each.post.language)
        yield replace(each, post=post, weight=each.weight / 2)


def _ordinary() -> Iterator[Sorted]:
    """Other people's debate and everyday posts, which deserve hardly any advice. In some, nobody looked for tone."""
    for name, language, labels, unread in ORDINARY:
        texts = sorted({text for text, label in rows(name) if not labels or label in labels})
        for text in random.Random(SEED).sample(texts, min(EACH, len(texts))):
            yield Sorted(Post(text, Context(), language), frozenset(), unread, KNOWN, text)


def _examples() -> Iterator[Sorted]:
    """What shows a check: of other checks they say nothing."""
    every = frozenset(check.name for check in CATALOGUE)
    for check in CATALOGUE:
        for examples, expected in ((check.flags, frozenset((check.name,))), (check.passes, frozenset[str]())):
            for example in examples:
                post = Post(example.text, example.context, example.language)
                yield Sorted(post, expected, every - {check.name}, KNOWN, example.text, judges=False)


@dataclass(frozen=True)
class Seen:
    """All posts, taken apart. `matrix`: words, letters and answered words side by side in one table's width, then traits
    by `names`, then what is counted: `scale` · (count − `mean`).
    """

    names: list[str]
    idf: Floats
    mean: Floats
    scale: Floats
    matrix: sp.csr_matrix


def seen(chosen: list[Sorted]) -> Seen:
    read = alike.seen([each.post for each in chosen], batch([each.post.apart for each in chosen]))
    names = sorted({name for each in read.traits for name in each})
    place = {name: number for number, name in enumerate(names)}
    words, letters, answered = (columns.counted(run.rows, run.starts, 0, WIDTH) for run in read.runs)
    often = np.asarray((words + letters).astype(bool).sum(axis=0)).ravel()
    # What is answered is written in the same words as what answers.
    often[2 * FOLD :] = often[:FOLD]
    idf = columns.idf_of(often, len(chosen))
    flags = sp.csr_matrix(
        (
            np.full(sum(map(len, read.traits)), TRAITS),
            [place[name] for each in read.traits for name in each],
            np.cumsum([0, *map(len, read.traits)]),
        ),
        shape=(len(chosen), len(names)),
    )
    mean, spread = read.dense.mean(axis=0), read.dense.std(axis=0)
    scale = COUNTS / np.sqrt(len(mean)) / np.where(spread, spread, 1)
    counts = sp.csr_matrix(scale * (read.dense - mean))
    texts = sum(columns.levelled(each, idf) for each in (words, letters, answered))
    matrix = sp.hstack([texts, flags, counts]).tocsr()
    return Seen(names, idf, mean, scale, matrix)


def fitted(matrix: sp.csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> tuple[Floats, float]:
    line = LogisticRegression(
        C=STRENGTH,
        class_weight="balanced",
        solver="liblinear",
        dual=True,
        tol=1e-2,
        max_iter=400,
        random_state=0,
    )
    line.fit(matrix, truth, sample_weight=weight)
    return line.coef_[0], float(line.intercept_[0])


def left_out(matrix: sp.csr_matrix, truth: NDArray[np.bool_], weight: Floats, pairs: list[str]) -> Floats:
    """Scores of each post by a line that did not learn from it."""
    scores = np.zeros(len(truth))
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=SEED)
    for known, new in folds.split(matrix, truth, pairs):
        coef, start = fitted(matrix[known], truth[known], weight[known])
        scores[new] = matrix[new] @ coef + start
    return scores


def calibrated(scores: Floats, truth: NDArray[np.bool_], weight: Floats) -> tuple[float, float]:
    """Slope and start of the line that tells a score as a probability."""
    line = LogisticRegression(C=1e3).fit(scores[:, None], truth, sample_weight=weight)
    return float(line.coef_[0, 0]), float(line.intercept_[0])


def bar(check: Check, chosen: Sequence[Sorted], told: Floats) -> float:
    """The lowest probability from which on RIGHT of those on which no rule speaks are right, and FEWEST at the least."""
    places = [
        place
        for place, each in enumerate(chosen)
        if each.judges and not check.findings(each.post) and likeness.may_speak(check.name, each.post)
    ]
    places.sort(key=lambda place: -told[place])
    right = np.cumsum([check.name in chosen[place].expected for place in places]) / np.arange(
        1, len(places) + 1
    )
    good = np.flatnonzero((right >= RIGHT) & (told[places] >= LIKELIER))
    return float(told[places[good[-1]]]) if len(good) and good[-1] + 1 >= FEWEST else likeness.NEVER


@dataclass(frozen=True)
class Line:
    """What one check's likeness is: weights of the table's rows (idf within), of traits and of counts, and how a score is
    told.
    """

    table: Floats
    traits: Floats
    dense: Floats
    slope: float
    start: float
    bar: float


def line_of(check: Check, every: Sequence[Sorted], whole: Seen) -> Line:
    kept = np.flatnonzero([check.name not in each.may for each in every])
    chosen = [every[place] for place in kept]
    truth = np.array([check.name in each.expected for each in chosen])
    weight = np.array([each.weight for each in chosen])
    matrix = whole.matrix[kept]
    scores = left_out(matrix, truth, weight, [each.pair for each in chosen])
    slope, start = calibrated(scores, truth, weight)
    told = 1 / (1 + np.exp(-(slope * scores + start)))
    coef, at = fitted(matrix, truth, weight)
    table, traits, counts = np.split(coef, np.cumsum([WIDTH, len(whole.names)]))
    dense = counts * whole.scale
    at -= float(whole.mean @ dense)
    lowest = bar(check, chosen, told) if check.told[""].maybe else likeness.NEVER
    print(
        f"{check.name:<16} {truth.sum():>4} of {len(truth)}, average precision {average_precision_score(truth, told):.2f}, "
        f"told by itself from {lowest:.2f} on: {np.sum(told >= lowest)}, {np.sum(truth & (told >= lowest))} of them rightly",
        flush=True,
    )
    return Line(table * whole.idf, traits * TRAITS, dense, slope, start + slope * at, lowest)


def main() -> None:
    every = posts()
    whole = seen(every)
    checks = [check for check in CATALOGUE if check.weighed]
    print(f"{len(every)} posts")
    lines = [line_of(check, every, whole) for check in checks]
    table = np.stack([whole.idf**2, *(line.table for line in lines)], axis=1)
    scales = np.abs(table).max(axis=0) / 127
    arrays = {
        "table": np.round(table / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "trait_weights": np.stack([line.traits for line in lines], axis=1).astype(np.float32),
        "dense_weights": np.stack([line.dense for line in lines], axis=1).astype(np.float32),
        "slope": np.array([line.slope for line in lines], dtype=np.float32),
        "start": np.array([line.start for line in lines], dtype=np.float32),
        "bars": np.array([line.bar for line in lines], dtype=np.float32),
    }
    names = {"checks": [check.name for check in checks], "traits": whole.names}
    tensors.save(MODELS / "likeness.safetensors", arrays, names)


if __name__ == "__main__":
    main()
