from dataclasses import replace
from typing import get_args

import pytest
from tests.core.check.protected_posts import NOT_PROTECTED, PROTECTED, Case, context

from vigor.check import Context, check
from vigor.check.catalogue import CATALOGUE
from vigor.check.context import Sector
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


@pytest.mark.parametrize(
    ("sector", "text", "names", "others"),
    [
        ("public", "Jag har tipsat tidningen om hur vi behandlas.", "3 kap. 5–6 §§", "2017:151"),
        ("publicly-funded", "Jag har tipsat tidningen om hur vi behandlas.", "2017:151", "TF 1 kap."),
        ("private", "Jag har tipsat tidningen om hur vi behandlas.", "lojalitetsplikten", "2017:151"),
        ("association", "Jag har tipsat tidningen om hur vi behandlas.", "lojalitetsplikten", "2017:151"),
        ("", "Jag har tipsat tidningen om hur vi behandlas.", "meddelarfriheten", "2017:151"),
        ("public", "Min chef lyssnar aldrig på oss. Det är skamligt.", "regeringsformen", "lojalitetsplikten"),
        ("private", "Min chef lyssnar aldrig på oss. Det är skamligt.", "lojalitetsplikten", "regeringsformen"),
        ("association", "My boss never listens to us. It's shameful.", "association", "Instrument of Government"),
        ("public", "My boss never listens to us. It's shameful.", "Instrument of Government", "loyalty"),
        ("publicly-funded", "I tipped off the press about how we are treated.", "Act 2017:151", "TF 1:7"),
        ("public", "Nu strejkar vi. Facket har fått nog av låga löner!", "föreningsrätten", "TF"),
    ],
)  # fmt: skip
def test_it_names_the_law_of_the_employer_s_sector(sector: Sector, text: str, names: str, others: str):
    language = "sv" if any(letter in text for letter in "åäö") or "tipsat" in text else "en"
    told = protection(Post(text, Context(layer="employee", sector=sector), language))
    assert names in told
    assert others not in told
    assert told.endswith(("Det här är ingen juridisk rådgivning.", "This is no legal advice."))


@pytest.mark.parametrize("case", PROTECTED, ids=lambda case: case.text[:40])
def test_what_is_protected_is_so_in_every_sector(case: Case):
    for sector in get_args(Sector):
        assert protection(Post(case.text, replace(context(case), sector=sector), case.language))


def test_others_personal_data_is_told_of_all_the_same():
    case = Case(
        "sv",
        "employee",
        "Min chef lyssnar aldrig, det är skamligt. Personnumret är 811228-9874 om ni vill klaga.",
    )
    checked = check(case.text, policy("sv"), context(case), language="sv")
    assert checked.protection
    assert {advice.check for advice in checked.advice} == {"personal-data"}
