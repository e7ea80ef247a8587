"""The pages of applications."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.portal.conftest import MakeMember
from tests.portal.voices.conftest import MakeAccount

from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies.actions import publish
from vigor_portal.voices.models import Account, Application

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Tillsammans {#together}

Vi är flera.

- Vi är alltid minst två om ett konto i vårt namn. {#two-keepers layers="logo"}
- Vi pratar med varandra vid kaffet. {#coffee}

## Ramar {#frame .frame}

- Vi skaffar två ja innan ett konto används. {#approve-accounts force=must audience=internal}
- Vi ber aldrig om lov för en egen profil. {#own-profile layers="employee"}
"""


@pytest.fixture
def anna(make_member: MakeMember) -> Member:
    return make_member("Anna", language="en")


@pytest.fixture
def bo(make_member: MakeMember) -> Member:
    return make_member("Bo", language="en")


@pytest.fixture
def filled(anna: Member, bo: Member) -> dict[str, str]:
    return {
        "purpose": "Visa hur man lagar sin maskin",
        "audience": "den som syr",
        "topics": "lagning, nålar",
        "network": "instagram",
        "name": "Sylabbet",
        "hours": "vardagar",
        "ends": "när ingen frågar",
        "steward_1": anna.email,
        "steward_2": "bo",
    }


@pytest.fixture
def sent(signed_in: SignIn, anna: Member, filled: dict[str, str]) -> Application:
    signed_in(anna).post(reverse("voices:apply"), filled)
    return Application.objects.get()


def at(place: str, application: Application, **more: object) -> str:
    return reverse(f"voices:{place}", kwargs={"public_id": application.public_id, **more})


def test_the_form_shows_what_goes_for_an_account_and_is_filled_in_with_what_we_know(
    signed_in: SignIn, anna: Member, organisation: Organisation, communicator: Member
) -> None:
    publish({"sv": TEXT}, by=communicator, because={"sv": "Första"})
    shown = signed_in(anna).get(reverse("voices:apply")).content.decode()
    assert "två ja" in shown
    assert "minst två" in shown
    assert "kaffet" not in shown
    assert f'value="{anna.email}"' in shown
    assert 'value="linkedin"' not in shown
    assert 'value="linkedin-page"' in shown
    assert "you never apply for it" in shown


def test_it_is_sent_and_shown_with_its_last_day(signed_in: SignIn, anna: Member, sent: Application) -> None:
    assert sent.topics == ["lagning", "nålar"]
    assert sent.stewards.count() == 2
    shown = signed_in(anna).get(at("application", sent)).content.decode()
    assert "Communications answers by" in shown
    assert "Take it back" in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"steward_2": ""},
        {"steward_2": "anna"},
        {"steward_2": "nobody at all"},
        {"network": "linkedin"},
        {"network": "myspace"},
        {"purpose": ""},
        {"name": "x" * 121},
    ],
)
def test_what_is_wrong_comes_back_filled_in(
    wrong: dict[str, str], signed_in: SignIn, anna: Member, filled: dict[str, str]
) -> None:
    answer = signed_in(anna).post(reverse("voices:apply"), filled | wrong)
    assert answer.status_code == 422
    assert "när ingen frågar" in answer.content.decode()
    assert not Application.objects.exists()


def test_the_same_name_at_once_is_told_of_with_everything_still_there(
    signed_in: SignIn,
    anna: Member,
    bo: Member,
    sent: Application,
    filled: dict[str, str],
    make_member: MakeMember,
) -> None:
    cleo = make_member("Cleo", language="en")
    own = filled | {"purpose": "Något alldeles eget", "name": "@sylabbet"}
    answer = signed_in(bo).post(reverse("voices:apply"), own)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Något alldeles eget" in shown
    assert at("application", sent) in shown
    # Somebody who may not read it is told of it, and no more.
    other = signed_in(cleo).post(reverse("voices:apply"), own).content.decode()
    assert at("application", sent) not in other
    assert "Ask communications" in other


def test_accounts_that_do_it_already_are_shown_with_and_without_scripts(
    signed_in: SignIn, anna: Member, filled: dict[str, str], make_account: MakeAccount
) -> None:
    make_account("Laga själv", handle="laga", purpose="Lagning av symaskiner", topics=("lagning",))
    client = signed_in(anna)
    typed = filled | {"show": "1", "ends": "ännu inte"}
    part = client.post(reverse("voices:apply"), typed, headers={"HX-Request": "true"}).content.decode()
    assert "Laga själv" in part
    assert "<form" not in part
    whole = client.post(reverse("voices:apply"), typed).content.decode()
    assert "Laga själv" in whole
    assert "ännu inte" in whole
    assert not Application.objects.exists()


def test_communications_says_yes(
    signed_in: SignIn, communicator: Member, sent: Application, make_member: MakeMember
) -> None:
    answer = signed_in(communicator).post(at("decide-application", sent, name="approve"), {"text": ""})
    account = Account.objects.get()
    assert answer["Location"] == reverse("voices:account", kwargs={"public_id": account.public_id})
    leads_back = at("application", sent)
    assert leads_back in signed_in(communicator).get(answer["Location"]).content.decode()
    assert leads_back not in signed_in(make_member("Cleo")).get(answer["Location"]).content.decode()
    again = signed_in(communicator).post(at("decide-application", sent, name="approve"), {"text": ""})
    assert again.status_code == 409
    assert Account.objects.count() == 1


@pytest.mark.parametrize("name", ["ask", "decline"])
def test_a_question_and_a_no_need_words(
    name: str, signed_in: SignIn, communicator: Member, anna: Member, sent: Application
) -> None:
    client = signed_in(communicator)
    assert client.post(at("decide-application", sent, name=name), {"text": " "}).status_code == 422
    assert client.post(at("decide-application", sent, name=name), {"text": "Varför?"}).status_code == 302
    assert "Varför?" in signed_in(anna).get(at("application", sent)).content.decode()


def test_who_applied_answers_changes_and_takes_back(
    signed_in: SignIn, communicator: Member, anna: Member, sent: Application, filled: dict[str, str]
) -> None:
    signed_in(communicator).post(at("decide-application", sent, name="ask"), {"text": "Vem?"})
    client = signed_in(anna)
    assert client.post(at("answer-application", sent), {"text": ""}).status_code == 422
    client.post(at("answer-application", sent), {"text": "Jag."})
    client.post(at("change-application", sent), filled | {"name": "Sylabbet Borås"})
    sent.refresh_from_db()
    assert (sent.state, sent.name) == ("waiting", "Sylabbet Borås")
    client.post(at("step-application", sent, name="withdraw"))
    sent.refresh_from_db()
    assert sent.state == "withdrawn"


def test_who_is_named_reads_it_and_may_say_no_and_nobody_else_reads_it(
    signed_in: SignIn, bo: Member, sent: Application, make_member: MakeMember
) -> None:
    assert signed_in(make_member("Cleo")).get(at("application", sent)).status_code == 403
    client = signed_in(bo)
    assert "I would rather not" in client.get(at("application", sent)).content.decode()
    client.post(at("step-application", sent, name="not-me"))
    assert client.get(at("application", sent)).status_code == 403
    assert sent.stewards.count() == 1


def test_the_list_is_communications_and_ones_own(
    signed_in: SignIn, communicator: Member, anna: Member, sent: Application, make_member: MakeMember
) -> None:
    for who, sees in ((communicator, True), (anna, True), (make_member("Cleo"), False)):
        shown = signed_in(who).get(reverse("voices:applications")).content.decode()
        assert ("Sylabbet" in shown) is sees


def test_of_two_who_take_it_on_the_second_hears_who_has_it_and_takes_it_over_knowingly(
    signed_in: SignIn, communicator: Member, sent: Application, make_member: MakeMember
) -> None:
    siv = make_member("Siv", Role.COMMUNICATIONS)
    press = at("step-application", sent, name="take-on")
    signed_in(siv).post(press, {"over": ""})
    page = signed_in(communicator).post(press, {"over": ""}, follow=True).content.decode()
    assert "Siv hann före och har den nu" in page
    sent.refresh_from_db()
    assert sent.owner == siv
    signed_in(communicator).post(press, {"over": siv.public_id})
    sent.refresh_from_db()
    assert sent.owner == communicator
