"""A member's keys for programs."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from vigor_portal.api.actions import MOST_TOKENS, TooMany, make_token, revoke_token
from vigor_portal.api.models import Token
from vigor_portal.api.queries import token_for, tokens_of
from vigor_portal.log.models import Entry
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed

SignIn = Callable[[Member], Client]


def test_a_new_key_is_shown_once_and_kept_as_a_hash(
    organisation: Organisation, employee: Member, signed_in: SignIn
):
    client = signed_in(employee)
    made = client.post(reverse("api:tokens"), {"name": "Firefox", "layer": "employee"})
    secret = made.context["secret"]
    assert f"/lt/{secret}/v2<" in made.content.decode()
    assert token_for(secret) == Token.objects.get()
    assert secret not in client.get(reverse("api:tokens")).content.decode()
    assert secret not in str(list(Token.objects.values()))
    assert secret not in str(list(Entry.objects.values()))


def test_it_can_be_taken_back(organisation: Organisation, employee: Member, signed_in: SignIn):
    secret = make_token("Firefox", by=employee)
    signed_in(employee).post(reverse("api:revoke", args=[Token.objects.get().pk]))
    assert token_for(secret) is None


def test_nobody_else_can_take_it_back(
    make_member: Callable[..., Member], employee: Member, organisation: Organisation, signed_in: SignIn
):
    make_token("Firefox", by=employee)
    other = make_member("Olle")
    with pytest.raises(NotAllowed):
        revoke_token(Token.objects.get(), by=other)
    assert signed_in(other).post(reverse("api:revoke", args=[Token.objects.get().pk])).status_code == 404


def test_one_has_so_many_and_no_more(employee: Member):
    for number in range(MOST_TOKENS):
        make_token(str(number), by=employee)
    with pytest.raises(TooMany):
        make_token("one more", by=employee)


def test_a_key_without_a_name_comes_back(organisation: Organisation, employee: Member, signed_in: SignIn):
    page = signed_in(employee).post(reverse("api:tokens"), {"name": "", "layer": "logo"}).content.decode()
    assert "Ge den ett namn" in page
    assert not Token.objects.exists()


def test_ones_own_page_leads_there_and_ones_data_names_them(
    organisation: Organisation, employee: Member, signed_in: SignIn
):
    make_token("Firefox", by=employee)
    assert reverse("api:tokens") in signed_in(employee).get(reverse("people:me")).content.decode()
    assert tokens_of(employee)[1][0]["name"] == "Firefox"


def test_they_go_with_whoever_is_forgotten(employee: Member, administrator: Member):
    secret = make_token("Firefox", by=employee)
    forget(employee, by=employee)
    assert token_for(secret) is None
    assert not Token.objects.exists()
