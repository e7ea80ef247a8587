"""The link in a mail that stops it, without signing in."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.utils import timezone

from vigor_portal.notices.links import HOLDS, stop_link
from vigor_portal.notices.models import How, Wish
from vigor_portal.notices.queries import wishes_of
from vigor_portal.people.actions import forget
from vigor_portal.people.models import Member


@pytest.fixture(autouse=True)
def _without_a_cookie(client: Client) -> None:
    client.handler.enforce_csrf_checks = True


def path(member: Member, scope: str) -> str:
    return stop_link(member, scope).partition("://")[2].partition("/")[2].join(("/", ""))


def test_to_look_at_it_changes_nothing(client: Client, employee: Member):
    reply = client.get(path(employee, "kind:called"))
    assert reply.status_code == 200
    assert "Stoppa mejlen" in reply.content.decode()
    assert "no-store" in reply.headers["Cache-Control"]
    assert not Wish.objects.exists()


def test_one_press_stops_one_kind_and_leaves_the_rest(client: Client, employee: Member):
    reply = client.post(path(employee, "kind:called"), {"List-Unsubscribe": "One-Click"})
    assert reply.status_code == 200
    assert wishes_of(employee) == {"called": How.SITE, "answered": How.DAY}


def test_one_press_in_a_digest_stops_that_digest(client: Client, employee: Member):
    client.post(path(employee, "how:day"))
    assert wishes_of(employee) == {"called": How.NOW, "answered": How.SITE}


def test_to_press_twice_is_no_harm(client: Client, employee: Member):
    for _ in range(2):
        assert client.post(path(employee, "how:day")).status_code == 200


def test_it_speaks_the_language_of_whoever_got_the_mail(client: Client, employee: Member):
    Member.objects.update(language="en")
    employee.refresh_from_db()
    page = client.get(path(employee, "how:day"), headers={"Accept-Language": "sv"}).content.decode()
    assert "the mail of the day" in page
    assert "One press stops" in page


@pytest.mark.parametrize(
    "change", [lambda t: t[:-6], lambda t: "x" + t, lambda t: "nonsense", lambda t: "a:b:c"]
)
def test_a_forged_or_broken_link_is_told_so_and_stops_nothing(client: Client, employee: Member, change):
    token = path(employee, "kind:called").rstrip("/").rpartition("/")[2]
    for send in (client.get, client.post):
        reply = send(f"/notices/stop/{change(token)}/")
        assert reply.status_code == 400
        assert "inte hel" in reply.content.decode()
    assert not Wish.objects.exists()


def test_a_link_signed_for_something_else_is_forged(client: Client, employee: Member):
    token = signing.dumps([employee.public_id, "kind:called"], salt="vigor.something.else")
    assert client.post(f"/notices/stop/{token}/").status_code == 400
    assert not Wish.objects.exists()


def test_an_old_link_is_told_so(client: Client, employee: Member):
    address = path(employee, "kind:called")
    with time_machine.travel(timezone.now() + HOLDS + timedelta(days=1), tick=False):
        reply = client.post(address)
    assert reply.status_code == 404
    assert "för gammal" in reply.content.decode()
    assert not Wish.objects.exists()


@pytest.mark.parametrize("gone", ["left", "forgotten"])
def test_the_link_of_somebody_who_is_gone_is_dead(
    client: Client, employee: Member, administrator: Member, gone: str
):
    address = path(employee, "kind:called")
    if gone == "forgotten":
        forget(employee, by=administrator)
    else:
        Member.objects.filter(pk=employee.pk).update(is_active=False)
    assert client.post(address).status_code == 404
    assert not Wish.objects.exists()


def test_a_kind_that_is_no_longer_there_stops_nothing_and_breaks_nothing(client: Client, employee: Member):
    assert client.get(path(employee, "kind:of-yore")).status_code == 200
    assert client.post(path(employee, "kind:of-yore")).status_code == 200
    assert not Wish.objects.exists()
