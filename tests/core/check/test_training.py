"""How the models learn: our own frames and the teacher's doubts, without the published rows or the teacher itself."""

from __future__ import annotations

import re

import numpy as np
import pytest
import scipy.sparse as sp
from training import boost, columns, frames, minilm
from training.data import EXAMPLES, LABELS, own
from training.recipes import Row, toned
from training.train import parted

from vigor.check.models.features import ROWS, WORD_ROWS
from vigor.check.models.linear import felt

FRAMED = {"complaint": {"0", "1"}, "polite": {"0", "1"}, "sentiment": {"-1", "0", "1"}}


@pytest.mark.parametrize("name", FRAMED)
def test_it_draws_posts_from_every_frame_and_fills_every_slot(name: str) -> None:
    posts = frames.drawn(name)
    lines = [
        line for line in (frames.FRAMES / f"{name}.txt").read_text("utf-8").splitlines() if line[0] != "#"
    ]
    assert len(posts) > 5 * len(lines)
    assert {label for _, label, _ in posts} == FRAMED[name]
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


def test_each_example_has_a_label_that_its_set_knows() -> None:
    known = {"complaint": "01", "polite": "01", "spam": "01", "irony": "01", "offensive": "012"}
    for path in EXAMPLES.glob("*.txt"):
        kind = path.stem.partition("-")[0]
        rows = own(path.stem)
        assert len({(text, language) for text, _, language in rows}) == len(rows), path.name
        for text, label, language in rows:
            assert text.strip(), path.name
            assert language in ("sv", "en"), (path.name, text)
            if kind == "tone":
                assert re.fullmatch(r"[yn]{4}[yn-][+0-]", label), (label, text)
                # An insult at somebody is offensive.
                assert label[2] == "n" or label[1] == "y", (label, text)
            else:
                assert label in known.get(kind, ("pos", "neu", "neg")), (path.name, label, text)


def test_no_example_names_an_account_that_may_be_somebodys() -> None:
    named = {
        handle
        for path in EXAMPLES.glob("*-*.txt")
        for text, _, _ in own(path.stem)
        for handle in re.findall(r"(?<![\w/.])@\w+", text)
    }
    assert named <= {"@user"}


def test_a_swedish_post_is_learnt_from_for_each_tone_that_it_has_a_sign_for() -> None:
    ironic = {row.text: row.truth for row in toned("ironic", "y", weight=1.0)}
    polite = {row.text for row in toned("polite", "y", weight=1.0, without=("-",))}
    assert 300 < sum(ironic.values()) < len(ironic)
    assert polite < ironic.keys()


def test_labels_of_ours_hold_no_text() -> None:
    for path in LABELS.glob("*.txt"):
        first, *lines = path.read_text("utf-8").split("\n")
        assert first[0] == "#"
        assert all(re.fullmatch(r"[0-9a-f]{16} [a-z]", line) for line in lines if line), path.name


def test_the_stronger_of_glad_and_grim_speaks_and_its_cut_is_a_third() -> None:
    told = felt(np.array([0.0, -9.0, 3.0, -30.0]), np.array([-2.0, 0.0, 2.0, -40.0]))
    assert told.tolist() == pytest.approx([1 / 3, -1 / 3, 1 / (1 + 2 * np.exp(-3)), 0.0], abs=1e-6)


def test_what_is_counted_is_learnt_together_with_the_words() -> None:
    chance = np.random.default_rng(0)
    truth = np.arange(300) % 2 == 0
    counted = np.stack([truth * 2.0 + chance.normal(size=300), chance.normal(size=300)], axis=1)
    nothing = sp.csr_matrix((300, WORD_ROWS)), sp.csr_matrix((300, ROWS - WORD_ROWS))
    joint = columns.fit_joint(*nothing, counted, truth, 10.0, np.ones(300))
    assert ((counted @ joint.counts + joint.start > 0) == truth).mean() > 0.75
    assert abs(joint.counts[0]) > 3 * abs(joint.counts[1])
    assert not joint.column.any()
