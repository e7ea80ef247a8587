"""What communications answers while a story comes to pass: to everybody in both tellings, and inside in the one that has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest.mock import patch

import time_machine

from vigor_portal.asking import actions
from vigor_portal.asking.actions import StaysInside, Words, answer_question, change_answer, send_question
from vigor_portal.asking.models import Answer
from vigor_portal.people.models import Grant, Member, Role

JOKES = Words("Får vi skoja?", "Ja, med dem som skojar med oss.", "no-sarcasm", public=True)
IN_ENGLISH = Words("Do you joke with people?", "Yes, when they joke with us.", "no-sarcasm", public=True)
SIGNED = Words("Vem skriver under?", "Den som skrev.", "names", public=True)
SAYS_IT_ALL = Words("Hur snabbt svarar ni?", "", "answer", public=True)
# What those who ask in the press room try: the last two are answered inside only.
ASKED = (
    "Får vi skoja?",
    "Do you joke with people?",
    "Vem skriver under?",
    "Vem känner till kvasten?",
    "hemlis",
)


def tell_answers(number: int, day: datetime, *, inside: bool) -> None:
    """What is answered on the day of a publishing, after it; with what only colleagues see, if the telling has that."""
    with time_machine.travel(day, tick=False):
        if number == 1:
            _answer("jokes", JOKES, "sv")
            _answer("in-english", IN_ENGLISH, "en")
            _answer("signed", SIGNED, "sv")
            _answer("says-it-all", SAYS_IT_ALL, "sv")
        if number == 3:
            change_answer(_held("jokes"), JOKES, by=_communicator())
        if inside:
            _answer_inside(number)


def _answer_inside(number: int) -> None:
    by = _communicator()
    if number == 1:
        _answer(
            "rumours",
            Words("Vem känner till kvasten?", "Kvastfening är en hemlis.", "hemlis-rumours"),
            "sv",
        )
        _answer("beside", Words("Får vi skoja om hemlis?", "Hemlis.", "no-sarcasm"), "sv")
        for public_id, point in (("rumours", "hemlis-rumours"), ("beside", "")):
            with _refused():
                change_answer(_held(public_id), Words("Hemlis?", "Kvastfening.", point, public=True), by=by)
    if number in (2, 4):
        # The same words once more, by somebody on another day: no event to the public.
        change_answer(_held("jokes"), JOKES, by=by)
        actions.let_out(_held("in-english"), by=by)
    if number == 6:
        change_answer(_held("signed"), Words("Hemlis?", "Säger Kvastfening.", "names"), by=by)
        with _refused():
            actions.let_out(_held("signed"), by=by)
    if number == 7:
        actions.take_back(_held("rumours"), by=by)
        change_answer(_held("says-it-all"), Words("Hur snabbt?", "Hemlis.", ""), by=by)


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except StaysInside:
        return
    raise AssertionError("what is internal went out")


def _answer(public_id: str, words: Words, language: str) -> None:
    """With an id of its own choosing, so that two tellings can be compared."""
    by = _communicator()
    with patch("vigor_portal.asking.models.secrets.token_urlsafe", return_value=public_id):
        question = send_question(words.question, language, by=by)
        answer_question(question, words, by=by)


def _held(public_id: str) -> Answer:
    return Answer.objects.get(public_id=public_id)


def _communicator() -> Member:
    found = Member.objects.filter(email="kim@answers.example").first()
    if found is None:
        found = Member.objects.create_user("kim@answers.example", given_name="Kim")
        Grant.objects.create(member=found, role=Role.COMMUNICATIONS)
    return found
