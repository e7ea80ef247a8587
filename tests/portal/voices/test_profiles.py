"""Profiles: an employee's own where they turned it on, and those of the accounts in our name."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import IntegrityError, transaction
from django.test import Client
from tests.portal.jobs.test_jobs import work_off
from tests.portal.voices.conftest import MakeAccount

from vigor.fetch import Refused
from vigor.networks import Address, recognise
from vigor.networks.profiles import Link, NotRead, Profile
from vigor_portal.log.models import Entry
from vigor_portal.notices.models import Notice
from vigor_portal.people.actions import deactivate, forget
from vigor_portal.people.models import Member, Organisation
from vigor_portal.people.permissions import NotAllowed
from vigor_portal.voices.models import Account, AccountProfile, Card, OwnProfile
from vigor_portal.voices.profiles import actions, jobs, queries
from vigor_portal.voices.profiles.judging import judge_employee, judge_logo

SignedIn = Callable[[Member], Client]
ANNA = Profile("https://social.example/@elsa", "Elsa", "Vävare på Testbolaget. Hemlig hobby: garn.")


class Elsewhere:
    """What stands on profiles elsewhere: set `answer` to a Profile or a Refused."""

    def __init__(self) -> None:
        self.answer: Profile | Refused = ANNA
        self.looked: list[str] = []

    def look(self, address: Address) -> Profile:
        self.looked.append(address.url)
        if isinstance(self.answer, Refused):
            raise self.answer
        return self.answer


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    made = Elsewhere()
    monkeypatch.setattr(jobs, "look", made.look)
    return made


@pytest.fixture
def elsa(organisation: Organisation, make_member: Callable[..., Member]) -> Member:
    return make_member("Elsa", title="Vävare")


@pytest.fixture
def own(elsa: Member) -> OwnProfile:
    return enter("@elsa@social.example", elsa)


def enter(text: str, by: Member) -> OwnProfile:
    address = recognise(text)
    assert isinstance(address, Address)
    return actions.enter(address, by=by)


def fresh(own: OwnProfile) -> OwnProfile:
    return OwnProfile.objects.get(pk=own.pk)


def test_nothing_is_fetched_before_it_is_turned_on(own: OwnProfile, elsewhere: Elsewhere) -> None:
    jobs.read_own(own.pk)
    jobs.read_all()
    work_off()
    assert elsewhere.looked == []


def test_two_answers_are_kept_and_nothing_of_the_text(
    own: OwnProfile, elsa: Member, elsewhere: Elsewhere
) -> None:
    actions.turn_on(own, by=elsa)
    work_off()
    found = fresh(own)
    assert (found.names_employer, found.names_title, found.trouble) == (True, True, "")
    assert "garn" not in str(OwnProfile.objects.filter(pk=own.pk).values())


def test_turned_off_it_is_gone_and_the_database_holds_us_to_it(
    own: OwnProfile, elsa: Member, elsewhere: Elsewhere
) -> None:
    actions.turn_on(own, by=elsa)
    work_off()
    actions.turn_off(fresh(own), by=elsa)
    found = fresh(own)
    assert (found.names_employer, found.names_title, found.read_at, found.asked_at) == (None,) * 4
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnProfile.objects.filter(pk=own.pk).update(names_title=True)


def test_what_comes_after_it_was_turned_off_isnt_kept(
    own: OwnProfile, elsa: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turned_off_meanwhile(address: Address) -> Profile:
        actions.turn_off(fresh(own), by=elsa)
        return ANNA

    monkeypatch.setattr(jobs, "look", turned_off_meanwhile)
    actions.turn_on(own, by=elsa)
    work_off()
    assert fresh(own).names_employer is None


def test_only_they_may(own: OwnProfile, communicator: Member, administrator: Member) -> None:
    for other in (communicator, administrator):
        for act in (actions.turn_on, actions.turn_off, actions.read_again, actions.take_back):
            with pytest.raises(NotAllowed):
                act(own, by=other)


def test_only_they_see_it(
    own: OwnProfile, elsa: Member, communicator: Member, signed_in: SignedIn, elsewhere: Elsewhere
) -> None:
    actions.turn_on(own, by=elsa)
    work_off()
    theirs = signed_in(communicator)
    assert "elsa@social.example" not in theirs.get("/voices/mine/").text
    assert theirs.post(f"/voices/mine/{own.pk}/off").status_code == 404
    assert "Den talar om var du jobbar." in signed_in(elsa).get("/voices/mine/").text
    assert not Entry.objects.filter(object_kind__contains="profile").exists()
    assert not Entry.objects.filter(actor=elsa).exists()


def test_whoever_leaves_or_is_forgotten_leaves_nothing_of_it(
    own: OwnProfile, elsa: Member, administrator: Member
) -> None:
    deactivate(elsa, by=administrator)
    assert not OwnProfile.objects.exists()
    elsa.is_active = True
    elsa.save()
    enter("@elsa@social.example", Member.objects.get(pk=elsa.pk))
    forget(elsa, by=administrator)
    assert not OwnProfile.objects.exists()


def test_a_profile_that_cant_be_read_says_why_and_waits_for_its_owner(
    own: OwnProfile, elsa: Member, elsewhere: Elsewhere, signed_in: SignedIn
) -> None:
    elsewhere.answer = NotRead("busy")
    actions.turn_on(own, by=elsa)
    work_off()
    work_off()
    assert len(elsewhere.looked) == 1
    assert "Servern ber oss vänta" in signed_in(elsa).get("/voices/mine/").text


def test_whoever_isnt_to_be_found_is_read_nowhere(
    own: OwnProfile, elsa: Member, elsewhere: Elsewhere
) -> None:
    actions.turn_on(own, by=elsa)
    work_off()
    actions.appear("not", "", by=elsa)
    assert fresh(own).checking is False
    actions.turn_on(fresh(own), by=elsa)
    work_off()
    assert len(elsewhere.looked) == 1
    assert queries.public_name(elsa) == ""
    actions.appear("alias", "E. Garn", by=elsa)
    assert queries.public_name(elsa) == "E. Garn"
    actions.appear("name", "", by=elsa)
    assert queries.public_name(elsa) == elsa.name


def test_what_is_pasted_is_looked_through_and_kept_nowhere(elsa: Member, signed_in: SignedIn) -> None:
    linked = enter("https://www.linkedin.com/in/elsa", elsa)
    before = str(list(OwnProfile.objects.values()))
    page = signed_in(elsa).post(
        f"/voices/mine/{linked.pk}/paste", {f"own{linked.pk}-text": "Vävare. Hemlig hobby: garn."}
    )
    assert "Den talar inte om var du jobbar." in page.text
    assert "Vävare på Testbolaget." in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    assert str(list(OwnProfile.objects.values())) == before


@pytest.mark.parametrize(
    "text", ["", "http://127.0.0.1/@elsa", "https://anna:hemligt@social.example/@anna", "a" * 8000, "\x00"]
)
def test_an_address_that_is_none_comes_back_with_a_word(elsa: Member, signed_in: SignedIn, text: str) -> None:
    page = signed_in(elsa).post("/voices/mine/", {"address": text})
    assert page.status_code == 200
    assert "errors" in page.text
    assert not OwnProfile.objects.exists()


def test_the_same_profile_twice_is_one(own: OwnProfile, elsa: Member, signed_in: SignedIn) -> None:
    page = signed_in(elsa).post("/voices/mine/", {"address": "https://social.example/@elsa@social.example"})
    assert OwnProfile.objects.count() <= 2
    page = signed_in(elsa).post("/voices/mine/", {"address": "@elsa@social.example"})
    assert "Den finns här redan." in page.text


@pytest.mark.parametrize(
    ("words", "employer", "title"),
    [
        ("Vävare på Testbolaget", True, True),
        ("TESTBOLAGETS vävare", True, True),
        ("Testbolagetförbundet", False, False),
        ("Väver", False, False),
        ("Test bolaget, vävare", False, True),
        ("", False, False),
    ],
)
def test_names_are_found_as_a_reader_finds_them(words: str, employer: bool, title: bool) -> None:
    judged = judge_employee(words, employer="Testbolaget", title="Vävare")
    assert (judged.names_employer, judged.names_title) == (employer, title)


@pytest.mark.parametrize(
    ("words", "links", "sender", "back"),
    [
        ("Här svarar kundservice, vardagar 8–17", ["https://www.test.example/kontakt"], True, True),
        ("Här svarar kundservice vardagar 8-17. test.example", [], True, True),
        ("Här svarar kundservice", ["https://not-test.example/"], False, False),
        ("", ["https://test.example.evil.example/"], False, False),
    ],
)
def test_a_logo_account_shows_who_answers_and_leads_back(
    words: str, links: list[str], sender: bool, back: bool
) -> None:
    judged = judge_logo(
        words, links, sender="Här svarar kundservice, vardagar 8–17", ours=["https://test.example/", ""]
    )
    assert (judged.shows_sender, judged.links_back) == (sender, back)


@pytest.fixture
def account(account_of: MakeAccount, elsa: Member) -> Account:
    Organisation.objects.update(website="https://test.example")
    made = account_of("Testbolaget svarar", elsa)
    Account.objects.filter(pk=made.pk).update(
        network="mastodon", address="https://social.example/@test", address_key="mastodon:test@social.example"
    )
    Card.objects.create(account=made, sender="Här svarar Elsa och Kim")
    return Account.objects.get(pk=made.pk)


def test_speaking_accounts_are_read_each_week(account: Account, elsewhere: Elsewhere) -> None:
    jobs.read_all()
    work_off()
    jobs.read_all()
    work_off()
    assert elsewhere.looked == ["https://social.example/@test"]


def test_its_stewards_are_told_once_of_what_is_missing(
    account: Account, elsa: Member, elsewhere: Elsewhere, signed_in: SignedIn
) -> None:
    for _ in range(2):
        jobs.read_account(account.pk)
    assert Notice.objects.filter(kind="account.profile-lacks", member=elsa).count() == 1
    page = signed_in(elsa).get(f"/voices/account/{account.public_id}/profile/").text
    assert "Här svarar Elsa och Kim" in page
    assert "https://test.example" in page
    fine = replace(ANNA, text="Här svarar Elsa och Kim", links=(Link("https://test.example/"),))
    elsewhere.answer = fine
    jobs.read_account(account.pk)
    judged = queries.judged(account)
    assert judged is not None
    assert judged.is_fine


@pytest.mark.parametrize(
    ("kind", "goes_on"), [("slow", True), ("trouble", True), ("large", False), ("gone", False)]
)
def test_what_was_read_stays_while_a_server_is_in_trouble(
    account: Account, elsewhere: Elsewhere, kind: str, goes_on: bool
) -> None:
    jobs.read_account(account.pk)
    elsewhere.answer = NotRead(kind)
    if goes_on:
        with pytest.raises(jobs.Again):
            jobs.read_account(account.pk)
    else:
        jobs.read_account(account.pk)
    profile = AccountProfile.objects.get(account=account)
    assert (profile.trouble, "Vävare" in profile.text) == (kind, True)


def test_a_steward_pastes_what_cant_be_read(
    account: Account, elsa: Member, make_member: Any, signed_in: SignedIn
) -> None:
    Account.objects.update(network="instagram", address="https://www.instagram.com/test")
    address = f"/voices/account/{account.public_id}/profile/"
    other = make_member("Olle")
    assert signed_in(other).post(address, {"text": "x"}).status_code == 403
    assert signed_in(elsa).post(address, {"text": "Här svarar Elsa och Kim. test.example"}).status_code == 302
    judged = queries.judged(account)
    assert judged is not None
    assert judged.is_fine


def test_a_setting_for_tests_is_warned_of_in_production(settings: Any) -> None:
    settings.DEVELOPMENT, settings.FETCH_LOOPBACK = False, True
    assert "vigor.W010" in {message.id for message in run_checks()}
    settings.FETCH_LOOPBACK = False
    assert "vigor.W010" not in {message.id for message in run_checks()}


def test_addresses_that_are_fetched_arent_logged() -> None:
    import logging

    assert not logging.getLogger("httpx2").isEnabledFor(logging.INFO)
    assert not logging.getLogger("httpcore2.http11").isEnabledFor(logging.DEBUG)
