import pytest
from tests.core.check.protected_posts import NOT_PROTECTED, PROTECTED, Case, context

from vigor.check import check
from vigor.check.catalogue import CATALOGUE
from vigor.check.post import Post
from vigor.check.protected import protection
from vigor.policy.document import Policy
from vigor.policy.parse import parse
from vigor.starter import starter

TALKS = [each.name for each in CATALOGUE if each.quiet_when_protected]


def policy(language: str) -> Policy:
    return parse(starter(language))[0]


@pytest.mark.parametrize("case", PROTECTED, ids=lambda case: case.text[:40])
def test_it_names_the_law_and_keeps_quiet_about_the_tone(case: Case):
    checked = check(case.text, policy(case.language), context(case), language=case.language)
    assert checked.protection
    assert [advice.check for advice in checked.advice if advice.check in TALKS] == []


@pytest.mark.parametrize("case", NOT_PROTECTED, ids=lambda case: case.text[:40])
def test_what_only_looks_like_it_is_read_as_any_other_post(case: Case):
    assert protection(Post(case.text, context(case), case.language)) == ""


def test_the_protection_is_told_in_the_language_of_the_post_and_is_no_legal_advice():
    told = {case.language: protection(Post(case.text, context(case), case.language)) for case in PROTECTED}
    assert "juridisk rådgivning" in told["sv"]
    assert "legal advice" in told["en"]


def test_others_personal_data_is_told_of_all_the_same():
    case = Case(
        "sv",
        "employee",
        "Min chef lyssnar aldrig, det är skamligt. Personnumret är 811228-9874 om ni vill klaga.",
    )
    checked = check(case.text, policy("sv"), context(case), language="sv")
    assert checked.protection
    assert {advice.check for advice in checked.advice} == {"personal-data"}
