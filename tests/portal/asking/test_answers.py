"""What communications answers is found by everyone who wonders the same, for as long as it holds."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from vigor_portal.asking.actions import (
    Settled,
    Words,
    answer_question,
    answer_with,
    make_case,
    put_back,
    send_question,
    take_back,
)
from vigor_portal.asking.jobs import forget_settled
from vigor_portal.asking.models import Answer, Question
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish
from vigor_portal.policies.queries import texts_in, the_draft

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi visar vilka vi är {#open}

Förtroende kommer av att folk kan kontrollera det vi säger.

- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}
- Vi sätter ordet reklam först när någon har betalat. {#mark-ads}
"""
SignIn = Callable[[Member], Client]


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([POLICY], by=None, because="The first")


@pytest.fixture
def answer(employee: Member, communicator: Member) -> Answer:
    question = send_question("Var ställer jag cykeln?", "sv", by=employee)
    words = Words("Var ställer vi cyklarna?", "I cykelrummet på innergården.", "say-who")
    return answer_question(question, words, by=communicator)


def ask(client: Client, question: str, address: str = "/ask/") -> str:
    return client.post(address, {"question": question}).content.decode()


def test_asking_finds_the_answer_from_then_on(signed_in: SignIn, employee: Member, answer: Answer):
    page = ask(signed_in(employee), "Var ställer vi cyklarna?")
    assert "<mark>I cykelrummet på innergården.</mark>" in page
    assert f"/ask/answered/{answer.public_id}/" in page


def test_the_press_room_never_finds_what_was_answered_inside(client: Client, answer: Answer):
    assert "cykelrummet" not in ask(client, "Var ställer vi cyklarna?", "/press/sv/ask")


def test_an_answer_that_is_taken_back_is_found_no_more(
    signed_in: SignIn, employee: Member, communicator: Member, answer: Answer
):
    client = signed_in(employee)
    ask(client, "Var ställer vi cyklarna?")
    take_back(answer, by=communicator)
    assert "cykelrummet" not in ask(client, "Var ställer vi cyklarna?")
    assert client.get(f"/ask/answered/{answer.public_id}/").status_code == 404
    put_back(answer, by=communicator)
    assert "cykelrummet" in ask(client, "Var ställer vi cyklarna?")


def test_one_answer_serves_several_questions(
    signed_in: SignIn, employee: Member, communicator: Member, answer: Answer
):
    again = send_question("Var ställer vi cyklarna nu?", "sv", by=employee)
    client = signed_in(communicator)
    assert "Det här är svaret" in client.get(f"/ask/gaps/{again.public_id}/").content.decode()
    client.post(f"/ask/gaps/{again.public_id}/same-as/{answer.public_id}/")
    again.refresh_from_db()
    assert (again.state, again.answer) == (Question.State.ANSWERED, answer)
    assert Answer.objects.count() == 1


def test_of_two_who_answer_at_once_the_second_is_told_and_keeps_the_words(
    signed_in: SignIn, employee: Member, communicator: Member, make_member: Callable[..., Member]
):
    question = send_question("Och mopeden?", "sv", by=employee)
    answer_question(question, Words("Och mopeden?", "På gatan."), by=communicator)
    page = signed_in(communicator).post(
        f"/ask/gaps/{question.public_id}/", {"question": "Och mopeden?", "answer": "I garaget."}
    )
    assert "Någon annan hann före" in page.content.decode()
    assert "I garaget." in page.content.decode()
    assert "På gatan." in page.content.decode()
    assert Answer.objects.get().text == "På gatan."
    with pytest.raises(Settled):
        answer_with(question, Answer.objects.get(), by=communicator)


def test_an_answer_whose_point_has_other_words_since_is_shown_to_communications(
    signed_in: SignIn, employee: Member, communicator: Member, answer: Answer
):
    writer = signed_in(communicator)
    assert "Håller svaret" not in writer.get("/ask/answered/").content.decode()
    publish([POLICY.replace("jobbar här", "arbetar här")], by=None, because="")
    assert "Håller svaret" in writer.get("/ask/answered/").content.decode()
    assert "Håller svaret" not in signed_in(employee).get("/ask/answered/").content.decode()


def test_an_answer_becomes_a_case_in_the_draft(communicator: Member, answer: Answer):
    key = make_case(answer, by=communicator)
    draft = the_draft()
    assert draft is not None
    source = texts_in(draft)[0].source
    assert f"{{#{key} shows=" in source
    assert "I cykelrummet på innergården." in source


def test_only_communications_takes_back_changes_and_makes_cases(employee: Member, answer: Answer):
    for action in (take_back, put_back, make_case):
        with pytest.raises(NotAllowed):
            action(answer, by=employee)


def test_what_is_changed_is_what_asking_says(
    signed_in: SignIn, employee: Member, communicator: Member, answer: Answer
):
    address = f"/ask/answered/{answer.public_id}/change/"
    words = {"question": "Var ställer vi cyklarna?", "answer": "Under taket vid porten."}
    assert signed_in(communicator).post(address, words).status_code == 302
    assert "Under taket vid porten." in ask(signed_in(employee), "Var ställer vi cyklarna?")
    assert "Skriv ett svar" in signed_in(communicator).post(address, {"question": "Var?"}).content.decode()


def test_markup_in_an_answer_is_shown_and_not_run(signed_in: SignIn, employee: Member, communicator: Member):
    question = send_question("Vad är detta?", "sv", by=employee)
    answer = answer_question(question, Words("Vad <b>är</b>?", "<script>alert(1)</script>"), by=communicator)
    page = signed_in(employee).get(f"/ask/answered/{answer.public_id}/").content.decode()
    assert "<script>alert" not in page
    assert "<b>är" not in page


def test_without_a_guideline_there_is_no_case_and_the_page_says_what_to_do(
    signed_in: SignIn, employee: Member, communicator: Member
):
    question = send_question("Vad är detta?", "sv", by=employee)
    answer = answer_question(question, Words("Vad är detta?", "Ett hus."), by=communicator)
    client = signed_in(communicator)
    page = client.post(f"/ask/answered/{answer.public_id}/case/", follow=True).content.decode()
    assert "Välj först den som svaret vilar på" in page
    assert the_draft() is None


def test_a_nameless_asker_is_told_on_the_site_and_nobody_else_is(
    signed_in: SignIn, employee: Member, communicator: Member, make_member: Callable[..., Member]
):
    question = send_question("Var ställer jag mopeden?", "sv", by=employee)
    page = signed_in(employee).get("/ask/answered/").content.decode()
    assert "Du frågade" not in page
    answer_question(question, Words("Var ställer vi mopederna?", "På gatan."), by=communicator)
    assert not Notice.objects.exists()
    assert "Du frågade" not in signed_in(make_member("Olle")).get("/ask/answered/").content.decode()
    assert "Din fråga har fått ett svar" in signed_in(employee).get("/").content.decode()
    assert "Du frågade" in signed_in(employee).get("/ask/answered/").content.decode()
    question.refresh_from_db()
    assert question.seal == ""
    assert "Du frågade" not in signed_in(employee).get("/ask/answered/").content.decode()


def test_nothing_that_is_stored_tells_who_asked_without_a_name(employee: Member):
    question = send_question("Får jag prata med en journalist?", "sv", by=employee)
    row = Question.objects.values().get(pk=question.pk)
    assert row["asked_by_id"] is None
    told = {str(employee.pk), employee.public_id, employee.email}
    assert not told & {str(value) for name, value in row.items() if name != "id"}


def test_who_asked_with_their_name_is_told(signed_in: SignIn, employee: Member, communicator: Member):
    question = send_question("Var ställer jag mopeden?", "sv", by=employee, with_name=True)
    answer_question(question, Words("Var ställer vi mopederna?", "På gatan."), by=communicator)
    assert Notice.objects.get().member == employee
    assert "Din fråga har fått svar" in signed_in(employee).get("/notices/").content.decode()


def test_a_question_goes_three_months_after_its_answer_and_the_answer_stays(
    employee: Member, communicator: Member
):
    with time_machine.travel("2026-01-02T10:00:00+01:00"):
        question = send_question("Var ställer jag mopeden?", "sv", by=employee)
        answer_question(question, Words("Var ställer vi mopederna?", "På gatan."), by=communicator)
        waiting = send_question("Och båten?", "sv", by=employee)
    with time_machine.travel("2026-03-30T10:00:00+01:00"):
        forget_settled()
    assert Question.objects.count() == 2
    with time_machine.travel("2026-04-04T10:00:00+01:00"):
        forget_settled()
    assert list(Question.objects.all()) == [waiting]
    assert Answer.objects.count() == 1
