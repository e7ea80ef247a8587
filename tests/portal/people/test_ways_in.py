"""Ways in: password, and a code by mail. The passkey needs a browser: see tests/journeys."""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from vigor_portal.people.models import Member, Organisation

PASSWORD = "fyra ord i en rad"


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def elsa(employee: Member, organisation: Organisation) -> Member:
    employee.set_password(PASSWORD)
    employee.save()
    return employee


def sign_in(client: Client, password: str, email: str = "elsa@test.example"):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_it_lets_in_who_knows_the_password(client: Client, elsa: Member):
    response = sign_in(client, PASSWORD)
    assert response.headers["Location"] == "/"
    assert is_in(client)


def test_it_takes_an_address_in_any_case(client: Client, elsa: Member):
    sign_in(client, PASSWORD, "Elsa@TEST.example")
    assert is_in(client)


def test_it_says_plainly_that_a_password_is_wrong(client: Client, elsa: Member):
    response = sign_in(client, "fel fel fel fel")
    assert not is_in(client)
    page = response.content.decode()
    assert 'role="alert"' in page
    assert "lösenord" in page.lower()


def test_it_says_the_same_of_an_address_that_nobody_has(client: Client, elsa: Member):
    known = sign_in(client, "fel fel fel fel").content.decode()
    unknown = sign_in(client, "fel fel fel fel", "ingen@test.example").content.decode()
    alert = re.compile(r'role="alert">(.*?)</div>', re.DOTALL)
    assert alert.search(known)[1] == alert.search(unknown)[1]


def test_it_stops_who_guesses(client: Client, elsa: Member):
    for _ in range(6):
        sign_in(client, "fel fel fel fel")
    sign_in(client, PASSWORD)
    assert not is_in(client)


def test_it_lets_in_who_has_the_code_from_the_mail(client: Client, elsa: Member):
    client.post(reverse("account_request_login_code"), {"email": elsa.email})
    (sent,) = mail.outbox
    code = re.search(r"^[0-9A-Z-]{6,}$", sent.body, re.MULTILINE)[0]
    assert code in sent.subject
    client.post(reverse("account_confirm_login_code"), {"code": code})
    assert is_in(client)


def test_a_stranger_gets_no_mail_and_the_page_tells_nothing(client: Client, elsa: Member):
    there = client.post(reverse("account_request_login_code"), {"email": elsa.email}, follow=True)
    nowhere = Client().post(
        reverse("account_request_login_code"), {"email": "ingen@test.example"}, follow=True
    )
    assert [message.to for message in mail.outbox] == [[elsa.email]]
    assert there.status_code == nowhere.status_code
    assert there.templates[0].name == nowhere.templates[0].name


def test_it_keeps_out_somebody_whose_way_in_is_closed(client: Client, elsa: Member):
    elsa.is_active = False
    elsa.save()
    sign_in(client, PASSWORD)
    assert not is_in(client)


def test_a_forgotten_password_is_chosen_anew_with_a_link_from_the_mail(client: Client, elsa: Member):
    client.post(reverse("account_reset_password"), {"email": elsa.email})
    link = re.search(r"https?://[^/]+(/account/\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True)
    new = "helt andra ord nu"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert sign_in(client, new).status_code == 302
    assert is_in(client)


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_request_login_code",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
        "account_inactive",
    ],
)
def test_every_page_on_the_way_in_is_in_our_own_look(client: Client, organisation: Organisation, name: str):
    page = client.get(reverse(name)).content.decode()
    assert "people/people.css" in page
    assert "Testbolaget" in page


@pytest.mark.parametrize("address", ["/account/signup/", "/account/email/", "/account/confirm-email/"])
def test_nobody_signs_up_here(client: Client, db: None, address: str):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["account_logout", "mfa_index", "mfa_list_webauthn", "account_change_password", "account_reauthenticate"],
)
def test_a_members_own_pages_are_in_our_own_look(client: Client, elsa: Member, name: str):
    sign_in(client, PASSWORD)
    assert "people/people.css" in client.get(reverse(name)).content.decode()
