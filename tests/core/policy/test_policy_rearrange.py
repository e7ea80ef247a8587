"""Buttons and forms that change a text: the rest of it stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.policy.texts import FRONT, REFERENCE, anything

from vigor.policy.document import Case, Option
from vigor.policy.parse import parse
from vigor.policy.pieces import cut, unified
from vigor.policy.rearrange import add_case, move

TEXT = FRONT + (
    "## One {#one}\n\nIdea.\n\n- We sing. {#sing}\n- We dance. {#dance}\n\n### Late {#late shows=sing}\n\nIt is late.\n\n"
    "## Two {#two}\n\n- We rest. {#rest}\n\n## Klagomål {#complaint kind=complaint}\n\n- A step.\n"
)


def keys(text: str) -> list[str]:
    return list(parse(text)[0].by_key)


def test_a_guideline_moves_past_its_neighbour() -> None:
    assert keys(move(TEXT, "dance", "up"))[:3] == ["one", "dance", "sing"]
    assert move(move(TEXT, "dance", "up"), "dance", "down") == TEXT


def test_at_the_edge_it_moves_into_the_next_section_and_stays_a_guideline() -> None:
    moved = move(TEXT, "dance", "down")
    assert keys(moved) == ["one", "sing", "late", "two", "dance", "rest", "complaint"]
    back = move(moved, "dance", "up")
    assert keys(back) == keys(TEXT)
    assert parse(back)[0].by_key["dance"].kind == "guideline"


def test_a_section_takes_what_is_under_it_along() -> None:
    assert keys(move(TEXT, "two", "up"))[:4] == ["two", "rest", "one", "sing"]


def test_what_has_nowhere_to_go_stays() -> None:
    assert move(TEXT, "one", "up") == TEXT
    assert move(TEXT, "unknown", "up") == TEXT


def test_a_case_moves_among_cases_and_sections() -> None:
    moved = move(TEXT, "late", "down")
    assert keys(moved) == ["one", "sing", "dance", "two", "rest", "late", "complaint"]


@settings(max_examples=150, deadline=None)
@given(anything, st.integers(0, 6), st.sampled_from(["up", "down"]))
def test_moving_loses_no_words(text: str, which: int, direction: str) -> None:
    pieces = cut(text)
    moved = move(text, pieces[min(which, len(pieces) - 1)].name, direction)  # type: ignore[arg-type]
    assert sorted(unified(moved).split()) == sorted(unified(text).split())


def test_a_case_from_a_form_is_well_formed() -> None:
    added, key = add_case(
        REFERENCE,
        title="Midnight\nagain",
        situation="# It is late.\n\n- [x] somebody writes\n---",
        options=[Option("Answer now", "Both are\ntired", ours=False), Option("Sleep", "", ours=True)],
        shows="no-sarcasm",
        taken=["midnight-again"],
    )
    assert key == "midnight-again-2"
    policy, problems = parse(added)
    case = policy.by_key[key]
    assert isinstance(case, Case)
    assert (case.shows, case.title, len(case.options)) == (("no-sarcasm",), "Midnight again", 2)
    assert policy.section_of[key].key == "respect"
    assert not [each for each in problems if each.is_error]
    assert keys(REFERENCE) == [each for each in keys(added) if each != key]


@settings(max_examples=150, deadline=None)
@given(anything, anything, anything)
def test_whatever_is_written_in_the_form_the_text_keeps_its_points(
    title: str, situation: str, act: str
) -> None:
    options = [Option(act or "x", act, ours=True)]
    added, key = add_case(
        REFERENCE, title=title or "x", situation=situation, options=options, shows="no-sarcasm"
    )
    assert keys(added) == [*keys(REFERENCE)[:6], key, *keys(REFERENCE)[6:]]


def test_a_case_needs_its_guideline() -> None:
    with pytest.raises(LookupError):
        add_case(REFERENCE, title="x", situation="", options=[], shows="gone")
