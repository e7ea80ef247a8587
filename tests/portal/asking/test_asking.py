"""Asking the policy, and what becomes of a question that it doesn't answer."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from vigor_portal.asking.actions import Words, answer_question, send_question
from vigor_portal.asking.models import Question
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish

SWEDISH = """---
policy: social-media
title: Så gör vi
language: sv
---

Vi pratar med folk.

## Vi visar vilka vi är {#open}

Förtroende kommer av att folk kan kontrollera det vi säger.

- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}
- Vi sätter ordet reklam först när någon har betalat. {#mark-ads}
- Vi svarar journalister själva, eller lotsar dem till Disa. {#press audience=internal}

### En gåva {#gift shows="mark-ads"}

En leverantör skickar en kaffemaskin.

- [ ] Visa den som om vi hade köpt den. → Någon undrar.
- [x] Skriva reklam överst. → Alla vet.
"""

ENGLISH = """---
policy: social-media
title: How we do it
language: en
---

We talk with people.

## We show who we are {#open}

Trust comes from being possible to check.

- We say that we work here when we talk about what we sell. {#say-who}
- We put the word advertising first when somebody has paid. {#mark-ads}
- We answer journalists ourselves, or show them the way to Disa. {#press audience=internal}

### A gift {#gift shows="mark-ads"}

A supplier sends a coffee machine.

- [ ] Show it as if we had bought it. → Somebody wonders.
- [x] Write advertising at the top. → Everybody knows.
"""


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="The first")


SignIn = Callable[[Member], Client]


def ask(client: Client, question: str, address: str = "/ask/") -> str:
    return client.post(address, {"question": question}).content.decode()


def test_a_question_finds_the_point_and_marks_the_sentence(signed_in: SignIn, employee: Member):
    page = ask(signed_in(employee), "Måste jag skriva reklam när någon har betalat?")
    assert "<mark>Vi sätter ordet reklam först när någon har betalat.</mark>" in page
    assert reverse("policies:point", args=["mark-ads"]) in page


def test_a_question_in_english_is_answered_from_the_english_text(signed_in: SignIn, employee: Member):
    assert "<mark>We put the word advertising first" in ask(
        signed_in(employee), "Do I have to mark advertising when somebody has paid?"
    )


def test_a_case_answers_with_what_we_do_and_never_with_what_tempts(signed_in: SignIn, employee: Member):
    page = ask(signed_in(employee), "En leverantör skickar en kaffemaskin, får vi visa den?")
    assert "<mark>Skriva reklam överst.</mark>" in page
    assert "som om vi hade köpt den" not in page


def test_what_the_policy_does_not_say_is_said_honestly(signed_in: SignIn, employee: Member):
    page = ask(signed_in(employee), "Var parkerar jag cykeln?")
    assert "Det säger policyn inget om" in page
    assert reverse("asking:send") in page


def test_the_question_travels_by_post_and_nothing_keeps_the_answer(signed_in: SignIn, employee: Member):
    response = signed_in(employee).post("/ask/", {"question": "Hur märker vi reklam?"})
    assert "no-store" in response["Cache-Control"]
    assert "question" not in response.request["QUERY_STRING"]
    assert not Question.objects.exists()
    assert not Entry.objects.filter(kind__startswith="asking").exists()


def test_an_empty_question_comes_back_with_a_word_about_it(signed_in: SignIn, employee: Member):
    assert "Skriv vad du undrar" in ask(signed_in(employee), "   ")


def test_a_long_question_comes_back_filled_in(signed_in: SignIn, employee: Member):
    page = ask(signed_in(employee), "undrar " * 200)
    assert "Försök säga det på 500 tecken" in page
    assert "undrar undrar" in page


def test_markup_in_a_question_is_shown_and_not_run(signed_in: SignIn, employee: Member):
    page = ask(signed_in(employee), "<script>alert(1)</script>")
    assert "<script>alert" not in page


def test_the_press_room_answers_from_what_is_public_only(client: Client):
    page = ask(client, "Vem svarar journalister?", "/press/sv/ask")
    assert "Disa" not in page
    unknown = ask(client, "Vem svarar xyzzy?", "/press/sv/ask")
    assert "Det säger policyn inget om" in page
    assert "Det säger policyn inget om" in unknown
    assert "press@test.example" in page


def test_the_press_room_s_box_sets_no_cookie(client: Client):
    response = client.post("/press/en/ask", {"question": "Do you mark advertising?"})
    assert not response.cookies
    assert "<mark>We put the word advertising first" in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_the_press_room_answers_in_the_language_of_the_address(client: Client):
    assert "in our policy" in ask(client, "Do you mark advertising that somebody paid for?", "/press/en/ask")
    assert client.get("/press/xx/ask").status_code == 404


def test_the_text_is_shown_before_it_is_sent(signed_in: SignIn, employee: Member):
    client = signed_in(employee)
    page = client.post("/ask/send/", {"question": "Var parkerar jag cykeln?"}).content.decode()
    assert "Var parkerar jag cykeln?" in page
    assert not Question.objects.exists()


def test_a_question_goes_without_a_name_unless_one_is_added(signed_in: SignIn, employee: Member):
    client = signed_in(employee)
    client.post("/ask/send/", {"question": "Var parkerar jag cykeln?", "confirmed": "1"})
    question = Question.objects.get()
    assert question.asked_by is None
    assert not Entry.objects.filter(kind="asking.sent").exists()
    client.post("/ask/send/", {"question": "Och mopeden?", "confirmed": "1", "with_name": "on"})
    assert Question.objects.get(text="Och mopeden?").asked_by == employee


def test_the_log_holds_no_word_of_a_question(employee: Member):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee, with_name=True)
    entry = Entry.objects.get(kind="asking.sent")
    assert (entry.object_id, entry.ids) == (str(question.pk), {})


def test_communications_sees_the_gaps_and_others_do_not(
    signed_in: SignIn, employee: Member, communicator: Member
):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee)
    assert "Var parkerar jag cykeln?" in signed_in(communicator).get("/ask/gaps/").content.decode()
    client = signed_in(employee)
    assert client.get("/ask/gaps/").status_code == 403
    assert client.post(f"/ask/gaps/{question.public_id}/", {"answer": "Där."}).status_code == 403
    assert client.post(f"/ask/gaps/{question.public_id}/set-aside/").status_code == 403
    question.refresh_from_db()
    assert question.is_open


def test_a_late_question_says_so(signed_in: SignIn, employee: Member, communicator: Member):
    with time_machine.travel("2026-03-02T10:00:00+01:00"):
        send_question("Var parkerar jag cykeln?", "sv", by=employee)
    assert 'class="late"' in signed_in(communicator).get("/ask/gaps/").content.decode()


def test_an_answer_reaches_everyone(signed_in: SignIn, employee: Member, communicator: Member):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee)
    client = signed_in(communicator)
    assert "Skriv ett svar" in client.post(f"/ask/gaps/{question.public_id}/", {}).content.decode()
    client.post(
        f"/ask/gaps/{question.public_id}/",
        {"question": question.text, "answer": "Bakom huset.", "point": "open"},
    )
    page = signed_in(employee).get("/ask/answered/").content.decode()
    assert "Bakom huset." in page
    assert reverse("policies:point", args=["open"]) in page


def test_setting_a_question_aside_can_be_undone(signed_in: SignIn, employee: Member, communicator: Member):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee)
    client = signed_in(communicator)
    client.post(f"/ask/gaps/{question.public_id}/set-aside/")
    question.refresh_from_db()
    assert not question.is_open
    client.post(f"/ask/gaps/{question.public_id}/reopen/")
    question.refresh_from_db()
    assert question.is_open


def test_only_communications_may_answer(employee: Member):
    question = send_question("Var parkerar jag cykeln?", "sv", by=employee)
    with pytest.raises(NotAllowed):
        answer_question(question, Words("Var?", "Där."), by=employee)


def test_asking_needs_a_member(client: Client):
    for address in ("/ask/", "/ask/answered/", "/ask/gaps/"):
        assert client.get(address).status_code == 302


def test_the_number_of_database_queries_does_not_grow(
    signed_in: SignIn, employee: Member, communicator: Member, django_assert_max_num_queries
):
    for number in range(30):
        send_question(f"Fråga {number}?", "sv", by=employee, with_name=True)
    client = signed_in(communicator)
    with django_assert_max_num_queries(12):
        client.get("/ask/gaps/")
    ask(client, "Hur märker vi reklam?")
    with django_assert_max_num_queries(12):
        ask(client, "Hur märker vi reklam?")
