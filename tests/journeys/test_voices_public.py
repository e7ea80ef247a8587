"""Somebody from outside wants to know whether it is really us."""

from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from vigor_portal.people.models import Member, Role
from vigor_portal.voices.models import Account
from vigor_portal.voices.register import actions
from vigor_portal.voices.register.places import Address, recognise

Axe = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}


def speaks(name: str, where: str) -> Account:
    """An account in use, from an address to the press room."""
    by = next(member for member in Member.objects.all() if member.has(Role.COMMUNICATIONS))
    address = recognise(where)
    assert isinstance(address, Address)
    found = actions.Found(
        name=name, address=address, purpose="Vi svarar om trådar.", speaks_since=date(2020, 3, 1)
    )
    account = actions.find(found, by=by)
    for step in (actions.approve, actions.verify_account, actions.use):
        account = step(account, by=by)
    return account


@pytest.fixture
def ours(story: str) -> str:
    """The site, with an account on X that speaks and one that was closed."""
    speaks("Trådsyrsan", "https://x.com/tradsyrsan")
    closed = speaks("Gamla nålen", "https://x.com/gamlanalen")
    actions.close(
        closed, by=next(m for m in Member.objects.all() if m.has(Role.COMMUNICATIONS)), on=date(2026, 5, 1)
    )
    return story


@pytest.fixture
def without_scripts(browser: Browser, ours: str) -> Iterator[BrowserContext]:
    """A visitor with a phone, who reads English and lets no script run."""
    made = browser.new_context(base_url=ours, locale="en-GB", viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    yield made
    made.close()


def ask(page: Page, address: str) -> None:
    page.get_by_label("Är kontot verkligen vårt?").fill(address)
    page.get_by_role("button", name="Se efter").click()


def test_a_journalist_learns_that_an_address_is_not_ours_but_looks_like_one_that_is(
    ours: str, page: Page, context: BrowserContext, axe: Axe
) -> None:
    # From the first page of the press room, where the question stands beside what to expect.
    page.goto("/press/sv/")
    page.get_by_label("Adressen till ett konto").fill("https://twitter.com/tradsyr5an?s=20")
    page.get_by_role("button", name="Se efter").click()
    expect(page.get_by_role("heading", name="Det finns inte i vårt register")).to_be_visible()
    expect(page.get_by_text("Men det liknar ett som gör det")).to_be_visible()
    expect(page.get_by_role("link", name="@tradsyrsan")).to_be_visible()
    expect(page.get_by_text("Vems det är vet vi inte")).to_be_visible()
    assert axe(page) == []

    ask(page, "x.com/TradSyrsan")
    expect(page.get_by_role("heading", name="Ja, det är vårt")).to_be_visible()
    expect(page.get_by_text("Trådsyrsan talar för oss sedan 1 mars 2020.")).to_be_visible()
    assert axe(page) == []

    ask(page, "https://x.com/gamlanalen")
    expect(page.get_by_role("heading", name="Det var vårt, till och med 1 maj 2026")).to_be_visible()
    assert axe(page) == []

    ask(page, "hej hopp")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Är kontot verkligen vårt?")).to_have_value("hej hopp")
    assert axe(page) == []
    # The other language knows what was asked.
    page.get_by_role("link", name="EN", exact=True).click()
    expect(page.get_by_label("Is the account really ours?")).to_have_value("hej hopp")
    assert context.cookies() == []


def test_the_accounts_can_be_looked_through_and_found(ours: str, page: Page, axe: Axe) -> None:
    page.goto("/press/sv/accounts")
    expect(page.get_by_role("heading", level=1, name="Konton som talar för oss")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Namn eller syfte").fill("trådar syrsan")
    page.get_by_role("button", name="Hitta").click()
    expect(page.get_by_role("heading", name="1 konto", exact=True)).to_be_visible()
    page.get_by_role("link", name="Trådsyrsan", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Trådsyrsan")).to_be_visible()
    assert axe(page) == []
    page.goto("/press/sv/accounts/ended")
    expect(page.get_by_role("link", name="Gamla nålen")).to_be_visible()
    assert axe(page) == []


def test_it_works_on_a_phone_in_english_without_scripts(
    ours: str, without_scripts: BrowserContext, browser: Browser
) -> None:
    page = without_scripts.new_page()
    page.goto("/press/en/accounts")
    page.get_by_label("Is the account really ours?").fill("https://x.com/tradsyr5an")
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_text("But it resembles one that is")).to_be_visible()
    width = page.locator("main").bounding_box()
    assert width is not None
    assert width["width"] <= PHONE["width"]
    page.get_by_role("link", name="@tradsyrsan").click()
    expect(page.get_by_role("heading", level=1, name="Trådsyrsan")).to_be_visible()


@pytest.fixture
def elsewhere() -> Iterator[Callable[[str], str]]:
    """elsewhere(html) → the address of a page of somebody else's, on this machine: Chromium keeps others from it."""
    servers = []

    def serve(html: str) -> str:
        class Page(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(html.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Nothing is printed."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_list_shows_within_somebody_elses_page(
    ours: str, page: Page, axe: Axe, elsewhere: Callable[[str], str]
) -> None:
    page.goto("/press/sv/accounts")
    snippet = page.locator("#snippet").input_value()
    page.goto(
        elsewhere(
            f"<!doctype html><html lang=sv><title>En annan sajt</title><main><h1>En annan</h1>{snippet}</main>"
        )
    )
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("link", name="@tradsyrsan")).to_be_visible()
    assert axe(page) == []
