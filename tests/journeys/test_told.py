"""Being told: the count in the menu, the page, the choice of mail, and the link that stops it; with the keyboard too."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.steps import be, tab_to
from tests.portal.notices.wordings import KINDS

from vigor_portal import wiring
from vigor_portal.notices import actions
from vigor_portal.notices.links import stop_link
from vigor_portal.notices.models import How, Notice, Refusal
from vigor_portal.notices.queries import wishes_of
from vigor_portal.people.models import Department, Member

Axe = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def maryam(story: str, monkeypatch: pytest.MonkeyPatch) -> Member:
    """A member of the example's with three things to know, and none of the example's own."""
    monkeypatch.setattr(wiring, "NOTICES", KINDS)
    Notice.objects.all().delete()
    member = Member.objects.get(given_name="Maryam")
    sales, *_ = Department.objects.all()
    for kind in ("answered", "called", "answered"):
        actions.tell([member], kind, sales)
    return member


def shoot(page: Page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True, animations="disabled")


def test_a_member_sees_what_is_new_goes_there_and_clears_the_rest(page: Page, maryam: Member, axe: Axe):
    be(page, "Maryam")
    page.get_by_role("link", name="Till dig 3").click()
    expect(page.get_by_text("3 saker är nya sedan du tittade.")).to_be_visible()
    assert axe(page) == []
    shoot(page, "list-wide-light")
    page.get_by_role("link", name="Någon kallar på dig").click()
    page.goto("/notices/")
    expect(page.get_by_text("2 saker är nya sedan du tittade.")).to_be_visible()
    tab_to(page, lambda stop: stop["words"] == "Jag har sett allt")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Du har sett allt.")).to_be_visible()
    expect(page.get_by_role("link", name="Till dig")).to_have_count(0)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    assert axe(page) == []
    shoot(page, "list-phone-dark")


def test_a_member_chooses_with_the_keyboard_what_comes_by_mail(page: Page, maryam: Member, axe: Axe):
    be(page, "Maryam")
    page.goto("/notices/wishes/")
    assert axe(page) == []
    shoot(page, "wishes-wide-light")
    tab_to(page, lambda stop: stop["words"] == "Någon svarar")
    page.keyboard.press("ArrowDown")
    tab_to(page, lambda stop: stop["words"] == "Spara")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sparat.")).to_be_visible()
    assert wishes_of(maryam)["answered"] == How.WEEK
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    page.goto("/notices/wishes/")
    assert axe(page) == []
    shoot(page, "wishes-phone-dark")


def test_ones_own_page_says_that_mail_comes_back(page: Page, maryam: Member, axe: Axe):
    Refusal.objects.create(member=maryam, mails=3, stopped_at=maryam.joined_at)
    be(page, "Maryam")
    page.goto("/me/")
    shoot(page, "me-wide-light")
    assert axe(page) == []
    page.get_by_role("button", name="Min adress fungerar, skicka igen").click()
    expect(page.get_by_text("Vi försöker igen med nästa mejl.")).to_be_visible()
    page.set_viewport_size(PHONE)
    shoot(page, "me-phone-light")


def test_a_mails_link_stops_it_with_one_press_and_no_sign_in(page: Page, maryam: Member, axe: Axe):
    page.goto(stop_link(maryam, "how:day"))
    assert axe(page) == []
    shoot(page, "stop-wide-light")
    page.get_by_role("button", name="Stoppa mejlen").click()
    expect(page.get_by_role("heading", name="Klart: det kommer inga fler")).to_be_visible()
    assert axe(page) == []
    assert wishes_of(maryam) == {"called": How.NOW, "answered": How.SITE}
    page.set_viewport_size(PHONE)
    shoot(page, "stopped-phone-light")
    page.goto("/notices/stop/forged/")
    expect(page.get_by_role("heading", name="Länken är inte hel")).to_be_visible()
    shoot(page, "forged-phone-light")


@pytest.mark.parametrize("address", ["/notices/", "/notices/wishes/"])
def test_nothing_of_it_needs_more_width_than_a_phone_has(page: Page, maryam: Member, address: str):
    be(page, "Maryam")
    page.set_viewport_size(PHONE)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
