"""The models: the same post gets the same signals, whatever it is, and nothing heavy is needed to read it."""

from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigor.check.context import Context
from vigor.check.models import linear
from vigor.check.models.features import LONGEST, MODELS, ROWS, dense_names, lexicon, read
from vigor.check.models.hashed import batch
from vigor.check.post import Post
from vigor.check.signals import Signals, models_of_many, signals_of, signals_of_texts

ODD = (
    "",
    " ",
    "\x00" * 9,
    "\ud800",
    "a\udfffb",
    "🙃" * 50,
    "Z̸̢a̛l͝g͘o",
    "שלום עולם",
    "!" * 3000,
    "ord" * 5000,
    "&#xD800;",
    "@",
    "#",
)
POSTS = (
    ("Tack för snabb hjälp!", "sv"),
    ("The bus is late again.", "en"),
    ("Möte klockan tre.", "sv"),
    ("ok", "en"),
)


def told(text: str, language: str = "en") -> Signals:
    return signals_of_texts([(text, language)])[0]


def in_bounds(signals: Signals) -> bool:
    values = signals._asdict()
    sentiment = values.pop("sentiment")
    return -1 <= sentiment <= 1 and all(0 <= value <= 1 for value in values.values())


@given(st.text(st.characters(), max_size=400), st.sampled_from(["sv", "en"]))
@settings(max_examples=60, deadline=None)
def test_it_reads_any_text_and_says_the_same_again(text: str, language: str) -> None:
    first = told(text, language)
    assert in_bounds(first)
    assert told(text, language) == first


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_it_reads_what_no_one_writes(text: str) -> None:
    assert in_bounds(told(text, "sv"))
    assert in_bounds(signals_of(Post(text)))


def test_it_says_nothing_of_an_empty_post() -> None:
    assert told("") == Signals() == told(" \n ")


def test_it_says_the_same_of_a_post_alone_and_among_others() -> None:
    together = signals_of_texts([*POSTS, ("", "sv"), *POSTS])
    alone = [told(*post) for post in (*POSTS, ("", "sv"), *POSTS)]
    for one, other in zip(together, alone, strict=True):
        assert one._asdict() == pytest.approx(other._asdict(), abs=1e-4)


def test_a_post_by_itself_is_read_without_numpy() -> None:
    script = (
        "import sys; from vigor.check import check; from vigor.policy.parse import parse; from vigor.starter import starter;"
        "check('Det är inte vårt fel. Läs innan du frågar.', parse(starter('sv'))[0]);"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@given(st.text(st.characters(), max_size=300), st.text(max_size=60), st.sampled_from(["sv", "en"]))
@settings(max_examples=80, deadline=None)
def test_plain_python_and_numpy_tell_the_same(text: str, answered: str, language: str) -> None:
    one, many = (Post(text, Context(layer="logo", reply_to=answered), language) for _ in range(2))
    models_of_many([many])
    assert one.signals._asdict() == pytest.approx(many.signals._asdict(), abs=1e-5)
    assert one.likeness == pytest.approx(many.likeness, abs=1e-5)


@pytest.mark.parametrize("text", [*ODD, "ord " * 1500, "x" * 2 * LONGEST], ids=range(len(ODD) + 2))
def test_they_tell_the_same_of_what_no_one_writes(text: str) -> None:
    one, many = Post(text, None, "sv"), Post(text, None, "sv")
    models_of_many([many])
    assert one.signals._asdict() == pytest.approx(many.signals._asdict(), abs=1e-5)
    assert one.likeness == pytest.approx(many.likeness, abs=1e-5)


@pytest.mark.parametrize("answered", [" ", "\ufe0f", "\n\n", "Var är ni?"], ids=repr)
def test_they_tell_the_same_of_an_answer_to_a_post_without_words(answered: str) -> None:
    context = Context(layer="logo", reply_to=answered)
    one, many = Post("Vi hör av oss.", context, "sv"), Post("Vi hör av oss.", context, "sv")
    models_of_many([many, Post("Hej!", None, "sv")])
    assert one.likeness == pytest.approx(many.likeness, abs=1e-5)


def test_it_reads_many_posts_and_none() -> None:
    posts = [Post("Hej, vad fint!"), Post("Hello there, how nice!")]
    models_of_many([])
    models_of_many(posts)
    for post in posts:
        assert post.signals.sentiment == pytest.approx(Post(post.text).signals.sentiment, abs=1e-4)


def test_what_stands_after_the_longest_changes_nothing() -> None:
    long = "word " * (LONGEST // 5)
    assert told(long[:LONGEST]) == told(long[:LONGEST] + " you idiot")


def test_a_rising_score_never_lowers_what_is_told() -> None:
    held = linear.weights()
    assert (np.diff(held.knots, axis=1) >= 0).all()
    assert (np.diff(held.values, axis=1) >= 0).all()


def test_every_signal_but_sentiment_has_a_model_of_its_own() -> None:
    names = set(Signals._fields)
    assert set(linear.weights().signals) == names - {"sentiment"} | {"positive", "negative"}
    assert len(linear.weights().line) == len(dense_names()) + linear.EVIDENCE * len(linear.weights().columns)
    assert len(linear.weights().table) == ROWS


def test_each_signal_has_a_card_that_names_data_licence_figures_and_limits() -> None:
    for name in Signals._fields:
        card = (MODELS / f"{name}.md").read_text(encoding="utf-8")
        for part in ("## Data and licence", "## How good", "## What it can't do"):
            assert part in card, (name, part)


def test_the_weights_stay_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < 15_000_000


def test_nothing_that_trains_is_imported_to_read_a_post() -> None:
    script = (
        "import sys; from vigor.check.signals import signals_of_texts; signals_of_texts([('hej', 'sv')]);"
        "sys.exit(any(name.split('.')[0] in {'sklearn', 'scipy', 'torch', 'training'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_time_grows_with_the_text_and_no_faster() -> None:
    assert len(read("a!b?" * LONGEST, "en").words) <= LONGEST
    rows = batch([read("x" * 10 * LONGEST, "en")])
    assert len(rows.letters) <= 3 * LONGEST


def test_swedish_words_are_carried_over_and_letters_are_kept_apart() -> None:
    swedish, english = read("slut", "sv"), read("slut", "en")
    assert swedish.words == read("end", "en").words != english.words
    assert not set(batch([swedish]).letters.tolist()) & set(batch([english]).letters.tolist())


def test_the_bridge_leads_to_single_words() -> None:
    book = lexicon()
    assert len(book.bridge) > 900
    assert all(target and " " not in target for target in book.bridge.values())


def test_a_likely_case_is_told_from_an_unlikely_one() -> None:
    assert (
        told("You are a fucking idiot, shut up").offensive
        > 0.5
        > told("See you on Friday at nine.").offensive
    )
    assert (
        told("Free cash prize! Call now to claim, txt WIN to 80086").spam > 0.5 > told("See you at nine").spam
    )
    assert told("What a wonderful day, I love it!").sentiment > 1 / 3
    assert told("This is the worst, I hate it so much").sentiment < -1 / 3
    assert (
        told("Hello! Could you please help me? Thanks so much!").polite
        > 0.5
        > told("Why did you remove it?").polite
    )
    assert (
        told("Vilken underbar dag, jag älskar det!", "sv").sentiment
        > told("Hemskt, jag hatar det", "sv").sentiment
    )
    assert (
        told("Du är en jävla idiot, håll käften", "sv").offensive > told("Vi ses på fredag", "sv").offensive
    )


def test_numbers_that_are_told_are_plain_numbers() -> None:
    assert all(type(value) is float and math.isfinite(value) for value in told("hello"))


def test_the_files_say_where_they_come_from() -> None:
    for name in ("lexicon.txt", "bridge.txt"):
        assert Path(MODELS / name).read_text(encoding="utf-8").startswith("# ")
