"""That somebody would like to take part: what is shared, what is agreed on, and who confirms it."""

from collections.abc import Callable

import pytest
from django.test import Client

from vigor.networks import Address, recognise
from vigor_portal.notices.models import Notice
from vigor_portal.people.actions import deactivate
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Offer
from vigor_portal.voices.offers import actions, queries
from vigor_portal.voices.offers.actions import Wishes
from vigor_portal.voices.profiles import actions as profiles

SignedIn = Callable[[Member], Client]
WISHES = Wishes(("lagning", "ull"), "någon att fråga", True, False, False)


@pytest.fixture
def elsa(organisation: Organisation, make_member: Callable[..., Member]) -> Member:
    return make_member("Elsa")


@pytest.fixture
def boss(make_member: Callable[..., Member]) -> Member:
    return make_member("Bo")


@pytest.fixture
def offer(elsa: Member) -> Offer:
    return actions.save(WISHES, by=elsa)


def told(member: Member) -> list[str]:
    return list(Notice.objects.filter(member=member).values_list("kind", flat=True))


def test_what_isnt_offered_is_seen_by_nobody(offer: Offer, communicator: Member, signed_in: SignedIn) -> None:
    client = signed_in(communicator)
    assert "Elsa" not in client.get("/voices/offers/").text
    assert client.get(f"/voices/offers/{offer.public_id}/").status_code == 404
    with pytest.raises(NotAllowed):
        actions.suggest(offer, "", 4, by=communicator)


def test_communications_sees_what_was_shared_and_nothing_else(
    offer: Offer, elsa: Member, communicator: Member, signed_in: SignedIn
) -> None:
    address = recognise("@elsa@social.example")
    assert isinstance(address, Address)
    profiles.enter(address, by=elsa)
    actions.make(offer, by=elsa)
    page = signed_in(communicator).get(f"/voices/offers/{offer.public_id}/").text
    assert "lagning" in page
    assert "någon att fråga" not in page
    assert "social.example" not in page
    actions.save(Wishes(("ull",), "", False, True, True), by=elsa)
    page = signed_in(communicator).get(f"/voices/offers/{offer.public_id}/").text
    assert "social.example" in page
    assert "lagning" not in page


def test_hours_are_suggested_agreed_on_and_confirmed(
    offer: Offer, elsa: Member, boss: Member, communicator: Member, signed_in: SignedIn
) -> None:
    assert signed_in(elsa).post("/voices/offer/", {"topics": "ull", "offer": "1"}).status_code == 302
    assert told(communicator) == ["offer.made"]
    client = signed_in(communicator)
    client.post(f"/voices/offers/{offer.public_id}/suggest", {"training": "Filma med mobilen", "hours": "4"})
    assert told(elsa) == ["offer.suggested"]
    assert "4 tim i månaden" in signed_in(elsa).get("/voices/offer/").text
    signed_in(elsa).post("/voices/offer/agree", {"manager": "bo@test.example"})
    assert told(boss) == ["offer.to-confirm"]
    assert [thing.owner for thing in queries.open_things(boss)] == [boss]
    page = signed_in(boss).get(f"/voices/offers/{offer.public_id}/").text
    assert "Filma med mobilen" in page
    assert "ull" not in page.partition("<main")[2].partition("</main>")[0].replace("full", "").lower().split()
    assert signed_in(boss).post(f"/voices/offers/{offer.public_id}/confirm").status_code == 302
    offer.refresh_from_db()
    assert (offer.state, offer.hours, offer.manager) == ("confirmed", 4, boss)
    assert list(queries.open_things(None)) == []


def test_another_suggestion_is_agreed_on_anew(
    offer: Offer, elsa: Member, boss: Member, communicator: Member
) -> None:
    actions.make(offer, by=elsa)
    actions.suggest(queries.mine(elsa), "", 4, by=communicator)
    actions.agree(queries.mine(elsa), boss, by=elsa)
    waiting = queries.mine(elsa)
    actions.suggest(waiting, "", 8, by=communicator)
    with pytest.raises(actions.NotNow):
        actions.confirm(waiting, by=boss)
    assert queries.mine(elsa).manager is None


def test_only_the_named_manager_confirms(
    offer: Offer, elsa: Member, boss: Member, communicator: Member, administrator: Member, signed_in: SignedIn
) -> None:
    actions.make(offer, by=elsa)
    actions.suggest(queries.mine(elsa), "", 4, by=communicator)
    actions.agree(queries.mine(elsa), boss, by=elsa)
    for other in (elsa, communicator, administrator):
        with pytest.raises(NotAllowed):
            actions.confirm(queries.mine(elsa), by=other)
    assert signed_in(administrator).get(f"/voices/offers/{offer.public_id}/").status_code == 403
    assert signed_in(administrator).get("/voices/offers/").status_code == 403


def test_ended_it_is_its_writers_alone(
    offer: Offer, elsa: Member, boss: Member, communicator: Member, signed_in: SignedIn
) -> None:
    actions.make(offer, by=elsa)
    actions.suggest(queries.mine(elsa), "Film", 4, by=communicator)
    actions.agree(queries.mine(elsa), boss, by=elsa)
    actions.end(queries.mine(elsa), by=elsa)
    found = queries.mine(elsa)
    assert (found.state, found.hours, found.training, found.manager) == ("own", None, "", None)
    assert found.topics == ["lagning", "ull"]
    assert "Elsa" not in signed_in(communicator).get("/voices/offers/").text
    assert "offer.ended" in told(boss)


def test_a_manager_who_leaves_is_replaced_by_another(
    offer: Offer, elsa: Member, boss: Member, communicator: Member, administrator: Member
) -> None:
    actions.make(offer, by=elsa)
    actions.suggest(queries.mine(elsa), "", 4, by=communicator)
    actions.agree(queries.mine(elsa), boss, by=elsa)
    deactivate(boss, by=administrator)
    assert (queries.mine(elsa).state, queries.mine(elsa).manager) == ("suggested", None)
    deactivate(elsa, by=administrator)
    assert not Offer.objects.exists()


def test_what_is_wrong_in_a_form_comes_back_filled_in(
    offer: Offer, elsa: Member, communicator: Member, signed_in: SignedIn
) -> None:
    actions.make(offer, by=elsa)
    page = signed_in(communicator).post(
        f"/voices/offers/{offer.public_id}/suggest", {"training": "Film", "hours": "900"}
    )
    assert page.status_code == 422
    assert 'value="Film"' in page.text
    actions.suggest(queries.mine(elsa), "", 4, by=communicator)
    page = signed_in(elsa).post("/voices/offer/agree", {"manager": "elsa@test.example"})
    assert page.status_code == 422
    assert "Någon annan än du själv." in page.text
