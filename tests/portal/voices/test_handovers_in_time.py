"""What is open about handovers, when somebody is reminded, and how one says farewell."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vigor_portal.notices.models import Notice
from vigor_portal.notices.open_things import open_things
from vigor_portal.people.actions import deactivate, forget
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.my_data import my_data
from vigor_portal.voices.handovers import actions, jobs, queries, saying
from vigor_portal.voices.models import Account, Farewell, Handover, PublicAccount
from vigor_portal.voices.profiles.actions import appear
from vigor_portal.voices.register.actions import remove_steward

MakeMember = Callable[..., Member]
AccountOf = Callable[..., Account]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def now(organisation: Organisation):
    with time_machine.travel("2026-11-23 10:00 +0100", tick=False):
        yield


class TestWhatIsOpen:
    def test_what_nobody_holds_stands_first(
        self,
        account_of: AccountOf,
        make_member: MakeMember,
        employee: Member,
        administrator: Member,
        communicator: Member,
    ):
        account_of("Delad", employee, make_member("Bo"))
        account_of("Ensam", employee)
        account_of("Ingens")
        deactivate(employee, by=administrator)
        assert [row.title for row in queries.rows(queries.open_handovers())] == ["Ensam", "Delad"]
        titles = [thing.title for thing in open_things(communicator)]
        assert ["Ensam" in titles[0] or "Ingens" in titles[0], len(titles)] == [True, 2]
        assert len(open_things(None)) == 3

    def test_it_concerns_its_owner_the_stewards_and_the_one_who_goes(
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        bo, cia = make_member("Bo"), make_member("Cia")
        account_of("Delad", employee, bo)
        actions.plan(employee, TODAY, by=employee)
        assert [len(open_things(member)) for member in (employee, bo, cia)] == [1, 1, 0]

    def test_an_account_comes_up_for_its_stewards_when_it_is_time_to_look_it_through(
        self, account_of: AccountOf, employee: Member, make_member: MakeMember
    ):
        account_of("Nu", employee, review_on=TODAY + timedelta(days=14))
        account_of("Senare", employee, review_on=TODAY + timedelta(days=15))
        (thing,) = open_things(employee)
        assert (thing.last_day, thing.owner) == (TODAY + timedelta(days=14), employee)
        assert open_things(make_member("Bo")) == []

    def test_an_account_without_anybody_is_late_since_its_last_steward_stepped_down(
        self, account_of: AccountOf, employee: Member, communicator: Member
    ):
        account = account_of("Ingens", employee)
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
        self, account_of: AccountOf, make_member: MakeMember, employee: Member
    ):
        account_of("Delad", employee, make_member("Bo"))
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
        self, account_of: AccountOf, employee: Member, communicator: Member
    ):
        account_of("Ensam", employee)
        actions.plan(employee, TODAY, by=employee)
        assert self.reminded() == 0


class TestFarewells:
    @pytest.fixture
    def handover(self, account_of: AccountOf, make_member: MakeMember, employee: Member) -> Handover:
        account_of("Delad", employee, make_member("Bo"))
        return actions.plan(employee, TODAY, by=employee)[0]

    def test_it_is_filled_in_in_both_languages(self, handover: Handover):
        texts = saying.prefilled(handover, "mastodon.example/@elsa")
        assert set(texts) == {"sv", "en"}
        for text in texts.values():
            assert "Elsa" in text
            assert "Bo" in text
            assert "mastodon.example/@elsa" in text

    def test_it_names_nobody_who_goes_by_another_name_or_none(self, handover: Handover, employee: Member):
        appear("alias", "Syrran", by=employee)
        appear("not", "", by=Member.objects.get(given_name="Bo"))
        for text in saying.prefilled(handover, "mastodon.example/@syrran").values():
            assert "Syrran" in text
            assert not any(name in text for name in ("Elsa", "Bo"))
        appear("not", "", by=employee)
        for text in saying.prefilled(handover, "mastodon.example/@syrran").values():
            assert not any(name in text for name in ("Elsa", "Syrran", "syrran"))

    def test_it_stands_with_the_account_for_sixty_days(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa.", "en": ""}, agreed=False, by=employee)
        assert PublicAccount.objects.get().farewells == [{"sv": "Tack, Elsa."}]
        with time_machine.travel("2027-01-23 10:00 +0100", tick=False):
            jobs.tidy()
        assert PublicAccount.objects.get().farewells == []
        assert not Farewell.objects.exists()

    def test_all_who_have_moved_on_are_thanked_the_latest_first(
        self,
        handover: Handover,
        employee: Member,
        communicator: Member,
        signed_in: Callable[[Member], Client],
    ):
        account = handover.account
        assert account is not None
        saying.say_farewell(handover, {"sv": "Tack, Elsa."}, agreed=True, by=employee)
        bo = Member.objects.get(given_name="Bo")
        with time_machine.travel("2026-12-01 10:00 +0100", tick=False):
            second = actions.plan(bo, timezone.localdate(), by=bo)[0]
            saying.say_farewell(second, {"sv": "Tack, Bo.", "en": "Thank you, Bo."}, agreed=True, by=bo)
            shown = PublicAccount.objects.get().farewells
            assert [texts["sv"] for texts in shown] == ["Tack, Bo.", "Tack, Elsa."]
            page = signed_in(communicator).get(reverse("voices:account", args=[account.public_id]))
            assert page.content.decode().index("Tack, Bo.") < page.content.decode().index("Tack, Elsa.")
        with time_machine.travel("2027-01-25 10:00 +0100", tick=False):
            jobs.tidy()
        assert [texts["sv"] for texts in PublicAccount.objects.get().farewells] == ["Tack, Bo."]

    def test_others_say_it_only_with_the_persons_yes(self, handover: Handover, communicator: Member):
        with pytest.raises(saying.NotAgreed):
            saying.say_farewell(handover, {"sv": "Tack."}, agreed=False, by=communicator)
        saying.say_farewell(handover, {"sv": "Tack."}, agreed=True, by=communicator)
        assert PublicAccount.objects.get().farewells == [{"sv": "Tack."}]

    def test_it_can_be_taken_back(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack."}, agreed=True, by=employee)
        saying.take_farewell_back(handover, by=employee)
        assert PublicAccount.objects.get().farewells == []

    def test_it_goes_with_being_forgotten_and_the_handover_stays(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa."}, agreed=True, by=employee)
        forget(employee, by=employee)
        assert PublicAccount.objects.get().farewells == []
        assert Handover.objects.get().is_open
        assert not handover.account.stewardships.filter(member=employee, until=None).exists()

    def test_a_member_takes_home_what_stands_here_about_them(self, handover: Handover, employee: Member):
        saying.say_farewell(handover, {"sv": "Tack, Elsa."}, agreed=True, by=employee)
        stored = my_data(employee)["handovers"]
        assert [len(stored[part]) for part in ("handed_over", "farewells")] == [1, 1]
