"""How the models learn: our own frames and the teacher's doubts, without the published rows or the teacher itself."""

from __future__ import annotations

import re

import numpy as np
import pytest
from training import boost, frames, minilm
from training.recipes import Row
from training.train import parted

LABELS = {"complaint": {"0", "1"}, "polite": {"0", "1"}, "sentiment": {"-1", "0", "1"}}


@pytest.mark.parametrize("name", LABELS)
def test_it_draws_posts_from_every_frame_and_fills_every_slot(name: str) -> None:
    posts = frames.drawn(name)
    lines = [
        line for line in (frames.FRAMES / f"{name}.txt").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    assert len(posts) > 5 * len(lines)
    assert {label for _, label, _ in posts} == LABELS[name]
    assert {language for _, _, language in posts} == {"sv", "en"}
    assert not [text for text, _, _ in posts if re.search(r"[{}|]", text)]


def test_it_draws_the_same_posts_each_time() -> None:
    assert frames.drawn("polite") == frames.drawn.__wrapped__("polite")


def test_a_post_of_which_the_teacher_is_unsure_counts_as_yes_and_as_no() -> None:
    rows = [Row("a", "en", True), Row("b", "en", 0.75, 2.0), Row("c", "en", False)]
    places, truth, weight = parted(rows, np.arange(3))
    assert places.tolist() == [0, 1, 2, 1]
    assert truth.tolist() == [True, True, False, False]
    assert weight.tolist() == [1.0, 1.5, 1.0, 0.5]


def test_a_word_is_read_by_its_longest_known_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "_vocabulary", lambda: {"late": 7, "##st": 8, "@": 9, "user": 10, "http": 11})
    minilm._word.cache_clear()
    try:
        assert minilm._pieces("Latest") == [minilm.START, 7, 8, minilm.END]
        assert minilm._pieces("Låte tåg") == [minilm.START, 7, minilm.UNKNOWN, minilm.END]
        assert minilm._pieces("@anna @bo https://x.se/y") == [minilm.START, 9, 10, 11, minilm.END]
    finally:
        minilm._word.cache_clear()


def test_a_line_learns_what_parts_the_posts_and_says_the_same_again() -> None:
    chance = np.random.default_rng(0)
    seen = chance.normal(size=(200, 3))
    truth = (seen[:, 0] > 0).astype(float)
    first, second = (boost.fit(seen, truth, np.ones(200), boost.Shape(rounds=3), 1) for _ in range(2))
    assert ((first.scores(seen) > 0) == (truth > 0)).mean() > 0.8
    assert (first.scores(seen) == second.scores(seen)).all()
