""" "I answer as …": an account's card beside the post, and its values around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from tests.portal.conftest import MakeMember

from vigor.check import Context
from vigor.networks import Address, recognise
from vigor_portal.checking.answering_as import accounts_of, choice, filled
from vigor_portal.checking.forms import BoxForm
from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account
from vigor_portal.voices.register import actions

pytestmark = pytest.mark.django_db
SignIn = Callable[[Member], Client]
POST = "Vi öppnar en butik i Umeå på lördag. Välkomna!"


@pytest.fixture
def held(employee: Member, communicator: Member) -> Account:
    address = recognise("https://x.com/testbolaget")
    assert isinstance(address, Address)
    account = actions.find(
        actions.Found(name="Testbolaget", address=address, stewards=(employee,)), by=communicator
    )
    said = actions.Identity(
        sender="Här svarar kundservice", signature="/Elsa", does=("Hoppsan!",), silent_on=("politik",)
    )
    actions.save_card(account, said, by=employee)
    return account


def test_choosing_it_fills_in_what_is_known_and_shows_its_card(
    here: Client, employee: Member, held: Account
) -> None:
    page = here.post(reverse("checking:box"), {"text": POST, "layer": choice(held)}).content.decode()
    assert 'value="Här svarar kundservice"' in page
    assert 'value="/Elsa"' in page
    assert '<option value="x" selected>' in page
    assert "Hoppsan!" in page
    assert "politik" in page
    # The playbooks of the policy stand on the same screen, and what was written does.
    assert "När någon är missnöjd" in page
    assert POST in page


def test_its_part_of_the_page_is_asked_for_without_the_post(here: Client, held: Account) -> None:
    part = here.post(
        reverse("checking:answer-as"), {"layer": choice(held)}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Hoppsan!" in part
    assert "<form" not in part


def test_without_scripts_the_page_comes_back_with_what_was_written(here: Client, held: Account) -> None:
    page = here.post(reverse("checking:answer-as"), {"layer": choice(held), "text": POST}).content.decode()
    assert POST in page
    assert "Hoppsan!" in page
    assert "<mark" not in page


def test_the_checks_are_told_who_speaks(employee: Member, held: Account) -> None:
    form = _form({"text": POST, "layer": choice(held)}, employee)
    context = Context(**form.told())
    assert (context.layer, context.account_sender, context.signature, context.platform) == (
        "logo",
        "Här svarar kundservice",
        "/Elsa",
        "x",
    )
    assert (context.tone, context.avoids) == (("Hoppsan!",), ("politik",))


def test_what_the_card_does_not_comment_on_is_told_beside_the_post(here: Client, held: Account) -> None:
    def told(**sent: str) -> str:
        data = {"text": "Skattepolitiken är en soppa. /Elsa", "taken_as": "post", **sent}
        return here.post(reverse("checking:box"), data).content.decode()

    page = told(layer=choice(held))
    assert "Det här tar upp något som vi inte kommenterar" in page
    assert "<q>Skattepolitiken</q>" in page
    assert reverse("voices:work", args=[held.public_id]) in page
    assert "tar upp något" not in told(layer="logo")
    assert "tar upp något" not in told(layer="employee")
    assert "tar upp något" not in told(layer=choice(held), text="Politik kommenterar vi inte här. /Elsa")


def test_what_is_changed_by_hand_stays_for_as_long_as_the_account_does(
    employee: Member, held: Account
) -> None:
    mine = {"text": POST, "layer": choice(held), "as_was": choice(held), "signature": "/E"}
    assert _form(mine, employee).told()["signature"] == "/E"
    left = Context(**_form(mine | {"layer": "employee"}, employee).told())
    assert (left.layer, left.signature, left.account_sender) == ("employee", "", "")


def test_an_account_of_somebody_else_is_no_choice(
    signed_in: SignIn, make_member: MakeMember, held: Account, policy: None
) -> None:
    bo = make_member("Bo")
    page = signed_in(bo).get(reverse("checking:box"), {"as": held.public_id}).content.decode()
    assert "Hoppsan!" not in page
    assert choice(held) not in page
    assert not _form({"text": POST, "layer": choice(held)}, bo).is_valid()


def test_the_accounts_page_leads_here_with_it_chosen(here: Client, held: Account) -> None:
    page = here.get(reverse("checking:box"), {"as": held.public_id}).content.decode()
    assert f'<option value="{choice(held)}" selected>' in page
    assert "Hoppsan!" in page


def _form(data: dict[str, str], member: Member) -> BoxForm:
    sent = QueryDict(mutable=True)
    sent.update(data)
    accounts = accounts_of(member)
    form = BoxForm(filled(sent, accounts), held=accounts)
    form.is_valid()
    return form
