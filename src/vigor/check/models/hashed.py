"""What was read of many posts as rows of the models' tables, hashed all at once in NumPy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

# More threads than one cost a start-up of their own and win nothing on matrices as small as ours.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from numpy.typing import NDArray

from vigor.check.models.features import (
    LETTER_BITS,
    MIX,
    PAIR,
    SIZES,
    STEP,
    SWEDISH,
    WORD_BITS,
    WORD_ROWS,
    Read,
)

Rows = NDArray[np.int64]
Dense = NDArray[np.float32]

_MIX, _STEP = np.uint32(MIX), np.uint32(STEP)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of the table for many posts, one after the other; post i owns `words[word_ends[i-1]:word_ends[i]]`."""

    words: Rows
    word_starts: Rows
    letters: Rows
    letter_starts: Rows
    dense: Dense


def batch(posts: Sequence[Read]) -> Batch:
    """Hash what was read of the posts, all at once."""
    words, word_starts = word_rows([post.words for post in posts])
    letters, letter_starts = _letter_rows(posts)
    dense = np.array([post.dense for post in posts], dtype=np.float32)
    return Batch(words, word_starts, letters, letter_starts, dense)


def word_rows(posts: Sequence[list[int]]) -> tuple[Rows, Rows]:
    """Single words and pairs. A zero before each post parts it from the one before."""
    flat: list[int] = []
    starts = [0]
    for post in posts:
        flat.append(0)
        flat.extend(post)
        starts.append(len(flat))
    one = np.array(flat, dtype=np.uint32)
    pair = np.empty_like(one)
    # A pair with the zero before it tells that a word is the first: that says something of a request.
    pair[1:] = one[:-1] * _STEP + one[1:] + np.uint32(PAIR)
    pair[starts[:-1]] = 0
    both = np.empty(2 * len(one), dtype=np.uint32)
    both[::2] = one
    both[1::2] = pair
    rows = (both * _MIX) >> np.uint32(32 - WORD_BITS)
    return rows.astype(np.int64), 2 * np.array(starts, dtype=np.int64)


def _letter_rows(posts: Sequence[Read]) -> tuple[Rows, Rows]:
    """Character 3–5-grams of which only the first and the last may be a blank."""
    text = "".join(f" {post.letters}  " for post in posts)
    code = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.array([len(post.letters) + 3 for post in posts], dtype=np.int64)
    ends = np.cumsum(lengths)
    salted = code
    if any(post.swedish for post in posts):
        # Letters of Swedish posts are moved to rows of their own.
        shift = np.repeat(np.array([post.swedish for post in posts]), lengths)
        salted = code + shift.astype(np.uint32) * np.uint32(SWEDISH)
    blank = code == 32
    grams = salted[:-1] * _STEP + salted[1:]
    inner = blank[1:-1]
    found: list[NDArray[np.uint32]] = []
    where: list[Rows] = []
    for size in SIZES:
        grams = grams[: len(code) - size + 1] * _STEP + salted[size - 1 :]
        if size > 3:
            inner = inner[: len(code) - size + 1] | blank[size - 2 : -1]
        kept = np.flatnonzero(~inner)
        found.append((grams[kept] ^ np.uint32(SIZES[size])) * _MIX)
        where.append(kept)
    place = np.concatenate(where)
    rows = (np.concatenate(found) >> np.uint32(32 - LETTER_BITS)).astype(np.int64) + WORD_ROWS
    if len(posts) == 1:
        return rows, np.array([0, len(rows)])
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.concatenate(([0], ends)))
    return rows[order], starts.astype(np.int64)
