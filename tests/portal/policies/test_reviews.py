"""Points come up for review by a day, and somebody says whether they still hold."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish
from vigor_portal.policies.models import Review
from vigor_portal.policies.queries import the_draft
from vigor_portal.policies.reviews.actions import Done, put_up, settle, take_on
from vigor_portal.policies.reviews.queries import last_reviewed, open_reviews

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi visar vilka vi är {#open}

Förtroende kommer av att folk kan kontrollera det vi säger.

- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}
"""
SignIn = Callable[[Member], Client]
SOON = timezone.localdate() + timedelta(days=14)
PAGE = "/policy/draft/reviews/"


@pytest.fixture(autouse=True)
def _policy(organisation: Organisation) -> None:
    publish([POLICY], by=None, because="The first")


def test_something_that_happened_puts_points_up_with_its_note(signed_in: SignIn, communicator: Member):
    client = signed_in(communicator)
    said = {
        "trigger": "platform",
        "note": "LinkedIn har nya villkor.",
        "last_day": SOON.isoformat(),
        "keys": ["say-who", "*"],
    }
    page = client.post(PAGE, said, follow=True).content.decode()
    assert "LinkedIn har nya villkor." in page
    assert "Hela policyn" in page
    assert {review.key for review in Review.objects.all()} == {"say-who", ""}
    assert "Vi säger att vi jobbar här" in client.get("/open/").content.decode()


def test_a_point_that_is_up_already_keeps_the_earlier_day_and_gets_both_reasons(communicator: Member):
    put_up(["say-who"], by=communicator, last_day=SOON, note="Ny chef.")
    put_up(["say-who"], by=communicator, last_day=SOON + timedelta(days=9), trigger="law", note="Ny lag.")
    review = Review.objects.get()
    assert (review.last_day, review.trigger) == (SOON, "law")
    assert review.note == "Ny chef.\nNy lag."


def test_what_still_holds_comes_up_again_on_the_day_that_was_left_in_the_box(
    signed_in: SignIn, communicator: Member
):
    review = put_up(["say-who"], by=communicator, last_day=SOON)[0]
    again = timezone.localdate() + timedelta(days=365)
    signed_in(communicator).post(f"{PAGE}{review.pk}/", {"step": "holds", "again": again.isoformat()})
    assert Review.objects.get(outcome="holds").pk == review.pk
    assert Review.objects.get(outcome="").last_day == again
    assert last_reviewed("say-who") == timezone.localdate()


def test_an_empty_box_brings_nothing_up_again(signed_in: SignIn, communicator: Member):
    review = put_up(["say-who"], by=communicator, last_day=SOON)[0]
    signed_in(communicator).post(f"{PAGE}{review.pk}/", {"step": "holds", "again": "snart"})
    assert not open_reviews()


def test_what_needs_new_words_opens_the_draft_at_the_point(signed_in: SignIn, communicator: Member):
    review = put_up(["say-who"], by=communicator, last_day=SOON)[0]
    response = signed_in(communicator).post(f"{PAGE}{review.pk}/", {"step": "changed"})
    assert response.headers["Location"].endswith("#say-who")
    assert the_draft() is not None


def test_of_two_who_look_it_through_the_second_is_told(
    signed_in: SignIn, communicator: Member, make_member: Callable[..., Member]
):
    review = put_up(["say-who"], by=communicator, last_day=SOON)[0]
    settle(review, "holds", by=communicator)
    with pytest.raises(Done):
        take_on(review, by=communicator)
    page = signed_in(communicator).post(f"{PAGE}{review.pk}/", {"step": "holds"}, follow=True)
    assert "hann före" in page.content.decode()


def test_who_takes_what_somebody_has_hears_whose_it_is_and_takes_it_over_knowingly(
    signed_in: SignIn, communicator: Member, make_member: Callable[..., Member]
):
    siv = make_member("Siv", Role.COMMUNICATIONS)
    review = put_up(["say-who"], by=siv, last_day=SOON)[0]
    client, press = signed_in(communicator), f"{PAGE}{review.pk}/"
    page = client.post(press, {"step": "take-on", "over": ""}, follow=True).content.decode()
    assert "Siv hann före och har den nu" in page
    review.refresh_from_db()
    assert review.owner == siv
    assert f'name="over" value="{siv.public_id}"' in page
    client.post(press, {"step": "take-on", "over": siv.public_id})
    review.refresh_from_db()
    assert review.owner == communicator


def test_a_day_that_has_been_comes_back_with_a_word_about_it(signed_in: SignIn, communicator: Member):
    said = {"trigger": "law", "note": "Ny lag.", "last_day": "2020-01-01", "keys": ["say-who"]}
    response = signed_in(communicator).post(PAGE, said)
    assert response.status_code == 422
    assert "Den dagen har redan varit" in response.content.decode()
    assert "Ny lag." in response.content.decode()
    assert "Välj minst en punkt" in signed_in(communicator).post(PAGE, {}).content.decode()


def test_only_who_writes_the_policy_puts_up_and_settles(employee: Member, communicator: Member):
    with pytest.raises(NotAllowed):
        put_up(["say-who"], by=employee, last_day=SOON)
    review = put_up(["say-who"], by=communicator, last_day=SOON)[0]
    for act in (lambda: take_on(review, by=employee), lambda: settle(review, "holds", by=employee)):
        with pytest.raises(NotAllowed):
            act()


def test_a_point_that_is_gone_still_has_its_review_to_close(signed_in: SignIn, communicator: Member):
    put_up(["gone"], by=communicator, last_day=date(2030, 1, 1))
    assert "har inte längre den här punkten" in signed_in(communicator).get(PAGE).content.decode()
