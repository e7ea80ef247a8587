"""An account's life: applied for, approved, registered, verified, shown to everybody, and handed over when one leaves."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.journeys.steps import be

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Account, Handover

Audit = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
NAME = "Spolverket lagar"
ADDRESS = "https://x.com/spolverketlagar"


def become(page: Page, name: str) -> None:
    """Leave, and step in as one of the example's people."""
    page.context.clear_cookies()
    be(page, name)


def to_the_account(page: Page) -> None:
    page.goto(f"/voices/account/{Account.objects.get(name=NAME).public_id}/")


def apply(page: Page, axe: Audit) -> None:
    page.get_by_role("link", name="Konton", exact=True).click()
    page.get_by_role("link", name="Ansök om ett konto").first.click()
    page.get_by_label("Vad vill du med det?").fill("Visa hur man lagar en maskin på fem minuter.")
    page.get_by_label("För vem?").fill("Den som har en trasig maskin")
    page.get_by_label("Var?").select_option("x")
    page.get_by_label("Vad ska det heta?").fill(NAME)
    page.get_by_label("När ska det besvaras?").fill("vardagar 9–12")
    page.get_by_label("Hur slutar det?").fill("när ingen frågar längre")
    page.get_by_label("Och vem mer?").fill("Jonte")
    assert axe(page) == []
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    assert axe(page) == []


def approve(page: Page, axe: Audit) -> None:
    page.goto("/voices/applications/")
    page.get_by_role("link", name=NAME).click()
    assert axe(page) == []
    page.get_by_role("button", name="Ja, godkänn").click()
    expect(page.get_by_role("status").first).to_be_visible()
    assert Account.objects.get(name=NAME).state == "approved"


def register(page: Page, axe: Audit) -> None:
    to_the_account(page)
    page.get_by_role("link", name="Det är registrerat").click()
    page.get_by_label("Adress").fill("twitter.com/SpolverketLagar?s=20")
    assert axe(page) == []
    page.locator("main").get_by_role("button").last.click()
    expect(page.get_by_role("status").first).to_contain_text("@SpolverketLagar", ignore_case=True)
    assert Account.objects.get(name=NAME).address == ADDRESS


def verify(page: Page, axe: Audit) -> None:
    to_the_account(page)
    page.get_by_role("button", name="Det är vårt").click()
    expect(page.get_by_role("status").first).to_contain_text("pressrummet")
    page.get_by_role("button", name="Vi svarar där nu").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    assert axe(page) == []


def look_as_a_visitor(page: Page, axe: Audit) -> None:
    """Somebody outside finds the account in the press room, and asks whether an address is ours."""
    page.context.clear_cookies()
    page.goto("/press/sv/accounts")
    expect(page.get_by_role("link", name=NAME).first).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name=NAME).first.click()
    expect(page.get_by_text("@spolverketlagar").first).to_be_visible()
    assert axe(page) == []
    said = page.request.get(f"/verify?url={ADDRESS}")
    assert (said.status, NAME in said.text()) == (200, True)


def read_the_farewell(page: Page, axe: Audit) -> None:
    page.context.clear_cookies()
    page.goto(f"/press/sv/accounts/{Account.objects.get(name=NAME).public_id}")
    expect(page.get_by_text(re.compile("Tack, Jonte.*mastodon.example/@jonte"))).to_be_visible()
    assert axe(page) == []


def leave(page: Page, name: str) -> None:
    """An administrator closes somebody's way in."""
    page.goto(f"/people/{Member.objects.get(given_name=name).public_id}/")
    page.get_by_role("button", name="Stäng vägen in").click()
    expect(page.get_by_role("status").first).to_be_visible()


def hand_over(page: Page, axe: Audit) -> None:
    """From the account's own page: who takes over, a farewell, and the rest of the list."""
    to_the_account(page)
    page.get_by_role("link", name=re.compile("Lämnas över efter Jonte")).click()
    expect(page.get_by_text("Jonte Aspgren har slutat")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Vem tar över?").fill("Pirjo")
    page.get_by_role("button", name="Tar över", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Pirjo Nieminen tar över")


def give_it_more_time(page: Page, axe: Audit) -> None:
    """Who sees to it, and by when, in one form beside the list."""
    later = timezone.localdate() + timedelta(days=30)
    page.get_by_text("Någon annan, eller en annan dag").click()
    page.get_by_label("Vem ser till det?").fill("Pirjo")
    page.get_by_label("Till när?").fill(later.isoformat())
    assert axe(page) == []
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("status").first).to_contain_text("Sparat")
    handover = Handover.objects.get(account__name=NAME)
    assert handover.owner is not None
    assert (handover.owner.given_name, handover.last_day) == ("Pirjo", later)


def say_farewell(page: Page, axe: Audit) -> None:
    page.get_by_role("link", name="Säg farväl").click()
    expect(page.locator("textarea[name=sv]")).to_have_value(re.compile("Tack, Jonte.*Maryam och Pirjo"))
    page.get_by_label("Var kan man följa personen?").fill("https://mastodon.example/@jonte")
    page.get_by_label("Jonte har läst det här och sagt ja").check()
    assert axe(page) == []
    page.get_by_role("button", name="Säg det").click()
    expect(page.get_by_text("I pressrummet till och med")).to_be_visible()


def tick_the_rest(page: Page, axe: Audit) -> None:
    left = page.locator("#steps button[aria-pressed=false]")
    while left.count():
        before = left.count()
        left.first.click()
        expect(left).to_have_count(before - 1)
        if before == 2:
            assert axe(page) == []
    expect(page.get_by_text("Det är i goda händer")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_an_account_lives_on_when_one_who_held_it_leaves(
    story: str, page: Page, axe: Audit, size: dict[str, int]
):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    become(page, "Maryam")
    apply(page, axe)
    become(page, "Disa")
    approve(page, axe)
    become(page, "Maryam")
    register(page, axe)
    become(page, "Disa")
    verify(page, axe)
    look_as_a_visitor(page, axe)

    become(page, "Disa")
    leave(page, "Jonte")
    become(page, "Maryam")
    page.goto("/notices/")
    expect(page.get_by_text(re.compile("efter Jonte Aspgren")).first).to_be_visible()
    hand_over(page, axe)
    give_it_more_time(page, axe)
    say_farewell(page, axe)
    tick_the_rest(page, axe)
    handover = Handover.objects.get(account__name=NAME)
    assert handover.state == "done"
    here = Account.objects.get(name=NAME).stewardships.filter(until=None)
    assert sorted(each.member.given_name for each in here) == ["Maryam", "Pirjo"]
    read_the_farewell(page, axe)
