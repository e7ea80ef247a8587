"""Two who write at once: nothing that either of them wrote disappears."""

from __future__ import annotations

from hypothesis import given, settings
from tests.core.policy.texts import FRONT, REFERENCE, Known, anything, policies

from vigor.policy.merge import merge
from vigor.policy.pieces import cut, unified

BASE = (
    FRONT
    + "Hello.\n\n## One {#one}\n\nIdea.\n\n- We sing. {#sing}\n- We dance. {#dance}\n\n## Two {#two}\n\nMore.\n"
)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_a_text_is_cut_and_joined_byte_for_byte(text: str) -> None:
    assert "".join(piece.text for piece in cut(text)) == unified(text)


@settings(max_examples=100, deadline=None)
@given(anything, anything)
def test_who_wrote_alone_gets_exactly_what_they_wrote(base: str, other: str) -> None:
    assert merge(base, other, base).text == other
    assert merge(base, base, other).text == other
    assert merge(base, other, other).text == other


@settings(max_examples=100, deadline=None)
@given(policies(), policies(), policies())
def test_nothing_anybody_wrote_disappears_unseen(one: Known, two: Known, three: Known) -> None:
    base, mine, theirs = ({piece.name: piece.body for piece in cut(text.text)} for text in (one, two, three))
    merged = merge(one.text, two.text, three.text)
    told = {conflict.name: conflict for conflict in merged.conflicts}
    for written in (mine, theirs):
        for name, body in written.items():
            if body != base.get(name, ""):
                shown = told.get(name)
                assert body in merged.text or (shown and body in (shown.mine, shown.theirs))


@settings(max_examples=100, deadline=None)
@given(anything, anything, anything)
def test_it_never_raises(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    assert isinstance(merged.chosen({}), str)


def test_changes_to_different_points_are_joined_and_told() -> None:
    mine, theirs = BASE.replace("We sing", "We hum"), BASE.replace("We dance", "We waltz")
    merged = merge(BASE, mine, theirs)
    assert merged.text == BASE.replace("We sing", "We hum").replace("We dance", "We waltz")
    assert merged.conflicts == ()
    assert merged.came == ("dance",)


def test_the_same_point_changed_by_both_is_left_to_choose() -> None:
    mine, theirs = BASE.replace("We sing", "We hum"), BASE.replace("We sing", "We shout")
    merged = merge(BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.name, conflict.mine, conflict.theirs) == (
        "sing",
        "- We hum. {#sing}",
        "- We shout. {#sing}",
    )
    assert merged.chosen({"sing": conflict.mine}) == mine
    assert merged.chosen({"sing": conflict.theirs}) == theirs
    assert merged.chosen({"sing": "- We hum, and shout. {#sing}"}) == BASE.replace(
        "We sing", "We hum, and shout"
    )


def test_taken_out_by_one_and_changed_by_the_other_is_left_to_choose() -> None:
    mine = BASE.replace("- We sing. {#sing}\n", "")
    merged = merge(BASE, mine, BASE.replace("We sing", "We shout"))
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == ("", "- We shout. {#sing}")
    assert merged.chosen({"sing": ""}) == mine


def test_both_may_add_and_one_may_move() -> None:
    mine = BASE.replace("- We dance. {#dance}\n", "- We dance. {#dance}\n- We rest. {#rest}\n")
    theirs = BASE.replace(
        "- We sing. {#sing}\n- We dance. {#dance}\n",
        "- We dance. {#dance}\n- We sing. {#sing}\n- We eat. {#eat}\n",
    )
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    names = [piece.name for piece in cut(merged.text)]
    assert names.index("dance") < names.index("sing")
    assert {"rest", "eat"} < set(names)


def test_two_editors_of_the_reference() -> None:
    mine = REFERENCE.replace("The situation.", "It is night.")
    theirs = REFERENCE.replace("1. A step.", "1. We read it all.")
    assert merge(REFERENCE, mine, theirs).text == mine.replace("1. A step.", "1. We read it all.")
