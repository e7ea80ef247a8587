"""The pages about proposals: what they say, and what they do with bad input."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.dialogue.models import Proposal, TrialNote
from vigor_portal.dialogue.proposals import actions, queries
from vigor_portal.dialogue.proposals.actions import Suggestion
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish
from vigor_portal.policies.models import DraftText

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
MakeMember = Callable[..., Member]
BETTER = "Vi sparar ironin till fikarummet."
TRIAL = SWEDISH.replace("{#last-word ", "{#last-word trial-until=2030-01-01 ")


@pytest.fixture(autouse=True)
def policy(organisation: Organisation) -> None:
    publish({"sv": TRIAL, "en": ENGLISH}, by=None, because="", checked=True)


@pytest.fixture
def proposal(employee: Member) -> Proposal:
    words = {"wording": BETTER, "reason": "Lättare att minnas."}
    return actions.propose(
        Suggestion(kind=Proposal.Kind.WORDING, key="no-sarcasm", language="sv", **words), by=employee
    )


def page(proposal: Proposal, view: str = "proposal", **arguments: str) -> str:
    return reverse(f"proposals:{view}", kwargs={"public_id": proposal.public_id, **arguments})


FORM = "/proposals/new/no-sarcasm/"


def send(client: Client, url: str = FORM, **fields: str) -> HttpResponse:
    return client.post(url, {"kind": "wording", "wording": BETTER, "reason": "Så.", **fields})


def test_the_form_comes_prefilled_with_how_it_reads_today(signed_in: SignIn, employee: Member):
    shown = signed_in(employee).get(FORM).content.decode()
    assert "Vi lämnar ironin hemma i fikarummet.</textarea>" in shown


def test_it_can_be_suggested_supported_and_talked_about(
    signed_in: SignIn, employee: Member, communicator: Member
):
    assert send(signed_in(employee)).status_code == 302
    one = Proposal.objects.get()
    client = signed_in(communicator)
    assert "<ins>" in client.get(page(one)).content.decode()
    client.post(page(one, "step", name="support"))
    client.post(page(one, "comment"), {"text": "<script>alert(1)</script> **bra**"})
    shown = client.get(page(one)).content.decode()
    assert "<strong>bra</strong>" in shown
    assert "<script>alert" not in shown


@pytest.mark.parametrize(
    ("wording", "says"),
    [
        ("", "Här står inget än"),
        ("x" * 50_000, "50000"),
        ("Vi lämnar ironin hemma i fikarummet.", "ändra något i det"),
        ("## En rubrik\n\nVi gör så.", "mer än en riktlinje"),
        ("- Vi gör så.\n- Vi gör si.", "mer än en riktlinje"),
        ("Vi gör så. {#nyckel force=must}", "klamrar"),
        ("Vi gör så. <!-- hemligt -->", "ingen skulle se"),
    ],
)
def test_what_is_no_single_guideline_comes_back_with_a_message(
    wording: str, says: str, signed_in: SignIn, employee: Member
):
    response = send(signed_in(employee), wording=wording)
    assert response.status_code == 422
    shown = response.content.decode()
    assert says.lower() in shown.lower()
    assert wording.replace("<", "&lt;").replace(">", "&gt;")[:400] in shown
    assert not Proposal.objects.exists()


def test_markup_in_a_wording_is_shown_as_it_was_typed(signed_in: SignIn, employee: Member):
    send(signed_in(employee), wording="Vi <script>alert(1)</script> skojar.")
    assert "<script>alert" not in signed_in(employee).get(page(Proposal.objects.get())).content.decode()


def test_the_difference_is_shown_with_and_without_scripts_and_nothing_is_saved(
    signed_in: SignIn, employee: Member
):
    client = signed_in(employee)
    data = {"kind": "wording", "wording": BETTER, "reason": "", "show": "1"}
    part = client.post(FORM, data, headers={"HX-Request": "true"}).content.decode()
    whole = client.post(FORM, data).content.decode()
    assert "<ins>" in part
    assert "<html" not in part
    assert "<ins>" in whole
    assert f"{BETTER}</textarea>" in whole
    assert (
        "too"
        not in client.post(
            FORM, {**data, "wording": "a " * 30_000}, headers={"HX-Request": "true"}
        ).content.decode()
    )
    assert not Proposal.objects.exists()


def test_a_point_that_went_while_somebody_wrote_gives_the_words_back(signed_in: SignIn, employee: Member):
    texts = {"sv": without(TRIAL, "last-word"), "en": without(ENGLISH, "last-word")}
    publish(texts, by=None, because="", checked=True)
    response = send(signed_in(employee), "/proposals/new/last-word/")
    assert response.status_code == 410
    assert BETTER in response.content.decode()
    assert signed_in(employee).get("/proposals/new/never-was/").status_code == 404


def test_communications_takes_it_over_in_one_press(
    signed_in: SignIn, communicator: Member, proposal: Proposal
):
    client = signed_in(communicator)
    now = queries.standing(proposal)
    data = {"token": now.token, "wording_sv": BETTER, "wording_en": now.wordings["en"]}
    assert client.post(page(proposal, "take-over"), data).status_code == 302
    assert BETTER in DraftText.objects.get(language="sv").source
    late = client.post(page(proposal, "take-over"), data)
    assert late.status_code == 409
    assert "hann före" in late.content.decode()


def test_both_languages_are_shown_to_change_first_and_the_other_is_marked_as_older(
    signed_in: SignIn, communicator: Member, proposal: Proposal
):
    shown = signed_in(communicator).get(page(proposal, "take-over")).content.decode()
    assert f"{BETTER}</textarea>" in shown
    assert "We leave irony at the coffee machine.</textarea>" in shown
    assert "äldre än förslaget" in shown


def test_words_that_cannot_be_one_guideline_stay_in_the_form(
    signed_in: SignIn, communicator: Member, proposal: Proposal
):
    token = queries.standing(proposal).token
    data = {"token": token, "wording_sv": "## Rubrik", "wording_en": ""}
    response = signed_in(communicator).post(page(proposal, "take-over"), data)
    assert response.status_code == 422
    assert "## Rubrik</textarea>" in response.content.decode()


def test_when_the_text_has_changed_the_new_words_are_shown_and_must_be_confirmed(
    signed_in: SignIn, communicator: Member, proposal: Proposal
):
    token = queries.standing(proposal).token
    changed = TRIAL.replace("Vi lämnar ironin hemma i fikarummet.", "Vi är raka mot alla.")
    publish({"sv": changed}, by=None, because="")
    client = signed_in(communicator)
    assert "lyder annorlunda nu" in client.get(page(proposal)).content.decode()
    data = {"token": token, "wording_sv": BETTER, "wording_en": "We leave irony at the coffee machine."}
    response = client.post(page(proposal, "take-over"), data)
    assert response.status_code == 409
    assert 'name="confirmed"' in response.content.decode()
    fresh = {**data, "token": queries.standing(proposal).token, "confirmed": "on"}
    assert client.post(page(proposal, "take-over"), fresh).status_code == 302


def test_a_no_needs_a_reason_and_reaches_the_page(
    signed_in: SignIn, communicator: Member, proposal: Proposal
):
    client = signed_in(communicator)
    assert client.post(page(proposal, "decline"), {"answer": " "}).status_code == 422
    client.post(page(proposal, "decline"), {"answer": "Det *räcker* som det är."})
    assert "<em>räcker</em>" in client.get(page(proposal)).content.decode()
    assert client.post(page(proposal, "step", name="support")).status_code == 409


def test_the_list_names_no_supporters_and_asks_the_same_however_many_there_are(
    signed_in: SignIn, employee: Member, communicator: Member, proposal: Proposal, make_member: MakeMember
):
    client = signed_in(communicator)
    with CaptureQueriesContext(connection) as one:
        client.get("/proposals/")
    for name in ("Bosse", "Cissi"):
        actions.support(proposal, by=make_member(name))
    for number in range(8):
        words = {"wording": f"Vi gör {number}.", "reason": "Så."}
        actions.propose(
            Suggestion(kind=Proposal.Kind.WORDING, key="last-word", language="sv", **words), by=employee
        )
    with CaptureQueriesContext(connection) as many:
        shown = client.get("/proposals/").content.decode()
    assert len(many) == len(one)
    assert "Bosse" not in shown + client.get(page(proposal)).content.decode()


def test_the_margin_has_one_quiet_link_and_what_is_suggested_already(
    signed_in: SignIn, employee: Member, proposal: Proposal
):
    shown = signed_in(employee).get("/policy/").content.decode()
    assert "/proposals/new/respect/" in shown
    assert "/proposals/?point=no-sarcasm" in shown
    assert "/proposals/new/no-sarcasm/" in signed_in(employee).get("/policy/no-sarcasm").content.decode()


def test_what_was_seen_on_trial_is_written_shown_and_taken_back(
    signed_in: SignIn, employee: Member, communicator: Member
):
    client = signed_in(employee)
    client.post("/proposals/trial/last-word/", {"text": "Tråden dog **fint**."})
    assert "<strong>fint</strong>" in client.get("/proposals/trial/last-word/").content.decode()
    assert client.post("/proposals/trial/last-word/", {"text": ""}).status_code == 422
    assert client.get("/proposals/trial/no-sarcasm/").status_code == 404
    note = TrialNote.objects.get()
    remove = reverse("proposals:remove-trial-note", kwargs={"public_id": note.public_id})
    assert signed_in(communicator).post(remove).status_code == 403
    assert signed_in(employee).post(remove).status_code == 302
    assert not TrialNote.objects.exists()
