"""What the text of a policy is taken to mean, and that nothing in it is lost."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from tests.core.policy.texts import FRONT, REFERENCE, anything, policies
from tests.endless import comes_to_an_end

from vigor.policy.document import Audience, Case, Force, Guideline, Kind, Option, Policy, Text
from vigor.policy.parse import LONGEST_TEXT, parse
from vigor.policy.render import render

# Marks of Markdown that may change form on the way: indentation, bullets, rulers under titles, quotes of values.
MARKS = re.compile(r'[\s\-+*#={}"x\[\]→>~X\ufeff]')


def policy_of(body: str) -> Policy:
    return parse(FRONT + body)[0]


def codes_of(body: str) -> list[str]:
    return [problem.code for problem in parse(FRONT + body)[1]]


def first_section(body: str) -> tuple[object, ...]:
    return policy_of(f"## T\n\n{body}").sections[0].parts


def letters(text: str) -> Counter[str]:
    return Counter(MARKS.sub("", text.replace("<!-- -->", "")))


def test_it_reads_the_reference_without_a_problem() -> None:
    policy, problems = parse(REFERENCE)
    assert problems == ()
    assert (policy.slug, policy.title, policy.called, policy.language) == (
        "social-media",
        "Så gör vi",
        "ideologi",
        "sv",
    )
    assert [section.kind for section in policy.sections] == [
        Kind.EXPECT,
        Kind.PRINCIPLE,
        Kind.PLAYBOOK,
        Kind.FRAME,
    ]
    assert policy.opening == "An opening in a few sentences."
    assert policy.by_key["respect"].belief.startswith("What we believe")  # type: ignore[union-attr]


def test_it_reads_a_guideline_with_all_it_carries() -> None:
    policy = parse(REFERENCE)[0]
    guideline = policy.by_key["no-sarcasm"]
    assert isinstance(guideline, Guideline)
    assert guideline.source == "We mean what we write."
    assert guideline.checks == ("irony", "sharp-tone")
    assert guideline.layers == ("logo", "employee")
    assert guideline.force is Force.GUIDE
    assert REFERENCE.split("\n")[guideline.line - 1].startswith("- We mean what we write.")
    assert policy.by_key["memes"].trial_until == date(2027, 3, 1)  # type: ignore[union-attr]
    assert policy.by_key["approve-accounts"].force is Force.MUST  # type: ignore[union-attr]


def test_it_reads_a_case_and_its_ways_to_act() -> None:
    case = parse(REFERENCE)[0].by_key["angry-customer"]
    assert isinstance(case, Case)
    assert case.situation == "The situation."
    assert [(option.act, option.outcome, option.ours) for option in case.options] == [
        ("One way to act.", "What it leads to.", False),
        ("What we do.", "Why.", True),
    ]
    assert (case.shows, case.departments) == (("no-sarcasm",), ("kundservice",))


def test_it_gives_the_reference_back_byte_for_byte() -> None:
    assert render(parse(REFERENCE)[0]) == REFERENCE


@settings(max_examples=600, deadline=None)
@given(anything)
def test_any_text_comes_back_stable_and_whole(text: str) -> None:
    once = render(parse(text)[0])
    assert render(parse(once)[0]) == once
    if "<!-- -->" not in text:
        # `->` and `X` have a canonical form; everything else is there, as often as before.
        assert letters(text) == letters(once)


@settings(max_examples=80, deadline=None)
@given(policies())
def test_a_policy_means_the_same_after_a_round(known: object) -> None:
    text: str = known.text  # type: ignore[attr-defined]
    policy, problems = parse(text)
    again, _ = parse(render(policy))
    assert [problem for problem in problems if problem.is_error] == []
    assert [(p.key, p.kind, p.audience, p.attributes) for p in again.points()] == [
        (p.key, p.kind, p.audience, p.attributes) for p in policy.points()
    ]


@settings(max_examples=150, deadline=None)
@given(anything)
def test_words_keep_their_order(text: str) -> None:
    plain = re.sub(r"[{}\ufeff]", "", text)  # a byte order mark is no word's end, and is dropped
    once = render(parse(plain)[0])
    assert re.findall(r"[a-wyzåäö]+", plain) == re.findall(r"[a-wyzåäö]+", once)


# Level and attributes decide


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## T", Kind.PRINCIPLE),
        ("## T {kind=support}", Kind.PLAYBOOK),
        ("## T {.expect}", Kind.EXPECT),
        ("## T {.frame}", Kind.FRAME),
        ("T {.frame}\n---", Kind.FRAME),
        ("## Ramar", Kind.PRINCIPLE),
        ("## T {.frame} ##", Kind.FRAME),
    ],
)
def test_attributes_decide_what_a_section_is(heading: str, kind: Kind) -> None:
    (section,) = policy_of(heading).sections
    assert section.kind is kind


@pytest.mark.parametrize(
    "heading", ["# T", "### T", "#### T {.case}", "T\n===", "    ## T", "> ## T", "- ## T"]
)
def test_other_headings_are_text(heading: str) -> None:
    policy = policy_of(heading)
    assert policy.sections == ()
    assert policy.opening.strip() == heading.strip()


@pytest.mark.parametrize("marker", ["-", "*", "+"])
def test_a_top_level_bullet_is_a_guideline(marker: str) -> None:
    parts = first_section(f"Idea.\n\n{marker} one {{#a}}\n{marker} two")
    assert [type(part) for part in parts] == [Text, Guideline, Guideline]


def test_a_bullet_can_say_that_it_is_text() -> None:
    parts = first_section("- one\n- two {.text}\n- three")
    assert [type(part) for part in parts] == [Guideline, Text, Guideline]
    assert parts[1].source == "- two {.text}"  # type: ignore[attr-defined]


def test_numbered_and_nested_bullets_are_no_guidelines() -> None:
    parts = first_section("1. one\n   - inner\n\n> - quoted")
    assert [type(part) for part in parts] == [Text]


def test_a_playbook_bullet_is_a_guideline_only_with_attributes() -> None:
    policy = policy_of(
        "## T {kind=support}\n\n- a hint\n- a rule {force=must}\n- for us {audience=internal}\n"
    )
    assert [g.source for g in policy.sections[0].guidelines] == ["a rule", "for us"]


def test_a_guideline_keeps_paragraphs_code_and_nested_bullets() -> None:
    (guideline,) = first_section("- We do. {#a}\n\n  More.\n\n      code {#x}\n\n  - nested\n")
    assert isinstance(guideline, Guideline)
    assert guideline.source == "We do.\n\nMore.\n\n    code {#x}\n\n- nested"
    assert guideline.key == "a"


def test_attributes_stand_at_the_end_of_the_first_paragraph_also_on_several_lines() -> None:
    (guideline,) = first_section('- We do\n  things. {#a\n  checks="x\n  y"}\n  - inner {#b}')
    assert isinstance(guideline, Guideline)
    assert guideline.source == "We do\nthings.\n- inner {#b}"
    assert (guideline.key, guideline.checks) == ("a", ("x", "y"))


def test_loose_lists_give_the_same_guidelines() -> None:
    tight, loose = first_section("- a {#a}\n- b {#b}"), first_section("- a {#a}\n\n\n- b {#b}")
    assert [part.source for part in tight] == [part.source for part in loose]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "item", ["- > quote", "- ```\n  code {#x}\n  ```", "-", "- - nested", "- # title {#x}"]
)
def test_a_bullet_that_opens_with_something_else_is_text(item: str) -> None:
    assert [type(part) for part in first_section(item)] == [Text]


def test_fenced_code_hides_headings_and_bullets() -> None:
    body = "```\n## Not a title {#no}\n- not a bullet {#no}\n```"
    assert [type(part) for part in first_section(body)] == [Text]
    assert len(policy_of(f"## T\n\n{body}").sections) == 1


def test_a_plain_third_level_heading_ends_a_case() -> None:
    parts = first_section("### C {.case}\n\nx\n\n### Plain\n\n- rule")
    assert [type(part) for part in parts] == [Case, Text, Guideline]


def test_a_fourth_level_heading_stays_in_the_case() -> None:
    (case,) = first_section("### C {.case}\n\n#### More\n\ny")
    assert isinstance(case, Case)
    assert case.situation == "#### More\n\ny"


@pytest.mark.parametrize(
    ("item", "act", "outcome", "ours"),
    [
        ("- [ ] act → outcome", "act", "outcome", False),
        ("* [X] act -> outcome", "act", "outcome", True),
        ("- [x] a → b → c", "a", "b → c", True),
        ("- [x] no arrow", "no arrow", "", True),
        ("- [x] a\n  → b\n  c", "a", "b\nc", True),
        ("- [x] act\n\n  ```\n  a -> b\n  ```", "act\n\n```\na -> b\n```", "", True),
    ],
)
def test_it_splits_ways_to_act_at_the_first_arrow(item: str, act: str, outcome: str, ours: bool) -> None:
    (case,) = first_section(f"### C {{.case}}\n\n{item}")
    assert isinstance(case, Case)
    (option,) = case.parts
    assert isinstance(option, Option)
    assert (option.act, option.outcome, option.ours) == (act, outcome, ours)


def test_other_bullets_in_a_case_are_text() -> None:
    (case,) = first_section("### C {.case}\n\n- point\n- [x] act → why\n- [link](#a)")
    assert isinstance(case, Case)
    assert [type(part) for part in case.parts] == [Text, Option, Text]


# Attributes


@pytest.mark.parametrize(
    ("written", "title", "key"),
    [
        ("T {#a}", "T", "a"),
        ("T{#a}", "T", "a"),
        ("T {#a", "T {#a", ""),
        ("T \\{#a}", "T \\{#a}", ""),
        ("T {namn}", "T {namn}", ""),
        ("T {}", "T {}", ""),
        ("T `{#a}`", "T `{#a}`", ""),
        ("T {#a} {}", "T {#a} {}", ""),
        ("T {#a #b}", "T {#a #b}", ""),
        ("T # {#a}", "T #", "a"),
    ],
)
def test_it_finds_the_block_at_the_end(written: str, title: str, key: str) -> None:
    (section,) = policy_of(f"## {written}").sections
    assert (section.title, section.key) == (title, key)


def test_it_keeps_unknown_attributes_and_quotes() -> None:
    text = FRONT + '## T {#a .odd mood="so \\"so\\"" x=1}\n'
    assert render(parse(text)[0]) == text


# Who may read


def test_a_guideline_inherits_its_sections_audience() -> None:
    policy = policy_of("## T {#s audience=internal}\n\n- a {#a}\n- b {#b audience=public}\n")
    assert {point.audience for point in policy.points()} == {Audience.INTERNAL}


def test_a_case_is_internal_if_anything_it_shows_is() -> None:
    policy = policy_of(
        "## T\n\n- a {#a audience=internal}\n\n## U\n\n### C {#c shows=a}\n\n### D {#d .case}\n"
    )
    assert policy.by_key["c"].audience is Audience.INTERNAL
    assert policy.by_key["d"].audience is Audience.PUBLIC


def test_an_audience_nobody_understands_is_internal() -> None:
    assert policy_of("## T {#t audience=intern}").by_key["t"].audience is Audience.INTERNAL


# Front matter


def test_front_matter_values_stay_as_written() -> None:
    policy, _ = parse(
        "---\ntitle: T\nlanguage: no\nfrom: 2027-03-01\nlist: [a, b]\nquoted: 'it: is'\n---\n\ntext\n"
    )
    assert dict(policy.fields) == {
        "title": "T",
        "language": "no",
        "from": "2027-03-01",
        "list": "[a, b]",
        "quoted": "it: is",
    }


@pytest.mark.parametrize(
    "front",
    [
        "title: [",
        "a: b: c",
        "- a\n- b",
        "\tx: y",
        "a: \x01",
        'a: "\\U99999999"',
        "[" * 3000,
        "a: &x [*x",
        "%",
        "a: *b",
    ],
)
def test_unreadable_front_matter_is_kept_and_named(front: str) -> None:
    text = f"---\n{front}\n---\n\nBody.\n"
    policy, problems = parse(text)
    (problem,) = [problem for problem in problems if problem.code == "front-matter-unreadable"]
    assert problem.line >= 2
    assert render(policy) == text


def test_it_names_the_line_of_unreadable_front_matter() -> None:
    _, problems = parse("---\ntitle: T\nlanguage: sv\ncalled: a: b\n---\n")
    assert [(problem.code, problem.line) for problem in problems] == [("front-matter-unreadable", 4)]


def test_a_line_across_the_page_is_no_front_matter() -> None:
    policy, problems = parse("\n---\n\nText.\n\n---\n")
    assert policy.front == ""
    assert "no-front-matter" in [problem.code for problem in problems]


# Bad input


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_make_no_difference(end: str) -> None:
    assert parse("\ufeff" + REFERENCE.replace("\n", end)) == parse(REFERENCE)


def test_lines_end_at_line_feeds_only() -> None:
    _, problems = parse(FRONT + "One\u2028line\x85still\x0cthe same.\n\n## T {#Bad}\n")
    assert [problem.line for problem in problems if problem.code == "bad-key"] == [10]


def test_two_megabytes_come_back_whole() -> None:
    text = "- åäö {#a}\n" * 200_000
    with comes_to_an_end():
        policy, (problem,) = parse(text)
    assert (problem.code, problem.line) == ("text-too-long", 1)
    assert policy.opening == text
    assert len(text) > LONGEST_TEXT


def test_a_binary_file_gets_a_few_clear_problems() -> None:
    text = bytes(range(256)).decode("latin-1") * 3000
    with comes_to_an_end():
        _, problems = parse(text)
    assert 0 < len([problem for problem in problems if problem.code == "control-character"]) <= 20


def test_a_lone_surrogate_is_a_problem_and_no_error() -> None:
    assert "control-character" in codes_of("a \ud800 b")


def test_html_is_named_with_its_line() -> None:
    _, problems = parse(FRONT + "Text.\n\n<script>alert(1)</script>\n\nA <b>word</b>.\n\n<!-- a note -->\n")
    assert [(problem.code, problem.line) for problem in problems] == [("raw-html", 10), ("raw-html", 12)]
