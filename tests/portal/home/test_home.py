"""The first page of each face, the menu, and the example's people."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from vigor.starter import starter
from vigor_portal.asking.actions import send_question
from vigor_portal.dialogue.threads.actions import start_thread
from vigor_portal.home.context import items_for, menu
from vigor_portal.home.example import load_example
from vigor_portal.home.faces import faces, things_to_try, visitor
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.policies.actions import mark_read, publish
from vigor_portal.policies.models import Version
from vigor_portal.policies.queries import text_of
from vigor_portal.voices.applications.queries import open_applications
from vigor_portal.voices.models import OwnProfile
from vigor_portal.voices.offers.queries import offered
from vigor_portal.voices.profiles.queries import judged
from vigor_portal.voices.register.queries import accounts

SignedIn = Callable[[Member], Client]


@pytest.fixture
def published(organisation: Organisation) -> Version:
    return publish([starter("sv"), starter("en")], by=None, because="Nu börjar vi")


class TestTheFrontDoor:
    def test_a_visitor_finds_the_press_room_and_the_way_in(self, client: Client, published: Version):
        page = client.get("/").content.decode()
        assert "Testbolaget" in page
        assert reverse("press:front", args=["sv"]) in page
        assert reverse("account_login") in page

    def test_an_empty_site_says_how_to_begin(self, client: Client, db: None):
        response = client.get("/")
        assert response.status_code == 200
        assert "länk" in response.content.decode()

    def test_it_knows_no_example_people_outside_development(self, client: Client, db: None):
        load_example()
        page = client.get("/").content.decode()
        assert "Maryam" not in page
        assert "/be/" not in page


class TestTheExample:
    @pytest.fixture(autouse=True)
    def _in_development(self, settings, db: None) -> None:
        settings.DEVELOPMENT = True
        load_example()

    def test_four_people_are_there_to_be_in_one_press_and_one_who_needs_no_sign_in(self, client: Client):
        page = client.get("/").content.decode()
        assert page.count('action="/be/') == 4
        assert "Tove" in page

    def test_enough_people_think_something_for_the_figures_to_be_shown(self, client: Client):
        client.post(reverse("be", args=[Member.objects.get(given_name="Maryam").public_id]))
        page = client.get(reverse("stances:agreement")).content.decode()
        assert page.count('class="bar-cell"') > 10
        assert "plats för en figur" not in page
        assert not Member.objects.exclude(password__startswith="!").exists()

    @pytest.mark.parametrize("name", ["Maryam", "Jonte", "Disa", "Pirjo"])
    def test_each_steps_right_into_the_story(self, client: Client, name: str):
        member = Member.objects.get(given_name=name)
        page = client.post(reverse("be", args=[member.public_id]), follow=True).content.decode()
        assert client.session["_auth_user_id"] == str(member.pk)
        assert reverse("policies:new") in page
        assert page.count('name="question" value=') + page.count('class="tries"') > 1

    def test_one_reads_on_in_the_language_of_the_front_door(self, client: Client):
        member = Member.objects.get(given_name="Jonte")
        client.post(reverse("language"), {"language": "en"})
        client.post(reverse("be", args=[member.public_id]))
        member.refresh_from_db()
        assert member.language == "en"

    def test_nobody_but_the_example_s_people_can_be_been(self, client: Client, employee: Member):
        assert client.post(reverse("be", args=[employee.public_id])).status_code == 404

    def test_outside_development_the_address_is_not_there(self, client: Client, settings):
        settings.DEVELOPMENT = False
        member = Member.objects.get(given_name="Maryam")
        assert client.post(reverse("be", args=[member.public_id])).status_code == 404
        assert "_auth_user_id" not in client.session

    def test_loading_it_again_changes_nothing(self):
        before = (Member.objects.count(), Version.objects.count(), Entry.objects.count())
        assert load_example() is False
        assert (Member.objects.count(), Version.objects.count(), Entry.objects.count()) == before

    def test_every_page_that_it_proposes_is_there(self, client: Client):
        for face in faces():
            member = Member.objects.get(public_id=face.public_id)
            client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
            for each in things_to_try(member):
                response = (
                    client.post(each.url, {"question": each.text}) if each.asks else client.get(each.url)
                )
                assert response.status_code == 200, each
        for each in visitor().tries:
            response = (
                Client().post(each.url, {"question": each.text}) if each.asks else Client().get(each.url)
            )
            assert response.status_code == 200, each


def test_the_example_speaks_in_accounts_of_every_kind(db: None):
    load_example()
    found = {account.name: account for account in accounts()}
    assert {account.state for account in found.values()} == {"in-use", "verified", "found", "closed"}
    assert found["Stygn just nu"].holders == 1
    assert [each.name for each in open_applications()] == ["Stygn på en minut"]


def test_in_the_example_some_would_like_to_take_part_and_profiles_have_been_looked_at(
    db: None, signed_in: SignedIn
):
    load_example()
    people = {member.given_name: member for member in Member.objects.all()}
    assert [(each.member, each.state) for each in offered()] == [
        (people["Pirjo"], "offered"),
        (people["Jonte"], "suggested"),
    ]
    seen = signed_in(people["Disa"]).get(reverse("voices:offers:all")).content.decode()
    assert "att laga hemma" in seen
    assert "mönster och kod" in seen
    asked = signed_in(people["Jonte"]).get(reverse("voices:offers:mine")).content.decode()
    assert "filma händer" in asked
    found = {account.name: judged(account) for account in accounts()}
    assert found["Sylabbet"] is not None
    assert found["Sylabbet"].is_fine
    assert found["Jobba på Spolverket"] is not None
    assert not found["Jobba på Spolverket"].is_fine
    # What somebody notes of their own is for them alone; nothing is fetched for a story.
    own = signed_in(people["Jonte"]).get(reverse("voices:profiles:mine")).content.decode()
    assert "@jonte@social.exempel.example" in own
    assert not OwnProfile.objects.exclude(asked_at=None).exists()


def test_the_example_never_moves_into_a_site_that_is_lived_in(organisation: Organisation):
    assert load_example() is False
    assert not Member.objects.exists()


class TestAMembersFirstPage:
    def test_it_has_the_box_and_every_principle(
        self, signed_in: SignedIn, employee: Member, published: Version
    ):
        response = signed_in(employee).get("/")
        page = response.content.decode()
        assert f'action="{reverse("checking:box")}"' in page
        assert len(response.context["found"].principles) == 5
        for line in response.context["found"].principles:
            assert line.url in page

    def test_it_has_the_cases_of_ones_own_department(
        self, signed_in: SignedIn, employee: Member, published: Version
    ):
        employee.department = Department.objects.create(slug="customer-service", names={"sv": "Kundservice"})
        employee.save()
        cases = signed_in(employee).get("/").context["found"].cases
        assert cases
        departments = {point.key: point.departments for point in _cases(published)}
        assert all("customer-service" in departments[case.key] for case in cases)

    def test_it_tells_what_is_new_since_one_read(
        self, signed_in: SignedIn, employee: Member, published: Version
    ):
        mark_read(employee, published)
        assert not signed_in(employee).get("/").context["found"].news.any
        publish([starter("sv").replace("Vi ", "Vi gärna ", 1)], by=None, because="Gladare")
        found = signed_in(employee).get("/").context["found"]
        assert found.news.any
        assert found.newest or found.news.removed == 0

    def test_before_the_first_version_it_says_what_is_coming(
        self, signed_in: SignedIn, employee: Member, organisation: Organisation
    ):
        page = signed_in(employee).get("/").content.decode()
        assert reverse("publish-starter") not in page

    def test_it_is_kept_by_nobody_on_the_way(self, signed_in: SignedIn, employee: Member, published: Version):
        assert "no-store" in signed_in(employee).get("/").headers["Cache-Control"]

    def test_its_number_of_queries_does_not_grow(
        self,
        signed_in: SignedIn,
        employee: Member,
        published: Version,
        django_assert_num_queries: Callable,
    ):
        client = signed_in(employee)
        client.get("/")
        with CaptureQueriesContext(connection) as context:
            client.get("/")
            before = len(context)
        for number in range(3):
            publish([starter("sv") + f"\n- Vi lägger till {number}.\n"], by=None, because="Mer")
            send_question(f"Fråga {number}?", "sv", by=employee)
        client.get("/")
        with django_assert_num_queries(before):
            client.get("/")


class TestTheMenu:
    def sections(self, who: object) -> list[str]:
        return [item.section for item in items_for(who)]

    def test_it_shows_what_there_is_something_in(
        self, employee: Member, communicator: Member, administrator: Member, published: Version
    ):
        everybody = ["policy", "ask", "check", "talk", "intro", "voices"]
        assert self.sections(employee) == everybody
        assert self.sections(communicator) == [*everybody, "write", "open"]
        assert self.sections(administrator) == [*everybody, "people"]

    def test_it_asks_five_things_at_most_whatever_there_is(
        self, make_member: Callable[..., Member], published: Version, django_assert_max_num_queries: Callable
    ):
        everything = make_member("Allt", Role.COMMUNICATIONS, Role.ADMINISTRATOR)
        union = make_member("Facket", Role.UNION)
        for who in (everything, union):
            with django_assert_max_num_queries(5):
                items_for(Member.objects.get(pk=who.pk))

    @pytest.mark.parametrize(
        ("address", "marked"),
        [
            ("/policy/versions/", "/policy/"),
            ("/talk/", "/talk/"),
            ("/proposals/", "/talk/"),
            ("/stances/", "/talk/"),
            ("/stances/agreement/", "/talk/"),
            ("/consultations/", "/talk/"),
            ("/people/", "/people/"),
            ("/organisation/", "/people/"),
            ("/policy/draft/trials/", "/policy/draft/"),
        ],
    )
    def test_each_room_is_marked_by_the_line_that_it_stands_behind(
        self,
        make_member: Callable[..., Member],
        signed_in: SignedIn,
        published: Version,
        address: str,
        marked: str,
    ):
        everything = make_member("Allt", Role.COMMUNICATIONS, Role.ADMINISTRATOR)
        page = signed_in(everything).get(address).content.decode()
        bar = page[page.index('class="wordmark"') : page.index('class="aside"')]
        assert re.findall(r'href="([^"]+)" aria-current', bar) == [marked]

    def test_the_rooms_of_the_dialogue_show_the_way_to_those_with_something_in_them(
        self, employee: Member, signed_in: SignedIn, published: Version
    ):
        def rooms(address: str) -> list[str]:
            page = signed_in(employee).get(address).content.decode()
            within = page[page.index('class="within"') :].split("</nav>")[0]
            return re.findall('href="([^"]+)"', within)

        assert rooms("/stances/") == ["/stances/", "/stances/agreement/"]
        assert rooms("/proposals/") == ["/proposals/", "/stances/", "/stances/agreement/"]
        start_thread("respect", "Ja?", by=employee)
        assert rooms("/stances/") == ["/talk/", "/stances/", "/stances/agreement/"]

    def test_a_visitor_has_none_and_it_costs_no_query(self, django_assert_num_queries: Callable, db: None):
        with django_assert_num_queries(0):
            assert items_for(AnonymousUser()) == []
            assert items_for(None) == []

    def test_a_page_that_shows_no_menu_costs_no_query(
        self, employee: Member, django_assert_num_queries: Callable
    ):
        request = RequestFactory().get("/")
        request.user = employee
        with django_assert_num_queries(0):
            menu(request)


def _cases(version: Version):
    text = text_of(version, "sv")
    return [case for section in text.policy.sections for case in section.cases]
