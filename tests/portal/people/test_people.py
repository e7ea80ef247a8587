"""Roles, the way in, one's own page, and being forgotten."""

import json
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from vigor.starter import starter
from vigor_portal.asking.actions import send_question
from vigor_portal.log.models import Entry
from vigor_portal.people import actions
from vigor_portal.people.actions import LastAdministrator
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import mark_read, publish
from vigor_portal.policies.models import Reading, Version
from vigor_portal.wiring import MY_DATA

SignedIn = Callable[[Member], Client]


def anew(member: Member) -> Member:
    """The member as the database has it, roles unread."""
    return Member.objects.get(pk=member.pk)


def test_whoever_runs_the_place_alone_is_shown_how_to_get_company(
    signed_in: SignedIn, administrator: Member, organisation: Organisation, make_member: Callable[..., Member]
):
    publish([starter("sv")], by=None, because="")
    invite = 'href="/people/">Bjud in någon'
    assert invite in signed_in(administrator).get("/").content.decode()
    make_member("Olle")
    assert invite not in signed_in(administrator).get("/").content.decode()


class TestRoles:
    def test_an_administrator_gives_and_takes_them(
        self, signed_in: SignedIn, administrator: Member, employee: Member, organisation: Organisation
    ):
        address = reverse("people:member", args=[employee.public_id])
        signed_in(administrator).post(address, {"roles": ["communications", "union"]})
        assert anew(employee).roles == {Role.COMMUNICATIONS, Role.UNION}
        signed_in(administrator).post(address, {"roles": []})
        assert anew(employee).roles == frozenset()

    def test_the_last_administrator_stays_one(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        address = reverse("people:member", args=[administrator.public_id])
        response = signed_in(administrator).post(address, {"roles": ["union"]})
        assert response.status_code == 200
        assert anew(administrator).roles == {Role.ADMINISTRATOR}

    @pytest.mark.parametrize(
        "change",
        [
            lambda who, by: actions.change_roles(who, ["administrator"], by=by),
            lambda who, by: actions.deactivate(who, by=by),
            lambda who, by: actions.reactivate(who, by=by),
            lambda who, by: actions.forget(who, by=by),
        ],
    )
    def test_nobody_else_manages_people(self, communicator: Member, employee: Member, change: Callable):
        with pytest.raises(NotAllowed):
            change(employee, communicator)


class TestTheWayIn:
    def test_closing_it_ends_every_session(self, client: Client, administrator: Member, employee: Member):
        client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
        actions.deactivate(employee, by=administrator)
        assert not Session.objects.exists()
        assert not anew(employee).is_active

    def test_it_can_be_opened_again(
        self, signed_in: SignedIn, administrator: Member, employee: Member, organisation: Organisation
    ):
        for name in ("deactivate", "reactivate"):
            signed_in(administrator).post(reverse("people:step", args=[employee.public_id, name]))
        assert anew(employee).is_active

    def test_the_last_administrator_is_not_locked_out(self, administrator: Member):
        with pytest.raises(LastAdministrator):
            actions.deactivate(administrator, by=administrator)


class TestBeingForgotten:
    def test_nothing_of_the_person_is_left_on_the_row(self, employee: Member, make_member: Callable):
        employee.title = "Hemligast"
        employee.save()
        before = {employee.public_id, employee.email, employee.feed_token, employee.title}
        actions.forget(employee, by=employee)
        left = Member.objects.filter(pk=employee.pk).values().get()
        assert not before & {str(value) for value in left.values()}
        assert "Elsa" not in str(left)
        assert left["is_active"] is False

    def test_keys_sessions_and_roles_go(self, client: Client, communicator: Member):
        client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
        Authenticator.objects.create(user=communicator, type=Authenticator.Type.WEBAUTHN, data={})
        actions.forget(communicator, by=communicator)
        assert not Session.objects.exists()
        assert not Authenticator.objects.exists()
        assert anew(communicator).roles == frozenset()

    def test_what_one_has_read_goes(self, employee: Member):
        publish(
            ["---\npolicy: p\ntitle: P\nlanguage: en\n---\n\n## Us {#us}\n\n- We do. {#do}\n"],
            by=None,
            because="",
        )
        mark_read(employee, Version.objects.get())
        actions.forget(employee, by=employee)
        assert not Reading.objects.exists()

    def test_the_record_stays_and_stays_true(self, administrator: Member, employee: Member):
        actions.update_me(employee, {"given_name": "Elsa"})
        actions.forget(employee, by=administrator)
        kinds = list(Entry.objects.order_by("pk").values_list("kind", "actor"))
        assert kinds == [("people.updated", employee.pk), ("people.forgotten", administrator.pk)]

    def test_a_question_with_a_name_on_it_stays_without_the_name(self, employee: Member):
        question = send_question("Får jag?", "sv", by=employee, with_name=True)
        actions.forget(employee, by=employee)
        question.refresh_from_db()
        assert "Elsa" not in str(question.asked_by)

    def test_a_member_asks_for_it_on_a_page_that_says_what_it_means(
        self, signed_in: SignedIn, employee: Member, organisation: Organisation
    ):
        client = signed_in(employee)
        assert client.get(reverse("people:forget-me")).status_code == 200
        assert anew(employee).forgotten_at is None
        response = client.post(reverse("people:forget-me"), follow=True)
        assert response.status_code == 200
        assert anew(employee).forgotten_at is not None
        assert "_auth_user_id" not in client.session

    def test_the_last_administrator_is_told_why_not(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        response = signed_in(administrator).post(reverse("people:forget-me"), follow=True)
        assert "sista administratören" in response.content.decode()
        assert anew(administrator).forgotten_at is None


class TestMyPage:
    def test_it_changes_what_others_see_of_me(
        self, signed_in: SignedIn, employee: Member, organisation: Organisation
    ):
        department = Department.objects.create(slug="sales", names={"sv": "Sälj"})
        about = {
            "given_name": "Elsa-Maria",
            "family_name": "Ek",
            "title": "Säljare",
            "department": department.pk,
            "language": "en",
        }
        signed_in(employee).post(reverse("people:me"), about)
        now = anew(employee)
        assert (now.name, now.title, now.department, now.language) == (
            "Elsa-Maria Ek",
            "Säljare",
            department,
            "en",
        )

    def test_a_mistake_comes_back_filled_in(
        self, signed_in: SignedIn, employee: Member, organisation: Organisation
    ):
        response = signed_in(employee).post(
            reverse("people:me"), {"given_name": "", "family_name": "Ek", "language": "sv"}
        )
        page = response.content.decode()
        assert 'value="Ek"' in page
        assert anew(employee).family_name == ""

    def test_i_can_take_home_all_that_is_stored_about_me(
        self, signed_in: SignedIn, employee: Member, make_member: Callable
    ):
        send_question("Får jag?", "sv", by=employee, with_name=True)
        send_question("Hemlig fråga?", "sv", by=employee)
        response = signed_in(employee).get(reverse("people:my-data"))
        data = json.loads(response.content)
        assert len(data) == len(MY_DATA)
        assert data["member"]["email"] == employee.email
        assert [question["text"] for question in data["questions"]] == ["Får jag?"]
        assert [entry["kind"] for entry in data["record"]] == ["asking.sent"]
        assert len(data["sign-in"]["sessions"]) == 1

    def test_it_holds_nothing_of_anybody_else_and_no_keys(
        self, signed_in: SignedIn, employee: Member, administrator: Member
    ):
        actions.invite("nina@test.example", None, [], by=administrator)
        text = signed_in(employee).get(reverse("people:my-data")).content.decode()
        assert "nina" not in text
        assert employee.feed_token not in text
        assert "password_hash" not in text


class TestTheListOfPeople:
    def test_it_finds_by_name_or_address(
        self, signed_in: SignedIn, administrator: Member, employee: Member, organisation: Organisation
    ):
        response = signed_in(administrator).get(reverse("people:members"), {"name": "els"})
        assert list(response.context["shown"]) == [employee]

    def test_it_leaves_out_the_forgotten(
        self, signed_in: SignedIn, administrator: Member, employee: Member, organisation: Organisation
    ):
        actions.forget(employee, by=employee)
        response = signed_in(administrator).get(reverse("people:members"))
        assert list(response.context["shown"]) == [administrator]

    def test_its_number_of_queries_does_not_grow_with_the_people(
        self,
        signed_in: SignedIn,
        administrator: Member,
        organisation: Organisation,
        make_member: Callable,
        django_assert_max_num_queries: Callable,
    ):
        client = signed_in(administrator)
        for name in "abcdefghijklmnopqrst":
            department = Department.objects.create(slug=name)
            make_member(f"P{name}", Role.UNION, department=department)
        with django_assert_max_num_queries(12):
            client.get(reverse("people:members"))

    @pytest.mark.parametrize("name", ["members", "organisation", "new-department"])
    def test_it_is_for_administrators(
        self, signed_in: SignedIn, communicator: Member, organisation: Organisation, name: str
    ):
        assert signed_in(communicator).get(reverse(f"people:{name}")).status_code == 403


def test_a_name_can_not_turn_the_page_around(signed_in: Callable, employee: Member):
    signed_in(employee).post(reverse("people:me"), {"given_name": "El\u202esa", "language": "sv"})
    assert anew(employee).given_name == "Elsa"
