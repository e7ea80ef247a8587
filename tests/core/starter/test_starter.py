"""The starter policy is read as any policy is; what it promises to hold is counted here."""

from __future__ import annotations

from collections import Counter

import pytest

from vigor.policy.document import PLAYBOOKS, Audience, Case, Force, Guideline, Kind, Policy
from vigor.policy.parse import parse
from vigor.policy.render import render
from vigor.starter import LANGUAGES, starter

CHECKS = {
    "accessibility",
    "account-keys",
    "account-profile",
    "badmouthing",
    "blame",
    "hidden-sender",
    "insult",
    "irony",
    "link-spam",
    "no-credit",
    "no-way-forward",
    "overclaim",
    "personal-data",
    "secret",
    "sharp-tone",
    "stiff",
    "too-private",
    "undisclosed-ad",
}
DEPARTMENTS = {"customer-service", "development", "people-culture", "sales"}
# Law, confidentiality, approval: the only three kinds of must.
MUSTS = {"approve-accounts", "confidential", "mark-ads", "personal-data", "protected-speech"}


@pytest.fixture(params=LANGUAGES)
def policy(request: pytest.FixtureRequest) -> Policy:
    return parse(starter(request.param), known_checks=CHECKS)[0]


def guidelines(policy: Policy) -> list[Guideline]:
    return [point for point in policy.points() if isinstance(point, Guideline)]


def cases(policy: Policy) -> list[Case]:
    return [point for point in policy.points() if isinstance(point, Case)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_parses_without_problems(language: str) -> None:
    policy, problems = parse(starter(language), known_checks=CHECKS)
    assert problems == ()
    assert policy.language == language
    assert policy.slug == "social-media"
    assert policy.title
    assert policy.opening


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_comes_back_byte_for_byte(language: str) -> None:
    text = starter(language)
    assert render(parse(text)[0]) == text


def test_it_has_no_third_language() -> None:
    with pytest.raises(LookupError, match="'fi'"):
        starter("fi")


def test_both_languages_hold_the_same_points_in_the_same_order() -> None:
    swedish, english = (parse(starter(language))[0] for language in ("sv", "en"))
    assert [(point.kind, point.attributes) for point in swedish.points()] == [
        (point.kind, point.attributes) for point in english.points()
    ]


def test_both_languages_choose_the_same_ways_to_act() -> None:
    swedish, english = (parse(starter(language))[0] for language in ("sv", "en"))
    assert [[option.ours for option in case.options] for case in cases(swedish)] == [
        [option.ours for option in case.options] for case in cases(english)
    ]


def test_every_key_is_given_once(policy: Policy) -> None:
    counted = Counter(point.key for point in policy.points())
    assert "" not in counted
    assert max(counted.values()) == 1


def test_it_has_five_principles_with_a_belief_and_three_to_five_guidelines(policy: Policy) -> None:
    assert len(policy.principles) == 5
    for principle in policy.principles:
        assert principle.belief, principle.key
        assert 3 <= len(principle.guidelines) <= 5, principle.key


def test_every_principle_has_at_least_two_cases(policy: Policy) -> None:
    assert all(len(principle.cases) >= 2 for principle in policy.principles)


def test_every_case_offers_three_ways_or_more_of_which_some_are_ours_and_some_tempting(
    policy: Policy,
) -> None:
    for case in cases(policy):
        assert case.situation, case.key
        assert len(case.options) >= 3, case.key
        assert {option.ours for option in case.options} == {True, False}, case.key
        assert all(option.act and option.outcome for option in case.options), case.key


def test_every_case_shows_guidelines_that_exist_and_names_its_departments(policy: Policy) -> None:
    known = {guideline.key for guideline in guidelines(policy)}
    for case in cases(policy):
        assert case.shows, case.key
        assert set(case.shows) <= known, case.key
        assert set(case.departments) <= DEPARTMENTS, case.key
    assert {slug for case in cases(policy) for slug in case.departments} == DEPARTMENTS


def test_every_check_rests_on_one_guideline_that_some_case_shows(policy: Policy) -> None:
    carried = Counter(check for guideline in guidelines(policy) for check in guideline.checks)
    assert carried == dict.fromkeys(CHECKS, 1)
    shown = {key for case in cases(policy) for key in case.shows}
    assert {guideline.key for guideline in guidelines(policy) if guideline.checks} <= shown


def test_it_has_a_playbook_of_each_kind_with_steps(policy: Policy) -> None:
    assert [playbook.playbook for playbook in policy.playbooks] == list(PLAYBOOKS)
    assert all("\n1. " in playbook.belief for playbook in policy.playbooks)


def test_it_tells_others_what_to_expect_and_ends_with_the_frame(policy: Policy) -> None:
    assert policy.sections[0].kind is Kind.EXPECT
    assert 4 <= len(policy.sections[0].guidelines) <= 5
    assert policy.sections[-1].kind is Kind.FRAME


def test_only_law_confidentiality_and_approval_are_musts(policy: Policy) -> None:
    assert {guideline.key for guideline in guidelines(policy) if guideline.force is Force.MUST} == MUSTS


def test_what_is_internal_takes_its_cases_along(policy: Policy) -> None:
    internal = {point.key for point in policy.points() if point.audience is Audience.INTERNAL}
    assert internal == {"on-call", "rumours", "rumour"}
