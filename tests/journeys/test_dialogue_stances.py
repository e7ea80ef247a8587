"""Somebody says what they think of a guideline: with a mouse, with the keyboard alone, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect
from tests.journeys.steps import be

from vigor_portal.dialogue.models import Stance, Thread
from vigor_portal.dialogue.stances.pseudonyms import pseudonym
from vigor_portal.people.models import Member
from vigor_portal.policies.queries import keys_ever


def said_by(name: str) -> list[tuple[str, str, str]]:
    """What is kept of one of many who have answered: only a member's own key finds it."""
    keys = [pseudonym(Member.objects.get(given_name=name), key) for key in keys_ever()]
    return list(Stance.objects.filter(pk__in=keys).values_list("guideline", "stance", "reason"))


def test_an_employee_disagrees_says_why_and_makes_a_conversation_of_it(
    story: str, page: Page, axe: Callable[[Page], list[str]]
):
    be(page, "Maryam")
    page.goto("/policy/last-word")
    page.get_by_role("button", name="Håller inte med").click()
    pressed = page.get_by_role("button", name="Håller inte med", pressed=True)
    expect(pressed).to_be_focused()
    page.get_by_label("Varför, om du vill").fill("Ibland måste vi svara.")
    page.get_by_role("button", name="Lägg till skälet").click()
    expect(page.get_by_role("button", name="Spara skälet")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Börja ett samtal med det").click()
    expect(page.get_by_text("Ibland måste vi svara.")).to_be_visible()
    assert Thread.objects.filter(key="last-word", opened_by__given_name="Maryam").exists()
    assert said_by("Maryam") == [("last-word", "disagree", "")]


def test_the_keyboard_is_enough_and_the_same_key_takes_it_back(story: str, page: Page):
    be(page, "Maryam")
    page.goto("/stances/")
    row = page.locator("#last-word")
    row.get_by_role("button", name="Osäker").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("button", name="Osäker", pressed=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(row.get_by_role("button", name="Osäker", pressed=False)).to_be_visible()
    assert said_by("Maryam") == []


def test_it_works_without_javascript(story: str, browser: Browser):
    context = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    be(page, "Maryam")
    page.goto("/policy/last-word")
    page.get_by_role("button", name="Håller med", exact=True).click()
    expect(page.get_by_role("button", name="Håller med", pressed=True)).to_be_visible()
    assert page.url.endswith("/policy/last-word#last-word")
    page.get_by_label("Varför, om du vill").fill("Den andra har också en poäng.")
    page.get_by_role("button", name="Lägg till skälet").click()
    expect(page.get_by_label("Varför, om du vill")).to_have_value("Den andra har också en poäng.")
    context.close()
