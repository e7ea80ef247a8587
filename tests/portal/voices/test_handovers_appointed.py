"""Who sees to a handover and by when is said in one form; and whom it concerned hears when it is done."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.portal.voices.test_handovers import tick_all

from vigor_portal.notices.models import Notice
from vigor_portal.notices.telling import kinds
from vigor_portal.people.actions import deactivate
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.handovers import actions
from vigor_portal.voices.models import Account, Handover
from vigor_portal.voices.register.actions import close

MakeMember = Callable[..., Member]
AccountOf = Callable[..., Account]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def now(organisation: Organisation):
    with time_machine.travel("2026-11-23 10:00 +0100", tick=False):
        yield


@pytest.fixture
def handover(account_of: AccountOf, employee: Member, bo: Member) -> Handover:
    account_of("Spolverket", employee, bo)
    return actions.plan(employee, TODAY + timedelta(days=3), by=employee)[0]


@pytest.fixture
def bo(make_member: MakeMember) -> Member:
    return make_member("Bo")


def test_owner_and_day_are_moved_in_one_and_the_new_owner_is_told(
    handover: Handover, communicator: Member, make_member: MakeMember
):
    Notice.objects.all().delete()
    cleo, day = make_member("Cleo"), TODAY + timedelta(days=30)
    Handover.objects.update(reminded_on=TODAY)
    moved = actions.appoint(handover, cleo, day, by=communicator)
    moved.refresh_from_db()
    assert (moved.owner, moved.last_day, moved.reminded_on) == (cleo, day, None)
    assert list(Notice.objects.values_list("member", "kind")) == [(cleo.pk, "handover.begun")]
    actions.appoint(handover, cleo, day, by=communicator)
    assert Notice.objects.count() == 1


def test_it_can_be_communications_together(handover: Handover, communicator: Member):
    assert actions.appoint(handover, None, handover.last_day, by=communicator).owner is None


@pytest.mark.parametrize("days", [-1, 184])
def test_a_day_that_has_been_or_is_far_away_is_refused(handover: Handover, communicator: Member, days: int):
    with pytest.raises(actions.NotThatDay):
        actions.appoint(handover, communicator, TODAY + timedelta(days=days), by=communicator)


def test_nobody_sees_to_what_they_hand_over_themselves(handover: Handover, employee: Member):
    with pytest.raises(actions.NotThem):
        actions.appoint(handover, employee, handover.last_day, by=employee)


def test_somebody_without_a_part_in_it_appoints_nobody(handover: Handover, make_member: MakeMember):
    with pytest.raises(NotAllowed):
        actions.appoint(handover, None, handover.last_day, by=make_member("Cleo"))


def test_while_nobody_holds_the_account_its_day_stays(
    account_of: AccountOf,
    make_member: MakeMember,
    administrator: Member,
    communicator: Member,
):
    dan = make_member("Dan")
    account_of("Ensam", dan)
    deactivate(dan, by=administrator)
    handover = Handover.objects.get(member=dan)
    later = TODAY + timedelta(days=30)
    with pytest.raises(actions.SomebodyFirst):
        actions.appoint(handover, communicator, later, by=communicator)
    handover = actions.take_over(handover, make_member("Eva"), by=communicator)
    assert actions.appoint(handover, communicator, later, by=communicator).last_day == later


def test_when_it_is_done_those_whom_it_concerns_are_told(
    handover: Handover, employee: Member, communicator: Member, bo: Member
):
    tick_all(handover, bo)
    told = Notice.objects.filter(kind="handover.done")
    assert {notice.member for notice in told} == {employee, communicator}
    for notice in told:
        telling = kinds()["handover.done"].wording(notice)
        assert telling is not None
        assert "Spolverket" in telling.sentence


def test_nobody_is_told_of_what_ended_by_itself(handover: Handover, communicator: Member):
    close(handover.account, by=communicator)
    actions.close_moot()
    assert not Notice.objects.filter(kind="handover.done").exists()


def test_who_takes_what_somebody_has_hears_whose_it_is_and_takes_it_over_knowingly(
    handover: Handover, communicator: Member, make_member: MakeMember, signed_in: Callable[[Member], Client]
):
    siv = make_member("Siv", Role.COMMUNICATIONS)
    actions.appoint(handover, siv, handover.last_day, by=communicator)
    client = signed_in(communicator)
    press = reverse("voices:handovers:step", kwargs={"public_id": handover.public_id, "name": "take-on"})
    page = client.post(press, {"over": ""}, follow=True).content.decode()
    assert "Siv hann före och har den nu" in page
    handover.refresh_from_db()
    assert handover.owner == siv
    assert f'name="over" value="{siv.public_id}"' in page
    client.post(press, {"over": siv.public_id})
    handover.refresh_from_db()
    assert handover.owner == communicator
