"""Where no rule speaks: what a post is like."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigor.check import Checked, Context, check
from vigor.check.catalogue import CATALOGUE
from vigor.check.likeness import LIKELY, weighed
from vigor.check.models.alone import lines
from vigor.check.post import Post
from vigor.check.signals import models_of_many
from vigor.policy.parse import parse
from vigor.starter import starter

POSTS = Path(__file__).parents[3] / "training" / "posts"
MEASURED = Path(__file__).parents[3] / "benchmarks" / "posts"
POLICIES = {language: parse(starter(language))[0] for language in ("sv", "en")}


def rows() -> list[dict[str, object]]:
    return [
        json.loads(line)
        for path in sorted(POSTS.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


SOME = rows()[::7]
"""As many as can be read in a few seconds, from every file."""


def is_alone(post: Post, name: str) -> bool:
    """Whether no rule of the check speaks, so that only likeness can."""
    each = next(each for each in CATALOGUE if each.name == name)
    return not each.findings(post)


def found_alone() -> list[tuple[Post, str, Checked]]:
    """Posts with advice that no rule gave."""
    told = []
    for row in SOME:
        language = str(row["lang"])
        context = Context(layer=row["layer"], reply_to=row.get("reply_to") or "")  # type: ignore[arg-type]
        checked = check(str(row["text"]), POLICIES[language], context, language=language)
        post = Post(str(row["text"]), context, language)
        told += [(post, each.check, checked) for each in checked.advice if is_alone(post, each.check)]
    return told


@pytest.fixture(scope="module")
def alone() -> list[tuple[Post, str, Checked]]:
    return found_alone()


def test_it_finds_what_no_rule_has_words_for(alone: list[tuple[Post, str, Checked]]) -> None:
    assert len(alone) > 100
    assert len({name for _post, name, _checked in alone}) >= 4


def test_it_is_never_said_for_certain(alone: list[tuple[Post, str, Checked]]) -> None:
    texts = {each.name: each.told[""] for each in CATALOGUE}
    for post, name, checked in alone:
        for advice in checked.advice:
            if advice.check == name:
                maybe = texts[name].maybe
                assert maybe is not None
                assert advice.confidence <= LIKELY
                assert advice.message.startswith(maybe.of(post.language).partition("{")[0])


def test_it_points_at_a_sentence_of_the_post(alone: list[tuple[Post, str, Checked]]) -> None:
    for post, name, checked in alone:
        for advice in checked.advice:
            if advice.check == name:
                assert advice.span in (*post.sentences, post.whole)


def test_a_few_plain_words_are_left_alone() -> None:
    for language, text in (
        ("sv", "Vår rapport är ute."),
        ("en", "Our report is out."),
        ("en", "We are open today."),
    ):
        assert not check(text, POLICIES[language], Context(layer="logo"), language=language).advice


def test_nothing_is_learnt_from_posts_that_tell_how_good_it_is() -> None:
    learnt = {row["text"] for row in rows()}
    told = [
        path for path in MEASURED.glob("*.jsonl") if "unseen" in path.name or path.stem in ("heldout", "last")
    ]
    assert len(told) >= 6
    for path in told:
        assert not learnt & {json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()}


def test_an_answer_to_nobody_needs_no_way_forward() -> None:
    for row in SOME:
        if "no-way-forward" in row["expected"]:  # type: ignore[operator]
            language = str(row["lang"])
            checked = check(str(row["text"]), POLICIES[language], Context(layer="logo"), language=language)
            assert "no-way-forward" not in {each.check for each in checked.advice}


def test_what_only_counts_is_not_weighed() -> None:
    assert {each.name for each in CATALOGUE if not each.weighed} == {"accessibility"}
    assert set(lines().checks) == {each.name for each in CATALOGUE if each.weighed}


def test_what_reads_figures_and_names_is_told_whatever_the_post_is_like() -> None:
    for each in CATALOGUE:
        assert each.exact <= set(each.told)
    fine = Post(
        "Hej! Kaffe finns i köket. Ring mig på 070-174 06 05 om ni vill ha en kopp.",
        Context(layer="employee"),
        "sv",
    )
    (personal,) = (each for each in CATALOGUE if each.name == "personal-data")
    found = personal.findings(fine)
    assert [one.variant for one in found] == ["phone"]
    fine.__dict__["likeness"] = {"personal-data": 0.0}
    assert weighed(personal, fine, found) == found
    health = [replace(one, variant="health", confidence=0.74) for one in found]
    assert weighed(personal, fine, health) == []


def test_what_cannot_be_said_with_a_perhaps_is_not_told_by_likeness() -> None:
    sayable = {each.name for each in CATALOGUE if each.told[""].maybe}
    assert {name for name, bar in lines().bars.items() if bar <= 1} <= sayable


def test_a_post_alone_and_among_others_is_like_the_same() -> None:
    texts = [(str(row["text"]), str(row["lang"])) for row in SOME[:60]]
    many = [Post(text, Context(), language) for text, language in texts]
    models_of_many(many)
    for post in many:
        assert post.likeness == pytest.approx(Post(post.text, Context(), post.language).likeness, abs=1e-6)


@given(st.text(max_size=300), st.sampled_from(["sv", "en"]))
def test_whatever_the_text_it_tells_probabilities(text: str, language: str) -> None:
    assert all(0 <= told <= 1 for told in Post(text, Context(), language).likeness.values())


@pytest.mark.parametrize("text", ["a " * 20_000, "idiot " * 4_000, "😡" * 5_000, "!" * 20_000])
def test_a_heap_of_one_word_is_nothing_to_fall_over(text: str) -> None:
    assert all(0 <= told <= 1 for told in Post(text, Context(), "en").likeness.values())
