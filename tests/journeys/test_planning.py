"""A version is decided on, comes by itself, and what is on trial is decided with one press."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect
from tests.journeys.steps import be
from tests.journeys.test_writing import first_guideline

from vigor_portal.people.models import Member
from vigor_portal.policies.drafting import save_text, start_draft
from vigor_portal.policies.jobs import bring_into_force
from vigor_portal.policies.models import DraftText, PlannedVersion, Version

PHONE = {"width": 390, "height": 844}


def change_a_sentence(words: str) -> None:
    disa = Member.objects.get(given_name="Disa")
    draft = start_draft(disa)
    text = DraftText.objects.get(draft=draft, language="sv")
    save_text(draft, "sv", text.source.replace(first_guideline(), words), text.revision, disa)


def plan(page: Page) -> None:
    page.goto("/policy/draft/publish")
    page.get_by_text("Senare, på en egen tid").click()
    at = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    page.get_by_label("När träder den i kraft?").fill(at)
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.get_by_role("heading", name="En ny version kommer")).to_be_visible()


def test_a_version_is_planned_taken_back_planned_again_and_comes(
    story: str, page: Page, axe: Callable[[Page], list[str]]
):
    be(page, "Disa")
    change_a_sentence("Vi sover på saken.")
    plan(page)
    assert axe(page) == []
    page.set_viewport_size(PHONE)
    assert axe(page) == []
    page.get_by_role("button", name="Ta tillbaka den till utkastet").click()
    expect(page.get_by_role("status").first).to_contain_text("kommer inte längre av sig självt")
    plan(page)
    page.goto("/press/sv/")
    expect(page.get_by_text("Vi sover på saken.")).to_have_count(0)

    PlannedVersion.objects.update(at=timezone.now() - timedelta(minutes=5))
    bring_into_force()
    page.goto("/press/sv/")
    expect(page.get_by_text("Vi sover på saken.").first).to_be_visible()
    page.goto(f"/policy/versions/{Version.objects.first().number}/")
    expect(page.get_by_text("Planerad till")).to_be_visible()
    assert axe(page) == []


def test_what_is_on_trial_stays_with_one_press(story: str, page: Page, axe: Callable[[Page], list[str]]):
    be(page, "Disa")
    page.get_by_role("link", name="Skriv", exact=True).click()
    page.get_by_role("link", name="1 på prov").click()
    assert axe(page) == []
    page.get_by_role("button", name="Den får stanna").first.click()
    expect(page.get_by_text("I utkastet: den får stanna.")).to_be_visible()
    page.set_viewport_size(PHONE)
    assert axe(page) == []
