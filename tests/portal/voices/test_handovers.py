"""Accounts survive their people: what is handed over when somebody leaves, moves, comes back or is forgotten."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.notices.open_things import open_things
from vigor_portal.people.actions import deactivate, forget, move, reactivate, update_me
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.people.my_data import my_data
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.handovers import actions, jobs, queries, saying
from vigor_portal.voices.handovers.checklist import lines
from vigor_portal.voices.models import (
    Account,
    Application,
    Farewell,
    Handover,
    HandoverStep,
    Keys,
    Known,
    PublicAccount,
    Step,
)
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register.actions import add_steward, close, remove_steward

MakeMember = Callable[..., Member]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def now(organisation: Organisation):
    with time_machine.travel("2026-11-23 10:00 +0100", tick=False):
        yield


@pytest.fixture
def make_account(db: None) -> Callable[..., Account]:
    """make_account("Spolverket svarar", ada, bo): in use, at an address, held by these."""

    def make(name: str, *stewards: Member, **fields: object) -> Account:
        key = name.lower().replace(" ", "")
        fields = {"state": "in-use", "address": f"https://x.com/{key}", "address_key": f"x:{key}"} | fields
        account = Account.objects.create(name=name, network="x", shown=f"@{key}", **fields)
        Keys.objects.create(account=account)
        Step.objects.create(account=account, state="in-use")
        for member in stewards:
            account.stewardships.create(member=member)
        show(account)
        return account

    return make


def holders(account: Account) -> list[str]:
    """Those who hold it on paper, whether they are here or not."""
    return sorted(each.member.given_name for each in account.stewardships.filter(until=None))


def tick_all(handover: Handover, by: Member) -> Handover:
    for line in lines(handover):
        handover = actions.tick(handover, line.name, by=by)
    return handover


class TestLeaving:
    def test_another_steward_sees_to_it_and_the_one_who_left_holds_it_no_longer(
        self, make_account, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = make_account("Spolverket", employee, bo)
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        assert (handover.account, handover.owner, handover.because) == (account, bo, "leaves")
        assert handover.last_day == TODAY + timedelta(days=14)
        assert holders(account) == ["Bo"]

    def test_the_only_one_stays_on_paper_until_somebody_has_taken_over_and_all_is_done(
        self,
        make_account,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        account = make_account("Spolverket", employee)
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
        make_account,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        account = make_account("Spolverket", employee)
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
        make_account,
        employee: Member,
        administrator: Member,
        communicator: Member,
        make_member: MakeMember,
    ):
        bo = make_member("Bo")
        make_account("Spolverket", employee, bo)
        deactivate(employee, by=administrator)
        deactivate(bo, by=administrator)
        assert Handover.objects.get(member=employee).owner == communicator

    def test_an_account_that_has_ended_needs_nobody(
        self, make_account, employee: Member, administrator: Member, communicator: Member
    ):
        make_account("Gamla", employee, state="closed")
        closes = make_account("Nya", employee)
        deactivate(employee, by=administrator)
        close(closes, by=communicator)
        assert [row.title for row in queries.rows(queries.open_handovers())] == []
        jobs.tidy()
        assert not Handover.objects.filter(state="open").exists()

    def test_what_the_register_knows_to_be_in_order_is_ticked_already(
        self, make_account, employee: Member, administrator: Member
    ):
        account = make_account("Spolverket", employee)
        Keys.objects.filter(account=account).update(recovery_is_ours=Known.YES)
        deactivate(employee, by=administrator)
        assert [line.name for line in lines(Handover.objects.get()) if line.done] == ["recovery"]

    def test_an_account_that_isnt_registered_yet_has_only_somebody_to_find(
        self, make_account, employee: Member, administrator: Member
    ):
        make_account("Spolverket", employee, state="approved", address="", address_key="")
        deactivate(employee, by=administrator)
        assert [line.name for line in lines(Handover.objects.get())] == ["takes-over"]

    def test_a_directory_can_say_so_with_nobody_pressing(self, make_account, employee: Member):
        make_account("Spolverket", employee)
        deactivate(employee, by=None)
        assert Handover.objects.get().begun_by is None

    def test_closing_the_way_in_twice_begins_nothing_anew(
        self, make_account, employee: Member, administrator: Member
    ):
        make_account("Spolverket", employee)
        for _ in range(2):
            deactivate(employee, by=administrator)
        assert Handover.objects.count() == 1

    def test_those_who_see_to_it_are_told_once_for_all_of_it(
        self, make_account, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        for name in ("Ett", "Två", "Tre"):
            make_account(name, employee, bo)
        deactivate(employee, by=administrator)
        assert list(Notice.objects.values_list("member", "kind")) == [(bo.pk, "handover.begun")]

    def test_the_record_holds_ids_and_nothing_else(
        self, make_account, employee: Member, administrator: Member
    ):
        make_account("Spolverket", employee)
        deactivate(employee, by=administrator)
        assert Entry.objects.get(kind="handover.begun").ids == {"member": employee.pk}

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
        self, make_account, make_member: MakeMember, sales: Department, support: Department
    ):
        ada, bo = make_member("Ada", department=support), make_member("Bo")
        account = make_account("Spolverket", ada, bo)
        update_me(ada, {"department": sales})
        handover = Handover.objects.get()
        assert (handover.because, holders(account)) == ("moves", ["Ada", "Bo"])
        tick_all(handover, bo)
        assert holders(account) == ["Bo"]

    def test_who_would_rather_keep_it_does(
        self,
        make_account,
        make_member: MakeMember,
        sales: Department,
        support: Department,
        administrator: Member,
    ):
        ada = make_member("Ada", department=support)
        account = make_account("Spolverket", ada)
        move(ada, sales, by=administrator)
        assert actions.undo(Handover.objects.get(), by=ada).state == "undone"
        assert holders(account) == ["Ada"]

    def test_the_accounts_of_the_new_department_come_along(
        self, make_account, make_member: MakeMember, sales: Department, support: Department
    ):
        ada = make_member("Ada", department=support)
        make_account("Butiken", ada).departments.set([sales])
        update_me(ada, {"department": sales})
        assert not Handover.objects.exists()

    def test_to_find_ones_first_department_is_no_move(
        self, make_account, employee: Member, sales: Department, administrator: Member
    ):
        make_account("Spolverket", employee)
        update_me(employee, {"department": sales})
        move(employee, sales, by=administrator)
        assert not Handover.objects.exists()

    def test_only_administrators_and_directories_move_others(self, employee: Member, sales: Department):
        with pytest.raises(NotAllowed):
            move(employee, sales, by=employee)


class TestComingBack:
    def test_what_wasnt_handed_over_yet_is_theirs_again(
        self, make_account, make_member: MakeMember, employee: Member, administrator: Member
    ):
        alone, shared = make_account("Ensam", employee), make_account("Delad", employee, make_member("Bo"))
        deactivate(employee, by=administrator)
        reactivate(employee, by=administrator)
        assert (holders(alone), holders(shared)) == (["Elsa"], ["Bo", "Elsa"])
        assert set(Handover.objects.values_list("state", flat=True)) == {"undone"}

    def test_what_was_handed_over_stays_with_the_others(
        self, make_account, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = make_account("Delad", employee, bo)
        deactivate(employee, by=administrator)
        tick_all(Handover.objects.get(), bo)
        reactivate(employee, by=administrator)
        assert holders(account) == ["Bo"]

    def test_whoever_has_left_cant_be_said_to_keep_it(
        self, make_account, employee: Member, administrator: Member, communicator: Member
    ):
        make_account("Ensam", employee)
        deactivate(employee, by=administrator)
        with pytest.raises(actions.StillGone):
            actions.undo(Handover.objects.get(), by=communicator)


class TestByHand:
    def test_one_begins_ones_own_before_the_last_day_and_holds_it_until_it_is_done(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        bo = make_member("Bo")
        account = make_account("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY + timedelta(days=5), by=employee)
        assert (handover.owner, handover.last_day, holders(account)) == (
            bo,
            date(2026, 11, 28),
            ["Bo", "Elsa"],
        )
        tick_all(handover, employee)
        assert holders(account) == ["Bo"]

    def test_leaving_before_it_is_done_goes_on_with_the_same_list(
        self, make_account, make_member: MakeMember, employee: Member, administrator: Member
    ):
        bo = make_member("Bo")
        account = make_account("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY + timedelta(days=5), by=employee)
        actions.tick(handover, "keys", by=employee)
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        assert [line.name for line in lines(handover) if line.done] == ["keys"]
        assert holders(account) == ["Bo"]

    def test_communications_begins_anybodys_and_nobody_else_does(
        self, make_account, make_member: MakeMember, employee: Member, communicator: Member
    ):
        make_account("Ensam", employee)
        with pytest.raises(NotAllowed):
            actions.plan(employee, TODAY, by=make_member("Bo"))
        assert len(actions.plan(employee, TODAY, by=communicator)) == 1

    def test_somebody_without_a_part_in_it_ticks_nothing(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        make_account("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        with pytest.raises(NotAllowed):
            actions.tick(handover, "keys", by=make_member("Bo"))

    def test_a_step_can_be_opened_again(self, make_account, employee: Member):
        make_account("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        actions.tick(handover, "keys", by=employee)
        actions.tick(handover, "keys", by=employee, done=False)
        assert HandoverStep.objects.get(name="keys").done_on is None

    def test_nobody_hands_over_to_themselves_or_to_somebody_who_has_left(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        make_account("Ensam", employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        for somebody in (employee, make_member("Bo", is_active=False)):
            with pytest.raises(actions.NotThem):
                actions.take_over(handover, somebody, by=employee)

    def test_a_step_tells_the_register_what_it_made_sure_of(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        account = make_account("Delad", employee, make_member("Bo"))
        Keys.objects.filter(account=account).update(rests_on=employee)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        tick_all(handover, employee)
        keys = Keys.objects.get(account=account)
        assert (keys.recovery_is_ours, keys.two_factor, keys.rests_on) == (Known.YES, Known.YES, None)

    def test_what_is_done_is_done(self, make_account, make_member: MakeMember, employee: Member):
        bo = make_member("Bo")
        make_account("Delad", employee, bo)
        (handover,) = actions.plan(employee, TODAY, by=employee)
        tick_all(handover, employee)
        with pytest.raises(actions.NotOpen):
            actions.tick(handover, "keys", by=bo, done=False)


class TestWhatIsOpen:
    def test_what_nobody_holds_stands_first(
        self,
        make_account,
        make_member: MakeMember,
        employee: Member,
        administrator: Member,
        communicator: Member,
    ):
        make_account("Delad", employee, make_member("Bo"))
        make_account("Ensam", employee)
        make_account("Ingens")
        deactivate(employee, by=administrator)
        assert [row.title for row in queries.rows(queries.open_handovers())] == ["Ensam", "Delad"]
        titles = [thing.title for thing in open_things(communicator)]
        assert ["Ensam" in titles[0] or "Ingens" in titles[0], len(titles)] == [True, 2]
        assert len(open_things(None)) == 3

    def test_it_concerns_its_owner_the_stewards_and_the_one_who_goes(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        bo, cia = make_member("Bo"), make_member("Cia")
        make_account("Delad", employee, bo)
        actions.plan(employee, TODAY, by=employee)
        assert [len(open_things(member)) for member in (employee, bo, cia)] == [1, 1, 0]

    def test_an_account_comes_up_for_its_stewards_when_it_is_time_to_look_it_through(
        self, make_account, employee: Member, make_member: MakeMember
    ):
        make_account("Nu", employee, review_on=TODAY + timedelta(days=14))
        make_account("Senare", employee, review_on=TODAY + timedelta(days=15))
        (thing,) = open_things(employee)
        assert (thing.last_day, thing.owner) == (TODAY + timedelta(days=14), employee)
        assert open_things(make_member("Bo")) == []

    def test_an_account_without_anybody_is_late_since_its_last_steward_stepped_down(
        self, make_account, employee: Member, communicator: Member
    ):
        account = make_account("Ingens", employee)
        remove_steward(account.stewardships.get(), by=employee)
        with time_machine.travel("2026-11-30 10:00 +0100", tick=False):
            (thing,) = queries.without_anybody(communicator)
            assert thing.last_day == TODAY
            assert queries.without_anybody(communicator).count(timezone.localdate()) == (1, 1)
            assert list(queries.without_anybody(employee)) == []


class TestReminders:
    def reminded(self) -> int:
        jobs.remind()
        return Notice.objects.filter(kind="handover.waiting").count()

    def test_its_owner_is_reminded_three_days_before_and_each_week_that_it_is_late(
        self, make_account, make_member: MakeMember, employee: Member
    ):
        make_account("Delad", employee, make_member("Bo"))
        actions.plan(employee, date(2026, 12, 7), by=employee)
        counts = []
        for day in (
            "2026-12-03",
            "2026-12-04",
            "2026-12-05",
            "2026-12-08",
            "2026-12-11",
            "2026-12-12",
            "2026-12-18",
        ):
            with time_machine.travel(f"{day} 07:05 +0100", tick=False):
                counts.append(self.reminded())
        assert counts == [0, 1, 1, 1, 2, 2, 3]

    def test_nobody_is_reminded_on_the_day_that_it_begins(
        self, make_account, employee: Member, communicator: Member
    ):
        make_account("Ensam", employee)
        actions.plan(employee, TODAY, by=employee)
        assert self.reminded() == 0


class TestFarewells:
    @pytest.fixture
    def handover(self, make_account, make_member: MakeMember, employee: Member) -> Handover:
        make_account("Delad", employee, make_member("Bo"))
        return actions.plan(employee, TODAY, by=employee)[0]

    def test_it_is_filled_in_in_both_languages(self, handover: Handover):
        texts = saying.prefilled(handover, "mastodon.example/@elsa")
        assert set(texts) == {"sv", "en"}
        for text in texts.values():
            assert "Elsa" in text
            assert "Bo" in text
            assert "mastodon.example/@elsa" in text

    def test_it_stands_with_the_account_for_sixty_days(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa.", "en": ""}, agreed=False, by=employee)
        assert PublicAccount.objects.get().farewell == {"sv": "Tack, Elsa."}
        with time_machine.travel("2027-01-23 10:00 +0100", tick=False):
            jobs.tidy()
        assert PublicAccount.objects.get().farewell == {}
        assert not Farewell.objects.exists()

    def test_others_say_it_only_with_the_persons_yes(self, handover: Handover, communicator: Member):
        with pytest.raises(saying.NotAgreed):
            saying.say_farewell(handover, {"sv": "Tack."}, agreed=False, by=communicator)
        saying.say_farewell(handover, {"sv": "Tack."}, agreed=True, by=communicator)
        assert PublicAccount.objects.get().farewell == {"sv": "Tack."}

    def test_it_can_be_taken_back(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack."}, agreed=True, by=employee)
        saying.take_farewell_back(handover, by=employee)
        assert PublicAccount.objects.get().farewell == {}

    def test_it_goes_with_being_forgotten_and_the_handover_stays(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa."}, agreed=True, by=employee)
        forget(employee, by=employee)
        assert PublicAccount.objects.get().farewell == {}
        assert Handover.objects.get().is_open
        assert holders(handover.account) == ["Bo"]

    def test_a_member_takes_home_what_stands_here_about_them(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa."}, agreed=True, by=employee)
        stored = my_data(employee)["handovers"]
        assert [len(stored[part]) for part in ("handed_over", "farewells")] == [1, 1]


def test_being_forgotten_hands_over_what_one_held(make_account, employee: Member, communicator: Member):
    account = make_account("Ensam", employee)
    forget(employee, by=employee)
    assert Handover.objects.get(account=account).owner == communicator


def test_a_steward_who_is_added_takes_over_without_the_list(
    make_account, make_member: MakeMember, employee: Member, administrator: Member, communicator: Member
):
    account = make_account("Ensam", employee)
    deactivate(employee, by=administrator)
    add_steward(account, make_member("Bo"), by=communicator)
    handover = tick_all(Handover.objects.get(), communicator)
    assert (handover.state, holders(account)) == ("done", ["Bo"])


def test_with_more_than_one_of_communications_it_is_theirs_together(
    make_account, make_member: MakeMember, employee: Member, communicator: Member
):
    make_member("Moa", Role.COMMUNICATIONS)
    make_account("Ensam", employee)
    (handover,) = actions.plan(employee, TODAY, by=employee)
    assert handover.owner is None
    assert actions.take_on(handover, by=communicator).owner == communicator
