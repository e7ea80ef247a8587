"""Mandates: they end by themselves, are shown while they last, and are looked back on."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from vigor_portal.log.models import Entry
from vigor_portal.notices.dates import calendar_of
from vigor_portal.notices.models import Notice
from vigor_portal.notices.open_things import open_things
from vigor_portal.people.actions import deactivate, forget, reactivate
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.my_data import my_data
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish
from vigor_portal.voices.handovers.actions import NobodyTakesOver, tick
from vigor_portal.voices.mandates import actions, jobs
from vigor_portal.voices.mandates.actions import Terms
from vigor_portal.voices.mandates.projection import speaking, spoke
from vigor_portal.voices.models import Handover, Mandate, PublicMandate
from vigor_portal.voices.profiles.actions import appear as appear_everywhere

MakeMember = Callable[..., Member]
Give = Callable[..., Mandate]
TODAY = date(2026, 11, 23)
ENDS = date(2027, 3, 1)
TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Så syns det {#seen}

Den som läser ska veta.

- Vi skriver reklam först. {#mark-ads force=must checks="undisclosed-ad"%s}
"""


@pytest.fixture(autouse=True)
def now(organisation: Organisation):
    with time_machine.travel("2026-11-23 10:00 +0100", tick=False):
        yield


@pytest.fixture
def give(communicator: Member, employee: Member) -> Give:
    """give(idea="Laga mer", outside_name="Nadja", ends_on=…): held by Elsa unless somebody from outside is named."""

    def given(*, starts_on: date = TODAY, ends_on: date = ENDS, **fields: Any) -> Mandate:
        if "outside_name" not in fields:
            fields.setdefault("member", employee)
        fields.setdefault("idea", "Laga mer")
        return actions.give(Terms(**fields), starts_on, ends_on, by=communicator)

    return given


@pytest.fixture
def press(client: Client) -> Callable[[], str]:
    """What the press room's page of spokespersons says, as text."""
    return lambda: client.get("/press/sv/spokespersons").content.decode()


def on(day: str) -> time_machine.travel:
    return time_machine.travel(f"{day} 10:00 +0100", tick=False)


class TestGiving:
    def test_holder_and_follower_are_told(self, give: Give, employee: Member, make_member: MakeMember):
        bo = make_member("Bo")
        give(followed_by=bo)
        assert set(Notice.objects.values_list("member", "kind")) == {
            (employee.pk, "mandate.given"),
            (bo.pk, "mandate.given"),
        }

    def test_whoever_gives_it_follows_it_where_nobody_else_is_named(self, give: Give, communicator: Member):
        assert give().followed_by == communicator

    @pytest.mark.parametrize("ends_on", [TODAY - timedelta(days=1), TODAY + timedelta(days=800)])
    def test_it_has_an_end_that_somebody_lives_to_see(self, give: Give, ends_on: date):
        with pytest.raises(actions.NotLonger):
            give(ends_on=ends_on)

    def test_it_is_somebodys(self, give: Give, make_member: MakeMember):
        for nobody in ({"outside_name": " "}, {"member": make_member("Bo", is_active=False)}):
            with pytest.raises(actions.NobodyNamed):
                give(**nobody)

    def test_only_communications_gives_one(self, employee: Member):
        with pytest.raises(NotAllowed):
            actions.give(Terms(idea="Jag", member=employee), TODAY, ENDS, by=employee)

    def test_the_record_holds_no_words(self, give: Give):
        give(idea="Hemlig kampanj")
        assert Entry.objects.get(kind="mandate.given").ids == {}


class TestWhileItLasts:
    def test_it_is_shown_from_its_first_day_to_its_last_and_no_job_has_to_run(self, give: Give, press):
        give(starts_on=date(2026, 11, 25), ends_on=date(2026, 11, 27))
        shown = []
        for day in ("2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28"):
            with on(day):
                shown.append((speaking().count(), spoke().count(), "Laga mer" in press()))
        assert shown == [(0, 0, False), (1, 0, True), (1, 0, True), (0, 1, True)]

    def test_was_until_stands_for_four_weeks_and_then_nothing(self, give: Give, press):
        give(ends_on=date(2026, 11, 27))
        with on("2026-12-25"):
            assert "27 november 2026" in press()
        with on("2026-12-26"):
            assert "Elsa" not in press()
            jobs.settle()
        assert not PublicMandate.objects.exists()

    def test_one_that_is_ended_early_is_over_at_once_with_what_is_said(
        self, give: Give, communicator: Member, press
    ):
        actions.end_early(give(), "Tack, Elsa, för rösten.", by=communicator)
        assert (speaking().count(), "Tack, Elsa, för rösten." in press()) == (0, True)

    def test_one_that_never_began_is_nobodys_business(self, give: Give, communicator: Member, press):
        mandate = give(starts_on=date(2026, 12, 1))
        actions.end_early(mandate, "", by=communicator)
        with on("2026-12-02"):
            assert "Elsa" not in press()
            assert open_things(communicator) == []

    def test_its_holder_can_end_it_and_others_cant(
        self, give: Give, employee: Member, make_member: MakeMember
    ):
        mandate = give()
        with pytest.raises(NotAllowed):
            actions.end_early(mandate, "", by=make_member("Bo"))
        assert actions.end_early(mandate, "", by=employee).is_over

    def test_a_name_that_changes_is_shown_by_the_next_day(self, give: Give, employee: Member):
        give()
        Member.objects.filter(pk=employee.pk).update(family_name="Ek")
        jobs.settle()
        assert PublicMandate.objects.get().name == "Elsa Ek"


class TestHowTheyAreShown:
    def test_under_another_name_neither_name_nor_title_is_public(self, give: Give, employee: Member, press):
        Member.objects.filter(pk=employee.pk).update(title="Montör")
        employee.refresh_from_db()
        give(appears="alias", alias="Syrran")
        assert "Syrran" in press()
        assert not any(word in press() for word in ("Elsa", "Montör"))

    def test_not_at_all_is_nowhere_in_public(self, give: Give):
        give(appears="not")
        assert not PublicMandate.objects.exists()

    def test_it_is_the_holders_to_say_at_any_time(
        self, give: Give, employee: Member, make_member: MakeMember
    ):
        mandate = give()
        with pytest.raises(NotAllowed):
            actions.appear(mandate, "not", "", by=make_member("Bo"))
        actions.appear(mandate, "not", "", by=employee)
        assert not PublicMandate.objects.exists()
        actions.appear(mandate, "alias", "Syrran", by=employee)
        assert PublicMandate.objects.get().name == "Syrran"

    def test_what_they_say_of_themselves_on_their_own_page_goes_for_mandates_too(
        self, give: Give, employee: Member, press
    ):
        give()
        appear_everywhere("alias", "Syrran", by=employee)
        assert PublicMandate.objects.get().name == "Syrran"
        appear_everywhere("not", "", by=employee)
        assert not PublicMandate.objects.exists()
        appear_everywhere("name", "", by=employee)
        assert PublicMandate.objects.get().name == "Elsa"

    def test_who_has_left_isnt_shown_until_it_is_decided_what_becomes_of_it(
        self, give: Give, employee: Member, administrator: Member
    ):
        give()
        deactivate(employee, by=administrator)
        assert not PublicMandate.objects.exists()
        reactivate(employee, by=administrator)
        assert PublicMandate.objects.exists()

    def test_a_forgotten_member_is_gone_from_public_at_once(self, give: Give, employee: Member, press):
        mandate = give(appears="alias", alias="Syrran", channels=("https://x.com/syrran",))
        forget(employee, by=employee)
        assert "Syrran" not in press()
        mandate.refresh_from_db()
        assert (mandate.alias, mandate.channels) == ("", [])

    def test_colleagues_see_the_name_that_the_public_sees(
        self, give: Give, signed_in, make_member: MakeMember
    ):
        give(appears="alias", alias="Syrran")
        give(appears="not", idea="I det tysta")
        page = signed_in(make_member("Bo")).get(reverse("voices:mandates:all")).content.decode()
        assert "Syrran" in page
        assert not any(word in page for word in ("Elsa", "I det tysta"))


class TestAdvertising:
    def test_a_paid_cooperation_says_so_in_public_and_names_the_guideline(self, give: Give, press):
        publish([TEXT % ""], by=None, because="")
        give(outside_name="Nadja", paid=True)
        assert "/press/sv/mark-ads" in press()
        assert "Vi skriver reklam först." in press()

    def test_an_internal_guideline_isnt_named_there(self, give: Give, press):
        publish([TEXT % " audience=internal"], by=None, because="")
        give(outside_name="Nadja", paid=True)
        assert "mark-ads" not in press()
        assert "paid-note" in press()

    def test_it_says_so_without_a_policy_too(self, give: Give, press):
        give(outside_name="Nadja", paid=True)
        assert "paid-note" in press()

    def test_its_holder_reads_the_same_with_the_guideline(self, give: Give, signed_in, employee: Member):
        publish([TEXT % ""], by=None, because="")
        mandate = give(paid=True)
        page = (
            signed_in(employee).get(reverse("voices:mandates:one", args=[mandate.public_id])).content.decode()
        )
        assert "/policy/mark-ads" in page

    def test_an_unpaid_one_says_nothing_of_it(self, give: Give, press):
        publish([TEXT % ""], by=None, because="")
        give()
        assert "mark-ads" not in press()


class TestTheEnd:
    def test_holder_and_follower_are_reminded_once_three_weeks_before(self, give: Give):
        give()
        counts = []
        for day in ("2027-02-07", "2027-02-08", "2027-02-20", "2027-03-02"):
            with on(day):
                jobs.remind()
                counts.append(Notice.objects.filter(kind="mandate.ending").count())
        assert counts == [0, 2, 2, 2]

    def test_an_extended_one_is_reminded_of_anew(self, give: Give, communicator: Member):
        mandate = give()
        with on("2027-02-20"):
            jobs.remind()
            actions.extend(mandate, date(2027, 6, 1), "Det går så bra.", by=communicator)
        with on("2027-05-20"):
            jobs.remind()
        assert Notice.objects.filter(kind="mandate.ending").count() == 4

    def test_somebody_from_outside_is_reminded_by_mail(self, give: Give, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        mandate = give(outside_name="Nadja", outside_email="nadja@test.example", idea="Laga mer")
        jobs.mail_the_end(mandate.pk)
        (sent,) = mail.outbox
        assert sent.to == ["nadja@test.example"]
        assert "1 mars 2027" in sent.body
        assert "Kim" in sent.body

    def test_it_goes_on_only_by_a_decision_with_a_reason(
        self, give: Give, communicator: Member, employee: Member
    ):
        mandate = give()
        with pytest.raises(NotAllowed):
            actions.extend(mandate, date(2027, 6, 1), "Jag vill.", by=employee)
        actions.extend(mandate, date(2027, 6, 1), "Det går så bra.", by=communicator)
        mandate.refresh_from_db()
        (decision,) = mandate.extensions.all()
        assert (mandate.ends_on, decision.ended_on, decision.reason) == (
            date(2027, 6, 1),
            ENDS,
            "Det går så bra.",
        )
        assert PublicMandate.objects.get().until == date(2027, 6, 1)

    @pytest.mark.parametrize("until", [ENDS, ENDS - timedelta(days=1), TODAY + timedelta(days=800)])
    def test_it_goes_on_until_a_later_day_within_two_years(
        self, give: Give, communicator: Member, until: date
    ):
        with pytest.raises(actions.NotLonger):
            actions.extend(give(), until, "Därför.", by=communicator)

    def test_what_is_over_isnt_brought_back(self, give: Give, communicator: Member):
        mandate = give()
        with on("2027-03-02"), pytest.raises(actions.Over):
            actions.extend(mandate, date(2027, 6, 1), "För sent.", by=communicator)

    def test_both_hear_once_that_it_is_over(self, give: Give):
        give()
        with on("2027-03-02"):
            jobs.settle()
            jobs.settle()
        assert Notice.objects.filter(kind="mandate.over").count() == 2

    def test_a_reminder_waits_among_the_open_things_and_in_the_calendar(
        self, give: Give, employee: Member, communicator: Member
    ):
        give()
        assert open_things(employee) == []
        with on("2027-02-10"):
            for member in (employee, communicator):
                (thing,) = open_things(member)
                assert (thing.last_day, thing.owner) == (ENDS, communicator)
            assert b"20270301" in calendar_of(employee)


class TestLookingBack:
    def test_it_waits_for_the_follower_two_weeks_after_the_end(
        self, give: Give, communicator: Member, employee: Member
    ):
        mandate = give()
        with on("2027-03-02"):
            (thing,) = open_things(communicator)
            assert (thing.last_day, open_things(employee)) == (date(2027, 3, 15), [])
            actions.look_back(mandate, "Hundra lagade.", "Två dagar.", by=communicator)
            assert open_things(None) == []

    def test_there_is_nothing_to_look_back_on_before(self, give: Give, communicator: Member):
        with pytest.raises(actions.NotOver):
            actions.look_back(give(), "Allt.", "", by=communicator)


class TestPeopleFromOutside:
    def test_a_year_after_the_end_who_they_are_is_gone(self, give: Give):
        mandate = give(outside_name="Nadja", outside_email="nadja@test.example", channels=("x.com/nadja",))
        with on("2028-02-29"):
            jobs.settle()
            mandate.refresh_from_db()
            assert mandate.outside_name == "Nadja"
        with on("2028-03-01"):
            jobs.settle()
        mandate.refresh_from_db()
        assert (mandate.outside_name, mandate.outside_email, mandate.channels) == ("", "", [])
        assert mandate.idea == "Laga mer"

    def test_they_can_be_taken_away_at_once(self, give: Give, communicator: Member, press):
        mandate = give(outside_name="Nadja", outside_email="nadja@test.example")
        actions.forget_person(mandate, by=communicator)
        assert "Nadja" not in press()
        assert not PublicMandate.objects.exists()

    def test_a_members_mandate_isnt_emptied_that_way(self, give: Give, communicator: Member):
        with pytest.raises(actions.NotOutside):
            actions.forget_person(give(), by=communicator)


class TestWhenSomebodyLeaves:
    def test_the_follower_who_leaves_hands_it_over(
        self, give: Give, make_member: MakeMember, administrator: Member, communicator: Member
    ):
        bo = make_member("Bo")
        mandate = give(followed_by=bo)
        deactivate(bo, by=administrator)
        handover = Handover.objects.get()
        with pytest.raises(NobodyTakesOver):
            tick(handover, "takes-over", by=communicator)
        actions.follow(mandate, communicator, by=communicator)
        assert tick(handover, "takes-over", by=communicator).state == "done"

    def test_a_holder_who_leaves_is_decided_on(
        self, give: Give, employee: Member, administrator: Member, communicator: Member
    ):
        mandate = give()
        deactivate(employee, by=administrator)
        handover = Handover.objects.get()
        with pytest.raises(NobodyTakesOver):
            tick(handover, "takes-over", by=communicator)
        actions.change(mandate, Terms(idea="Laga mer", outside_name="Elsa Ek"), by=communicator)
        assert tick(handover, "takes-over", by=communicator).state == "done"
        assert PublicMandate.objects.get().name == "Elsa Ek"


def test_a_member_takes_home_what_stands_here_about_them(give: Give, employee: Member):
    give(stands_for="Att laga.")
    assert my_data(employee)["mandates"]["held"][0]["stands_for"] == "Att laga."


def test_the_answers_are_for_those_who_have_a_part_in_it(give: Give, signed_in, make_member: MakeMember):
    mandate = give(stands_for="Att laga.")
    assert (
        signed_in(make_member("Bo")).get(reverse("voices:mandates:one", args=[mandate.public_id])).status_code
        == 403
    )
