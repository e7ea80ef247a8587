"""Somebody in customer service is about to answer sharply, and sees what a wise colleague would have said."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys.steps import be

from vigor_portal.checking.models import Objection
from vigor_portal.dialogue.models import Thread

THE_CUSTOMER = "Min symaskin har stått hos er i fem veckor. Ingen svarar. Det här är under all kritik!"
SHARP = (
    "Hej Per! Ja jo, verkligen kul att du delar med dig 🙄 Det är inte vårt fel utan Nätmarks, som vanligt."
)
KIND = (
    "Hej Per! Förlåt att du har fått vänta i fem veckor, det är inte okej. Jag går ner i verkstan nu "
    "och återkommer till dig i dag före klockan tre med en dag då maskinen är klar. /Leila"
)
BOX = "Vad undrar du? Eller tänker lägga ut?"
ADVICE = "[data-check]"


def kept_by_the_browser(page: Page) -> str:
    """Everything that a page can leave in the browser."""
    return str(
        page.evaluate("""async () => {
            const bases = indexedDB.databases ? await indexedDB.databases() : [];
            const caches_ = await caches.keys();
            return JSON.stringify([{...localStorage}, {...sessionStorage}, history.state, location.href, document.title,
                document.cookie, bases, caches_, window.name]);
        }""")
    )


def test_a_sharp_answer_becomes_a_kind_one(story: str, page: Page, axe: Callable[[Page], list[str]]):
    be(page, "Maryam")
    page.get_by_role("link", name="Jag svarar som …").click()
    page.get_by_label("Det jag svarar på").fill(THE_CUSTOMER)
    page.get_by_label("Jag svarar som").select_option("logo")
    page.get_by_label("Kontots avsändarrad").fill("Här svarar kundservice")
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_label(BOX).press("Control+Enter")

    draft = page.locator(".draft")
    expect(draft.locator("mark").first).to_be_visible()
    expect(draft).to_contain_text("verkligen kul att du delar med dig")
    # Whoever answers forty an hour goes on writing where they were; a screen reader hears how much there is.
    expect(page.get_by_label(BOX)).to_be_focused()
    expect(page.locator("[data-said]")).to_contain_text("råd")
    assert page.locator(ADVICE).count() >= 2
    assert axe(page) == []

    # The guideline, and the case that shows it, are one press away.
    first = page.locator(ADVICE).first
    with page.context.expect_page() as opened:
        first.locator("blockquote a").click(modifiers=["ControlOrMeta"])
    expect(opened.value.get_by_role("heading").first).to_be_attached()
    opened.value.close()
    case = page.locator(".case-link a").first
    address = case.get_attribute("href")
    with page.context.expect_page() as opened:
        case.click(modifiers=["ControlOrMeta"])
    assert opened.value.url == f"{story}{address}"
    opened.value.close()

    page.get_by_label(BOX).fill(KIND)
    page.get_by_label(BOX).press("Control+Enter")
    expect(page.get_by_role("heading", name="Det låter bra")).to_be_visible()
    expect(draft.locator("mark")).to_have_count(0)

    # The next one: an empty desk, the same hat.
    page.get_by_role("button", name="Nästa").click()
    expect(page.get_by_label("Det jag svarar på")).to_be_focused()
    expect(page.get_by_label("Det jag svarar på")).to_have_value("")
    expect(page.get_by_label(BOX)).to_have_value("")
    expect(page.get_by_label("Kontots avsändarrad")).to_have_value("Här svarar kundservice")
    page.reload()
    expect(page.get_by_label("Jag svarar som")).to_have_value("logo")


def test_the_first_page_takes_both_and_one_press_changes_it(story: str, page: Page):
    be(page, "Maryam")
    page.get_by_label(BOX).fill("Måste jag svara kunder på kvällen?")
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.get_by_text("Vi tog det här för en fråga.")).to_be_visible()
    page.get_by_role("button", name="Det är ett inlägg").click()
    expect(page.get_by_text("Läst som ett inlägg.")).to_be_visible()
    expect(page.locator(".draft")).to_contain_text("Måste jag svara kunder på kvällen?")
    page.get_by_role("button", name="Det är en fråga").click()
    expect(page.get_by_text("Läst som en fråga.")).to_be_visible()
    assert page.url == f"{story}/"


def test_one_disagrees_and_can_talk_about_it(story: str, page: Page, context: BrowserContext):
    be(page, "Maryam")
    page.goto("/check/")
    sent: list[str] = []
    page.on("request", lambda request: "disagree" in request.url and sent.append(request.post_data or ""))
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_role("button", name="Visa", exact=True).click()
    page.get_by_role("button", name="Jag håller inte med om rådet").first.click()
    expect(page.get_by_text("Räknat, utan ditt namn och utan din text.")).to_be_visible()
    assert Objection.objects.get().times == 1
    assert len(sent) == 1
    assert "kul" not in sent[0]
    page.get_by_role("button", name="Prata om riktlinjen").click()
    expect(page).to_have_url(re.compile("/talk/#write$"))
    first = page.get_by_label("Din kommentar")
    expect(first).to_have_value(
        re.compile(r"^Jag håller inte med om rådet om ”.+” \([a-z-]+\), som vilar på ”")
    )
    first.press_sequentially("Så här menar jag.")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_text("Så här menar jag.")).to_be_visible()
    assert not Thread.objects.filter(opened_by__given_name="Maryam", comments__text__contains="kul").exists()


def test_what_one_does_not_want_to_hear_is_hidden_in_this_browser_alone(story: str, page: Page):
    be(page, "Maryam")
    page.goto("/check/")
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_role("button", name="Visa", exact=True).click()
    first = page.locator(ADVICE).first
    check = first.get_attribute("data-check")
    first.get_by_role("button", name="Visa mig inte det här igen").click()
    expect(page.locator(f"[data-check='{check}']")).to_be_hidden()
    assert page.evaluate("localStorage.getItem('vigor-hidden-checks')") == f'["{check}"]'
    page.reload()
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator("[data-reading]")).to_be_visible()
    expect(page.locator(f"[data-check='{check}']")).to_be_hidden()
    page.get_by_role("button", name="Visa det jag har dolt").click()
    expect(page.locator(f"[data-check='{check}']")).to_be_visible()


def test_advice_while_typing_neither_flickers_nor_moves_the_caret(story: str, page: Page):
    be(page, "Maryam")
    page.goto("/check/")
    page.get_by_label("Svara medan jag skriver").check()
    box = page.get_by_label(BOX)
    box.press_sequentially(SHARP, delay=2)
    expect(page.locator(".draft mark").first).to_be_visible()
    expect(page.locator(".draft")).to_contain_text("som vanligt.")
    page.evaluate("document.querySelector('[data-reading]').dataset.kept = 'yes'")
    box.press("Control+Home")
    # The same words again: the same answer, and so nothing is swapped.
    with page.expect_response("**/check/"):
        box.press_sequentially(" ")
    page.wait_for_timeout(200)
    expect(page.locator("[data-reading]")).to_have_attribute("data-kept", "yes")
    assert box.evaluate("field => field.selectionStart") == 1
    expect(box).to_be_focused()


def test_nothing_of_it_stays_in_the_browser(story: str, page: Page):
    be(page, "Maryam")
    page.goto("/check/")
    page.get_by_label("Svara medan jag skriver").check()
    page.get_by_label("Det jag svarar på").fill("kvastlykta " + THE_CUSTOMER)
    page.get_by_label("Jag svarar som").select_option("employee")
    page.get_by_label(BOX).press_sequentially(
        "Ja jo, kvastlykta verkligen kul att du delar med dig.", delay=2
    )
    expect(page.locator("[data-reading]")).to_be_visible()
    page.get_by_role("button", name="Visa", exact=True).click()
    page.get_by_role("button", name="Det är en fråga").click()
    expect(page.get_by_text("Läst som en fråga.")).to_be_visible()
    assert "kvastlykta" not in kept_by_the_browser(page)
    assert "vigor-answer-as" in kept_by_the_browser(page)
    page.goto("/policy/")
    assert "kvastlykta" not in kept_by_the_browser(page)


def test_the_same_without_javascript(story: str, browser: Browser):
    context = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    be(page, "Maryam")
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page).to_have_url(f"{story}/check/")
    expect(page.locator(".draft mark").first).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value(SHARP)
    # What only works with it isn't offered.
    expect(page.get_by_text("Visa mig inte det här igen").first).to_be_hidden()
    expect(page.get_by_text("Svara medan jag skriver")).to_be_hidden()
    page.get_by_role("button", name="Jag håller inte med om rådet").first.click()
    expect(page.get_by_text("Räknat, utan ditt namn och utan din text.")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value(SHARP)
    page.get_by_label(BOX).fill(KIND)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.get_by_role("heading", name="Det låter bra")).to_be_visible()
    context.close()


def test_it_works_on_a_phone(story: str, browser: Browser, axe: Callable[[Page], list[str]]):
    context = browser.new_context(
        base_url=story, locale="sv-SE", viewport={"width": 390, "height": 844}, color_scheme="dark"
    )
    page = context.new_page()
    be(page, "Maryam")
    page.get_by_label(BOX).fill(SHARP)
    page.get_by_role("button", name="Visa", exact=True).click()
    expect(page.locator(".draft mark").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []
    # A number in the text leads to its advice.
    page.locator(".draft a.nr").first.click()
    expect(page.locator(".advice:target")).to_be_in_viewport()
    context.close()
