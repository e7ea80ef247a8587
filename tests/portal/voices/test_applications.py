"""Applications: asking before an account is registered, and what communications says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from tests.portal.conftest import MakeMember
from tests.portal.voices.conftest import MakeAccount

from vigor_portal.notices.models import Notice
from vigor_portal.notices.open_things import open_things
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Department, Member
from vigor_portal.people.my_data import my_data
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.applications import actions, queries
from vigor_portal.voices.applications.jobs import forget_old
from vigor_portal.voices.applications.matching import serving
from vigor_portal.voices.models import Account, Application, Stewardship
from vigor_portal.voices.register import actions as register

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def bo(make_member: MakeMember) -> Member:
    return make_member("Bo")


@pytest.fixture
def request_(employee: Member, bo: Member) -> actions.Request:
    return actions.Request(
        network="instagram",
        name="Sylabbet",
        purpose="Visa hur man lagar sin maskin",
        audience="den som har en trasig symaskin",
        topics=("lagning",),
        hours="vardagar 8–17",
        ends="när ingen frågar",
        department=Department.objects.create(slug="workshop", names={"sv": "Verkstaden"}),
        stewards=(employee, bo),
    )


def told(member: Member) -> list[str]:
    return list(Notice.objects.filter(member=member).order_by("pk").values_list("kind", flat=True))


def test_a_yes_makes_the_account_with_its_stewards(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member
) -> None:
    application = actions.apply(request_, by=employee)
    assert application.last_day == TODAY() + timedelta(days=7)
    account = actions.approve(application, by=communicator, text="Fint!")
    assert (account.state, account.name, account.topics) == ("approved", "Sylabbet", ["lagning"])
    assert {each.member for each in Stewardship.objects.filter(account=account)} == {employee, bo}
    assert [each.slug for each in account.departments.all()] == ["workshop"]
    # Once is enough: whoever applied hears of the yes.
    assert told(employee) == ["application.approved"]
    assert told(bo) == ["application.named", "account.held"]
    assert queries.application(application.public_id).account == account  # type: ignore[union-attr]


def test_it_takes_two_who_are_here(request_: actions.Request, employee: Member, bo: Member) -> None:
    for stewards in ((employee,), (employee, employee), ()):
        with pytest.raises(actions.TooFewStewards):
            actions.apply(replace(request_, stewards=stewards), by=employee)
    bo.is_active = False
    bo.save()
    with pytest.raises(actions.TooFewStewards):
        actions.apply(replace(request_, stewards=(employee, bo)), by=employee)


def test_a_persons_own_profile_is_never_applied_for(request_: actions.Request, employee: Member) -> None:
    with pytest.raises(actions.OwnProfile):
        actions.apply(replace(request_, network="linkedin"), by=employee)


@pytest.mark.parametrize(
    "name", ["sylabbet", "@Sylabbet", " syl4bbet".replace("4", "a"), "Sy-labbet", "Sуlаbbet"]
)
def test_the_same_name_is_not_applied_for_twice_at_once(
    name: str, request_: actions.Request, employee: Member, bo: Member
) -> None:
    first = actions.apply(request_, by=employee)
    with pytest.raises(actions.AppliedAlready) as same:
        actions.apply(replace(request_, name=name), by=bo)
    assert same.value.application == first
    assert Application.objects.count() == 1


def test_the_same_name_elsewhere_or_afterwards_is_another_matter(
    request_: actions.Request, employee: Member, communicator: Member
) -> None:
    first = actions.apply(request_, by=employee)
    actions.apply(replace(request_, network="youtube"), by=employee)
    actions.decline(first, "Inte nu.", by=communicator)
    actions.apply(request_, by=employee)


def test_more_is_asked_for_and_answered(
    request_: actions.Request, employee: Member, communicator: Member
) -> None:
    application = actions.ask_for_more(actions.apply(request_, by=employee), "Vem filmar?", by=communicator)
    assert (application.state, application.last_day) == ("asked", TODAY() + timedelta(days=14))
    application = actions.answer(application, "Pirjo.", by=employee)
    assert (application.state, application.last_day) == ("waiting", TODAY() + timedelta(days=7))
    assert [each.text for each in application.said.all()] == ["Vem filmar?", "Pirjo."]
    assert told(communicator) == ["application.answered"]


def test_a_no_comes_with_its_reason(
    request_: actions.Request, employee: Member, communicator: Member
) -> None:
    application = actions.decline(actions.apply(request_, by=employee), "Den finns.", by=communicator)
    assert application.said.get().text == "Den finns."
    assert told(employee) == ["application.declined"]
    assert not Account.objects.exists()


def test_only_communications_decides_and_only_who_applied_changes_it(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member
) -> None:
    application = actions.apply(request_, by=employee)
    with pytest.raises(NotAllowed):
        actions.approve(application, by=employee)
    for act in (actions.withdraw, actions.not_me):
        with pytest.raises(NotAllowed):
            act(application, by=communicator)
    with pytest.raises(NotAllowed):
        actions.change(application, request_, by=bo)


def test_what_is_decided_stays_decided(
    request_: actions.Request, employee: Member, communicator: Member
) -> None:
    application = actions.apply(request_, by=employee)
    actions.approve(application, by=communicator)
    with pytest.raises(actions.Decided):
        actions.decline(application, "Jo.", by=communicator)
    with pytest.raises(actions.Decided):
        actions.withdraw(application, by=employee)
    assert Account.objects.count() == 1


def test_who_was_named_may_say_no(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member
) -> None:
    application = actions.not_me(actions.apply(request_, by=employee), by=bo)
    assert queries.stewards_here(application) == (employee,)
    assert "application.fewer" in told(employee)
    account = actions.approve(application, by=communicator)
    assert account.stewardships.count() == 1


def test_who_has_left_by_the_yes_holds_nothing(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member
) -> None:
    application = actions.apply(request_, by=employee)
    bo.is_active = False
    bo.save()
    account = actions.approve(application, by=communicator)
    assert [each.member for each in account.stewardships.all()] == [employee]


def test_it_is_open_until_it_is_answered_and_waits_for_whose_turn_it_is(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member
) -> None:
    application = actions.apply(request_, by=employee)
    (thing,) = open_things(None)
    assert (thing.owner, thing.last_day) == (None, application.last_day)
    actions.ask_for_more(application, "Vem?", by=communicator)
    assert [thing.owner for thing in open_things(employee)] == [employee]
    assert open_things(bo) == []
    actions.withdraw(application, by=employee)
    assert open_things(None) == []


def test_who_is_forgotten_holds_nothing_and_waits_for_nothing(
    request_: actions.Request, employee: Member, bo: Member, communicator: Member, administrator: Member
) -> None:
    account = actions.approve(actions.apply(request_, by=employee), by=communicator)
    waiting = actions.apply(request_, by=employee)
    forget(employee, by=administrator)
    assert [each.member for each in account.stewardships.filter(until=None)] == [bo]
    waiting.refresh_from_db()
    assert waiting.state == "withdrawn"
    assert queries.stewards_here(waiting) == (bo,)


def test_what_came_to_nothing_goes_after_two_years(
    request_: actions.Request, employee: Member, communicator: Member
) -> None:
    old = actions.decline(actions.apply(request_, by=employee), "Nej.", by=communicator)
    new = actions.decline(actions.apply(request_, by=employee), "Nej.", by=communicator)
    kept = actions.approve(actions.apply(request_, by=employee), by=communicator)
    long_ago = timezone.now() - timedelta(days=731)
    Application.objects.filter(pk=old.pk).update(decided_at=long_ago)
    Application.objects.filter(account=kept).update(decided_at=long_ago)
    forget_old()
    assert set(Application.objects.all()) == {new, kept.application}


def test_a_member_takes_along_what_is_kept_of_them_here(
    request_: actions.Request, employee: Member, communicator: Member, make_account: MakeAccount
) -> None:
    account = actions.approve(actions.apply(request_, by=employee), by=communicator, text="Fint!")
    register.save_keys(account, register.KeyFacts(rests_on=employee), by=employee)
    data = json.loads(json.dumps(my_data(employee), cls=DjangoJSONEncoder))
    assert data["accounts"]["held"][0]["account__name"] == "Sylabbet"
    assert data["accounts"]["resting on my profile"] == ["Sylabbet"]
    assert data["applications"]["made"][0]["purpose"] == "Visa hur man lagar sin maskin"
    assert data["applications"]["said"] == []
    assert my_data(communicator)["applications"]["said"][0]["text"] == "Fint!"


def test_an_account_that_serves_the_purpose_is_asked_about(make_account: MakeAccount) -> None:
    parts = make_account(
        "Delar", handle="delar", purpose="Vi svarar om reservdelar till symaskiner", topics=("reservdelar",)
    )
    make_account("Jobba här", handle="jobb", purpose="Lediga tjänster", topics=("rekrytering",))
    found = serving(name="Nålen", purpose="Hjälpa folk att hitta en reservdel", topics=())
    assert [each.account for each in found] == [parts]
    assert "reservdel" in found[0].shared
    assert [each.account for each in serving(name="@delar", purpose="", topics=())] == [parts]
    assert serving(name="", purpose="Visa katter i fönstret", topics=()) == []


def test_english_words_find_a_swedish_account(make_account: MakeAccount) -> None:
    make_account("Kundservice", handle="hjalp", purpose="Kundservice svarar på klagomål och frågor")
    found = serving(name="Helpdesk", purpose="A customer service account that answers complaints", topics=())
    assert [each.account.name for each in found] == ["Kundservice"]


def test_what_has_ended_serves_nothing(make_account: MakeAccount, communicator: Member) -> None:
    register.close(make_account("Delar", purpose="reservdelar"), by=communicator)
    assert serving(name="Delar", purpose="reservdelar", topics=()) == []
