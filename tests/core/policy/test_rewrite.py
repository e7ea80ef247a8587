"""Single points changed from outside the editor; all else stays, byte for byte."""

from difflib import unified_diff

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vigor.policy.diff import text_of
from vigor.policy.document import Guideline
from vigor.policy.parse import parse
from vigor.policy.rewrite import CantHold, NoSuchPoint, reworded, with_attribute, with_guideline, without

TEXT = """\
---
title: Vi
language: sv
---

Vi pratar.

## Människan {#person}

Någon sitter där.

*  Vi lyssnar.   {#listen checks="irony"}
*  Vi svarar. {#answer trial-until=2027-03-01}

### En arg kund {#angry shows="listen answer"}

Kunden ropar.

- [x] Svara. → Lugn.

## Ramar {#frame .frame}

- Vi följer lagen. {#law force=must}
"""


def changed_lines(after: str) -> list[str]:
    lines = unified_diff(TEXT.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_other_words_keep_key_and_attributes():
    assert changed_lines(reworded(TEXT, "listen", "Vi hör på.")) == [
        '-*  Vi lyssnar.   {#listen checks="irony"}',
        '+- Vi hör på. {#listen checks="irony"}',
    ]


def test_a_case_and_a_section_get_a_title_and_what_follows():
    after = reworded(TEXT, "angry", "En glad kund\n\nKunden sjunger.\n\n- [x] Sjung. → Fest.")
    assert text_of(parse(after)[0].by_key["angry"]).startswith("En glad kund")
    assert "Kunden ropar" not in after
    assert "Människorna {#person}" in reworded(TEXT, "person", "Människorna\n\nDe finns.")


@pytest.mark.parametrize(
    "words",
    [
        "# Rubrik",
        "Vi {#evil}",
        "- ett\n- två",
        "## Ny {#ny}",
        "<!-- --> {force=must}",
        "Vi\n\n## X\n\n- [x] y",
        "{.text}",
        "---",
    ],
)
def test_words_never_break_out_of_their_point(words: str):
    before = parse(TEXT)[0]
    try:
        after = parse(reworded(TEXT, "listen", words))[0]
    except CantHold:
        return
    assert list(after.by_key) == list(before.by_key)
    assert after.by_key["listen"].attributes == before.by_key["listen"].attributes
    assert after.by_key["answer"].attributes == before.by_key["answer"].attributes


@given(st.text(max_size=60))
def test_whatever_the_words_the_other_points_stand(words: str):
    before = parse(TEXT)[0]
    try:
        after = parse(reworded(TEXT, "answer", words))[0]
    except CantHold:
        return
    assert list(after.by_key) == list(before.by_key)
    for key in ("person", "listen", "angry", "frame", "law"):
        assert text_of(after.by_key[key]) == text_of(before.by_key[key])


def test_nothing_is_no_words():
    with pytest.raises(CantHold):
        reworded(TEXT, "answer", " \n")


def test_a_point_that_isnt_there_is_said():
    for change in (
        lambda: reworded(TEXT, "gone", "x"),
        lambda: without(TEXT, "gone"),
        lambda: with_attribute(TEXT, "person", "x", "y"),
    ):
        with pytest.raises(NoSuchPoint):
            change()


def test_a_new_guideline_stands_last_before_the_cases():
    after = with_guideline(TEXT, "Vi tackar.", "thank", section="person")
    assert [point.key for point in parse(after)[0].points()][:4] == ["person", "listen", "answer", "thank"]
    assert changed_lines(after) == ["+- Vi tackar. {#thank}"]


def test_a_new_guideline_can_follow_another():
    after = with_guideline(TEXT, "Vi tackar.", "thank", section="person", after="listen")
    assert [point.key for point in parse(after)[0].points()][:4] == ["person", "listen", "thank", "answer"]


def test_a_key_that_is_taken_is_refused():
    with pytest.raises(CantHold):
        with_guideline(TEXT, "Vi tackar.", "law", section="person")
    with pytest.raises(NoSuchPoint):
        with_guideline(TEXT, "Vi tackar.", "thank", section="listen")


def test_what_is_taken_out_is_no_longer_shown():
    after = parse(without(TEXT, "listen"))[0]
    assert after.by_key["angry"].attributes.words("shows") == ("answer",)
    alone = parse(without(without(TEXT, "listen"), "answer"))
    assert not [problem for problem in alone[1] if problem.is_error]
    assert alone[0].by_key["angry"].attributes.classes == ("case",)


def test_a_section_goes_with_all_that_stands_in_it():
    assert list(parse(without(TEXT, "person"))[0].by_key) == ["frame", "law"]


def test_an_attribute_comes_and_goes():
    after = with_attribute(TEXT, "answer", "trial-until", None)
    point = parse(after)[0].by_key["answer"]
    assert isinstance(point, Guideline)
    assert point.trial_until is None
    assert len(changed_lines(after)) == 2
    assert with_attribute(TEXT, "answer", "trial-until", "2027-03-01") == TEXT
