"""An answer that anybody may read: found in the press room for as long as its point is public, and taken back in one press."""

import json
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from vigor_portal.asking import public
from vigor_portal.asking.actions import (
    StaysInside,
    Words,
    answer_question,
    change_answer,
    let_out,
    put_back,
    send_question,
    take_back,
    take_in,
)
from vigor_portal.asking.models import Answer, PublicAnswer
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.policies.actions import publish

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi visar vilka vi är {#open}

Förtroende kommer av att folk kan kontrollera det vi säger.

- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}
- Vi sätter ordet reklam först när någon har betalat. {#mark-ads}
- Vi ringer jouren. {#on-call audience=internal}
"""
SignIn = Callable[[Member], Client]
BIKES = Words("Var ställer man cykeln hos er?", "I cykelrummet på innergården.", "say-who", public=True)
POINT, BOX = "/press/sv/say-who", "/press/sv/ask"


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([POLICY], by=None, because="The first")


@pytest.fixture
def answer(employee: Member, communicator: Member) -> Answer:
    return answered(BIKES, employee, communicator)


def answered(words: Words, asker: Member, by: Member, language: str = "sv", **how: bool) -> Answer:
    return answer_question(send_question("Var ställer jag cykeln?", language, by=asker, **how), words, by=by)


def ask(client: Client, question: str = BIKES.question) -> str:
    return client.post(BOX, {"question": question}).content.decode()


def page(client: Client, address: str = POINT) -> str:
    return client.get(address).content.decode()


def test_it_stands_beside_its_point_and_the_press_room_s_box_finds_it(client: Client, answer: Answer):
    assert "I cykelrummet på innergården." in page(client)
    found = ask(client)
    assert "<mark>I cykelrummet på innergården.</mark>" in found
    assert f"{POINT}#asked-{answer.public_id}" in found
    assert "cykelrummet" not in page(client, "/press/sv/mark-ads")


def test_an_answer_stays_inside_unless_somebody_says_otherwise(
    client: Client, employee: Member, communicator: Member
):
    answered(Words(BIKES.question, BIKES.text, "say-who"), employee, communicator)
    assert not PublicAnswer.objects.exists()
    assert "cykelrummet" not in page(client) + ask(client) + page(client, "/press/sv/ask/answered")


def test_one_press_takes_it_in_and_another_lets_it_out(
    signed_in: SignIn, communicator: Member, answer: Answer
):
    client = signed_in(communicator)
    address = f"/ask/answered/{answer.public_id}/"
    assert "Ut ur pressrummet" in page(client, address)
    client.post(f"{address}take-in/")
    assert "cykelrummet" not in page(client) + ask(client)
    assert "Låt vem som helst läsa det" in page(client, address)
    client.post(f"{address}let-out/")
    assert "cykelrummet" in page(client)
    assert [
        entry.kind for entry in Entry.objects.filter(kind__startswith="asking.answer-").order_by("pk")
    ] == [
        "asking.answer-let-out",
        "asking.answer-taken-in",
        "asking.answer-let-out",
    ]


def test_what_rests_on_an_internal_point_or_on_none_stays_inside(employee: Member, communicator: Member):
    for point in ("on-call", "", "never-was"):
        words = Words("Vem ringer ni?", "Jouren.", point, public=True)
        with pytest.raises(StaysInside):
            answered(words, employee, communicator)
    assert not Answer.objects.exists()


def test_what_was_asked_with_a_name_stays_inside_for_ever(employee: Member, communicator: Member):
    with pytest.raises(StaysInside):
        answered(BIKES, employee, communicator, with_name=True)
    inside = answered(Words(BIKES.question, BIKES.text, "say-who"), employee, communicator, with_name=True)
    # Long afterwards the question is gone; what it came with isn't forgotten.
    inside.questions.all().delete()
    for act in (
        lambda: let_out(inside, by=communicator),
        lambda: change_answer(inside, BIKES, by=communicator),
    ):
        with pytest.raises(StaysInside):
            act()
    assert not PublicAnswer.objects.exists()


def test_a_named_question_that_the_answer_is_written_anew_for_takes_it_in(
    client: Client, employee: Member, communicator: Member, answer: Answer
):
    named = send_question("Var ställer jag, Elsa, cykeln?", "sv", by=employee, with_name=True)
    named.answer = answer
    named.save()
    answer_question(named, Words(BIKES.question, "Elsa ställer den på gården.", "say-who"), by=communicator)
    assert "gården" not in page(client)
    assert not PublicAnswer.objects.exists()


@pytest.mark.parametrize(
    "now",
    [
        POLICY.replace("{#say-who}", "{#say-who audience=internal}"),
        POLICY.replace("- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}\n", ""),
    ],
    ids=["internal", "removed"],
)
def test_when_the_point_is_internal_or_gone_the_answer_goes_too_and_does_not_come_back_by_itself(
    client: Client, signed_in: SignIn, employee: Member, answer: Answer, now: str
):
    publish([now], by=None, because="")
    answer.refresh_from_db()
    assert not answer.public
    assert "cykelrummet" not in ask(client) + page(client, "/press/sv/ask/answered") + page(client)
    publish([POLICY], by=None, because="")
    assert "cykelrummet" not in ask(client) + page(client)
    assert "cykelrummet" in page(signed_in(employee), f"/ask/answered/{answer.public_id}/")


def test_an_answer_that_is_taken_back_leaves_the_press_room_and_comes_back_inside_only(
    client: Client, communicator: Member, answer: Answer
):
    take_back(answer, by=communicator)
    assert "cykelrummet" not in page(client) + ask(client)
    let_out(answer, by=communicator)
    assert not PublicAnswer.objects.exists()
    put_back(answer, by=communicator)
    assert "cykelrummet" not in page(client)


def test_other_words_and_another_point_are_shown_at_once(
    client: Client, communicator: Member, answer: Answer
):
    moved = Words("Var står cyklarna?", "Under taket vid porten.", "mark-ads", public=True)
    change_answer(answer, moved, by=communicator)
    assert "cykel" not in page(client)
    assert "Under taket vid porten." in page(client, "/press/sv/mark-ads")
    assert "Under taket vid porten." in ask(client, "Var står cyklarna?")


def test_its_day_is_the_one_on_which_the_public_got_these_words(employee: Member, communicator: Member):
    with time_machine.travel("2026-03-02T10:00:00+01:00"):
        answer = answered(BIKES, employee, communicator)
    with time_machine.travel("2026-04-02T10:00:00+02:00"):
        change_answer(answer, BIKES, by=communicator)
        let_out(answer, by=communicator)
    assert PublicAnswer.objects.get().since.isoformat() == "2026-03-02"
    with time_machine.travel("2026-05-02T10:00:00+02:00"):
        change_answer(answer, Words("Var?", "Där.", "say-who", public=True), by=communicator)
    assert PublicAnswer.objects.get().since.isoformat() == "2026-05-02"


def test_only_communications_lets_an_answer_out_or_takes_it_in(
    signed_in: SignIn, employee: Member, answer: Answer
):
    for act in (let_out, take_in):
        with pytest.raises(NotAllowed):
            act(answer, by=employee)
    client = signed_in(employee)
    assert client.post(f"/ask/answered/{answer.public_id}/take-in/").status_code == 403
    assert "Ut ur pressrummet" not in page(client, f"/ask/answered/{answer.public_id}/")


def test_the_form_offers_it_for_public_points_only_and_never_for_a_question_with_a_name(
    signed_in: SignIn, employee: Member, communicator: Member
):
    client = signed_in(communicator)
    open_one = send_question("Var?", "sv", by=employee)
    form = page(client, f"/ask/gaps/{open_one.public_id}/")
    assert 'name="public"' in form
    assert 'value="on-call" data-internal' in form
    assert "Vi ringer jouren. (intern)" in form
    named = send_question("Var?", "sv", by=employee, with_name=True)
    form = page(client, f"/ask/gaps/{named.public_id}/")
    assert 'name="public"' not in form
    assert "Den här frågan kom med ett namn" in form


def test_a_form_that_would_let_out_what_is_internal_comes_back_filled_in(
    signed_in: SignIn, employee: Member, communicator: Member
):
    question = send_question("Vem ringer ni?", "sv", by=employee)
    typed = {
        "question": "Vem ringer ni?",
        "answer": "Jouren, dygnet runt.",
        "point": "on-call",
        "public": "on",
    }
    back = signed_in(communicator).post(f"/ask/gaps/{question.public_id}/", typed).content.decode()
    assert "välj en som är offentlig" in back
    assert "Jouren, dygnet runt." in back
    assert not Answer.objects.exists()


def test_the_tick_answers_and_lets_out_in_one_press(
    client: Client, signed_in: SignIn, employee: Member, communicator: Member
):
    question = send_question("Var?", "sv", by=employee)
    typed = {"question": BIKES.question, "answer": BIKES.text, "point": "say-who", "public": "on"}
    signed_in(communicator).post(f"/ask/gaps/{question.public_id}/", typed)
    assert "cykelrummet" in page(Client())


def test_a_list_of_them_is_there_to_read_and_as_data(client: Client, communicator: Member, answer: Answer):
    assert "/press/sv/ask/answered" in page(client, BOX)
    listed = page(client, "/press/sv/ask/answered")
    assert "https://schema.org/FAQPage" in listed
    assert f"{POINT}#asked-{answer.public_id}" in listed
    response = client.get("/press/sv/answers.json")
    told = json.loads(response.content)["answers"][0]
    assert (told["question"], told["answer"], told["point"]) == (BIKES.question, BIKES.text, "say-who")
    assert told["point_text"] == "Vi säger att vi jobbar här när vi pratar om det vi säljer."
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    change_answer(answer, Words(BIKES.question, "", "say-who", public=True), by=communicator)
    assert "Vi säger att vi jobbar här" in page(client, "/press/sv/ask/answered")


def test_without_any_there_is_no_way_to_a_list(client: Client):
    assert "/press/sv/ask/answered" not in page(client, BOX)
    assert client.get("/press/sv/ask/answered").status_code == 200
    assert client.get("/press/xx/ask/answered").status_code == 404


def test_a_reader_in_a_language_without_any_gets_those_that_there_are(client: Client, answer: Answer):
    assert 'lang="sv"><summary>Var ställer man cykeln' in page(client, "/press/en/say-who")
    assert "cykelrummet" in page(client, "/press/en/ask/answered")


def test_colleagues_find_every_answer_beside_the_point_that_it_rests_on(
    signed_in: SignIn, employee: Member, communicator: Member, answer: Answer
):
    inside = answered(Words("Och mopeden?", "På gatan.", "say-who"), employee, communicator)
    beside = page(signed_in(employee), reverse("policies:point", args=["say-who"]))
    assert "I cykelrummet på innergården." in beside
    assert "På gatan." in beside
    take_back(inside, by=communicator)
    assert "På gatan." not in page(signed_in(employee), reverse("policies:point", args=["say-who"]))


def test_markup_in_it_is_shown_and_not_run(client: Client, communicator: Member, answer: Answer):
    change_answer(
        answer, Words("<b>Var</b>?", "<script>alert(1)</script>", "say-who", public=True), by=communicator
    )
    for shown in (page(client), ask(client, "Var?"), page(client, "/press/sv/ask/answered")):
        assert "<script>alert" not in shown
        assert "<b>Var" not in shown


def test_the_public_rows_are_made_anew_from_what_was_decided(client: Client, answer: Answer):
    row = PublicAnswer.objects.values("public_id", "question", "text", "point", "since").get()
    PublicAnswer.objects.update(text="Något annat.")
    PublicAnswer.objects.create(public_id="stray", question="?", point="say-who", language="sv")
    public.rewrite()
    assert PublicAnswer.objects.values("public_id", "question", "text", "point", "since").get() == row


def test_nobody_s_name_and_no_number_of_ours_is_in_a_public_row(communicator: Member, answer: Answer):
    held = PublicAnswer.objects.values().get()
    assert set(held) == {"id", "public_id", "question", "text", "language", "point", "since", "written_at"}
    assert communicator.public_id not in map(str, held.values())
