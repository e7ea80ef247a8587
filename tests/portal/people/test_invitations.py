"""People come by invitation; the first by a link that the site makes when it is empty."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from vigor_portal.log.models import Entry
from vigor_portal.people import actions
from vigor_portal.people.actions import InvitationOver
from vigor_portal.people.models import Department, Invitation, Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed

SignedIn = Callable[[Member], Client]
ABOUT = {"given_name": "Nina", "family_name": "Ny", "title": "", "password": "fyra ord i en rad"}
FIRST = {
    **ABOUT,
    "email": "nina@test.example",
    "organisation-name": "Nybolaget",
    "organisation-sector": "public",
    "organisation-languages": "en sv",
}


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]


class TestTheFirst:
    def test_the_link_makes_its_visitor_the_administrator(self, client: Client, db: None):
        link = actions.first_administrator_link()
        assert client.get(path_of(link)).status_code == 200
        response = client.post(path_of(link), FIRST)
        assert response.headers["Location"] == "/"
        member = Member.objects.get()
        assert member.roles == {Role.ADMINISTRATOR, Role.COMMUNICATIONS}
        assert client.session["_auth_user_id"] == str(member.pk)

    def test_it_says_whose_site_this_is(self, client: Client, db: None):
        client.post(path_of(actions.first_administrator_link()), FIRST)
        organisation = Organisation.objects.get()
        assert (organisation.name, organisation.sector, organisation.languages) == (
            "Nybolaget",
            "public",
            ["en", "sv"],
        )
        assert set(Department.objects.values_list("slug", flat=True)) >= {"customer-service", "sales"}

    def test_the_link_works_once(self, client: Client, db: None):
        link = actions.first_administrator_link()
        client.post(path_of(link), FIRST)
        again = Client().post(path_of(link), {**FIRST, "email": "annan@test.example"})
        assert again.status_code == 410
        assert Member.objects.count() == 1

    def test_each_start_makes_a_new_link_and_ends_the_old_one(self, client: Client, db: None):
        old, new = actions.first_administrator_link(), actions.first_administrator_link()
        assert client.get(path_of(old)).status_code == 410
        assert client.get(path_of(new)).status_code == 200

    def test_there_is_no_link_once_somebody_is_here(self, employee: Member):
        assert actions.first_administrator_link() is None

    def test_only_a_fingerprint_of_it_is_kept(self, db: None):
        secret = path_of(actions.first_administrator_link()).split("/")[2]
        assert secret not in str(list(Invitation.objects.values()))

    def test_nothing_is_done_by_halves(self, client: Client, db: None):
        response = client.post(
            path_of(actions.first_administrator_link()), {**FIRST, "organisation-name": ""}
        )
        assert response.status_code == 200
        assert "Nina" in response.content.decode()
        assert not Member.objects.exists()
        assert not Organisation.objects.exists()

    def test_the_first_page_then_offers_the_starter_policy(self, client: Client, db: None):
        page = client.post(path_of(actions.first_administrator_link()), FIRST, follow=True)
        assert reverse("publish-starter") in page.content.decode()
        client.post(reverse("publish-starter"))
        client.post(reverse("publish-starter"))
        assert Entry.objects.filter(kind="policy.published").count() == 1
        assert "home/home.html" in [template.name for template in client.get("/").templates]


class TestInviting:
    def test_an_administrator_gets_a_link_to_hand_over(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        response = signed_in(administrator).post(
            reverse("people:invite"), {"email": "Nina@test.example", "roles": ["union"]}
        )
        link = response.context["link"]
        assert link in response.content.decode()
        assert "no-store" in response.headers["Cache-Control"]
        Client().post(path_of(link), {**ABOUT, "email": "helt.annan@test.example"})
        nina = Member.objects.get(given_name="Nina")
        assert nina.email == "nina@test.example"
        assert nina.roles == {Role.UNION}

    def test_the_link_is_mailed_too(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        response = signed_in(administrator).post(reverse("people:invite"), {"email": "nina@test.example"})
        (sent,) = mail.outbox
        assert sent.to == ["nina@test.example"]
        assert response.context["link"] in sent.body

    def test_without_a_mail_server_it_says_to_hand_it_over(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation, settings
    ):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        response = signed_in(administrator).post(reverse("people:invite"), {"email": "nina@test.example"})
        assert response.context["mailed"] is False

    def test_a_mail_server_that_refuses_loses_nothing(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation, settings
    ):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        response = signed_in(administrator).post(reverse("people:invite"), {"email": "nina@test.example"})
        assert response.context["mailed"] is False
        assert response.context["link"] in response.content.decode()

    def test_somebody_who_is_here_is_not_invited_again(
        self, signed_in: SignedIn, administrator: Member, employee: Member, organisation: Organisation
    ):
        response = signed_in(administrator).post(reverse("people:invite"), {"email": "ELSA@test.example"})
        assert response.status_code == 422
        assert not Invitation.objects.exists()

    def test_a_withdrawn_invitation_lets_nobody_in(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        link = actions.invite("nina@test.example", None, [], by=administrator)
        pk = Invitation.objects.get().pk
        signed_in(administrator).post(reverse("people:withdraw-invitation", args=[pk]))
        assert Client().get(path_of(link)).status_code == 410

    def test_an_invitation_is_over_after_a_week(self, administrator: Member):
        link = actions.invite("nina@test.example", None, [], by=administrator)
        with (
            time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)),
            pytest.raises(InvitationOver),
        ):
            actions.find_invitation(path_of(link).split("/")[2])

    def test_only_an_administrator_invites(self, communicator: Member):
        with pytest.raises(NotAllowed):
            actions.invite("nina@test.example", None, [], by=communicator)

    def test_a_weak_password_is_refused_and_what_was_written_stays(
        self, administrator: Member, organisation: Organisation
    ):
        link = actions.invite("nina@test.example", None, [], by=administrator)
        response = Client().post(path_of(link), {**ABOUT, "password": "kort"})
        assert response.status_code == 200
        assert 'value="Nina"' in response.content.decode()
        assert not Member.objects.filter(given_name="Nina").exists()
