"""Two people do the same thing at the same moment, on two connections: one wins, and the other is told."""

from __future__ import annotations

from functools import partial

import pytest
from django.test import Client
from django.urls import reverse
from tests.portal.conftest import MakeMember
from tests.portal.racing import race
from tests.portal.voices.conftest import MakeAccount, address

from vigor_portal.people.models import Member, Role
from vigor_portal.voices.applications import actions as applications
from vigor_portal.voices.models import Account, Application
from vigor_portal.voices.register import actions as register

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(make_member: MakeMember) -> tuple[Member, Member]:
    return make_member("Anna", language="en"), make_member("Bo", language="en")


def asked(name: str, people: tuple[Member, Member]) -> applications.Request:
    said = {"purpose": "Visa", "audience": "alla", "hours": "vardagar", "ends": "i maj"}
    return applications.Request(network="instagram", name=name, stewards=people, **said)


def test_the_same_account_is_applied_for_once(people: tuple[Member, Member]) -> None:
    anna, bo = people
    ends = race(
        partial(applications.apply, asked("Sylabbet", people), by=anna),
        partial(applications.apply, asked("@sylabbet", people), by=bo),
    )
    (sent,) = [each for each in ends if isinstance(each, Application)]
    (refused,) = [each for each in ends if isinstance(each, applications.AppliedAlready)]
    assert refused.application == sent
    assert Application.objects.count() == 1


def test_the_one_who_came_second_keeps_what_was_written(people: tuple[Member, Member]) -> None:
    written = {
        "purpose": "Visa hur man lagar",
        "audience": "alla",
        "network": "instagram",
        "name": "Sylabbet",
        "hours": "vardagar",
        "ends": "i maj",
        "steward_1": "anna",
        "steward_2": "bo",
    }

    def send(member: Member) -> tuple[int, str]:
        client = Client()
        client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
        answer = client.post(reverse("voices:apply"), written)
        return answer.status_code, answer.content.decode()

    answers = sorted(race(*(partial(send, member) for member in people)))
    assert [status for status, _page in answers] == [302, 422]
    assert "is applied for already" in answers[1][1]
    assert "Visa hur man lagar" in answers[1][1]


def test_two_yeses_make_one_account(people: tuple[Member, Member], make_member: MakeMember) -> None:
    one, other = (make_member(name, Role.COMMUNICATIONS) for name in ("Kim", "Kaj"))
    application = applications.apply(asked("Sylabbet", people), by=people[0])
    ends = race(
        partial(applications.approve, application, by=one),
        partial(applications.approve, application, by=other),
    )
    assert sorted(type(each).__name__ for each in ends) == ["Account", "Decided"]
    assert Account.objects.count() == 1


def test_two_accounts_are_not_registered_at_one_address(
    people: tuple[Member, Member], make_account: MakeAccount
) -> None:
    first, second = (
        make_account(name, state="approved", handle="", stewards=people) for name in ("Ett", "Två")
    )
    ends = race(
        partial(register.register, first, address(), by=people[0]),
        partial(register.register, second, address(), by=people[1]),
    )
    assert sorted(type(each).__name__ for each in ends) == ["Account", "AddressTaken"]
    assert Account.objects.filter(address_key="x:testbolaget").count() == 1


def test_a_step_is_taken_once(people: tuple[Member, Member], make_account: MakeAccount) -> None:
    account = make_account(state="verified", stewards=people)
    ends = race(*(partial(register.use, account, by=member) for member in people))
    assert sorted(type(each).__name__ for each in ends) == ["Account", "NotNow"]
    assert account.steps.filter(state="in-use").count() == 1


def test_a_colleague_is_added_once(
    people: tuple[Member, Member], make_account: MakeAccount, make_member: MakeMember
) -> None:
    account, cleo = make_account(stewards=people), make_member("Cleo")
    race(*(partial(register.add_steward, account, cleo, by=member) for member in people))
    assert account.stewardships.filter(member=cleo, until=None).count() == 1
