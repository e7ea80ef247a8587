"""Talking about a point: from the margin to an answer, and from the press room to the page where it is looked at."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.steps import be, tab_to

from vigor_portal.dialogue.threads.flood import FLOOD

Axe = Callable[[Page], list[str]]
POINT = "Vi bygger inte vårt rykte på någon annans."
SAID = "Gäller det även *våra egna* äldre maskiner?"


@pytest.fixture(autouse=True)
def calm() -> Iterator[None]:
    FLOOD.forget()
    yield
    FLOOD.forget()


def test_an_employee_comments_in_the_margin_is_answered_and_told(story: str, page: Page, axe: Axe):
    be(page, "Maryam")
    page.goto("/policy/")
    margin = page.locator("#respect .talk-way")
    margin.get_by_text("Prata om en punkt här").click()
    margin.get_by_role("link", name=POINT, exact=True).click()
    margin.get_by_label("Din kommentar").fill(SAID)
    assert axe(page) == []
    margin.get_by_role("button", name="Skicka").click()
    margin.get_by_role("link", name="Läs den").click()
    expect(page.locator(".said em")).to_have_text("våra egna")
    assert axe(page) == []

    page.context.clear_cookies()
    be(page, "Disa")
    page.get_by_role("link", name="Samtal").click()
    page.get_by_role("link", name="Gäller det även våra egna").click()
    page.get_by_role("button", name="Jag tar den").click()
    page.get_by_label("Vi behåller det som det är").check()
    page.get_by_label("Med några ord").fill("Ja, våra egna får vi skoja med.")
    page.get_by_role("button", name="Avsluta").click()
    expect(page.locator(".talk-outcome")).to_contain_text("Ja, våra egna får vi skoja med.")
    assert axe(page) == []

    page.context.clear_cookies()
    be(page, "Maryam")
    page.goto("/notices/")
    page.get_by_role("link", name=POINT.removesuffix(".")).first.click()
    expect(page.locator(".talk-outcome")).to_contain_text("Ja, våra egna får vi skoja med.")


def test_marked_words_become_a_quote(story: str, page: Page):
    be(page, "Maryam")
    page.goto("/policy/")
    page.evaluate(
        """() => {
            const words = document.querySelector("#not-at-their-expense .words");
            const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
            document.getSelection().setBaseAndExtent(text, 3, text, 26);
        }"""
    )
    page.get_by_role("button", name="Kommentera de här orden").click()
    margin = page.locator("#respect .margin")
    expect(margin.get_by_label("Orden du menar")).to_have_value("bygger inte vårt rykte")
    margin.get_by_label("Din kommentar").fill("Snyggt sagt.")
    margin.get_by_role("button", name="Skicka").click()
    margin.locator(".message a").click()
    expect(page.locator(".quote")).to_have_text("bygger inte vårt rykte")


def test_it_is_done_with_the_keyboard_alone(story: str, page: Page):
    be(page, "Jonte")
    page.goto("/policy/not-at-their-expense")
    tab_to(page, lambda stop: stop["words"].startswith("Kommentera"))
    page.keyboard.press("Enter")
    expect(page.locator(".talk-form")).to_be_visible()
    expect(page.locator(".htmx-settling")).to_have_count(0)  # until then it sends as a form without script
    tab_to(page, lambda stop: stop["words"].startswith("Din kommentar"))
    page.keyboard.type("Med bara tangenterna.")
    tab_to(page, lambda stop: stop["words"] == "Skicka")
    page.keyboard.press("Enter")
    said = page.locator(".talk-here .message")
    expect(said).to_contain_text("Sagt. Kommunikation svarar")
    expect(said).to_be_focused()


def test_it_works_without_javascript_on_a_phone(story: str, browser: Browser, live: str):
    context = browser.new_context(
        base_url=live, locale="sv-SE", viewport={"width": 390, "height": 780}, java_script_enabled=False
    )
    page = context.new_page()
    be(page, "Pirjo")
    page.goto("/policy/not-at-their-expense")
    page.get_by_role("link", name="Kommentera").click()
    page.get_by_label("Orden du menar").fill("helt andra ord")
    page.get_by_label("Din kommentar").fill("Utan skript.")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("står inte i punkten")).to_be_visible()
    expect(page.get_by_label("Din kommentar")).to_have_value("Utan skript.")
    page.get_by_label("Orden du menar").fill("vårt rykte")
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator(".quote")).to_have_text("vårt rykte")
    context.close()


def test_the_public_comments_and_is_shown_after_somebody_has_looked(story: str, page: Page, axe: Axe):
    page.goto("/press/sv/expect-name")
    page.get_by_role("link", name="Skriv en kommentar").click()
    page.get_by_label("Vad vill du säga").fill("Skönt att få veta vem man pratar med.")
    assert axe(page) == []
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("heading", name="Tack. Vi har den.")).to_be_visible()
    assert axe(page) == []
    receipt = page.url
    assert [cookie["name"] for cookie in page.context.cookies()] == []

    be(page, "Disa")
    page.goto("/talk/public/")
    assert axe(page) == []
    page.get_by_role("link", name="Skönt att få veta").click()
    assert axe(page) == []
    page.get_by_role("button", name="Visa den i pressrummet").click()
    page.goto(receipt)
    page.get_by_role("link", name="Läs den bland de andra").click()
    expect(page.get_by_text("Skönt att få veta vem man pratar med.")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_pages_are_whole_on_every_screen(
    story: str, browser: Browser, live: str, axe: Axe, width: int, scheme: str
):
    context = browser.new_context(
        base_url=live, locale="sv-SE", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page = context.new_page()
    be(page, "Disa")
    for address in (
        "/talk/",
        "/policy/say-what-we-mean/talk/",
        "/talk/public/",
        "/press/sv/expect-answer/comment",
    ):
        page.goto(address)
        assert axe(page) == []
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), address
    context.close()
