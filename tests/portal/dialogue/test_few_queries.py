"""What the pages that everybody opens ask of the database: the same few things, however much there is to tell."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.asking.actions import Words, answer_question, send_question
from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals import actions as proposing
from vigor_portal.dialogue.proposals import deciding
from vigor_portal.dialogue.proposals.actions import Suggestion, propose
from vigor_portal.dialogue.threads import actions as talking
from vigor_portal.dialogue.threads.settling import Outcome, close
from vigor_portal.notices.models import Notice
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish
from vigor_portal.policies.once import once

pytestmark = pytest.mark.django_db
KEY = "no-sarcasm"


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


def tell_a_lot(reader: Member, by: Member) -> None:
    """One notice of each of many kinds, for a member who takes part in everything."""
    thread = talking.start_thread(KEY, "Gäller det memes?", by=reader)
    talking.reply(thread, "Ja.", by=by)
    close(thread, Outcome("unchanged", "Det står redan."), by=by)
    other = talking.start_thread(KEY, "Och emojier?", by=by)
    talking.call_in(other, reader, by=by)
    words = Suggestion(kind=Proposal.Kind.REMOVAL, key="last-word", language="sv", reason="Den behövs inte.")
    declined = propose(words, by=reader)
    proposing.comment(declined, "Jo.", by=by)
    deciding.decline(declined, "Vi behåller den.", by=by)
    question = send_question("Får jag?", "sv", by=reader, with_name=True)
    answer_question(question, Words("Får man?", "Ja."), by=by)


def test_the_page_of_notices_costs_the_same_for_one_of_each_kind_and_for_thirty(
    employee: Member,
    communicator: Member,
    signed_in: Callable[[Member], Client],
    django_assert_max_num_queries: Callable[..., Any],
):
    client = signed_in(employee)
    costs = []
    for rounds in (1, 4):
        for _ in range(rounds):
            tell_a_lot(employee, communicator)
        client.get("/notices/")
        with django_assert_max_num_queries(20) as counted:
            page = client.get("/notices/").content.decode()
        costs.append(len(counted))
    assert Notice.objects.filter(member=employee).count() == 30
    assert page.count("Gäller det memes") == 0
    assert page.count("ironin") >= 15  # each is worded, with the name of its point
    assert costs[0] == costs[1]


@pytest.mark.parametrize(("address", "most"), [("/policy/", 19), (f"/policy/{KEY}", 20), ("/notices/", 15)])
def test_what_is_in_force_is_read_once_for_a_page(
    address: str,
    most: int,
    employee: Member,
    signed_in: Callable[[Member], Client],
    django_assert_max_num_queries: Callable[..., Any],
):
    client = signed_in(employee)
    client.get(address)
    with django_assert_max_num_queries(most) as counted:
        assert client.get(address).status_code == 200
    asked = [query["sql"] for query in counted.captured_queries]
    assert len([sql for sql in asked if 'FROM "policies_version" ' in sql and "LIMIT 1" in sql]) == 1


def test_nothing_is_kept_from_one_look_to_the_next(
    employee: Member, communicator: Member, signed_in: Callable[[Member], Client]
):
    client = signed_in(employee)
    assert "fikarummet" in client.get("/policy/").content.decode()
    publish([SWEDISH.replace("fikarummet", "kafferummet"), ENGLISH], by=communicator, because="")
    assert "kafferummet" in client.get("/policy/").content.decode()


def test_outside_a_page_it_is_read_anew_each_time():
    found = iter((1, 2))
    assert [once("something", lambda: next(found)) for _ in range(2)] == [1, 2]
