"""A calendar of what is open."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import get_language
from icalendar import Calendar

from vigor_portal import wiring
from vigor_portal.notices.open_things import OpenThing, open_things
from vigor_portal.people.models import Member

SINCE = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def some(member: Member | None) -> Iterable[OpenThing]:
    language = get_language()
    yield OpenThing(
        "proposal", f"Förslag; med, tecken ({language})", "/proposals/7/", member, date(2026, 12, 3), SINCE
    )
    yield OpenThing("thread", "Utan dag", "/threads/1/", None, None, SINCE)
    yield OpenThing("question", "Tidigare\r\nATTENDEE:x", "/ask/gaps/a/", None, date(2026, 11, 5), SINCE)


@pytest.fixture(autouse=True)
def _sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "OPEN_THINGS", ("tests.portal.notices.test_dates.some",))


def test_open_things_come_with_the_latest_first_and_those_without_a_day_last():
    assert [thing.kind for thing in open_things(None)] == ["question", "proposal", "thread"]


def test_last_days_are_whole_days_in_the_calendar(client: Client, employee: Member, settings):
    settings.BASE_URL = "https://policy.example.org"
    reply = client.get(reverse("notices:calendar", args=[employee.feed_token]))
    assert reply.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in reply.headers["Cache-Control"]
    calendar = Calendar.from_ical(reply.content)
    late, proposal = calendar.walk("VEVENT")
    assert proposal["summary"] == "Förslag; med, tecken (sv)"
    assert proposal.decoded("dtstart") == date(2026, 12, 3)
    assert proposal.decoded("dtend") == date(2026, 12, 4)
    assert proposal["url"] == "https://policy.example.org/proposals/7/"
    assert "ATTENDEE" not in late
    assert late["uid"] != proposal["uid"]


def test_the_same_thing_is_the_same_event(client: Client, employee: Member):
    address = reverse("notices:calendar", args=[employee.feed_token])
    assert client.get(address).content == client.get(address).content


def test_an_unknown_key_and_that_of_somebody_who_left_find_nothing(client: Client, employee: Member):
    assert client.get(reverse("notices:calendar", args=["guess"])).status_code == 404
    Member.objects.update(is_active=False)
    assert client.get(reverse("notices:calendar", args=[employee.feed_token])).status_code == 404


def test_ones_own_page_says_where_it_is(client: Client, employee: Member):
    client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("people:me")).content.decode()
    assert reverse("notices:calendar", args=[employee.feed_token]) in page
