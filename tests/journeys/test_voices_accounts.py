"""Somebody wants a voice in our name: asked for, approved, registered, verified, in use; and answered as."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.journeys.steps import be

from vigor_portal.voices.models import Account, PublicAccount

Audit = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
PURPOSE = "Visa hur man lagar sin maskin, och vilka reservdelar som passar."


def become(page: Page, name: str) -> None:
    """Leave, and step in as one of the example's people."""
    page.context.clear_cookies()
    be(page, name)


def _approved_registered_and_verified(page: Page, axe: Audit, application: str) -> None:
    become(page, "Disa")
    page.goto("/open/")
    page.get_by_role("link", name="Skruva med oss").first.click()
    assert axe(page) == []
    page.get_by_role("button", name="Ja, godkänn").click()
    expect(page.get_by_text("Godkänt. Nu registreras det")).to_be_visible()
    account = page.url

    become(page, "Jonte")
    page.goto(application)
    page.get_by_role("link", name="Kontot, och vad som händer nu").click()
    page.get_by_role("link", name="Det är registrerat").click()
    page.get_by_label("Kontots adress").fill("https://www.instagram.com/skruvamedoss")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Adressen hör till Instagram, och kontot till YouTube")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Kontots adress").fill("https://www.youtube.com/@spolverket-exempel-skruvar/videos")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Nu är det kommunikations tur.")).to_be_visible()

    become(page, "Disa")
    page.goto(account)
    page.get_by_role("button", name="Det är vårt").click()
    expect(page.get_by_text("pressrummet går i god för det").first).to_be_visible()
    assert PublicAccount.objects.filter(name="Skruva med oss", until=None).exists()


def _answered(page: Page, axe: Audit) -> None:
    become(page, "Pirjo")
    page.goto("/voices/")
    page.locator(".accounts").get_by_role("link", name="Skruva med oss").click()
    page.get_by_role("button", name="Vi svarar där nu").click()
    page.get_by_role("link", name="Skriv på kortet").click()
    page.get_by_label("Vem svarar här?").fill("Här svarar verkstaden på fredagar")
    page.get_by_label("Så låter vi", exact=True).fill("Så här.\nEn gång till.")
    assert axe(page) == []
    page.get_by_role("button", name="Spara").click()
    expect(page.locator(".sender")).to_have_text("Här svarar verkstaden på fredagar")
    assert axe(page) == []
    page.get_by_role("link", name="Sidan att jobba från").click()
    expect(page.get_by_text("När någon är missnöjd")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_an_account_from_a_wish_to_its_first_day(
    story: str, page: Page, axe: Audit, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    become(page, "Jonte")
    page.get_by_role("link", name="Konton", exact=True).click()
    page.get_by_role("link", name="Ansök om ett konto").click()
    expect(page.get_by_text("Vi skaffar två ja från kommunikation")).to_be_visible()
    assert axe(page) == []

    # What does the same already is asked about while one writes.
    page.get_by_label("Vad vill du med det?").press_sequentially(PURPOSE, delay=2)
    expect(page.locator("#serving")).to_contain_text("Sylabbet")
    assert axe(page) == []
    page.get_by_label("För vem?").fill("Den som har en skruvmejsel")
    page.get_by_label("Var?", exact=True).select_option(label="YouTube")
    page.get_by_label("Vad ska det heta?").fill("Skruva med oss")
    page.get_by_label("När ska det besvaras?").fill("Fredagar")
    page.get_by_label("Hur slutar det?").fill("När skruvarna är slut")
    page.get_by_role("button", name="Skicka").click()
    # One who holds it isn't enough: everything stays, and it says what is missing.
    expect(page.get_by_label("Vad vill du med det?")).to_have_value(PURPOSE)
    page.get_by_label("Och vem mer?").fill("Pirjo")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Kommunikation svarar senast")).to_be_visible()
    assert axe(page) == []
    application = page.url

    _approved_registered_and_verified(page, axe, application)
    _answered(page, axe)
    assert Account.objects.get(name="Skruva med oss").state == "in-use"


def test_one_answers_as_an_account_with_its_card_beside(story: str, page: Page, axe: Audit) -> None:
    be(page, "Maryam")
    page.goto("/check/")
    page.get_by_label("Jag svarar som").select_option(label="Spolverket")
    expect(page.get_by_label("Kontots avsändarrad")).to_have_value(
        "Här svarar kundservice på Spolverket, vardagar 8–17"
    )
    expect(page.get_by_label("Jag skriver under")).to_have_value("/Maryam")
    expect(page.get_by_label("Vart det ska")).to_have_value("mastodon")
    expect(page.get_by_text("Har du provat att läsa manualen?")).to_be_visible()
    assert axe(page) == []
    # The browser remembers whom one answers as; the card is fetched anew.
    page.goto("/check/")
    expect(page.get_by_text("Har du provat att läsa manualen?")).to_be_visible()
    page.get_by_label("Jag svarar som").select_option("employee")
    expect(page.get_by_text("Har du provat att läsa manualen?")).to_have_count(0)
    expect(page.get_by_label("Kontots avsändarrad")).to_have_value("")


def test_it_works_without_scripts_too(story: str, context: BrowserContext, page: Page) -> None:
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = plain.new_page()
    be(page, "Maryam")
    page.goto("/voices/applications/new/")
    page.get_by_label("Vad vill du med det?").fill(PURPOSE)
    page.get_by_role("button", name="Finns det redan ett?").click()
    expect(page.locator("#serving")).to_contain_text("Sylabbet")
    expect(page.get_by_label("Vad vill du med det?")).to_have_value(PURPOSE)
    page.goto("/check/")
    page.get_by_label("Vad undrar du? Eller tänker lägga ut?").fill("Hoppsan!")
    page.get_by_label("Jag svarar som").select_option(label="Spolverket")
    page.get_by_role("button", name="Hämta kortet").click()
    expect(page.get_by_text("Har du provat att läsa manualen?")).to_be_visible()
    expect(page.get_by_label("Vad undrar du? Eller tänker lägga ut?")).to_have_value("Hoppsan!")
    plain.close()
