"""The register's pages: read by every member, changed by those who hold an account and by communications."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.portal.conftest import MakeMember
from tests.portal.voices.conftest import MakeAccount

from vigor_portal.people.models import Department, Member, Organisation
from vigor_portal.policies.actions import publish
from vigor_portal.voices.models import Account
from vigor_portal.voices.register import actions, queries

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
TEXT = """---
policy: social-media
title: Så gör vi
language: sv
---

## Tillsammans {#together}

Vi är flera.

- Vi är alltid minst två om ett konto i vårt namn. {#aldrig-ensam checks="account-keys" layers="logo"}

## När någon klagar {#complaint kind=complaint}

1. Vi svarar snabbt.
"""


@pytest.fixture
def anna(make_member: MakeMember) -> Member:
    return make_member("Anna", language="en")


@pytest.fixture
def bo(make_member: MakeMember) -> Member:
    return make_member("Bo")


def page(place: str, account: Account, **more: object) -> str:
    return reverse(f"voices:{place}", kwargs={"public_id": account.public_id, **more})


def test_an_empty_register_says_what_would_be_here(signed_in: SignIn, anna: Member) -> None:
    page = signed_in(anna).get(reverse("voices:register")).content.decode()
    assert "No account is here yet" in page
    assert reverse("voices:apply") in page


def test_the_register_is_searched_and_filtered(
    signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    make_account("Delar", handle="delar", stewards=(anna,))
    make_account("Jobb", handle="jobb", state="found")
    client = signed_in(anna)
    everything = client.get(reverse("voices:register")).content.decode()
    assert "You hold" in everything
    assert "Jobb" in everything
    found = client.get(reverse("voices:register"), {"state": "found", "network": "x"}).content.decode()
    assert "Jobb" in found
    assert "Delar" not in found
    assert "No account like that" in client.get(reverse("voices:register"), {"q": "zzz"}).content.decode()
    assert client.get(reverse("voices:register"), {"state": "nonsense", "page": "x"}).status_code == 200


def test_a_long_register_is_read_as_far_as_it_is_shown(
    signed_in: SignIn,
    anna: Member,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    client = signed_in(anna)
    client.get(reverse("voices:register"))
    Account.objects.bulk_create(Account(network="x", name=f"Konto {n:03}", state="in-use") for n in range(51))
    with CaptureQueriesContext(connection) as few:
        first = client.get(reverse("voices:register"))
    asked = len(few)
    assert "Konto 049" in first.content.decode()
    assert "Konto 050" not in first.content.decode()
    assert "Konto 050" in client.get(reverse("voices:register"), {"page": "2"}).content.decode()
    Account.objects.bulk_create(
        Account(network="x", name=f"Konto {n:03}", state="in-use") for n in range(51, 150)
    )
    with django_assert_num_queries(asked):
        client.get(reverse("voices:register"))


def test_a_department_stays_chosen_and_its_name_is_no_markup(
    signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    for slug, name in (("kitchen", "<b>Köket</b>"), ("shop", "Butiken")):
        Department.objects.create(slug=slug, names={"sv": name, "en": name})
    make_account()
    shown = signed_in(anna).get(reverse("voices:register"), {"department": "kitchen"}).content.decode()
    assert '<option value="kitchen" selected>&lt;b&gt;Köket&lt;/b&gt;</option>' in shown
    assert '<option value="shop">Butiken</option>' in shown
    assert 'name="department"' in shown


def test_a_word_is_found_whatever_its_case(
    signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    make_account("Åkeriet", handle="akeriet", purpose="Lastbilar")
    for word in ("åkeri", "ÅKERI", "Åkeri", "lastBIL"):
        assert "Lastbilar" in signed_in(anna).get(reverse("voices:register"), {"q": word}).content.decode()


def test_an_account_shows_what_it_lacks_and_what_comes_next(
    signed_in: SignIn, communicator: Member, make_account: MakeAccount
) -> None:
    account = make_account(state="registered")
    communicator.language = "en"
    communicator.save()
    client = signed_in(communicator)
    shown = client.get(page("account", account)).content.decode()
    assert "What is lacking" in shown
    assert "It is ours" in shown
    client.post(page("step", account, name="verify"))
    account.refresh_from_db()
    assert account.state == "verified"


def test_a_member_reads_an_account_but_is_offered_no_change(
    signed_in: SignIn, bo: Member, anna: Member, make_account: MakeAccount
) -> None:
    account = make_account(stewards=(anna,))
    actions.save_keys(account, actions.KeyFacts(kept_in="valvet"), by=anna)
    shown = signed_in(bo).get(page("account", account)).content.decode()
    assert "valvet" not in shown
    assert page("card", account) not in shown
    for name in ("card", "keys", "describe", "address", "end"):
        assert signed_in(bo).get(page(name, account)).status_code == 403


def test_who_holds_it_writes_the_card_and_works_from_it(
    signed_in: SignIn,
    anna: Member,
    make_account: MakeAccount,
    organisation: Organisation,
    communicator: Member,
) -> None:
    publish({"sv": TEXT}, by=communicator, because={"sv": "Första"})
    account = make_account(stewards=(anna,))
    said = {
        "sender": "Här svarar kundservice",
        "signature": "/Anna",
        "does": "Hoppsan, vi letar!\r\n\r\nVi letar.",
        "silent_on": "politik",
        "house_rules": "Snällt.",
    }
    client = signed_in(anna)
    assert client.post(page("card", account), said).status_code == 302
    assert account.card.does == ["Hoppsan, vi letar!", "Vi letar."]
    work = client.get(page("work", account)).content.decode()
    for words in ("Här svarar kundservice", "/Anna", "Hoppsan", "politik", "Snällt.", "När någon klagar"):
        assert words in work


def test_a_card_that_is_too_long_comes_back_filled_in(
    signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    account = make_account(stewards=(anna,))
    answer = signed_in(anna).post(page("card", account), {"tone": "a" * 3001, "sender": "Vi"})
    assert answer.status_code == 422
    assert "a" * 3001 in answer.content.decode()
    assert queries.account(account.public_id).card.sender == ""  # type: ignore[union-attr]


def test_an_agency_with_the_keys_is_warned_of_with_the_guideline(
    signed_in: SignIn,
    anna: Member,
    make_account: MakeAccount,
    organisation: Organisation,
    communicator: Member,
) -> None:
    account = make_account(stewards=(anna,))
    data = {"agency": "Byrån AB", "two_factor": "no", "recovery_is_ours": "unknown", "rests_on": "anna"}
    client = signed_in(anna)
    assert client.post(page("keys", account), data).status_code == 302
    plain = client.get(page("account", account)).content.decode()
    assert "Byrån AB holds the keys" in plain
    assert "minst två" not in plain
    publish({"sv": TEXT}, by=communicator, because={"sv": "Första"})
    assert "minst två om ett konto" in client.get(page("account", account)).content.decode()


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("valvet, mappen Sociala medier", True),
        ("1Password, the vault Voices", True),
        ("lösenord: Sommar2024!", False),
        ("Sommar2024!", False),
        ("AKIAIOSFODNN7EXAMPLE", False),
    ],
)
def test_a_place_is_noted_and_no_password(
    written: str, saved: bool, signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    account = make_account(stewards=(anna,))
    data = {"kept_in": written, "two_factor": "yes", "recovery_is_ours": "yes"}
    answer = signed_in(anna).post(page("keys", account), data)
    assert answer.status_code == (302 if saved else 422)
    assert queries.account(account.public_id).keys.kept_in == (written if saved else "")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("https://x.com/testbolaget?s=20", ""),
        ("@testbolaget", ""),
        ("https://www.instagram.com/testbolaget/", "Instagram"),
        ("", "Paste"),
        ("x" * 8_000, "x" * 8_000),
        ("https://user:pass@x.com/testbolaget", "user:pass"),
    ],
)
def test_an_address_is_recognised_or_comes_back(
    pasted: str, says: str, signed_in: SignIn, anna: Member, bo: Member, make_account: MakeAccount
) -> None:
    account = make_account(state="approved", handle="", stewards=(anna, bo))
    answer = signed_in(anna).post(page("address", account), {"address": pasted})
    account.refresh_from_db()
    if not says:
        assert (answer.status_code, account.address_key) == (302, "x:testbolaget")
    else:
        assert (answer.status_code, account.state) == (422, "approved")
        assert says in answer.content.decode()


def test_an_approved_account_whose_steward_left_needs_another_first(
    signed_in: SignIn, anna: Member, bo: Member, make_account: MakeAccount, make_member: MakeMember
) -> None:
    account = make_account(state="approved", handle="", stewards=(anna, bo))
    bo.is_active = False
    bo.save()
    client = signed_in(anna)
    shown = client.get(page("account", account)).content.decode()
    assert "has left in the meantime" in shown
    assert page("address", account) not in shown
    answer = client.post(page("address", account), {"address": "@testbolaget"})
    assert answer.status_code == 422
    assert "It takes two" in answer.content.decode()
    make_member("Cleo")
    client.post(page("add-steward", account), {"member": "cleo"})
    assert client.post(page("address", account), {"address": "@testbolaget"}).status_code == 302


def test_a_name_that_fits_two_is_asked_about(
    signed_in: SignIn, anna: Member, make_account: MakeAccount, make_member: MakeMember
) -> None:
    account = make_account(stewards=(anna,))
    make_member("Kajsa", family_name="Ek")
    make_member("Kajsalisa", family_name="Ask")
    client = signed_in(anna)
    answer = client.post(page("add-steward", account), {"member": "kajs"})
    assert answer.status_code == 422
    assert "kajsa@test.example" in answer.content.decode()
    assert 'value="kajs"' in answer.content.decode()
    assert client.post(page("add-steward", account), {"member": "kajsa ek"}).status_code == 302
    assert client.post(page("add-steward", account), {"member": "nobody"}).status_code == 422


def test_a_steward_steps_down(signed_in: SignIn, anna: Member, bo: Member, make_account: MakeAccount) -> None:
    account = make_account(stewards=(anna, bo))
    mine, theirs = queries.stewards_of(account)
    client = signed_in(anna)
    assert client.post(reverse("voices:remove-steward", kwargs={"pk": theirs.pk})).status_code == 403
    assert client.post(reverse("voices:remove-steward", kwargs={"pk": mine.pk})).status_code == 302
    assert [each.member for each in queries.stewards_of(account)] == [bo]


def test_it_is_looked_through_with_one_press(
    signed_in: SignIn, anna: Member, make_account: MakeAccount
) -> None:
    account = make_account(stewards=(anna,))
    client = signed_in(anna)
    past = {"again_on": timezone.localdate().isoformat()}
    assert client.post(page("look-through", account), past).status_code == 422
    day = timezone.localdate() + timedelta(days=30)
    assert client.post(page("look-through", account), {"again_on": day.isoformat()}).status_code == 302
    account.refresh_from_db()
    assert account.review_on == day


def test_it_ends_on_a_day_that_has_come(
    signed_in: SignIn, communicator: Member, make_account: MakeAccount
) -> None:
    account = make_account()
    client = signed_in(communicator)
    ahead = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert client.post(page("end", account), {"how": "close", "on": ahead}).status_code == 422
    day = timezone.localdate().isoformat()
    assert client.post(page("end", account), {"how": "hand-over-away", "on": day}).status_code == 302
    account.refresh_from_db()
    assert account.state == "handed-over"
    again = client.post(page("end", account), {"how": "close", "on": day})
    assert again.status_code == 409


def test_a_step_that_somebody_took_already_changes_nothing(
    signed_in: SignIn, communicator: Member, make_account: MakeAccount
) -> None:
    account = make_account(state="in-use")
    answer = signed_in(communicator).post(page("step", account, name="verify"))
    assert answer.status_code == 409
    assert account.steps.count() == 5


def test_one_that_is_out_there_is_entered_and_held_by_whoever_enters_it(
    signed_in: SignIn, anna: Member
) -> None:
    client = signed_in(anna)
    data = {"address": "https://www.facebook.com/testbolaget", "name": "Testbolaget", "steward": anna.email}
    assert client.post(reverse("voices:find"), data).status_code == 302
    account = Account.objects.get()
    assert (account.state, account.network) == ("found", "facebook")
    again = client.post(reverse("voices:find"), data)
    assert again.status_code == 422
    assert page("account", account) in again.content.decode()


def test_a_persons_own_profile_is_not_entered(signed_in: SignIn, anna: Member) -> None:
    data = {"address": "https://www.linkedin.com/in/anna-andersson", "name": "Anna"}
    answer = signed_in(anna).post(reverse("voices:find"), data)
    assert answer.status_code == 422
    assert "own profile" in answer.content.decode()
    assert not Account.objects.exists()


def test_an_unknown_account_is_not_found(signed_in: SignIn, anna: Member) -> None:
    assert signed_in(anna).get(reverse("voices:account", kwargs={"public_id": "nope"})).status_code == 404
