"""Every check of the catalogue, future ones too: its examples, its texts, and the guideline that asks for it."""

import re

import pytest

from vigor.check import check
from vigor.check.catalogue import CATALOGUE
from vigor.check.post import Post
from vigor.check.rule import Check, Example
from vigor.policy.parse import parse
from vigor.starter import starter

FEWEST_FLAGS, FEWEST_PASSES = 8, 12
POLICY = {language: parse(starter(language))[0] for language in ("sv", "en")}


def told(each: Check, example: Example) -> list[str]:
    post = Post(example.text, example.context, example.language)
    return [post.of(one.span) for one in each.findings(post)]


EXAMPLES = [(each, kind, example) for each in CATALOGUE for kind in ("flags", "passes") for example in getattr(each, kind)]  # fmt: skip


@pytest.mark.parametrize(("each", "kind", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None) or getattr(value, "text", str(value))[:40])  # fmt: skip
def test_it_obeys_its_examples(each: Check, kind: str, example: Example) -> None:
    assert bool(told(each, example)) == (kind == "flags")


@pytest.mark.parametrize("each", CATALOGUE, ids=lambda each: each.name)
def test_it_proves_itself_in_both_languages(each: Check) -> None:
    for language in ("sv", "en"):
        assert sum(example.language == language for example in each.flags) >= FEWEST_FLAGS
        assert sum(example.language == language for example in each.passes) >= FEWEST_PASSES


@pytest.mark.parametrize("each", CATALOGUE, ids=lambda each: each.name)
def test_it_says_why_and_where_from(each: Check) -> None:
    assert each.reason
    assert each.source
    assert "" in each.told


@pytest.mark.parametrize("each", CATALOGUE, ids=lambda each: each.name)
def test_what_it_flags_is_told_in_the_posts_language_with_a_way_forward(each: Check) -> None:
    for example in each.flags:
        found = check(example.text, POLICY[example.language], example.context, language=example.language)
        mine = [one for one in found.advice if one.check == each.name]
        assert mine or found.protection or len(found.advice) >= 5, example.text
        for one in mine:
            assert one.message
            assert one.suggestion
            assert not re.search(r"\{\w*\}", one.message + one.suggestion)
            assert 0 <= one.span.start <= one.span.end <= len(example.text)


def test_the_weightiest_come_first_and_names_are_once() -> None:
    names = [each.name for each in CATALOGUE]
    assert len(names) == len(set(names))


def test_a_check_that_the_policy_does_not_ask_for_is_silent() -> None:
    policy = parse("# Ours\n\n## Words {#words}\n\nWe believe.\n\n- We answer. {#answer}\n")[0]
    assert check("Vår kräm är bäst i världen!", policy).advice == ()


def test_no_message_says_a_secret_again() -> None:
    for name in ("secret", "personal-data"):
        each = next(one for one in CATALOGUE if one.name == name)
        for example in each.flags:
            post = Post(example.text, example.context, example.language)
            for advice in check(example.text, POLICY[example.language], example.context, language=example.language).advice:  # fmt: skip
                # "Before the report" gives nothing away; what was found by its digits would.
                if advice.check == name and any(letter.isdigit() for letter in post.of(advice.span)):
                    assert post.of(advice.span) not in advice.message + advice.suggestion
