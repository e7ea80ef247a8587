"""Every rule obeys the examples that stand beside it; whoever adds a rule adds its proof."""

import pytest

from vigor.policy.document import Policy
from vigor.policy.parse import parse
from vigor.policy.review import CATALOGUE, Hint, Rule, review
from vigor.policy.review.rule import Example

EXAMPLES = [(rule, example, True) for rule in CATALOGUE for example in rule.flags] + [
    (rule, example, False) for rule in CATALOGUE for example in rule.passes
]


def as_policy(example: Example) -> Policy:
    """A sentence becomes the guideline of a small principle."""
    text = (
        example.text
        if example.text.startswith("## ")
        else f"## Titel {{#titel}}\n\n- {example.text} {{#punkt}}"
    )
    return parse(text)[0]


def hints(rule: Rule, example: Example) -> tuple[Hint, ...]:
    return review(
        as_policy(example),
        language=example.language,
        sector=example.sector,
        internal_words=example.internal_words,
        others=example.others,
        rules=(rule,),
    )


@pytest.mark.parametrize(
    ("rule", "example", "flagged"),
    EXAMPLES,
    ids=[
        f"{rule.name}-{'flags' if flagged else 'passes'}-{example.text[:40]}"
        for rule, example, flagged in EXAMPLES
    ],
)
def test_a_rule_obeys_its_examples(rule: Rule, example: Example, flagged: bool):
    assert bool(hints(rule, example)) is flagged


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)
def test_a_rule_has_examples_in_both_languages_a_source_and_words_for_people(rule: Rule):
    for examples in (rule.flags, rule.passes):
        assert {example.language for example in examples} == {"sv", "en"}
    assert rule.source
    for told in (rule.about, *(text for each in rule.told.values() for text in each)):
        assert all(told)
        assert told.sv != told.en


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in CATALOGUE for example in rule.flags],
    ids=lambda value: value.name if isinstance(value, Rule) else value.text[:30],
)
def test_a_hint_quotes_what_it_is_about_and_has_no_blanks_left_to_fill(rule: Rule, example: Example):
    for hint in hints(rule, example):
        assert hint.quote
        assert hint.span[1] - hint.span[0] >= len(hint.quote)
        for text in (*hint.reason, *hint.mend):
            assert "{" not in text.replace("{#", "")
            assert text[0] == text[0].upper()


def test_no_two_rules_have_the_same_name():
    assert len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)
