"""Two in communications at the same question or answer, on two connections: nobody's words go without a word."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from django.test import Client
from tests.portal.racing import race

from vigor_portal.asking import actions
from vigor_portal.asking.actions import Words, answer_question, make_case, send_question
from vigor_portal.asking.models import Answer, PublicAnswer, Question
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Member, Organisation, Role
from vigor_portal.policies.actions import publish
from vigor_portal.policies.models import DraftText

POLICY = """---
policy: social-media
title: Så gör vi
language: sv
---

## Vi visar vilka vi är {#open}

Förtroende kommer av att folk kan kontrollera det vi säger.

- Vi säger att vi jobbar här när vi pratar om det vi säljer. {#say-who}
"""
pytestmark = pytest.mark.django_db(transaction=True)
MakeMember = Callable[..., Member]


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([POLICY], by=None, because="")


@pytest.fixture
def question(employee: Member) -> Question:
    return send_question("Var ställer jag cykeln?", "sv", by=employee)


@pytest.fixture
def two(communicator: Member, make_member: MakeMember) -> list[Client]:
    clients = [Client(), Client()]
    for client, member in zip(clients, (communicator, make_member("Siv", Role.COMMUNICATIONS)), strict=True):
        client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    return clients


WORDS = ["I cykelrummet på innergården.", "Vid lastbryggan."]


def test_two_answer_the_same_question(question: Question, two: list[Client]):
    address = f"/ask/gaps/{question.public_id}/"
    form = {"question": "Var ställer vi cyklarna?", "point": "say-who"}
    answers = race(
        *(
            partial(client.post, address, {**form, "answer": text})
            for client, text in zip(two, WORDS, strict=True)
        )
    )
    first = next(number for number, each in enumerate(answers) if each.status_code == 302)
    page = answers[1 - first].content.decode()
    assert WORDS[1 - first] in page
    assert WORDS[first] in page
    assert "Dina ord" in page
    assert Answer.objects.get().text == WORDS[first]


def test_one_answers_while_the_other_sets_it_aside(question: Question, two: list[Client]):
    form = {"question": "Var ställer vi cyklarna?", "answer": WORDS[0], "point": ""}
    answered, aside = race(
        partial(two[0].post, f"/ask/gaps/{question.public_id}/", form),
        partial(two[1].post, f"/ask/gaps/{question.public_id}/set-aside/"),
    )
    question.refresh_from_db()
    assert aside.status_code == 302
    assert question.state == ("answered" if answered.status_code == 302 else "set-aside")
    if answered.status_code != 302:
        assert WORDS[0] in answered.content.decode()


def test_two_change_the_same_answer(question: Question, two: list[Client], communicator: Member):
    answer = answer_question(question, Words("Var?", "Där.", ""), by=communicator)
    address = f"/ask/answered/{answer.public_id}/change/"
    seen = Answer.objects.get().edition
    answers = race(
        *(
            partial(client.post, address, {"question": "Var?", "answer": text, "seen": seen})
            for client, text in zip(two, WORDS, strict=True)
        )
    )
    first = next(number for number, each in enumerate(answers) if each.status_code == 302)
    late = answers[1 - first]
    page = late.content.decode()
    assert late.status_code == 409
    assert WORDS[1 - first] in page
    assert WORDS[first] in page
    assert Answer.objects.get().text == WORDS[first]
    now = re.search(r'name="seen" value="([^"]+)"', page)
    assert now is not None
    again = {"question": "Var?", "answer": WORDS[1 - first], "seen": now.group(1)}
    assert two[1 - first].post(address, again).status_code == 302
    assert Answer.objects.get().text == WORDS[1 - first]


def test_of_two_who_take_a_question_the_first_keeps_it_and_the_second_hears_who_has_it(
    question: Question, two: list[Client], communicator: Member
):
    address = f"/ask/gaps/{question.public_id}/take-on/"
    race(*(partial(client.post, address, {"over": ""}) for client in two))
    question.refresh_from_db()
    assert question.owner is not None
    assert Entry.objects.filter(kind="asking.taken-on").count() == 1
    late = two[0] if question.owner != communicator else two[1]
    page = late.get(f"/ask/gaps/{question.public_id}/").content.decode()
    assert f"{question.owner.name} hann före och har den nu" in page
    assert "Jag tar över" in page
    late.post(address, {"over": question.owner.public_id})
    first = question.owner
    question.refresh_from_db()
    assert question.owner != first


def test_an_answer_goes_out_while_its_point_becomes_internal(
    question: Question, two: list[Client], communicator: Member
):
    answer = answer_question(question, Words("Var?", "Där.", "say-who"), by=communicator)
    inside = POLICY.replace("{#say-who}", "{#say-who audience=internal}")
    race(
        partial(two[0].post, f"/ask/answered/{answer.public_id}/let-out/"),
        partial(publish, [inside], by=None, because=""),
    )
    answer.refresh_from_db()
    assert not answer.public
    assert not PublicAnswer.objects.exists()
    assert "Där." not in Client().get("/press/sv/open").content.decode()
    assert Client().get("/press/sv/say-who").status_code == 410


def test_two_answers_become_two_cases(question: Question, communicator: Member, employee: Member):
    first = answer_question(question, Words("Var?", "Där.", "say-who"), by=communicator)
    other = answer_question(
        send_question("När?", "sv", by=employee), Words("Var?", "Då.", "say-who"), by=communicator
    )
    keys = race(*(partial(make_case, each, by=communicator) for each in (first, other)))
    source = DraftText.objects.get(language="sv").source
    assert sorted(keys) == ["var", "var-2"]
    assert "Där." in source
    assert "Då." in source


def test_a_member_who_reads_in_two_tabs_loses_no_answer(
    question: Question, communicator: Member, employee: Member
):
    answer_question(question, Words("Var?", "Där.", ""), by=communicator)
    ends = race(*(partial(actions.mark_read, employee, Question.objects.all()) for _ in range(2)))
    assert ends == [None, None]
    assert Question.objects.get().answer is not None
