"""What changed between two versions, in as few words as it takes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.policy.texts import FRONT, REFERENCE, Known, anything, policies

from vigor.policy.diff import What, apply_keys, diff, words
from vigor.policy.keys import assign_keys
from vigor.policy.parse import parse


def changes(old: str, new: str) -> list[tuple[str, What]]:
    return [(change.key, change.what) for change in diff(parse(FRONT + old)[0], parse(FRONT + new)[0])]


@settings(max_examples=150, deadline=None)
@given(anything)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    policy = parse(text)[0]
    assert diff(policy, policy) == ()
    assert diff(policy, parse(text)[0]) == ()


@settings(max_examples=100, deadline=None)
@given(policies(), policies())
def test_applying_the_changes_gives_the_new_keys(one: Known, other: Known) -> None:
    a, b = parse(one.text)[0], parse(other.text)[0]
    assert apply_keys(a.by_key, diff(a, b)) == set(b.by_key)


@settings(max_examples=100, deadline=None)
@given(anything, anything)
def test_applying_the_changes_gives_the_new_keys_of_any_text(one: str, other: str) -> None:
    a, b = assign_keys(parse(one)[0]), assign_keys(parse(other)[0])
    assert apply_keys(a.by_key, diff(a, b)) == set(b.by_key)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab c.\nå", max_size=40), st.text(alphabet="ab c.\nå", max_size=40))
def test_words_hold_both_texts(old: str, new: str) -> None:
    pieces = words(old, new)
    assert "".join(text for how, text in pieces if how != "added") == old
    assert "".join(text for how, text in pieces if how != "removed") == new


def test_words_change_whole() -> None:
    assert words("vi gör så", "vi gjorde så") == (
        ("same", "vi "),
        ("removed", "gör"),
        ("added", "gjorde"),
        ("same", " så"),
    )


def test_it_tells_added_removed_and_reworded_apart() -> None:
    old = "## T {#t}\n\n- a {#a}\n- b {#b}\n"
    assert changes(old, "## T {#t}\n\n- a {#a}\n") == [("b", What.REMOVED)]
    assert changes(old, old + "- c {#c}\n") == [("c", What.ADDED)]
    assert changes(old, old.replace("- a", "- other")) == [("a", What.REWORDED)]
    assert changes(old, old.replace("T {", "U {")) == [("t", What.REWORDED)]
    assert changes(old, old.replace("#t}\n", "#t}\n\nIdea.\n")) == [("t", What.REWORDED)]


def test_moving_one_point_reports_one() -> None:
    rows = [f"- {key} {{#{key}}}\n" for key in "abcdef"]
    old = "## T {#t}\n\n" + "".join(rows)
    assert changes(old, "## T {#t}\n\n" + "".join([*rows[1:5], rows[0], rows[5]])) == [("a", What.MOVED)]
    assert changes(old, "## T {#t}\n\n" + "".join([rows[5], *rows[:5]])) == [("f", What.MOVED)]


def test_moving_a_section_reports_the_section_only() -> None:
    t, u, v = "## T {#t}\n\n- a {#a}\n- b {#b}\n\n", "## U {#u}\n\n- c {#c}\n\n", "## V {#v}\n\n"
    assert changes(t + u + v, u + v + t) == [("t", What.MOVED)]


def test_moving_to_another_section_names_both() -> None:
    old = parse(FRONT + "## T {#t}\n\n- a {#a}\n- b {#b}\n\n## U {#u}\n")[0]
    new = parse(FRONT + "## T {#t}\n\n- a {#a}\n\n## U {#u}\n\n- b {#b}\n")[0]
    (change,) = diff(old, new)
    assert (change.key, change.what, change.before, change.after) == ("b", What.MOVED, "t", "u")


def test_an_added_point_moves_nobody() -> None:
    assert changes("## T {#t}\n\n- a {#a}\n- b {#b}\n", "## T {#t}\n\n- c {#c}\n- a {#a}\n- b {#b}\n") == [
        ("c", What.ADDED)
    ]


def test_it_reports_force_audience_and_other_attributes() -> None:
    old = "## T {#t}\n\n- a {#a}\n"
    assert changes(old, old.replace("{#a", "{#a force=must")) == [("a", What.FORCE)]
    assert changes(old, old.replace("{#a", "{#a audience=internal")) == [("a", What.AUDIENCE)]
    assert changes(old, old.replace("{#a", "{#a trial-until=2027-03-01")) == [("a", What.ATTRIBUTES)]
    assert changes(old, old.replace("{#t", "{#t .frame")) == [("t", What.ATTRIBUTES)]


def test_a_rewording_shows_its_words() -> None:
    (change,) = diff(parse(REFERENCE)[0], parse(REFERENCE.replace("like memes", "love memes"))[0])
    assert ("added", "love") in change.pieces
    assert ("removed", "like") in change.pieces


def test_the_opening_counts_too() -> None:
    assert changes("One.\n", "Two.\n") == [("", What.REWORDED)]


def test_a_first_save_is_no_change() -> None:
    policy = parse(FRONT + "## Om oss\n\n- Vi svarar.\n- Vi lyssnar.\n")[0]
    assert diff(policy, assign_keys(policy)) == ()
