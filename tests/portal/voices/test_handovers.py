"""Accounts survive their people: what is handed over when somebody leaves, moves, comes back or is forgotten."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine

from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.people.actions import deactivate, forget, move, reactivate, update_me
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.handovers import actions, jobs, queries
from vigor_portal.voices.handovers.checklist import lines
from vigor_portal.voices.models import (
    Account,
    Application,
    Handover,
    HandoverStep,
    Keys,
    Known,
)
from vigor_portal.voices.register.actions import add_steward, close

MakeMember = Callable[..., Member]
AccountOf = Callable[..., Account]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def now(organisation: Organisation):
    with time_machine.travel("2026-11-23 10:00 +0100", tick=False):
        yield


def holders(account: Account) -> list[str]:
    """Those who hold it on paper, whether they are here or not."""
    return sorted(each.member.given_name for each in account.stewardships.filter(until=None))


def tick_all(handover: Handover, by: Member) -> Handover:
    for line in lines(handover):
        handover = actions.tick(handover, line.name, by=by)
    return handover


class TestLeaving:
    def test_another_steward_sees_to_it_and_the_one_who_left_holds_it_no_longer(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = account_of("Spolverket", employee, bo)
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        assert (handover.account, handover.owner, handover.because) == (account, bo, "leaves")
        assert handover.last_day == TODAY + timedelta(days=14)
        assert holders(account) == ["Bo"]

    def test_the_only_one_stays_on_paper_until_somebody_has_taken_over_and_all_is_done(
        self,
        account_of: AccountOf,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        account = account_of("Spolverket", employee)
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        assert (handover.owner, handover.last_day) == (communicator, TODAY)
        assert holders(account) == ["Elsa"]
        with pytest.raises(actions.NobodyTakesOver):
            actions.tick(handover, "takes-over", by=communicator)
        handover = actions.take_over(handover, make_member("Bo"), by=communicator)
        assert holders(account) == ["Bo"]
        assert handover.last_day > TODAY
        handover = tick_all(handover, communicator)
        assert (handover.state, handover.ended_by) == ("done", communicator)

    def test_the_steps_alone_dont_end_it_while_nobody_has_taken_over(
        self,
        account_of: AccountOf,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        account = account_of("Spolverket", employee)
        deactivate(employee, by=administrator)
        handover = actions.take_over(Handover.objects.get(), bo := make_member("Bo"), by=communicator)
        deactivate(bo, by=administrator)
        for name in ("keys", "recovery", "two-factor", "profile", "followers"):
            handover = actions.tick(handover, name, by=communicator)
        assert handover.is_open
        assert holders(account) == ["Bo"]
        assert Handover.objects.filter(member=bo, state="open").exists()

    def test_the_handovers_that_one_saw_to_go_to_somebody_who_is_here(
        self,
        account_of: AccountOf,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        bo = make_member("Bo")
        account_of("Spolverket", employee, bo)
        deactivate(employee, by=administrator)
        deactivate(bo, by=administrator)
        assert Handover.objects.get(member=employee).owner == communicator

    def test_an_account_that_has_ended_needs_nobody(
        self, account_of: AccountOf, employee: Member, administrator: Member, communicator: Member
    ):
        account_of("Gamla", employee, state="closed")
        closes = account_of("Nya", employee)
        deactivate(employee, by=administrator)
        close(closes, by=communicator)
        assert [row.title for row in queries.rows(queries.open_handovers())] == []
        jobs.tidy()
        assert not Handover.objects.filter(state="open").exists()

    def test_what_the_register_knows_to_be_in_order_is_ticked_already(
        self, account_of: AccountOf, employee: Member, administrator: Member
    ):
        account = account_of("Spolverket", employee)
        Keys.objects.filter(account=account).update(recovery_is_ours=Known.YES)
        deactivate(employee, by=administrator)
        assert [line.name for line in lines(Handover.objects.get()) if line.done] == ["recovery"]

    def test_an_account_that_isnt_registered_yet_has_only_somebody_to_find(
        self, account_of: AccountOf, employee: Member, administrator: Member
    ):
        account_of("Spolverket", employee, state="approved", address="", address_key="")
        deactivate(employee, by=administrator)
        assert [line.name for line in lines(Handover.objects.get())] == ["takes-over"]

    def test_a_directory_can_say_so_with_nobody_pressing(self, account_of: AccountOf, employee: Member):
        account_of("Spolverket", employee)
        deactivate(employee, by=None)
        assert Handover.objects.get().begun_by is None

    def test_closing_the_way_in_twice_begins_nothing_anew(
        self, account_of: AccountOf, employee: Member, administrator: Member
    ):
        account_of("Spolverket", employee)
        for _ in range(2):
            deactivate(employee, by=administrator)
        assert Handover.objects.count() == 1

    def test_those_who_see_to_it_are_told_once_for_all_of_it(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        for name in ("Ett", "Två", "Tre"):
            account_of(name, employee, bo)
        deactivate(employee, by=administrator)
        assert list(Notice.objects.values_list("member", "kind")) == [(bo.pk, "handover.begun")]

    def test_the_record_holds_ids_and_nothing_else(
        self, account_of: AccountOf, employee: Member, administrator: Member
    ):
        account_of("Spolverket", employee)
        deactivate(employee, by=administrator)
        assert Entry.objects.get(kind="handover.begun").ids == {"member": employee.pk}

    def test_an_account_that_rests_on_their_own_profile_is_handed_over_whoever_holds_it(
        self, account_of: AccountOf, employee: Member, administrator: Member, make_member: MakeMember
    ):
        account = account_of("Sidan", bo := make_member("Bo"))
        Keys.objects.filter(account=account).update(rests_on=employee)
        deactivate(employee, by=administrator)
        assert Handover.objects.get().owner == bo
        assert holders(account) == ["Bo"]

    def test_an_application_is_taken_over_by_a_colleague(
        self, employee: Member, administrator: Member, communicator: Member, make_member: MakeMember
    ):
        bo, cia = make_member("Bo"), make_member("Cia")
        application = Application.objects.create(name="Ny", name_key="ny", network="x", applied_by=employee)
        application.stewards.set([employee, cia])
        deactivate(employee, by=administrator)
        handover = actions.take_over(Handover.objects.get(), bo, by=communicator)
        application.refresh_from_db()
        assert application.applied_by == bo
        assert set(application.stewards.all()) == {bo, cia}
        assert handover.state == "done"


class TestMoving:
    @pytest.fixture
    def sales(self, db: None) -> Department:
        return Department.objects.create(slug="sales", names={"sv": "Sälj"})

    @pytest.fixture
    def support(self, db: None) -> Department:
        return Department.objects.create(slug="support", names={"sv": "Kundservice"})

    def test_who_changes_department_keeps_the_account_until_it_is_handed_over(
        self, account_of: AccountOf, make_member: MakeMember, sales: Department, support: Department
    ):
        ada, bo = make_member("Ada", department=support), make_member("Bo")
        account = account_of("Spolverket", ada, bo)
        update_me(ada, {"department": sales})
        handover = Handover.objects.get()
        assert (handover.because, holders(account)) == ("moves", ["Ada", "Bo"])
        tick_all(handover, bo)
        assert holders(account) == ["Bo"]

    def test_who_would_rather_keep_it_does(
        self,
        account_of: AccountOf,
        make_member: MakeMember,
        sales: Department,
        support: Department,
        administrator: Member,
    ):
        ada = make_member("Ada", department=support)
        account = account_of("Spolverket", ada)
        move(ada, sales, by=administrator)
        assert actions.undo(Handover.objects.get(), by=ada).state == "undone"
        assert holders(account) == ["Ada"]

    def test_the_accounts_of_the_new_department_come_along(
        self, account_of: AccountOf, make_member: MakeMember, sales: Department, support: Department
    ):
        ada = make_member("Ada", department=support)
        account_of("Butiken", ada).departments.set([sales])
        update_me(ada, {"department": sales})
        assert not Handover.objects.exists()

    def test_to_find_ones_first_department_is_no_move(
        self, account_of: AccountOf, employee: Member, sales: Department, administrator: Member
    ):
        account_of("Spolverket", employee)
        update_me(employee, {"department": sales})
        move(employee, sales, by=administrator)
        assert not Handover.objects.exists()

    def test_only_administrators_and_directories_move_others(self, employee: Member, sales: Department):
        with pytest.raises(NotAllowed):
            move(employee, sales, by=employee)


class TestComingBack:
    def test_what_wasnt_handed_over_yet_is_theirs_again(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, administrator: Member
    ):
        alone, shared = account_of("Ensam", employee), account_of("Delad", employee, make_member("Bo"))
        deactivate(employee, by=administrator)
        reactivate(employee, by=administrator)
        assert (holders(alone), holders(shared)) == (["Elsa"], ["Bo", "Elsa"])
        assert set(Handover.objects.values_list("state", flat=True)) == {"undone"}

    def test_what_was_handed_over_stays_with_the_others(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = account_of("Delad", employee, bo)
        deactivate(employee, by=administrator)
        tick_all(Handover.objects.get(), bo)
        reactivate(employee, by=administrator)
        assert holders(account) == ["Bo"]

    def test_whoever_has_left_cant_be_said_to_keep_it(
        self, account_of: AccountOf, employee: Member, administrator: Member, communicator: Member
    ):
        account_of("Ensam", employee)
        deactivate(employee, by=administrator)
        with pytest.raises(actions.StillGone):
            actions.undo(Handover.objects.get(), by=communicator)


class TestByHand:
    def test_one_begins_ones_own_before_the_last_day_and_holds_it_until_it_is_done(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        bo = make_member("Bo")
        account = account_of("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY + timedelta(days=5), by=employee)
        assert (handover.owner, handover.last_day, holders(account)) == (
            bo,
            date(2026, 11, 28),
            ["Bo", "Elsa"],
        )
        tick_all(handover, employee)
        assert holders(account) == ["Bo"]

    def test_leaving_before_it_is_done_goes_on_with_the_same_list(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = account_of("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY + timedelta(days=5), by=employee)
        actions.tick(handover, "keys", by=employee)
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        assert [line.name for line in lines(handover) if line.done] == ["keys"]
        assert holders(account) == ["Bo"]

    def test_communications_begins_anybodys_and_nobody_else_does(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member, communicator: Member
    ):
        account_of("Ensam", employee)
        with pytest.raises(NotAllowed):
            actions.plan(employee, TODAY, by=make_member("Bo"))
        assert len(actions.plan(employee, TODAY, by=communicator)) == 1

    def test_somebody_without_a_part_in_it_ticks_nothing(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        account_of("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        with pytest.raises(NotAllowed):
            actions.tick(handover, "keys", by=make_member("Bo"))

    def test_a_step_can_be_opened_again(self, account_of: AccountOf, employee: Member):
        account_of("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        actions.tick(handover, "keys", by=employee)
        actions.tick(handover, "keys", by=employee, done=False)
        assert HandoverStep.objects.get(name="keys").done_on is None

    def test_nobody_hands_over_to_themselves_or_to_somebody_who_has_left(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        account_of("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        for somebody in (employee, make_member("Bo", is_active=False)):
            with pytest.raises(actions.NotThem):
                actions.take_over(handover, somebody, by=employee)

    def test_a_step_tells_the_register_what_it_made_sure_of(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        account = account_of("Delad", employee, make_member("Bo"))
        Keys.objects.filter(account=account).update(rests_on=employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        tick_all(handover, employee)
        keys = Keys.objects.get(account=account)
        assert (keys.recovery_is_ours, keys.two_factor, keys.rests_on) == (Known.YES, Known.YES, None)

    def test_what_is_done_is_done(self, account_of: AccountOf, make_member: MakeMember, employee: Member):
        bo = make_member("Bo")
        account_of("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        tick_all(handover, employee)
        with pytest.raises(actions.NotOpen):
            actions.tick(handover, "keys", by=bo, done=False)


def test_being_forgotten_hands_over_what_one_held(
    account_of: AccountOf, employee: Member, communicator: Member
):
    account = account_of("Ensam", employee)
    forget(employee, by=employee)
    assert Handover.objects.get(account=account).owner == communicator


def test_a_steward_who_is_added_takes_over_without_the_list(
    account_of: AccountOf,
    make_member: MakeMember,
    employee: Member,
    administrator: Member,
    communicator: Member,
):
    account = account_of("Ensam", employee)
    deactivate(employee, by=administrator)
    add_steward(account, make_member("Bo"), by=communicator)
    handover = tick_all(Handover.objects.get(), communicator)
    assert (handover.state, holders(account)) == ("done", ["Bo"])


def test_with_more_than_one_of_communications_it_is_theirs_together(
    account_of: AccountOf, make_member: MakeMember, employee: Member, communicator: Member
):
    make_member("Moa", Role.COMMUNICATIONS)
    account_of("Ensam", employee)
    (handover,) = actions.plan(employee, TODAY, by=employee)
    assert handover.owner is None
    assert actions.take_on(handover, by=communicator).owner == communicator
