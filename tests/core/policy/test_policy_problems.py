"""Every problem can happen, names its line, and says in both languages what is wrong and how to mend it."""

from __future__ import annotations

import string

import pytest
from tests.core.policy.texts import FRONT

from vigor.policy.parse import parse
from vigor.policy.problem_texts import PROBLEMS
from vigor.policy.problems import Problem
from vigor.policy.translation import compare_translation

HEAD = "---\ntitle: T\nlanguage: sv\n---\n"
ORIGINAL = HEAD + "## T {#t}\n\n- a {#a force=must checks=irony}\n- b {#b audience=internal}\n"

# code → a text that has it, and the line it must name
EXAMPLES: dict[str, tuple[str, int]] = {
    "text-too-long": ("x" * 1_000_001, 1),
    "nothing-here": (" \n\t\n", 1),
    "control-character": (HEAD + "a\nb\x00c\n", 6),
    "bidi-override": (HEAD + "a\n\nb\u202ec\n", 7),
    "no-front-matter": ("## T\n", 1),
    "front-matter-unreadable": ("---\ntitle: T\nx: [\n---\n", 4),
    "field-twice": ("---\ntitle: T\nlanguage: sv\ntitle: U\n---\n", 4),
    "title-missing": ("---\nlanguage: sv\n---\n", 1),
    "language-missing": ("---\ntitle: T\n---\n", 1),
    "unknown-language": ("---\ntitle: T\nlanguage: fi\n---\n", 3),
    "duplicate-key": (HEAD + "## T {#a}\n\n- x {#a}\n", 7),
    "bad-key": (HEAD + "## T {#Räv}\n", 5),
    "reserved-key": (HEAD + "## T {#side-by-side}\n", 5),
    "attributes-unreadable": (HEAD + "## T\n\n- x {#a #b}\n", 7),
    "unknown-attribute": (HEAD + "## T {mood=good}\n", 5),
    "not-a-point": (HEAD + "## T\n\n### Plain {#p}\n", 7),
    "audience-not-here": (HEAD + "## T\n\n- a\n  - b {audience=internal}\n", 8),
    "bad-audience": (HEAD + "## T {audience=intern}\n", 5),
    "public-in-internal": (HEAD + "## T {audience=internal}\n\n- x {audience=public}\n", 7),
    "bad-force": (HEAD + "## T\n\n- x {force=shall}\n", 7),
    "bad-date": (HEAD + "## T\n\n- x {trial-until=2027-02-30}\n", 7),
    "bad-layer": (HEAD + "## T\n\n- x {layers=boss}\n", 7),
    "unknown-playbook": (HEAD + "## T {kind=party}\n", 5),
    "unknown-check": (HEAD + "## T\n\n- x {checks=nonsense}\n", 7),
    "shows-unknown": (HEAD + "## T\n\n### C {shows=gone}\n", 7),
    "empty-point": (HEAD + "## T\n\n- {#a}\n", 7),
    "comment-open": (HEAD + "## T\n\na <!-- b\n- secret\n-->\n", 7),
    "raw-html": (HEAD + "a\n\n<script>x</script>\n", 7),
}
TRANSLATIONS: dict[str, tuple[str, int]] = {
    "translation-unknown-key": (HEAD + "## T {#other}\n", 5),
    "translation-no-key": (HEAD + "## T\n", 5),
    "translation-missing": (HEAD + "## T {#t}\n\n- a {#a}\n", 1),
    "translation-kind": (HEAD + "## T {#a}\n", 5),
    "translation-differs": (HEAD + "## T {#t}\n\n- a {#a force=guide}\n", 7),
}


def problems_of(code: str) -> tuple[Problem, ...]:
    if code in TRANSLATIONS:
        return compare_translation(parse(ORIGINAL)[0], parse(TRANSLATIONS[code][0])[0])
    return parse(EXAMPLES[code][0], known_checks=("irony",))[1]


def test_every_problem_has_an_example() -> None:
    assert set(EXAMPLES) | set(TRANSLATIONS) == set(PROBLEMS)


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_is_found_where_it_is(code: str) -> None:
    line = (EXAMPLES | TRANSLATIONS)[code][1]
    assert (code, line) in [(problem.code, problem.line) for problem in problems_of(code)]


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_problem_speaks_both_languages(code: str) -> None:
    problem = next(problem for problem in problems_of(code) if problem.code == code)
    for language in ("sv", "en"):
        for text in (problem.what(language), problem.mend(language)):
            assert text.endswith((".", "”", "—", ")", "}", "gör", "it")) or text[-1].isalnum()
            assert "{}" not in text
    assert problem.what("sv") != problem.what("en")
    assert problem.what("fi") == problem.what("en")
    assert problem.severity == PROBLEMS[code].severity


@pytest.mark.parametrize("code", PROBLEMS)
def test_both_languages_tell_the_same_values(code: str) -> None:
    entry = PROBLEMS[code]
    assert set(entry.texts) == {"sv", "en"}
    values = [
        {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        for texts in entry.texts.values()
    ]
    assert values[0] == values[1]


def test_a_faultless_text_has_no_problems() -> None:
    assert parse(ORIGINAL, known_checks=("irony",))[1] == ()


def test_checks_are_looked_up_only_where_they_are_known() -> None:
    assert parse(EXAMPLES["unknown-check"][0])[1] == ()


def test_problems_come_in_the_order_of_lines() -> None:
    _, problems = parse(FRONT + "## T {#Bad}\n\n- a {force=x}\n- b {#Bad}\n\n<b>\n")
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_an_escape_in_the_front_matter_hides_nothing() -> None:
    _, problems = parse('---\ntitle: "a\\u202eb"\nlanguage: sv\n---\n')
    assert [(problem.code, problem.line) for problem in problems] == [("bidi-override", 2)]


@pytest.mark.parametrize(
    "body",
    [
        "### Secret {.case audience=internal}",
        "Secret. {audience=internal}",
        "## T\n\n1. Secret {audience=internal}",
        "## T\n\n- Secret {.text audience=internal}",
        "## T\n\n- Secret {#a #b audience=internal}",
        "## T\n\n- Secret {audience=internal",
        "## T\n\nSecret {audience=internal} indeed.",
    ],
)
def test_an_audience_that_would_do_nothing_stops_publishing(body: str) -> None:
    assert any(problem.is_error for problem in parse(FRONT + body)[1])
