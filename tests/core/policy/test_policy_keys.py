"""Keys for points without one: readable, unique, never used before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.policy.texts import FRONT, anything

from vigor.policy.keys import RESERVED_KEYS, assign_keys, is_key, slug
from vigor.policy.parse import parse
from vigor.policy.render import render


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Människan före poängen", "manniskan-poangen"),
        ("Vi skyltar inte med ironi.", "skyltar-ironi"),
        ("We answer [rumours](https://example.org/secret) by phone", "answer-rumours-phone"),
        ("<!-- secret --> Öppet", "oppet"),
        ("2027 blir bra", "point-2027-blir-bra"),
        ("こんにちは", "point"),
        ("Vi", "vi"),
        ("Søren & Æsa", "soren-aesa"),
        ("x" * 200, "x" * 40),
    ],
)
def test_a_key_is_made_of_telling_words(text: str, key: str) -> None:
    assert slug(text) == key


@settings(max_examples=150, deadline=None)
@given(anything, st.sets(st.sampled_from(["foo", "foo-2", "point", "principle", "guideline"])))
def test_every_point_gets_a_key_of_its_own(text: str, taken: set[str]) -> None:
    policy = parse(text)[0]
    before = [point.key for point in policy.points() if point.key]
    keyed = assign_keys(policy, taken)
    keys = [point.key for point in keyed.points()]
    fresh = [key for old, key in zip(policy.points(), keys, strict=True) if not old.key]
    assert all(keys)
    assert all(is_key(key) for key in fresh)
    assert len(set(fresh)) == len(fresh)
    assert set(fresh).isdisjoint({*taken, *RESERVED_KEYS, *before})
    assert assign_keys(keyed, taken) == keyed


def test_keys_that_stand_there_are_left_alone() -> None:
    policy = assign_keys(
        parse(FRONT + "## Search {#mine}\n\n- Ask.\n- Ask.\n\n### Feed {.case}\n")[0], ["ask-2"]
    )
    assert [point.key for point in policy.points()] == ["mine", "ask-3", "ask-4", "feed-2"]


def test_keys_are_written_where_they_are_read() -> None:
    body = (
        "## Om oss\n\n- Vi svarar.\n  Snabbt.\n\n  Alltid.\n- Vi lyssnar. {force=must}\n\n### Fall {.case}\n"
    )
    policy = assign_keys(parse(FRONT + body)[0])
    again, problems = parse(render(policy))
    assert problems == ()
    assert list(again.by_key) == ["om-oss", "svarar-snabbt", "lyssnar", "fall"]
    assert again.sections == parse(render(again))[0].sections
