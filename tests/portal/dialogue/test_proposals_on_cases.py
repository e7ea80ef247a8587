"""A case that could be told better: its name, what happened and the ways to act, as the policy's text has them."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.proposals.queries import standing, today
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish
from vigor_portal.policies.drafting import publish_draft
from vigor_portal.policies.models import Credit, Draft, DraftText

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
KEY = "angry-customer"
FORM = f"/proposals/new/{KEY}/"


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


def as_it_reads() -> str:
    found = today(KEY, "sv")
    assert found is not None
    return found.words(Proposal.Kind.WORDING)


def better() -> str:
    words = as_it_reads().replace("Kunden skriker med versaler.", "Kunden skriker på mejl.")
    assert words != as_it_reads()
    return words


def send(client: Client, words: str, **more: str) -> object:
    return client.post(FORM, {"kind": "wording", "wording": words, "reason": "Så var det.", **more})


def test_the_form_comes_with_the_whole_case(signed_in: SignIn, employee: Member):
    page = signed_in(employee).get(FORM).content.decode()
    assert "En arg kund\n\nKunden skriker med versaler." in page
    assert 'aria-current="page">En ny lydelse' in page or 'kind=wording" aria-current="page"' in page


def test_it_is_suggested_shown_taken_over_and_credited(
    signed_in: SignIn, employee: Member, communicator: Member
):
    client = signed_in(employee)
    answer = send(client, better())
    assert answer.status_code == 302, answer.content.decode()
    one = Proposal.objects.get()
    page = client.get(answer.headers["Location"]).content.decode()
    assert "<del>" in page
    assert "<ins>" in page
    client = signed_in(communicator)
    now = standing(one)
    words = {f"wording_{code}": each for code, each in now.wordings.items()}
    took = client.post(
        f"/proposals/{one.public_id}/take-over/", {**words, "wording_sv": one.wording, "token": now.token}
    )
    assert took.status_code == 302, took.content.decode()
    source = DraftText.objects.get(language="sv").source
    assert source == DraftText.objects.get(language="sv").source.replace("med versaler", "på mejl")
    assert "Kunden skriker på mejl." in source
    assert f"### En arg kund {{#{KEY}" in source
    publish_draft(Draft.objects.get(), by=communicator, because="Nytt")
    one.refresh_from_db()
    assert one.state == "published"
    assert Credit.objects.filter(key=KEY, member=employee).exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("En arg kund", "behöver ett namn"),
        ("En arg kund\n\nKunden ropar.\n\n## En rubrik\n\nMer.", "mer än ett fall"),
        ("En arg kund\n\nKunden ropar. <!-- hemligt -->", "ingen skulle se"),
        ("En arg kund\n\n" + "x" * 5000, "5"),
    ],
)
def test_what_is_no_single_case_comes_back_with_the_words(
    words: str, says: str, signed_in: SignIn, employee: Member
):
    answer = send(signed_in(employee), words)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Proposal.objects.exists()


def test_a_case_as_it_reads_is_nothing_new(signed_in: SignIn, employee: Member):
    assert "ändra något i det" in send(signed_in(employee), as_it_reads()).content.decode().lower()


def test_that_it_goes_can_still_be_suggested(signed_in: SignIn, employee: Member):
    client = signed_in(employee)
    assert client.post(FORM, {"kind": "removal", "reason": "Det händer aldrig."}).status_code == 302
    assert Proposal.objects.get().about == "En arg kund"
