"""Mail that tells: through a real SMTP server, in this process, that accepts, refuses and is busy as it is told."""

import email
import socket
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import default

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from vigor_portal.jobs.actions import enqueue
from vigor_portal.notices import actions, digests
from vigor_portal.notices.mailing import MOST_REFUSALS, deliver
from vigor_portal.notices.models import Mail, Notice, Refusal
from vigor_portal.people.models import Department, Member, Organisation

Work = Callable[[], int]
SignedIn = Callable[[Member], Client]

pytestmark = pytest.mark.usefixtures("organisation")


class PostOffice:
    """What came, and what to answer to whom."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.answers: dict[str, str] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Fine"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        letter = email.message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 2.0.0 Taken"


@pytest.fixture
def post_office(settings) -> Iterator[PostOffice]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.BASE_URL = "https://policy.example.org"
    yield office
    controller.stop()


def part(letter: EmailMessage, kind: str) -> str:
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content())


class TestAtOnce:
    def test_a_call_comes_at_once_in_plain_text_and_html(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "called", thing)
        assert work() == 1
        (letter,) = post_office.letters
        follow = f"https://policy.example.org/notices/{Notice.objects.get().pk}/"
        assert letter["To"] == employee.email
        assert letter["Subject"] == "Någon kallar på dig i Försäljning"
        assert letter["Content-Language"] == "sv"
        for kind in ("plain", "html"):
            assert "Någon kallar på dig i Försäljning" in part(letter, kind)
            assert follow in part(letter, kind)
        assert Mail.objects.get().state == "sent"

    def test_it_is_in_the_language_of_whoever_reads_it(
        self, make_member: Callable[..., Member], thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([make_member("Eve", language="en")], "called", thing)
        work()
        assert post_office.letters[0]["Subject"] == "Somebody calls you in to Försäljning"
        assert "No more mail of this kind" in part(post_office.letters[0], "plain")

    def test_it_can_be_stopped_from_the_readers_own_program(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice, client: Client
    ):
        actions.tell([employee], "called", thing)
        work()
        (letter,) = post_office.letters
        assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = letter["List-Unsubscribe"].strip(" <>")
        assert link in part(letter, "plain")
        assert link in part(letter, "html")
        path = link.removeprefix("https://policy.example.org")
        assert client.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
        actions.tell([employee], "called", thing)
        assert work() == 0

    def test_what_somebody_wrote_makes_no_header_and_no_markup(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        thing.names = {"sv": "Sälj\r\nBcc: boss@test.example <script>alert(1)</script>" + "x" * 300}
        thing.save()
        actions.tell([employee], "called", thing)
        work()
        (letter,) = post_office.letters
        assert letter["Bcc"] is None
        assert len(letter["Subject"].strip()) == 150
        assert "<script>" not in part(letter, "html")

    def test_nothing_is_sent_of_what_is_gone(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "called", thing)
        thing.delete()
        assert work() == 1
        assert post_office.letters == []
        assert Mail.objects.get().state == "not-sent"

    def test_nothing_is_sent_to_who_has_left_in_the_meantime(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "called", thing)
        Member.objects.update(is_active=False)
        work()
        assert post_office.letters == []

    def test_a_mail_that_is_sent_again_is_recognised(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "called", thing)
        work()
        # As when a worker died between the sending and the note of it.
        Mail.objects.update(state="waiting")
        enqueue(deliver, mail=Mail.objects.get().pk)
        work()
        first, second = post_office.letters
        assert first["Message-ID"] == second["Message-ID"]
        assert first["Message-ID"].endswith("@policy.example.org>")

    def test_a_mail_that_is_sent_is_not_sent_again(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "called", thing)
        enqueue(deliver, mail=Mail.objects.get().pk)
        assert work() == 2
        assert len(post_office.letters) == 1

    def test_two_mails_have_two_ids(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        for _ in range(2):
            actions.tell([employee], "called", thing)
        work()
        assert len({letter["Message-ID"] for letter in post_office.letters}) == 2

    def test_without_a_mail_server_no_mail_is_made(self, employee: Member, thing: Department, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        actions.tell([employee], "called", thing)
        assert Notice.objects.count() == 1
        assert not Mail.objects.exists()
        assert not DBTaskResult.objects.exists()


class TestDigests:
    def test_a_digest_gathers_what_is_new_once(
        self,
        employee: Member,
        communicator: Member,
        thing: Department,
        work: Work,
        post_office: PostOffice,
    ):
        other = Department.objects.create(slug="store", names={"sv": "Lager", "en": "Store"})
        actions.tell([employee], "answered", thing)
        actions.tell([employee], "answered", other)
        digests.daily()
        digests.daily()
        work()
        (letter,) = post_office.letters
        assert letter["To"] == employee.email
        assert letter["Subject"] == "2 saker att veta · Testbolaget"
        text = part(letter, "plain")
        assert text.index("Lager") < text.index("Försäljning")
        digests.daily()
        assert work() == 0

    def test_many_members_are_gathered_some_at_a_time(
        self,
        make_member: Callable[..., Member],
        thing: Department,
        work: Work,
        post_office: PostOffice,
        monkeypatch: pytest.MonkeyPatch,
    ):
        monkeypatch.setattr(digests, "AT_A_TIME", 2)
        members = [make_member(f"member{number}") for number in range(5)]
        actions.tell(members, "answered", thing)
        digests.daily()
        assert DBTaskResult.objects.count() == 3
        assert work() == 3 + 5
        assert sorted(letter["To"] for letter in post_office.letters) == sorted(m.email for m in members)

    def test_what_has_been_seen_on_the_site_is_not_told_again(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.tell([employee], "answered", thing)
        digests.daily()
        digests.gather("day", employee.pk, employee.pk)
        actions.see_all(by=employee)
        work()
        actions.tell([employee], "answered", thing)
        actions.see_all(by=employee)
        digests.daily()
        work()
        assert post_office.letters == []

    def test_the_week_is_another_than_the_day(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        actions.wish({"answered": "week"}, by=employee)
        actions.tell([employee], "answered", thing)
        digests.daily()
        assert work() == 0
        digests.weekly()
        assert work() == 2
        assert "veckans" in part(post_office.letters[0], "plain")

    def test_a_long_digest_says_where_the_rest_is(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        for _ in range(52):
            actions.tell([employee], "answered", thing)
        digests.daily()
        work()
        text = part(post_office.letters[0], "plain")
        assert text.count("svarat i") == 50
        assert "2 till" in text

    def test_a_site_that_gets_a_mail_server_does_not_begin_with_old_news(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        now = timezone.now()
        with time_machine.travel(now - timedelta(days=9), tick=False):
            actions.tell([employee], "answered", thing)
        digests.daily()
        assert work() == 0

    def test_the_clock_brings_it_in_the_morning(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        from vigor_portal.jobs.schedules import put_in_line

        evening = datetime(2026, 11, 24, 18, 0, tzinfo=timezone.get_default_timezone())
        morning = datetime(2026, 11, 25, 7, 30, tzinfo=timezone.get_default_timezone())
        with time_machine.travel(evening, tick=False):
            put_in_line(evening)
            actions.tell([employee], "answered", thing)
        with time_machine.travel(morning, tick=False):
            assert "vigor_portal.notices.digests.daily" in put_in_line(morning)
            work()
        assert len(post_office.letters) == 1


class TestAnAddressThatBounces:
    def refuse(self, member: Member, thing: Department, work: Work, times: int) -> None:
        for _ in range(times):
            actions.tell([member], "called", thing)
            work()

    def test_after_some_refusals_we_stop_and_say_so_and_can_begin_again(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice, signed_in: SignedIn
    ):
        post_office.answers[employee.email] = "550 5.1.1 No such user here"
        self.refuse(employee, thing, work, MOST_REFUSALS - 1)
        assert Refusal.objects.get().stopped_at is None
        self.refuse(employee, thing, work, 1)
        assert Refusal.objects.get().stopped_at is not None
        self.refuse(employee, thing, work, 1)
        assert Mail.objects.filter(state="refused").count() == MOST_REFUSALS == Mail.objects.count()

        client = signed_in(employee)
        assert "kommer tillbaka" in client.get(reverse("people:me")).content.decode()
        post_office.answers.clear()
        reply = client.post(reverse("notices:mail-again"), follow=True)
        assert "kommer tillbaka" not in reply.content.decode()
        self.refuse(employee, thing, work, 1)
        assert len(post_office.letters) == 1

    def test_no_other_mail_suffers(
        self,
        employee: Member,
        communicator: Member,
        thing: Department,
        work: Work,
        post_office: PostOffice,
    ):
        post_office.answers[employee.email] = "550 No such user here"
        actions.tell([employee, communicator], "called", thing)
        work()
        assert [letter["To"] for letter in post_office.letters] == [communicator.email]
        assert not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists()

    def test_a_mail_that_gets_through_clears_the_count(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        post_office.answers[employee.email] = "550 5.1.1 No such user here"
        self.refuse(employee, thing, work, MOST_REFUSALS - 1)
        post_office.answers.clear()
        self.refuse(employee, thing, work, 1)
        assert not Refusal.objects.exists()

    @pytest.mark.parametrize(
        "answer", ["450 4.2.1 Try again later", "451 Grey today", "550 5.7.1 Relaying denied"]
    )
    def test_a_busy_server_and_one_that_refuses_us_are_tried_again(
        self, answer: str, employee: Member, thing: Department, work: Work, post_office: PostOffice
    ):
        post_office.answers[employee.email] = answer
        actions.tell([employee], "called", thing)
        work()
        job = DBTaskResult.objects.get()
        assert (job.status, job.exception_class_path) == ("READY", "smtplib.SMTPRecipientsRefused")
        assert employee.email not in job.traceback
        assert not Refusal.objects.exists()
        post_office.answers.clear()
        with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
            work()
        assert len(post_office.letters) == 1

    def test_a_server_that_is_gone_is_tried_again(
        self, employee: Member, thing: Department, work: Work, post_office: PostOffice, settings
    ):
        port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
        actions.tell([employee], "called", thing)
        work()
        assert DBTaskResult.objects.get().status == "READY"
        settings.EMAIL_PORT = port
        with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
            work()
        assert len(post_office.letters) == 1


def test_the_organisation_is_named_in_the_mail(
    organisation: Organisation, employee: Member, thing: Department, work: Work, post_office: PostOffice
):
    actions.tell([employee], "called", thing)
    work()
    assert "Testbolaget" in part(post_office.letters[0], "plain")
