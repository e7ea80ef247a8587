"""An old policy becomes a policy of ours, and no sentence of it is lost."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.core.policy.convert.old_texts import OLD
from tests.endless import comes_to_an_end

from vigor.policy.convert import Converted, Unreadable, convert
from vigor.policy.document import Kind
from vigor.policy.html import to_plain
from vigor.policy.parse import parse
from vigor.starter import starter


def bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def converted(name: str) -> Converted:
    return convert(OLD[name][0], name=name)


def of(body: str, name: str = "old.md") -> Converted:
    return convert(f"# Policy\n\n{body}", name=name)


def codes(found: Converted) -> set[str]:
    return {unsure.code for unsure in found.unsure}


@pytest.mark.parametrize("name", OLD)
def test_no_sentence_is_lost(name: str) -> None:
    found = converted(name)
    kept = f" {bare(' '.join((found.policy.title, *found.sentences)))} "
    assert [sentence for sentence in OLD[name][1] if f" {bare(sentence)} " not in kept] == []


@pytest.mark.parametrize("name", OLD)
def test_what_comes_out_is_a_policy_without_errors(name: str) -> None:
    found = converted(name)
    policy, problems = parse(found.text)
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert policy == found.policy
    keys = [point.key for point in policy.points()]
    assert all(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", OLD)
def test_importing_what_came_out_changes_nothing(name: str) -> None:
    text = converted(name).text
    assert convert(text, name="again.md").text == text


WORDS = st.sampled_from(
    [
        "We",
        "must",
        "never",
        "post",
        "{#key",
        ".class}",
        "{audience=internal}",
        "audience=internal",
        "**bold**",
        "[x](y.md)",
        "<b>tag</b>",
        "</ul>",
        "<li>",
        "<!--",
        "-",
        "1.",
        "#",
        "##",
        "Q:",
        "A:",
        "|",
        "`code`",
        "```",
        "~~~",
        "{{<",
        "x",
        ">}}",
        "{%",
        "y",
        "%}",
        "[^1]",
        "[^1]:",
        ">",
        "*",
        "\\",
        "_a_",
        "---",
        "===",
        "&amp;",
        "&lt;",
        "åäö",
        "Don't",
        "Example:",
        "::",
        "..",
        "\\item",
        "\t",
        "§",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=7).map(" ".join), max_size=14).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(LINES)
@example("- a {#b}\n  - c {#d}")
@example("# <!-- x")
def test_any_text_becomes_a_policy_without_errors_that_stays_as_it_is(source: str) -> None:
    try:
        found = convert(source, name="any.md")
    except Unreadable:
        return
    assert [problem for problem in parse(found.text)[1] if problem.severity == "error"] == []
    assert convert(found.text, name="any.md").text == found.text


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["a.html", "a.rst", "a.tex", "a.txt"]))
def test_any_text_of_any_format_becomes_a_policy_without_errors(source: str, name: str) -> None:
    try:
        found = convert(source, name=name)
    except Unreadable:
        return
    assert [problem for problem in parse(found.text)[1] if problem.severity == "error"] == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.from_regex(r"[A-ZÅÄÖ][a-zåäö]{2,9}( [a-zåäö]{2,9}){1,6}\.", fullmatch=True),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_sentences_are_kept_whatever_marks_stand_before_them(
    sentences: list[str], data: st.DataObject
) -> None:
    marks = st.sampled_from(["", "- ", "1. ", "## ", "> ", "**x** ", "* ", "### ", "| a | ", "    "])
    lines = [data.draw(marks) + sentence for sentence in sentences]
    found = convert("\n\n".join(lines), name="a.md")
    kept = f" {bare(' '.join((found.policy.title, *found.sentences)))} "
    assert [sentence for sentence in sentences if f" {bare(sentence)} " not in kept] == []


def test_it_divides_into_principles_and_guidelines() -> None:
    policy = converted("bold-lines.md").policy
    assert [section.title for section in policy.sections] == ["Tone", "Pictures"]
    assert [guideline.source for guideline in policy.sections[0].guidelines] == ["Be brief.", "Never shout."]
    assert policy.sections[0].belief == "We write as we speak."


def test_a_list_of_things_is_text_and_no_guidelines() -> None:
    policy = of("## Channels\n\n- Facebook\n- LinkedIn\n- Our own site\n\n## Tone\n\n- Be kind.").policy
    assert policy.sections[0].guidelines == ()
    assert "Facebook {.text}" in policy.sections[0].belief


def test_a_heading_that_only_gathers_others_gives_way_to_them() -> None:
    policy = converted("umbrella.md").policy
    assert [section.title for section in policy.sections] == ["Tone", "Time", "Pictures"]
    assert policy.sections[0].belief == "*Guidelines*"


def test_what_introduces_the_whole_is_opening() -> None:
    policy = of("## Purpose\n\nWe want to be heard.\n\n## Tone\n\n- Be kind.").policy
    assert policy.opening == "### Purpose\n\nWe want to be heard."
    assert [section.title for section in policy.sections] == ["Tone"]


def test_a_sentence_that_binds_is_a_guideline_with_what_explains_it() -> None:
    found = converted("modals.md")
    section = found.policy.sections[0]
    assert section.belief == "We believe in people."
    assert [guideline.source for guideline in section.guidelines] == [
        "Employees must say who they are. That builds trust.",
        "Never share customer data.",
    ]
    assert "split" in codes(found)


def test_a_question_is_a_case_and_its_answer_is_in_it() -> None:
    cases = converted("questions.md").policy.sections[0].cases
    assert [case.title for case in cases] == ["Q: May I post in my free time?", "Q: May I name my employer?"]
    assert cases[0].situation == "A: Yes. It is yours."


def test_a_guideline_that_only_means_something_under_its_heading_takes_it_along() -> None:
    found = converted("do-and-dont.md")
    assert [to_plain(guideline.source) for guideline in found.policy.sections[0].guidelines] == [
        "Post with care",
        "Say who you are",
        "Don't: Post when angry",
        "Don't: Name customers",
    ]
    assert "lead" in codes(found)


def test_a_table_of_dos_and_donts_is_guidelines() -> None:
    section = of(
        "## Tone\n\n| Do | Don't |\n|---|---|\n| Listen | Shout |\n\n**Be brief.** People read on phones."
    ).policy.sections[0]
    assert [to_plain(each.source) for each in section.guidelines] == [
        "Do: Listen",
        "Don't: Shout",
        "Be brief. People read on phones.",
    ]


def test_a_numbered_heading_of_plain_text_may_stand_close_to_its_text() -> None:
    source = "Riktlinjer\n\n1. Ton\nVi skriver enkelt.\n\n2. Ansvar\n2.1 Chefen ansvarar för kontot.\n2.2 Alla ska svara.\n"
    sections = convert(source, name="a.txt").policy.sections
    assert [section.title for section in sections] == ["1. Ton", "2. Ansvar"]
    assert [each.source for each in sections[1].guidelines] == [
        "2.1 Chefen ansvarar för kontot.",
        "2.2 Alla ska svara.",
    ]


def test_a_procedure_for_complaints_is_a_playbook() -> None:
    section = converted("procedure.md").policy.sections[0]
    assert (section.kind, section.playbook) == (Kind.PLAYBOOK, "complaint")
    assert section.guidelines == ()


def test_law_and_confidentiality_are_the_frame() -> None:
    found = of("## Tone\n\n- Be kind.\n\n## Sekretess\n\n- Lämna aldrig ut uppgifter om kunder.")
    assert [section.kind for section in found.policy.sections] == [Kind.PRINCIPLE, Kind.FRAME]
    assert "frame" in codes(found)


def test_guidelines_after_an_example_stay_guidelines() -> None:
    policy = of(
        "## Tone\n\n### Example: a joke\n\nSomebody jokes.\n\n### After\n\n- Be kind.\n- Never mock."
    ).policy
    assert len(policy.sections[0].guidelines) == 2
    assert [case.title for case in policy.sections[0].cases] == ["Example: a joke"]


def test_braces_of_others_are_never_taken_for_ours() -> None:
    found = converted("braces.md")
    assert all(point.audience == "public" for point in found.policy.points())
    assert to_plain(found.policy.sections[0].guidelines[0].source).endswith("in the end {#campaign}")


def test_what_was_left_unfinished_is_kept_and_told_with_its_line() -> None:
    found = converted("unfinished.md")
    todo = [unsure for unsure in found.unsure if unsure.code == "todo"]
    assert [unsure.source_line for unsure in todo] == [5, 9, 13]
    assert found.text.split("\n")[todo[0].line - 1] == "TODO: ask the union."


def test_every_doubt_says_why_in_both_languages_and_where() -> None:
    lines = 0
    for name in OLD:
        found = converted(name)
        for unsure in found.unsure:
            assert unsure.message("sv") != unsure.message("en")
            assert unsure.line <= found.text.count("\n")
            lines += unsure.line > 0
    assert lines > 20


def test_the_title_is_taken_from_where_a_reader_would() -> None:
    assert converted("late-front-matter.md").policy.title == "Social media"
    assert converted("page.html").policy.title == "Policy"
    assert converted("policy.tex").policy.title == "Social media"
    assert converted("plain.txt").policy.title == "POLICY FOR SOCIAL MEDIA"
    assert convert("We are kind.", name="our_old-policy.md").policy.title == "Our old policy"


def test_fields_at_the_top_are_kept() -> None:
    assert converted("late-front-matter.md").policy.get("version") == "2"
    assert converted("policy.tex").policy.get("approved") == "2014–12–11"


def test_language_key_and_title_can_be_told() -> None:
    found = convert("# Policy\n\n- Be kind.", name="a.md", language="sv", policy="social", title="Så gör vi")
    assert (found.policy.slug, found.policy.title, found.policy.language) == ("social", "Så gör vi", "sv")
    with pytest.raises(ValueError, match="key"):
        convert("x", name="a.md", policy="Not a key")
    with pytest.raises(ValueError, match="language"):
        convert("x", name="a.md", language="fi")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_policy_of_ours_comes_back_as_it_is(language: str) -> None:
    text = starter(language)
    assert convert(text, name="policy.md").text == text
    without = re.sub(r" \{#[a-z-]+\}", "", text, count=1)
    assert parse(convert(without, name="policy.md").text)[0].sections[0].key


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"  \n\n",
        b"\xef\xbb\xbf",
        b"\x00\x01\x02",
        b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"GIF89a\x01\x00",
    ],
)
def test_what_is_no_text_is_said_to_be_none(source: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        convert(source, name="policy.md")
    assert caught.value.message("sv") != caught.value.message("en")


@pytest.mark.parametrize(
    "source",
    ["[" * 10_000, "> " * 4_000, "- " * 4_000, "<b>" * 6_000, "*a " * 12_000, "{{< " * 8_000, "`" * 10_000, "<!--" * 6_000, "| a " * 8_000, "[a][" * 6_000,
     "{#a " * 8_000, "\\begin{document}" + "{" * 10_000, "![" * 8_000, "Q: a\n" * 4_000, "# a\n" * 4_000, "a\n===\n" * 4_000, "* a\n\n" * 4_000],
    ids=lambda source: repr(source[:20]),
)  # fmt: skip
def test_any_text_is_read_in_bounded_time(source: str) -> None:
    with comes_to_an_end(), contextlib.suppress(Unreadable):
        convert(source, name="a.md")
