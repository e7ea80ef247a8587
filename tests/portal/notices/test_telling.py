"""Being told on the site, and choosing how else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from vigor_portal.home.context import items_for
from vigor_portal.notices import actions
from vigor_portal.notices.models import How, Mail, Notice, Refusal, Wish
from vigor_portal.notices.queries import count_new, wishes_of
from vigor_portal.notices.telling import kinds
from vigor_portal.notices.tidying import remove_old
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Department, Member
from vigor_portal.people.my_data import my_data

SignedIn = Callable[[Member], Client]


class TestTelling:
    def test_a_member_is_told_once_however_often_they_are_named(self, employee: Member, thing: Department):
        actions.tell([employee, employee], "answered", thing)
        notice = Notice.objects.get()
        assert (notice.member, notice.object_kind, notice.object_id) == (
            employee,
            "people.department",
            str(thing.pk),
        )

    def test_nobody_is_told_of_what_they_did_themselves(
        self, employee: Member, communicator: Member, thing: Department
    ):
        actions.tell([employee, communicator], "answered", thing, by=communicator)
        assert [notice.member for notice in Notice.objects.all()] == [employee]

    def test_who_has_left_is_told_nothing(self, employee: Member, thing: Department):
        Member.objects.update(is_active=False)
        employee.refresh_from_db()
        actions.tell([employee], "called", thing)
        assert not Notice.objects.exists()
        assert not Mail.objects.exists()

    def test_a_kind_that_nobody_words_is_a_fault_of_ours(self, employee: Member, thing: Department):
        with pytest.raises(LookupError, match="shouted"):
            actions.tell([employee], "shouted", thing)

    def test_telling_many_costs_few_queries(self, make_member: Callable[..., Member], thing: Department):
        members = [make_member(f"member{number}") for number in range(40)]
        with CaptureQueriesContext(connection) as seen:
            actions.tell(members, "answered", thing)
        assert len(seen) <= 5
        assert Notice.objects.count() == 40

    def test_every_kind_of_the_house_can_be_worded_and_has_a_name(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.undo()
        for kind in kinds().values():
            assert callable(kind.wording)
            assert str(kind.label) != kind.name, f"{kind.name}: say what it is called with @described"


class TestThePage:
    def test_it_shows_what_is_new_in_the_readers_language_and_the_newest_first(
        self, signed_in: SignedIn, make_member: Callable[..., Member], thing: Department
    ):
        reader = make_member("Eve", language="en")
        actions.tell([reader], "answered", thing)
        actions.tell([reader], "called", thing)
        page = signed_in(reader).get(reverse("notices:list")).content.decode()
        assert page.index("Somebody calls you in to Försäljning") < page.index("Somebody answered in")
        assert "2 things are new since you looked" in page

    def test_what_is_gone_is_not_shown(self, signed_in: SignedIn, employee: Member, thing: Department):
        actions.tell([employee], "answered", thing)
        pk = Notice.objects.get().pk
        thing.delete()
        client = signed_in(employee)
        assert "svarat" not in client.get(reverse("notices:list")).content.decode()
        reply = client.get(reverse("notices:follow", args=[pk]), follow=True)
        assert reply.redirect_chain == [(reverse("notices:list"), 302)]
        assert "inte längre kvar" in reply.content.decode()

    def test_a_kind_that_is_no_longer_there_is_not_shown(
        self, signed_in: SignedIn, employee: Member, thing: Department
    ):
        actions.tell([employee], "answered", thing)
        Notice.objects.update(kind="of-yore")
        assert signed_in(employee).get(reverse("notices:list")).status_code == 200

    def test_to_follow_one_is_to_have_seen_it(self, signed_in: SignedIn, employee: Member, thing: Department):
        actions.tell([employee], "answered", thing)
        actions.tell([employee], "called", thing)
        reply = signed_in(employee).get(reverse("notices:follow", args=[Notice.objects.earliest("pk").pk]))
        assert reply.headers["Location"] == "/organisation/departments/sales/"
        assert count_new(employee) == 1

    def test_somebody_elses_is_not_there(
        self, signed_in: SignedIn, employee: Member, communicator: Member, thing: Department
    ):
        actions.tell([employee], "answered", thing)
        client = signed_in(communicator)
        assert client.get(reverse("notices:follow", args=[Notice.objects.get().pk])).status_code == 404
        client.post(reverse("notices:see-all"))
        assert count_new(employee) == 1

    def test_one_press_and_all_is_seen(self, signed_in: SignedIn, employee: Member, thing: Department):
        actions.tell([employee], "answered", thing)
        client = signed_in(employee)
        assert "1" in [str(item.count) for item in items_for(employee) if item.section == "notices"]
        client.post(reverse("notices:see-all"))
        assert [item for item in items_for(employee) if item.section == "notices"] == []
        assert reverse("notices:see-all") not in client.get(reverse("notices:list")).content.decode()

    def test_it_is_told_when_there_is_nothing(self, signed_in: SignedIn, employee: Member):
        assert "Inget än" in signed_in(employee).get(reverse("notices:list")).content.decode()

    def test_long_lists_are_turned_like_pages(self, signed_in: SignedIn, employee: Member, thing: Department):
        for _ in range(31):
            actions.tell([employee], "answered", thing)
        client = signed_in(employee)
        assert "?page=2" in client.get(reverse("notices:list")).content.decode()
        assert client.get(reverse("notices:list"), {"page": "2"}).content.decode().count("svarat i") == 1
        assert client.get(reverse("notices:list"), {"page": "x"}).status_code == 200


class TestWishes:
    def test_each_kind_begins_with_its_own_default(self, employee: Member):
        assert wishes_of(employee) == {"called": How.NOW, "answered": How.DAY}

    def test_one_form_says_all_of_it(self, signed_in: SignedIn, employee: Member):
        client = signed_in(employee)
        reply = client.post(reverse("notices:wishes"), {"called": "week", "answered": "site"})
        assert reply.headers["Location"] == reverse("notices:wishes")
        assert wishes_of(employee) == {"called": How.WEEK, "answered": How.SITE}
        client.post(reverse("notices:wishes"), {"called": "now", "answered": "day"})
        assert not Wish.objects.exists()

    def test_a_form_that_fails_comes_back_filled_in(self, signed_in: SignedIn, employee: Member):
        reply = signed_in(employee).post(reverse("notices:wishes"), {"called": "week", "answered": "hourly"})
        assert reply.status_code == 200
        assert '<option value="week" selected>' in reply.content.decode()
        assert not Wish.objects.exists()

    def test_what_waits_for_a_digest_follows_the_wish(self, employee: Member, thing: Department):
        actions.tell([employee], "answered", thing)
        actions.wish({"answered": How.WEEK}, by=employee)
        assert Notice.objects.get().how == How.WEEK
        actions.wish({"answered": How.NOW}, by=employee)
        assert Notice.objects.get().how == How.WEEK
        actions.wish({"answered": How.SITE}, by=employee)
        assert Notice.objects.get().how == How.SITE

    def test_it_says_that_there_is_no_mail_server(self, signed_in: SignedIn, employee: Member, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        assert "ingen e-postserver" in signed_in(employee).get(reverse("notices:wishes")).content.decode()


class TestWhatIsStored:
    def test_a_member_takes_it_home(self, employee: Member, thing: Department):
        actions.tell([employee], "called", thing)
        actions.wish({"answered": How.WEEK}, by=employee)
        told = my_data(employee)["notices"]
        assert [row["kind"] for row in told["told"]] == ["called"]
        assert told["wishes"] == {"answered": "week"}
        assert len(told["mails"]) == 1

    def test_a_forgotten_member_was_never_told_anything(
        self, employee: Member, administrator: Member, thing: Department
    ):
        actions.tell([employee], "called", thing)
        actions.wish({"answered": How.WEEK}, by=employee)
        Refusal.objects.create(member=employee)
        forget(employee, by=employee)
        assert [table.objects.count() for table in (Notice, Mail, Wish, Refusal)] == [0, 0, 0, 0]

    def test_it_goes_after_half_a_year(self, employee: Member, thing: Department):
        now = timezone.now()
        with time_machine.travel(now - timedelta(days=181), tick=False):
            actions.tell([employee], "called", thing)
        actions.tell([employee], "called", thing)
        remove_old()
        assert (Notice.objects.count(), Mail.objects.count()) == (1, 1)

    def test_the_tables_are_as_the_models_say(self, db: None):
        call_command(
            "makemigrations", "jobs", "notices", check=True, dry_run=True, verbosity=0, skip_checks=True
        )
