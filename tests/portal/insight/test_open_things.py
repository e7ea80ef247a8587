"""Nothing lies still: one page shows what is open, the latest first, to those whom it concerns."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from vigor_portal.asking.actions import Words, answer_question, send_question, take_on
from vigor_portal.notices.open_things import front, open_things
from vigor_portal.people.models import Member, Organisation

SignIn = Callable[[Member], Client]


@pytest.fixture(autouse=True)
def _organisation(organisation: Organisation) -> None:
    pass


def page(client: Client, address: str = "/open/") -> str:
    return client.get(address).content.decode()


def test_communications_sees_everything_the_latest_first(
    signed_in: SignIn, employee: Member, communicator: Member
):
    send_question("Var parkerar jag cykeln?", "sv", by=employee)
    with time_machine.travel("2026-03-02T10:00:00+01:00"):
        send_question("Får jag skoja?", "sv", by=employee)
    shown = page(signed_in(communicator))
    assert shown.index("Får jag skoja?") < shown.index("Var parkerar jag cykeln?")
    assert 'class="late"' in shown
    assert "ingen ännu" in shown


def test_what_is_answered_is_open_no_more(signed_in: SignIn, employee: Member, communicator: Member):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee)
    answer_question(question, Words("Var?", "Bakom huset."), by=communicator)
    assert "Var parkerar" not in page(signed_in(communicator))


def test_a_member_sees_what_concerns_them_and_nothing_else(
    signed_in: SignIn, employee: Member, make_member: Callable[..., Member], communicator: Member
):
    named = send_question("Får jag skoja?", "sv", by=employee, with_name=True)
    send_question("Var parkerar jag cykeln?", "sv", by=employee)
    take_on(named, by=communicator)
    shown = page(signed_in(employee))
    assert "Får jag skoja?" in shown
    assert str(communicator) in shown
    assert "Var parkerar" not in shown
    assert "Inget väntar på dig" in page(signed_in(make_member("Olle")))


def test_communications_may_look_at_its_own_things_alone(
    signed_in: SignIn, employee: Member, communicator: Member
):
    mine = send_question("Får jag skoja?", "sv", by=employee)
    send_question("Var parkerar jag cykeln?", "sv", by=employee)
    take_on(mine, by=communicator)
    shown = page(signed_in(communicator), "/open/?whose=mine")
    assert "Får jag skoja?" in shown
    assert "Var parkerar" not in shown


def test_what_is_further_down_is_a_press_away_and_all_of_it_is_counted(
    signed_in: SignIn, employee: Member, communicator: Member, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("vigor_portal.insight.queries.MOST", 2)
    for number in range(5):
        with time_machine.travel(f"2026-03-0{number + 1}T10:00:00+01:00"):
            send_question(f"Fråga nummer {number}?", "sv", by=employee)
    client = signed_in(communicator)
    pages = [page(client, f"/open/?kind=fr%C3%A5ga&page={number}") for number in (1, 2, 3)]
    shown = [[each for each in range(5) if f"Fråga nummer {each}?" in found] for found in pages]
    assert shown == [[0, 1], [2, 3], [4]]
    assert "och 3 saker till" in pages[0]
    assert "?page=2&amp;kind=fr%C3%A5ga" in pages[0]
    assert "5 saker har passerat sin sista dag" in pages[2]
    beyond = page(client, "/open/?kind=fr%C3%A5ga&page=99")
    assert "Fråga nummer 4?" in beyond
    assert "och" not in beyond.partition("Fråga nummer 4?")[2].partition("</main>")[0]


def test_a_kind_that_there_is_nothing_of_is_an_empty_page_and_no_error(
    signed_in: SignIn, communicator: Member
):
    assert "Inget väntar" in page(signed_in(communicator), "/open/?kind=%3Cscript%3E")


def test_the_number_of_queries_does_not_grow(
    signed_in: SignIn, employee: Member, communicator: Member, django_assert_max_num_queries: Callable
):
    client = signed_in(communicator)
    send_question("Fråga?", "sv", by=employee, with_name=True)
    with django_assert_max_num_queries(40) as few:
        page(client)
    for number in range(20):
        send_question(f"Fråga {number}?", "sv", by=employee, with_name=True)
    with django_assert_max_num_queries(len(few)):
        page(client)


def test_all_that_is_open_is_counted_and_only_its_beginning_read(employee: Member):
    for number in range(4):
        with time_machine.travel(f"2026-03-0{number + 1}T10:00:00+01:00"):
            send_question(f"Fråga nummer {number}?", "sv", by=employee)
    with time_machine.travel("2026-03-17T12:00:00+01:00"):
        found = front(None, 2, timezone.localdate())
        whole = open_things(None)
    assert found.things == whole[:2]
    assert sum(found.there.values()) == len(whole) == 4
    assert sum(found.late.values()) == sum(thing.is_late(date(2026, 3, 17)) for thing in whole)
