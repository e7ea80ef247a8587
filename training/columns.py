"""The first step of the models: one column of weights per thing that rows are labelled with.

Each is the mean of a logistic regression on words and letters together and of two on log-count ratios (Wang and
Manning, 2012, "Baselines and bigrams"), which is one set of weights again, as all three are linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from vigor.check.models import linear
from vigor.check.models.features import ROWS, WORD_ROWS, read
from vigor.check.models.hashed import Batch, batch

Floats = NDArray[np.float64]
NB = 0.5


@dataclass
class Posts:
    """Posts taken apart, as parts of a few thousand, and the same as two sparse matrices."""

    parts: list[Batch]
    words: sp.csr_matrix
    letters: sp.csr_matrix

    def __len__(self) -> int:
        return int(self.words.shape[0])


def taken_apart(posts: Sequence[tuple[str, str]]) -> Posts:
    """`posts`: text and language of each."""
    reads = [read(text, language) for text, language in posts]
    parts = [batch(reads[at : at + 2000]) for at in range(0, len(reads), 2000)]
    words = sp.vstack([counted(part.words, part.word_starts, 0, WORD_ROWS) for part in parts]).tocsr()
    letters = sp.vstack(
        [counted(part.letters, part.letter_starts, WORD_ROWS, ROWS - WORD_ROWS) for part in parts]
    )
    return Posts(parts, words, letters.tocsr())


def counted(rows, starts, first, width):  # type: ignore[no-untyped-def]
    """Posts × rows of the table, `first` being the first of `width` columns."""
    ones = np.ones(len(rows), dtype=np.float32)
    made = sp.csr_matrix((ones, rows - first, starts), shape=(len(starts) - 1, width))
    made.sum_duplicates()
    return made


def rarity(every: Sequence[Posts]) -> Floats:
    """idf of each row of the table, over all posts."""
    seen = np.zeros(ROWS)
    total = 0
    for posts in every:
        total += len(posts)
        seen[:WORD_ROWS] += np.bincount(posts.words.indices, minlength=WORD_ROWS)
        seen[WORD_ROWS:] += np.bincount(posts.letters.indices, minlength=ROWS - WORD_ROWS)
    return idf_of(seen, total)


def idf_of(seen: Floats, total: int) -> Floats:
    """idf of rows that stand in `seen` of `total` posts, rounded as the table holds its square."""
    idf = np.log(total / (1 + seen)) + 1
    step = idf.max() ** 2 / 127
    return np.sqrt(np.maximum(1, np.round(idf**2 / step)) * step)


def levelled(counts: sp.csr_matrix, idf: Floats) -> sp.csr_matrix:
    """tf·idf over the root of Σ tf·idf², as `linear.evidence` does it."""
    squares = counts @ (idf**2)
    return (sp.diags(1 / np.sqrt(np.maximum(squares, 1.0))) @ counts @ sp.diags(idf)).tocsr()


def fit_column(
    words: sp.csr_matrix,
    letters: sp.csr_matrix,
    truth: NDArray[np.bool_],
    c: float,
    weight: Floats,
    ratios: bool = True,
) -> Floats:
    """Weights of all rows of the table, for levelled matrices. `ratios`: with those on log-count ratios."""
    both = sp.hstack([words, letters]).tocsr()
    total = _logistic(both, truth, c, weight)
    if not ratios:
        return total
    for matrix, where in ((words, slice(0, WORD_ROWS)), (letters, slice(WORD_ROWS, ROWS))):
        ratio = _log_count_ratio(matrix, truth, weight)
        total[where] += NB * ratio * _logistic((matrix @ sp.diags(ratio)).tocsr(), truth, c, weight)
    return total


@dataclass(frozen=True)
class Joint:
    """A column, the weights of what is counted in a post, and where the score starts."""

    column: Floats
    counts: Floats
    start: float


COUNTED = 0.1
"""What a spread of something counted is worth beside the words of a post, whose levelled weights are of that size."""


def fit_joint(
    words: sp.csr_matrix,
    letters: sp.csr_matrix,
    counted: Floats,
    truth: NDArray[np.bool_],
    c: float,
    weight: Floats,
) -> Joint:
    """A logistic regression on levelled words and letters and on counts, all at once."""
    middle, spread = counted.mean(axis=0), counted.std(axis=0) + 1e-3
    levelled_counts = sp.csr_matrix(COUNTED * (counted - middle) / spread)
    model = _fitted(sp.hstack([words, letters, levelled_counts]).tocsr(), truth, c, weight)
    coef = np.array(model.coef_[0])
    column, counts = coef[:ROWS], COUNTED * coef[ROWS:] / spread
    return Joint(column, counts, float(model.intercept_[0] - middle @ counts))


def _logistic(matrix: sp.csr_matrix, truth: NDArray[np.bool_], c: float, weight: Floats) -> Floats:
    return np.array(_fitted(matrix, truth, c, weight).coef_[0])


def _fitted(matrix: sp.csr_matrix, truth: NDArray[np.bool_], c: float, weight: Floats) -> LogisticRegression:
    model = LogisticRegression(C=c, solver="liblinear", tol=5e-3, max_iter=60, random_state=0)
    return model.fit(matrix, truth, sample_weight=weight)


def _log_count_ratio(matrix: sp.csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> Floats:
    there = matrix.copy()
    there.data = np.ones_like(there.data)
    yes, no = (there.T @ (weight * part) + 0.5 for part in (truth, ~truth))
    return np.array(np.log(yes / yes.sum()) - np.log(no / no.sum()))


def evidence(posts: Posts, table: NDArray[np.generic], scales: NDArray[np.float32]) -> Floats:
    """What run time would see, for a table of any kind of number."""
    parts = [
        linear.evidence(table.take(part.words, axis=0), table.take(part.letters, axis=0), part, scales)
        for part in posts.parts
    ]
    return np.concatenate(parts).astype(np.float64)
