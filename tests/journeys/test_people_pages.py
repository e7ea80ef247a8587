"""Every page about people and the organisation, as axe sees it, in light and in dark; and the first administrator's way."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from vigor_portal.home.example import load_example
from vigor_portal.people.actions import first_administrator_link

Axe = Callable[[Page], list[str]]


@pytest.fixture
def _example(live: str, settings) -> None:
    cache.clear()
    settings.DEVELOPMENT = True
    load_example()


@pytest.mark.usefixtures("_example")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_anything_in_the_way_of_anybody(page: Page, axe: Axe, scheme: str):
    page.emulate_media(color_scheme=scheme)
    for address in ("/", "/account/login/", "/account/login/code/", "/account/password/reset/"):
        page.goto(address)
        assert axe(page) == []
    page.goto("/")
    page.get_by_role("button", name="Var Disa").click()
    for address in (
        "/",
        "/me/",
        "/me/forget/",
        "/people/",
        "/organisation/",
        "/organisation/departments/sales/",
        "/account/keys/",
        "/account/password/set/",
    ):
        page.goto(address)
        assert axe(page) == []
    page.goto("/people/")
    page.get_by_role("link", name="Pirjo Nieminen").click()
    assert axe(page) == []


def test_the_first_administrator_moves_in_and_publishes(page: Page, live: str, axe: Axe):
    page.goto(first_administrator_link())
    page.get_by_label("Förnamn").fill("Nina")
    page.get_by_label("E-post").fill("nina@test.example")
    page.get_by_label("Lösenord").fill("kort")
    page.get_by_label("Namn", exact=True).fill("Nya Bolaget")
    page.get_by_role("button", name="Kliv in").click()
    expect(page.get_by_text("minst 12 tecken")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Lösenord").fill("fyra ord i en rad")
    page.get_by_role("button", name="Kliv in").click()
    expect(page.get_by_role("heading", name="Välkommen, Nina. Vad gör vi nu?")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Publicera startpolicyn").click()
    expect(page.get_by_label("Vad undrar du?")).to_be_visible()
    expect(page.get_by_role("navigation").get_by_role("link", name="Policyn")).to_be_visible()


@pytest.mark.usefixtures("_example")
def test_somebody_is_invited_and_comes_in(page: Page, live: str, axe: Axe):
    page.goto("/")
    page.get_by_role("button", name="Var Disa").click()
    page.goto("/people/")
    page.get_by_label("E-post").fill("ny@spolverket.example")
    page.get_by_role("button", name="Gör en inbjudan").click()
    assert axe(page) == []
    link = page.locator(".link-once").inner_text()
    page.context.clear_cookies()
    page.goto(link)
    assert axe(page) == []
    page.get_by_label("Förnamn").fill("Nils")
    page.get_by_label("Lösenord").fill("fyra ord i en rad")
    page.get_by_role("button", name="Kliv in").click()
    expect(page.get_by_role("link", name="Nils")).to_be_visible()
