"""What of the register is written for the public, and that nothing else is."""

from datetime import date

import pytest
from tests.portal.voices.conftest import MakeAccount, address

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account, Card, Keys, PublicAccount, PublicChange, RegisterStamp
from vigor_portal.voices.press.projection import rewrite_public_register, show
from vigor_portal.voices.register import actions

pytestmark = pytest.mark.django_db


def shown() -> dict[str, date | None]:
    """The address of every public row, and until when it was ours."""
    return dict(PublicAccount.objects.values_list("address_key", "until"))


def told() -> list[str]:
    return list(PublicChange.objects.order_by("pk").values_list("kind", flat=True))


def token() -> str:
    return RegisterStamp.objects.values_list("token", flat=True).first() or ""


@pytest.mark.parametrize("state", ["found", "approved", "registered"])
def test_an_account_that_was_never_verified_is_not_shown(make_account: MakeAccount, state: str) -> None:
    account = make_account(state=state, speaks_since=date(2020, 1, 1))
    show(account)
    assert (shown(), told(), token()) == ({}, [], "")


@pytest.mark.parametrize("state", ["verified", "in-use", "resting"])
def test_an_account_that_speaks_is_shown(make_account: MakeAccount, state: str) -> None:
    make_account(state=state)
    assert shown() == {"x:testbolaget": None}
    assert PublicAccount.objects.get().rests is (state == "resting")


@pytest.mark.parametrize("end", [actions.close, actions.hand_over_away])
def test_one_that_ended_says_until_when(make_account: MakeAccount, communicator: Member, end: object) -> None:
    account = make_account()
    end(account, by=communicator, on=date(2026, 5, 1))  # type: ignore[operator]
    assert shown() == {"x:testbolaget": date(2026, 5, 1)}
    assert told() == ["came", "ended"]


def test_one_that_was_found_and_closed_again_never_was_ours(
    make_account: MakeAccount, communicator: Member
) -> None:
    actions.close(make_account(state="found", speaks_since=date(2020, 1, 1)), by=communicator)
    assert (shown(), told()) == ({}, [])


def test_a_renamed_account_is_shown_at_both_addresses(
    make_account: MakeAccount, communicator: Member
) -> None:
    account = make_account()
    actions.rename(account, address("nya"), by=communicator)
    rows = shown()
    assert rows["x:nya"] is None
    assert rows["x:testbolaget"] is not None
    assert told() == ["came", "moved"]
    assert PublicAccount.objects.values("public_id").distinct().count() == 1


def test_an_address_belongs_to_whom_it_belongs_to_now(
    make_account: MakeAccount, communicator: Member
) -> None:
    first = make_account(name="Första")
    actions.rename(first, address("nya"), by=communicator)
    second = make_account(name="Andra", handle="testbolaget")
    row = PublicAccount.objects.get(address_key="x:testbolaget")
    assert (row.name, row.until) == ("Andra", None)
    # What is written of the first afterwards takes nothing from the second.
    actions.rest(Account.objects.get(pk=first.pk), by=communicator)
    assert PublicAccount.objects.get(address_key="x:testbolaget").name == "Andra"
    # When the second has moved on, too, it is the one who had it last.
    actions.close(Account.objects.get(pk=second.pk), by=communicator)
    row = PublicAccount.objects.get(address_key="x:testbolaget")
    assert (row.name, row.until is None) == ("Andra", False)


def test_an_account_that_is_taken_out_of_the_register_is_forgotten(make_account: MakeAccount) -> None:
    account = make_account()
    Account.objects.filter(pk=account.pk).update(state=Account.State.REGISTERED)
    account.steps.filter(state__in=Account.SPEAKING).delete()
    show(Account.objects.get(pk=account.pk))
    assert (shown(), told()) == ({}, [])


def test_what_the_public_doesnt_see_changes_nothing_public(
    make_account: MakeAccount, communicator: Member, employee: Member
) -> None:
    account = make_account()
    before = token()
    assert before
    actions.add_steward(account, employee, by=communicator)
    actions.save_card(account, actions.Identity(tone="Torrt och snällt"), by=communicator)
    assert token() == before
    actions.save_card(account, actions.Identity(sender="Här svarar kundservice"), by=communicator)
    assert token() != before


def test_nothing_internal_is_in_what_is_public(
    make_account: MakeAccount, communicator: Member, employee: Member
) -> None:
    account = make_account(
        purpose="Svar om leveranser", audience="inre: alla", topics=("inre ämne",), stewards=(employee,)
    )
    Card.objects.filter(account=account).update(
        tone="inre ton", does=["inre"], silent_on=["inre"], signature="/inre", sender="Här svarar vi"
    )
    Keys.objects.filter(account=account).update(kept_in="inre valv", agency="inre byrå")
    make_account(name="inre hittat", handle="hittat", state="found")
    show(account)
    rows = repr([*PublicAccount.objects.values(), *PublicChange.objects.values()])
    assert "Svar om leveranser" in rows
    assert "Här svarar vi" in rows
    assert "inre" not in rows
    assert employee.given_name not in rows
    assert str(employee.public_id) not in rows


def test_all_of_it_can_be_written_anew(make_account: MakeAccount, communicator: Member) -> None:
    actions.rename(make_account(), address("nya"), by=communicator)
    make_account(name="Hittat", handle="hittat", state="found")
    before = {row["address_key"]: {**row, "id": 0} for row in PublicAccount.objects.values()}
    PublicAccount.objects.filter(address_key="x:nya").delete()
    PublicAccount.objects.create(public_id="no-such-one", address_key="x:stray", network="x")
    assert "2" in rewrite_public_register()
    assert {row["address_key"]: {**row, "id": 0} for row in PublicAccount.objects.values()} == before
