"""The examples on the page about the text's format give what stands under them, and its tables are true."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigor.policy.document import (
    LAYERS,
    PLAYBOOKS,
    Audience,
    Case,
    Force,
    Guideline,
    Kind,
    Option,
    Point,
    Policy,
    Section,
    Text,
)
from vigor.policy.faults import KNOWN_ATTRIBUTES, KNOWN_CLASSES, LANGUAGES
from vigor.policy.keys import LONGEST_KEY, RESERVED_KEYS, assign_keys
from vigor.policy.parse import LONGEST_TEXT, parse
from vigor.policy.problem_texts import PROBLEMS
from vigor.policy.problems import Problem
from vigor.policy.render import render

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "policy-format.md"
TEXT = PAGE.read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```\n\n```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
FIELDS = "---\ntitle: Example\nlanguage: en\n---\n\n"


def read(example: str) -> tuple[Policy, list[tuple[int, Problem]]]:
    """The policy and its problems, by the example's own lines; the fields are filled in where it leaves them out."""
    added = "" if example.startswith("---\n") else FIELDS
    policy, problems = parse(added + example)
    return policy, [(problem.line - added.count("\n"), problem) for problem in problems]


def outline(example: str) -> list[str]:
    """What is stated under an example."""
    policy, problems = read(example)
    lines = []
    if example.startswith("---\n"):
        lines.append("fields: " + ", ".join(f"{name}={value}" for name, value in policy.fields))
    lines += ["opening"] if policy.opening else []
    for section in policy.sections:
        lines += [named(section), *inside(section)]
    return lines + [f"line {line}: {problem.code} ({problem.severity})" for line, problem in problems]


def inside(section: Section) -> Iterator[str]:
    for part in section.parts:
        if isinstance(part, Text):
            yield "  text"
            continue
        yield f"  {named(part)}"
        for each in part.parts if isinstance(part, Case) else ():
            yield f"    {way(each) if isinstance(each, Option) else 'text'}"


def way(option: Option) -> str:
    return f"{'ours' if option.ours else 'way'}: {option.act} → {option.outcome}"


def named(point: Point) -> str:
    """Kind, key, and whatever isn't as it would be if nothing were said."""
    name = f"{point.kind} {point.key or '(no key yet)'}"
    if point.kind is Kind.PLAYBOOK:
        name += f" ({point.playbook})"
    facts = [name]
    facts += ["internal"] if point.audience is Audience.INTERNAL else []
    facts += ["must"] if isinstance(point, Guideline) and point.force is Force.MUST else []
    facts += [
        f"{attribute} {point.attributes.get(attribute)}"
        for attribute in ("checks", "shows", "layers", "departments")
        if point.attributes.get(attribute)
    ]
    if isinstance(point, Guideline) and point.trial_until:
        facts.append(f"on trial until {point.trial_until}")
    return ", ".join(facts)


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a line that begins with `heading`."""
    table = TEXT.split(f"\n{heading}", 1)[1].split("\n| --- ", 1)[1].split("\n\n", 1)[0].split("\n")[1:]
    return [[cell.strip() for cell in row.strip().strip("|").split(" | ")] for row in table if row]


def code(cell: str) -> str:
    return cell.strip("`")


def documented_kinds(heading: str) -> dict[str, set[str]]:
    return {code(row[0]): set(row[1].split(", ")) for row in rows(heading)}


def known_kinds(known: dict[Kind, frozenset[str]], mark: str = "") -> dict[str, set[str]]:
    names = frozenset().union(*known.values())
    return {f"{mark}{name}": {kind.value for kind in known if name in known[kind]} for name in names}


def problem_rows() -> list[str]:
    """The table as it ought to be: copy it from the failing test."""
    return [
        f"| `{name}` | {entry.severity} | {' '.join(entry.texts['en']).replace('{{', '{').replace('}}', '}')} |"
        for name, entry in PROBLEMS.items()
    ]


@pytest.mark.parametrize(
    ("example", "stated"), EXAMPLES, ids=[example.split("\n")[0] for example, _ in EXAMPLES]
)
class TestAnExample:
    def test_it_gives_what_stands_under_it(self, example: str, stated: str):
        assert outline(example) == stated.rstrip("\n").split("\n")

    def test_it_comes_back_the_same_the_second_time(self, example: str, stated: str):
        once = render(read(example)[0])
        assert render(parse(once)[0]) == once


def test_every_example_has_its_result():
    assert len(EXAMPLES) == TEXT.count("```markdown") > 5


def test_every_attribute_is_documented_where_it_belongs():
    assert documented_kinds("| Attribute ") == known_kinds(KNOWN_ATTRIBUTES)


def test_every_class_is_documented_where_it_belongs():
    assert documented_kinds("| Class ") == known_kinds(KNOWN_CLASSES, ".")


def test_the_words_that_attributes_take_are_documented():
    takes = {code(row[0]): set(re.findall(r"`([a-z]+)`", row[2])) for row in rows("| Attribute ")}
    assert takes["layers"] == set(LAYERS)
    assert takes["kind"] == set(PLAYBOOKS)
    assert takes["audience"] == set(Audience)
    assert takes["force"] == set(Force)


def test_the_key_that_a_point_gets_is_the_one_told():
    policy, _ = read(next(example for example, stated in EXAMPLES if "(no key yet)" in stated))
    given = set(assign_keys(policy).by_key) - set(policy.by_key)
    assert [f"`{key}`" in TEXT for key in given] == [True]


def test_the_words_that_are_no_keys_are_documented():
    told = TEXT.split("no keys: ", 1)[1].split(".", 1)[0]
    assert set(re.findall(r"`([a-z-]+)`", told)) == RESERVED_KEYS


def test_the_limits_are_documented():
    assert f"at most {LONGEST_KEY} characters" in TEXT
    assert f"at most {LONGEST_TEXT:,} characters" in TEXT


def test_the_languages_are_documented():
    told = next(row for row in rows("| Field ") if row[0] == "`language`")
    assert set(re.findall(r"`([a-z]+)`", told[2])) == set(LANGUAGES)


def test_every_problem_is_documented_in_its_own_words():
    written = TEXT.split("| Code ", 1)[1].rstrip("\n").split("\n")[2:]
    assert written == problem_rows()
