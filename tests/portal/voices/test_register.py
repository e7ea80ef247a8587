"""The register: what is found, the steps of an account's life, its card, keys and stewards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.portal.conftest import MakeMember
from tests.portal.voices.conftest import MakeAccount, address

from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Account, Known, PublicAccount
from vigor_portal.voices.register import actions, queries

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def two(make_member: MakeMember) -> tuple[Member, Member]:
    return make_member("Anna"), make_member("Bo")


def test_it_is_found_and_then_approved_verified_and_used(
    two: tuple[Member, Member], communicator: Member
) -> None:
    account = actions.find(
        actions.Found(name="Testbolaget", address=address(), stewards=two), by=communicator
    )
    assert account.state == "found"
    assert account.network == "x"
    assert not PublicAccount.objects.exists()
    account = actions.approve(account, by=communicator)
    assert account.state == "registered"
    account = actions.verify_account(account, by=communicator)
    assert account.speaks_since == TODAY()
    assert PublicAccount.objects.get().address_key == "x:testbolaget"
    account = actions.use(account, by=two[0])
    assert [step.state for step in account.steps.all()] == [
        "found",
        "approved",
        "registered",
        "verified",
        "in-use",
    ]
    assert Entry.objects.filter(kind="voices.in-use", object_id=account.pk).count() == 1


def test_an_approved_account_is_registered_by_those_who_hold_it(
    make_account: MakeAccount, two: tuple[Member, Member], employee: Member
) -> None:
    account = make_account(state="approved", handle="", stewards=two)
    with pytest.raises(NotAllowed):
        actions.register(account, address(), by=employee)
    account = actions.register(account, address(), by=two[0])
    assert (account.state, account.address_key, account.shown) == (
        "registered",
        "x:testbolaget",
        "@testbolaget",
    )


def test_it_is_not_registered_with_one_steward_who_is_still_here(
    make_account: MakeAccount, two: tuple[Member, Member]
) -> None:
    account = make_account(state="approved", handle="", stewards=two)
    two[1].is_active = False
    two[1].save()
    with pytest.raises(actions.TooFewStewards) as few:
        actions.register(account, address(), by=two[0])
    assert few.value.there == 1
    assert [each.member for each in queries.left_with(account)] == [two[1]]


@pytest.mark.parametrize("state", ["found", "approved", "registered"])
def test_only_what_is_verified_is_used(state: str, make_account: MakeAccount, communicator: Member) -> None:
    account = make_account(state=state, handle="" if state == "approved" else "testbolaget")
    with pytest.raises(actions.NotNow):
        actions.use(account, by=communicator)


def test_two_accounts_are_not_at_one_address(make_account: MakeAccount, communicator: Member) -> None:
    first = make_account()
    with pytest.raises(actions.AddressTaken) as taken:
        make_account("Another")
    assert taken.value.account == first
    assert not Account.objects.filter(name="Another").exists()


def test_a_persons_own_profile_is_never_entered(employee: Member) -> None:
    own = actions.Found(name="Elsa", address=address("elsa", network="linkedin"))
    with pytest.raises(actions.OwnProfile):
        actions.find(own, by=employee)
    with pytest.raises(actions.OwnProfile):
        actions.find(actions.Found(name="Elsa", network="linkedin"), by=employee)


def test_who_enters_one_that_was_there_holds_it(employee: Member) -> None:
    account = actions.find(actions.Found(name="Butiken", address=address()), by=employee)
    assert [each.member for each in queries.stewards_of(account)] == [employee]
    assert list(queries.held_by(employee)) == [account]


def test_a_renamed_account_was_at_its_old_address_until_today(
    make_account: MakeAccount, communicator: Member
) -> None:
    account = actions.rename(make_account(), address("testbolaget_se"), by=communicator)
    former = account.former_addresses.get()
    assert (former.address_key, former.until) == ("x:testbolaget", TODAY())
    assert account.address_key == "x:testbolaget_se"
    assert set(PublicAccount.objects.values_list("address_key", "until")) == {
        ("x:testbolaget", TODAY()),
        ("x:testbolaget_se", None),
    }


def test_a_renamed_account_can_go_back_to_its_old_address(
    make_account: MakeAccount, communicator: Member
) -> None:
    account = actions.rename(make_account(), address("other"), by=communicator)
    account = actions.rename(account, address(), by=communicator)
    assert [each.address_key for each in account.former_addresses.all()] == ["x:other"]


@pytest.mark.parametrize("end", [actions.close, actions.hand_over_away])
def test_what_has_ended_is_held_by_nobody_and_its_address_is_free(
    end: Callable[..., Account],
    make_account: MakeAccount,
    two: tuple[Member, Member],
    communicator: Member,
) -> None:
    day = TODAY() - timedelta(days=3)
    account = end(make_account(stewards=two), by=communicator, on=day)
    assert account.has_ended
    assert account.until == day
    assert not queries.stewards_of(account)
    assert not queries.held_by(two[0])
    assert PublicAccount.objects.get().until == day
    assert make_account("A new one").address_key == "x:testbolaget"
    with pytest.raises(actions.NotNow):
        actions.add_steward(account, two[0], by=communicator)


def test_nothing_is_closed_ahead_of_its_day(make_account: MakeAccount, communicator: Member) -> None:
    with pytest.raises(actions.NotYet):
        actions.close(make_account(), by=communicator, on=TODAY() + timedelta(days=1))


def test_only_communications_closes(make_account: MakeAccount, two: tuple[Member, Member]) -> None:
    with pytest.raises(NotAllowed):
        actions.close(make_account(stewards=two), by=two[0])


def test_who_holds_it_writes_its_card(
    make_account: MakeAccount, two: tuple[Member, Member], employee: Member
) -> None:
    account = make_account(stewards=two)
    said = actions.Identity(
        sender="Här svarar kundservice", does=("Vi skrattar med.",), silent_on=("politik",)
    )
    with pytest.raises(NotAllowed):
        actions.save_card(account, said, by=employee)
    card = actions.save_card(account, said, by=two[0])
    assert (card.does, card.silent_on) == (["Vi skrattar med."], ["politik"])
    assert PublicAccount.objects.get().sender == "Här svarar kundservice"


def test_where_the_keys_are_is_noted(make_account: MakeAccount, two: tuple[Member, Member]) -> None:
    account = make_account(stewards=two)
    facts = actions.KeyFacts(kept_in="valvet, mappen Social", two_factor=Known.YES, rests_on=two[1])
    actions.save_keys(account, facts, by=two[0])
    found = queries.account(account.public_id)
    assert found is not None
    assert found.keys.two_factor == "yes"
    assert found.keys.rests_on == two[1]


def test_a_new_steward_is_told_once(
    make_account: MakeAccount, two: tuple[Member, Member], employee: Member
) -> None:
    account = make_account(stewards=two)
    actions.add_steward(account, employee, by=two[0])
    actions.add_steward(account, employee, by=two[0])
    assert queries.stewards_of(account).count() == 3
    assert Notice.objects.filter(member=employee, kind="account.held").count() == 1


def test_who_has_left_can_not_hold_one(
    make_account: MakeAccount, communicator: Member, employee: Member
) -> None:
    employee.is_active = False
    employee.save()
    with pytest.raises(actions.NotHere):
        actions.add_steward(make_account(), employee, by=communicator)


def test_a_steward_steps_down_but_is_put_out_by_communications_only(
    make_account: MakeAccount, two: tuple[Member, Member], communicator: Member
) -> None:
    account = make_account(stewards=two)
    anna, bo = queries.stewards_of(account)
    with pytest.raises(NotAllowed):
        actions.remove_steward(bo, by=two[0])
    actions.remove_steward(anna, by=two[0])
    actions.remove_steward(bo, by=communicator)
    assert not queries.stewards_of(account)
    again = actions.add_steward(account, two[0], by=communicator)
    assert again.pk != anna.pk


def test_it_is_looked_through_until_another_day(
    make_account: MakeAccount, two: tuple[Member, Member]
) -> None:
    day = TODAY() + timedelta(days=180)
    account = actions.look_through(make_account(stewards=two), by=two[0], again_on=day)
    assert (account.looked_through_on, account.review_on) == (TODAY(), day)


def test_it_is_found_by_its_topics_and_by_where_it_is_now(
    make_account: MakeAccount, communicator: Member
) -> None:
    account = make_account("Delar", handle="delar", topics=("Överlock", "trådar"))
    Account.objects.bulk_create([Account(network="x", name="Många", topics=["ÖVERLOCK"])])
    assert {each.name for each in queries.accounts("överlock")} == {"Delar", "Många"}
    actions.rename(account, address("nya_delar"), by=communicator)
    assert [each.name for each in queries.accounts("nya_delar")] == ["Delar"]
    described = actions.Description(name="Delar", topics=("knappar",))
    actions.describe(account, described, by=communicator)
    assert [each.name for each in queries.accounts("knappar")] == ["Delar"]
    assert not queries.accounts("trådar")


def test_the_register_is_searched_and_counts_who_holds_it(
    make_account: MakeAccount, two: tuple[Member, Member], communicator: Member
) -> None:
    parts = make_account("Delar", handle="delar", purpose="Reservdelar till spolare", stewards=two)
    make_account("Jobb", handle="jobb", state="found")
    actions.close(make_account("Slut", handle="slut"), by=communicator)
    assert [each.name for each in queries.accounts("spolare @del")] == ["Delar"]
    assert [each.name for each in queries.accounts(state="found")] == ["Jobb"]
    assert [each.name for each in queries.accounts(state="here")] == ["Delar", "Jobb"]
    assert list(queries.accounts(held_by=two[0])) == [parts]
    assert queries.accounts("delar").get().holders == 2
