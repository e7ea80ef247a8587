"""The press room's text holds nothing internal, and all that is public."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from tests.core.policy.texts import FRONT, REFERENCE, Known, policies

from vigor.policy.parse import parse
from vigor.policy.public import public
from vigor.policy.render import render


def public_text(body: str) -> str:
    return render(public(parse(FRONT + body)[0])).removeprefix(FRONT)


def words_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"(?:Rubrik|Fall|Så|Därför|länk)", "", text)))


@settings(max_examples=200, deadline=None)
@given(policies())
def test_no_internal_key_or_word_gets_out_and_no_public_one_is_lost(known: Known) -> None:
    text = render(public(parse(known.text)[0]))
    for secret in known.hidden:
        assert secret not in re.sub(r"länk\w+", "", text)
    assert known.shown <= words_in(text)
    assert "checks" not in text
    assert "audience" not in text


@settings(max_examples=50, deadline=None)
@given(policies())
def test_the_projection_is_a_policy_and_projecting_it_again_changes_nothing(known: Known) -> None:
    once = public(parse(known.text)[0])
    assert render(public(once)) == render(once)
    assert render(public(parse(render(once))[0])) == render(once)
    assert not [problem for problem in parse(render(once))[1] if problem.is_error]


@settings(max_examples=60, deadline=None)
@given(policies())
def test_a_translation_hides_what_its_original_hides(known: Known) -> None:
    translation = parse(known.text.replace(" audience=internal", ""))[0]
    text = render(public(translation, parse(known.text)[0]))
    for secret in known.hidden:
        assert secret not in re.sub(r"länk\w+", "", text)


def test_a_translation_leaves_out_what_nobody_can_vouch_for() -> None:
    original = parse(FRONT + "## T {#t}\n\n- a {#a}\n")[0]
    translation = parse(FRONT + "## T {#t}\n\n- a {#a}\n- b {#unknown}\n- c\n")[0]
    assert list(public(translation, original).by_key) == ["t", "a"]
    assert len(public(translation, original).sections[0].guidelines) == 1


def test_front_matter_keeps_the_known_fields_only() -> None:
    policy = parse(FRONT.replace("called:", "owner: Anna\ncalled:") + "Text.\n")[0]
    assert render(public(policy)) == FRONT + "Text.\n"


@pytest.mark.parametrize(
    "link",
    [
        "[the words](#a)",
        "[the words](<#a>)",
        '[the words](#a "a title")',
        "[the words](/policy/#a)",
        "![the words](#a)",
        "[the words]( #a )",
    ],
)
def test_a_link_to_something_internal_leaves_its_words(link: str) -> None:
    assert (
        public_text(f"See {link} here.\n\n## T\n\n- x {{#a audience=internal}}\n")
        == "See the words here.\n\n## T\n"
    )


def test_a_link_to_something_public_stays() -> None:
    body = "See [this](#ab) here.\n\n## T\n\n- x {#ab}\n"
    assert public_text(body + "- y {#a audience=internal}\n") == body


def test_a_definition_of_a_link_to_something_internal_goes() -> None:
    body = "See [this][r].\n\n[r]: #a\n\n## T\n\n- x {#a audience=internal}\n"
    assert "#a" not in public_text(body)


@pytest.mark.parametrize("comment", ["<!-- secret -->", "<!--\n\nsecret\n\n-->", "<!-- secret"])
def test_comments_go_also_open_ones(comment: str) -> None:
    text = public_text(f"## T\n\nA {comment}\n\n## U\n\n- b <!-- secret --> c {{#k}}\n")
    assert "secret" not in text


def test_remarks_in_attributes_go() -> None:
    text = public_text(
        '## T {note="secret one"}\n\n- a {.text note=secret}\n\n### Plain {note=secret}\n\n- b {#b note=secret}\n'
    )
    assert text == "## T\n\n- a {.text}\n\n### Plain\n\n- b {#b}\n"


def test_code_that_shows_attributes_stays_as_it_is() -> None:
    body = "## T\n\n```\n- a {#x y=z}\n```\n"
    assert public_text(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Secret {audience=internal}",
        "## T\n\n- Secret {#a #b audience=internal}",
        "## T\n\n- Secret {.text audience=internal}",
        "## T {#a #b audience=internal}\n\nSecret",
        "## T\n\n### Secret {audience=internal}\n\ntext",
    ],
)
def test_a_misplaced_audience_is_left_out_all_the_same(body: str) -> None:
    assert "Secret" not in public_text(body)


def test_a_case_that_shows_something_internal_goes_and_so_do_links_to_it() -> None:
    text = public_text(
        "See [it](#c).\n\n## T\n\n- x {#a audience=internal}\n\n### C {#c shows=a}\n\nSecret\n"
    )
    assert text == "See it.\n\n## T\n"


def test_the_reference_in_public_lacks_rumours_only() -> None:
    text = render(public(parse(REFERENCE)[0]))
    assert "rumours" not in text
    assert "checks" not in text
    assert 'layers="logo employee"' in text
