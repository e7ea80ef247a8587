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


@pytest.mark.parametrize(
    ("name", "language", "sentence"),
    [
        ("truism", "sv", "Vi sprider inte rykten och vi är alltid hjälpsamma."),
        ("truism", "sv", "Var hjälpsam och sprid inga rykten."),
        ("truism", "sv", "Tänk efter innan du postar något."),
        ("truism", "en", "We are helpful and do not spread rumours."),
        ("truism", "en", "Be kind, be helpful and don't gossip."),
        ("too-far", "sv", "Alla kontakter med media ska gå via presschefen."),
        ("too-far", "sv", "All information som du får del av i arbetet är hemlig."),
        ("too-far", "sv", "Du är skyldig att anmäla kollegor som bryter mot policyn på sina konton."),
        ("too-far", "en", "Everything you learn at work is confidential."),
        ("too-far", "en", "You must report colleagues who post negative things about us."),
    ],
)
def test_what_says_nothing_or_reaches_too_far_is_seen_however_it_is_worded(name, language, sentence):
    (rule,) = (each for each in CATALOGUE if each.name == name)
    assert hints(rule, Example(language, sentence))
