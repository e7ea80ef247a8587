"""What is said of the organisation, its colours, its departments, and the reader's language."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from vigor_portal.people import actions
from vigor_portal.people.colours import contrast
from vigor_portal.people.models import Department, Member, Organisation
from vigor_portal.policies.models import PublicPage

SignedIn = Callable[[Member], Client]
SAID = {
    "name": "Nya namnet",
    "sector": "association",
    "languages": "en",
    "base_url": "",
    "press_name": "Pia",
    "press_email": "pia@test.example",
    "press_phone": "",
    "accent_light": "#27537f",
    "accent_dark": "#9cc7f2",
}


class TestTheOrganisation:
    def test_it_is_described_and_the_press_room_written_anew(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        response = signed_in(administrator).post(reverse("people:organisation"), SAID)
        assert response.status_code == 302
        organisation.refresh_from_db()
        assert (organisation.name, organisation.languages) == ("Nya namnet", ["en"])
        pages = PublicPage.objects.filter(content_type__startswith="text/html")
        assert pages
        assert all("Nya namnet" in bytes(page.body).decode() for page in pages)

    def test_nobody_but_an_administrator_describes_it(self, communicator: Member):
        with pytest.raises(actions.NotAllowed):
            actions.describe_organisation({"name": "Kapat"}, by=communicator)

    @pytest.mark.parametrize(
        ("field", "colour"),
        [
            ("accent_light", "#ff9d8a"),
            ("accent_dark", "#8f2318"),
            ("accent_light", "red"),
            ("accent_light", "}*{}"),
        ],
    )
    def test_a_colour_that_not_everybody_can_read_is_refused(
        self,
        signed_in: SignedIn,
        administrator: Member,
        organisation: Organisation,
        field: str,
        colour: str,
    ):
        response = signed_in(administrator).post(reverse("people:organisation"), {**SAID, field: colour})
        assert response.status_code == 200
        assert field in response.context["form"].errors
        organisation.refresh_from_db()
        assert organisation.name == "Testbolaget"

    def test_its_departments_are_named_added_and_removed(
        self, signed_in: SignedIn, administrator: Member, organisation: Organisation
    ):
        client = signed_in(administrator)
        client.post(reverse("people:new-department"), {"new-sv": "Lager & lastkaj", "new-en": "Stores"})
        client.post(reverse("people:new-department"), {"new-sv": "Butik", "new-en": "Stores"})
        assert sorted(Department.objects.values_list("slug", flat=True)) == ["stores", "stores-2"]
        client.post(reverse("people:department", args=["stores"]), {"sv": "Lagret", "en": "The stores"})
        assert Department.objects.get(slug="stores").names == {"sv": "Lagret", "en": "The stores"}
        client.post(reverse("people:remove-department", args=["stores-2"]))
        assert Department.objects.count() == 1


class TestContrast:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#fbf9f4", "#fbf9f4", 1.0)],
    )
    def test_it_counts_as_wcag_does(self, one: str, other: str, expected: float):
        assert contrast(one, other) == pytest.approx(expected, abs=0.005)
        assert contrast(other, one) == contrast(one, other)


class TestTheTheme:
    def test_it_is_the_organisations_accents_and_may_be_kept(
        self, client: Client, organisation: Organisation
    ):
        response = client.get(reverse("theme"))
        assert "light-dark(#8f2318, #ff9d8a)" in response.content.decode()
        assert response.headers["Content-Type"] == "text/css; charset=utf-8"
        assert "public" in response.headers["Cache-Control"]
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_pages_ask_for_it_by_its_colours(self, client: Client, organisation: Organisation):
        assert f"{reverse('theme')}?8f2318ff9d8a" in client.get("/").content.decode()


class TestTheLanguage:
    def test_a_visitor_keeps_it_in_a_cookie(self, client: Client, organisation: Organisation):
        response = client.post(reverse("language"), {"language": "en", "next": "/account/login/"})
        assert response.headers["Location"] == "/account/login/"
        assert 'lang="en"' in client.get("/").content.decode()

    def test_a_member_keeps_it_on_the_row(
        self, signed_in: SignedIn, employee: Member, organisation: Organisation
    ):
        response = signed_in(employee).post(reverse("language"), {"language": "en", "next": "/me/"})
        employee.refresh_from_db()
        assert employee.language == "en"
        assert not response.cookies

    @pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
    def test_it_leads_nowhere_else(self, client: Client, db: None, target: str):
        response = client.post(reverse("language"), {"language": "en", "next": target})
        assert response.headers["Location"] == "/"

    def test_it_takes_no_language_that_the_site_lacks(self, client: Client, db: None):
        assert not client.post(reverse("language"), {"language": "xx"}).cookies
