"""Conversations as pages: from the margin to the outcome, and what bad input gets."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.dialogue.models import Comment, Thread
from vigor_portal.dialogue.threads import actions, settling
from vigor_portal.dialogue.threads.settling import Outcome
from vigor_portal.people.models import Department, Member, Organisation, Role
from vigor_portal.policies.actions import publish

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
MakeMember = Callable[..., Member]
KEY = "no-sarcasm"
POINT = f"/policy/{KEY}/talk/"
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


@pytest.fixture
def thread(employee: Member) -> Thread:
    return actions.start_thread(KEY, "Gäller det **memes** också?", by=employee)


@pytest.fixture
def elsa(employee: Member, signed_in: SignIn) -> Client:
    return signed_in(employee)


@pytest.fixture
def kim(communicator: Member) -> Client:
    client = Client()
    client.force_login(communicator, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response
    return str(response.content.decode())


def at(thread: Thread, step: str = "") -> str:
    return f"/talk/{thread.public_id}/{step}"


def test_a_comment_is_said_and_read(elsa: Client):
    answer = elsa.post(POINT, {"text": "Gäller det **memes**?", "quote": "", "language": "sv", "seen": 1})
    thread = Thread.objects.get()
    assert answer.headers["Location"] == at(thread)
    assert "<strong>memes</strong>" in page(elsa, at(thread))
    assert "<strong>memes</strong>" in page(elsa, POINT)


def test_the_form_comes_to_the_margin_and_says_that_it_was_sent(elsa: Client):
    form = elsa.get(POINT + "write", headers=HTMX).content.decode()
    assert "<html" not in form
    assert 'name="seen" value="1"' in form
    said = elsa.post(POINT, {"text": "x", "language": "sv", "seen": 1}, headers=HTMX).content.decode()
    assert "<html" not in said
    assert at(Thread.objects.get()) in said


def test_fifty_thousand_characters_are_refused_and_kept(elsa: Client):
    long = "å" * 50_000
    for headers, status in ({}, 422), (HTMX, 200):
        answer = elsa.post(POINT, {"text": long, "quote": "ironin"}, headers=headers)
        assert answer.status_code == status
        assert long in answer.content.decode()
        assert "50000 tecken" in answer.content.decode()
    assert not Thread.objects.exists()


def test_script_in_markdown_is_shown_as_words(elsa: Client):
    elsa.post(POINT, {"text": "<script>alert(1)</script> [x](javascript:alert(1)) \u202egnp.exe"})
    html = page(elsa, at(Thread.objects.get()))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert 'href="javascript' not in html
    assert "\u202e" not in html


def test_a_quote_that_is_not_there_comes_back_with_all_that_was_written(elsa: Client):
    answer = elsa.post(POINT, {"text": "Så här tänker jag.", "quote": "helt andra ord"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Så här tänker jag." in html
    assert "helt andra ord" in html
    assert "står inte i punkten" in html


def test_a_comment_on_a_point_that_went_a_second_ago_is_kept_and_told_where_it_went(elsa: Client):
    publish([without(SWEDISH, "last-word"), without(ENGLISH, "last-word")], by=None, because="")
    for headers, status in ({}, 409), (HTMX, 200):
        answer = elsa.post("/policy/last-word/talk/", {"text": "Mina ord.", "seen": 1}, headers=headers)
        html = answer.content.decode()
        assert answer.status_code == status
        assert "Mina ord." in html
        assert "togs bort i version 2" in html
    assert not Thread.objects.exists()


def test_a_key_that_never_was_is_not_found(elsa: Client):
    assert elsa.get("/policy/nothing-here/talk/").status_code == 404
    assert elsa.post("/policy/nothing-here/talk/", {"text": "x"}).status_code == 404
    assert elsa.get("/talk/nothing/").status_code == 404


def test_new_words_stand_beside_those_it_was_about(elsa: Client, thread: Thread):
    assert "Punkten har andra ord" not in page(elsa, at(thread))
    publish(
        [SWEDISH.replace("Vi lämnar ironin hemma i fikarummet.", "Vi sparar ironin.")], by=None, because=""
    )
    html = page(elsa, at(thread))
    assert "Punkten har andra ord" in html
    assert "<del>" in html


def test_two_who_answer_at_once_both_keep_their_words(kim: Client, thread: Thread, make_member: MakeMember):
    seen = Comment.objects.get().pk
    actions.reply(thread, "Ja, det gör det.", by=make_member("Siv", Role.COMMUNICATIONS))
    answer = kim.post(at(thread), {"text": "Nej.", "seen": seen})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Ja, det gör det." in html
    assert ">\nNej.</textarea>" in html
    again = re.search(r'name="seen" value="(\d+)"', html)
    assert again is not None
    assert kim.post(at(thread), {"text": "Nej.", "seen": again[1]}).status_code == 302


def test_two_who_close_at_once_the_second_sees_the_first_outcome(
    kim: Client, thread: Thread, make_member: MakeMember
):
    settling.close(thread, Outcome("unchanged", "Det fungerar."), by=make_member("Siv", Role.COMMUNICATIONS))
    answer = kim.post(at(thread, "close"), {"outcome": "unchanged", "words": "Mina skäl."})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Det fungerar." in html
    assert "Mina skäl." in html
    thread.refresh_from_db()
    assert thread.outcome_words == "Det fungerar."


def test_words_to_a_conversation_that_was_just_closed_are_kept(
    elsa: Client, thread: Thread, communicator: Member
):
    settling.close(thread, Outcome("unchanged", "Det fungerar."), by=communicator)
    answer = elsa.post(at(thread), {"text": "En sak till."})
    assert answer.status_code == 409
    assert "En sak till." in answer.content.decode()
    assert Comment.objects.count() == 1


def test_an_outcome_says_what_it_needs_to(kim: Client, thread: Thread):
    for data, needed in (
        ({}, "outcome"),
        ({"outcome": "unchanged", "words": "  "}, "id_words_error"),
        ({"outcome": "changed"}, "id_number_error"),
        ({"outcome": "changed", "number": "7"}, "id_number_error"),
        ({"outcome": "case"}, "id_case_error"),
        ({"outcome": "answer"}, "id_words_error"),
        ({"outcome": "answer", "link": "javascript:alert(1)"}, "id_link_error"),
        ({"outcome": "answer", "link": "//evil.example"}, "id_link_error"),
    ):
        answer = kim.post(at(thread, "close"), data)
        assert answer.status_code == 422
        assert needed in answer.content.decode()
    thread.refresh_from_db()
    assert thread.is_open


def test_each_outcome_is_linked(kim: Client, employee: Member):
    publish(
        [SWEDISH.replace("Vi lämnar ironin hemma i fikarummet.", "Vi sparar ironin.")], by=None, because=""
    )
    for data, shown in (
        ({"outcome": "changed", "number": "2"}, '<a href="/policy/versions/2/">'),
        ({"outcome": "case", "case": "angry-customer"}, '<a href="/policy/angry-customer">En arg kund</a>'),
        ({"outcome": "answer", "link": "/ask/answered/"}, '<a href="/ask/answered/"'),
        ({"outcome": "unchanged", "words": "Det *fungerar*."}, "<em>fungerar</em>"),
    ):
        thread = actions.start_thread(KEY, "x", by=employee, seen=1)
        assert kim.post(at(thread, "close"), data).status_code == 302
        assert shown in page(kim, at(thread))


def test_one_press_takes_it_on_and_the_last_day_can_be_moved(
    kim: Client, thread: Thread, communicator: Member
):
    kim.post(at(thread, "take-on"))
    assert kim.post(at(thread, "last-day"), {"due_on": "2001-01-01"}).status_code == 422
    thread.refresh_from_db()
    assert thread.owner == communicator
    assert "Kim svarar för det" in page(kim, at(thread))


def test_those_who_may_not_settle_are_refused(elsa: Client, thread: Thread):
    for step in ("take-on", "last-day", "close"):
        assert elsa.post(at(thread, step), {"outcome": "unchanged", "words": "x"}).status_code == 403


def test_a_colleague_is_found_by_name_and_called_in(elsa: Client, thread: Thread, make_member: MakeMember):
    olle = make_member("Olle", family_name="Berg")
    make_member("Olga", is_active=False)
    html = page(elsa, at(thread, "call") + "?name=ol")
    assert "Olle Berg" in html
    assert "Olga" not in html
    assert elsa.post(at(thread, "call"), {"member": olle.public_id}).status_code == 302
    assert "Olle Berg" in page(elsa, at(thread))


def test_calling_in_somebody_who_has_left_says_so(elsa: Client, thread: Thread, make_member: MakeMember):
    olle = make_member("Olle", is_active=False)
    answer = elsa.post(at(thread, "call"), {"member": olle.public_id})
    assert answer.status_code == 409
    assert "Olle jobbar inte här längre" in answer.content.decode()
    assert elsa.post(at(thread, "call"), {"member": "nobody"}).status_code == 409


def test_ones_own_is_changed_and_withdrawn_others_words_are_not(elsa: Client, kim: Client, thread: Thread):
    said = f"/talk/said/{Comment.objects.get().public_id}/"
    assert kim.get(said + "edit").status_code == 403
    assert kim.post(said + "withdraw").status_code == 403
    elsa.post(said + "edit", {"text": "Nya ord."})
    assert "ändrad sedan dess" in page(elsa, at(thread))
    assert "Nya ord." in page(elsa, said + "withdraw")
    assert elsa.post(said + "withdraw").headers["Location"] == POINT
    assert not Comment.objects.exists()


def test_the_list_can_be_narrowed(elsa: Client, kim: Client, thread: Thread, communicator: Member):
    every = reverse("threads:everything")
    assert at(thread) in page(kim, every)
    assert at(thread) not in page(kim, every + "?which=mine")
    assert at(thread) in page(elsa, every + "?which=mine")
    assert at(thread) in page(kim, every + "?which=waiting")
    actions.reply(thread, "Ja.", by=communicator)
    assert at(thread) not in page(kim, every + "?which=waiting")


def test_the_margin_tells_what_is_said_and_offers_a_way_in(elsa: Client, thread: Thread):
    html = page(elsa, "/policy/")
    assert "Gäller det memes också?" in html
    assert "1 öppet samtal" in html
    assert f'href="{POINT}#write"' in html
    assert html.count("dialogue/talk.js") == 1


def test_the_policy_page_costs_the_same_however_much_is_said(elsa: Client, employee: Member):
    with CaptureQueriesContext(connection) as quiet:
        page(elsa, "/policy/")
    for key in ("respect", KEY, "last-word", "angry-customer", "health"):
        for _ in range(3):
            actions.reply(actions.start_thread(key, "x", by=employee), "y", by=employee)
    with CaptureQueriesContext(connection) as busy:
        page(elsa, "/policy/")
    assert len(busy) == len(quiet)


def test_the_pages_of_conversations_cost_the_same_however_many_there_are(kim: Client, employee: Member):
    def cost(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            page(kim, address)
        return len(queries)

    first = actions.start_thread(KEY, "x", by=employee)
    for _ in range(8):
        actions.reply(first, "y", by=employee)
    actions.start_thread(KEY, "x", by=employee)
    before = [cost(address) for address in (POINT, "/talk/", at(first))]
    for _ in range(12):
        actions.start_thread(KEY, "x", by=employee)
        actions.reply(first, "y", by=employee)
    assert [cost(address) for address in (POINT, "/talk/", at(first))] == before


def test_a_long_conversation_is_read_page_by_page(elsa: Client, thread: Thread, employee: Member):
    for number in range(103):
        Comment.objects.create(thread=thread, by=employee, text=f"nummer{number}.")
    html = page(elsa, at(thread))
    assert "nummer102." in html
    assert "nummer2." not in html
    before = re.search(r"\?before=(\d+)", html)
    assert before is not None
    assert "nummer2." in page(elsa, f"{at(thread)}?before={before[1]}")


@pytest.mark.parametrize("nonsense", ["0", "-1", "x", "9" * 30])
def test_a_page_that_is_no_number_is_the_first(elsa: Client, thread: Thread, nonsense: str):
    assert at(thread) in page(elsa, f"/talk/?page={nonsense}")
    assert page(elsa, f"{at(thread)}?before={nonsense}")


def test_a_points_page_asks_as_often_however_many_departments_talk(elsa: Client, make_member: MakeMember):
    def say(name: str) -> None:
        home = Department.objects.create(slug=name.lower(), names={"sv": name, "en": name})
        actions.start_thread(KEY, "Hur gör vi här?", by=make_member(name, department=home))

    say("Olle")
    page(elsa, POINT)
    with CaptureQueriesContext(connection) as few:
        page(elsa, POINT)
    for name in ("Pia", "Rut", "Sven", "Tove"):
        say(name)
    with CaptureQueriesContext(connection) as many:
        page(elsa, POINT)
    assert len(many) == len(few)
