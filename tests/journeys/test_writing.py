"""A sentence is changed, seen, published and read; by one, by two at once, and without JavaScript."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys.steps import be

from vigor_portal.policies.models import Draft, DraftText, Version


def begin(page: Page) -> None:
    be(page, "Disa")
    page.get_by_role("link", name="Skriv", exact=True).click()
    page.get_by_role("button", name="Börja på ett utkast").click()
    expect(page.get_by_role("heading", name="Utkastet", exact=True)).to_be_visible()


def first_guideline() -> str:
    """The words of a public guideline that has one line in the Swedish draft."""
    source = DraftText.objects.get(language="sv").source
    found = re.search(r"(?m)^- (Vi [^{\n]+?) \{#[a-z-]+[^}\n]*\}$", source)
    assert found is not None
    return found.group(1)


def test_disa_changes_a_sentence_and_both_faces_read_it(
    story: str, page: Page, axe: Callable[[Page], list[str]]
):
    begin(page)
    words = first_guideline()
    text = page.get_by_label("Svenska", exact=True).and_(page.locator("textarea"))
    text.fill(text.input_value().replace(words, "Vi sover på saken."))
    expect(
        page.get_by_label("Så kommer det att se ut").get_by_text("Vi sover på saken.").first
    ).to_be_visible()
    expect(page.locator("#save_state")).to_have_text("Sparat")
    assert "Vi sover på saken." in DraftText.objects.get(language="sv").source
    assert axe(page) == []

    page.get_by_role("button", name="Gå vidare och publicera").click()
    expect(page.locator("ins").first).to_contain_text("sover")
    assert axe(page) == []
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("status").first).to_contain_text("gäller nu")
    expect(page.get_by_text("Vi sover på saken.").first).to_be_visible()
    page.goto("/press/sv/")
    expect(page.get_by_text("Vi sover på saken.").first).to_be_visible()
    assert not Draft.objects.exists()


def test_what_is_wrong_is_told_at_its_line_and_the_text_stays(story: str, page: Page):
    begin(page)
    text = page.locator("textarea#text_sv")
    text.fill(text.input_value() + "\n## En punkt till {#versions}\n\nVi sover på saken.\n")
    link = page.locator("#problems_sv a[data-line]").first
    expect(page.locator("#problems_sv .error")).to_contain_text("versions")
    link.click()
    expect(text).to_be_focused()
    chosen = text.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
    assert chosen == "## En punkt till {#versions}"
    page.get_by_role("button", name="Gå vidare och publicera").click()
    page.get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("alert")).to_contain_text("Inte publicerat")
    expect(text).to_have_value(re.compile("Vi sover på saken"))
    assert Version.objects.count() == 3


def test_two_editors_meet_and_choose(
    story: str, browser: Browser, page: Page, axe: Callable[[Page], list[str]]
):
    begin(page)
    words = first_guideline()
    other: BrowserContext = browser.new_context(base_url=story, locale="sv-SE")
    try:
        second = other.new_page()
        be(second, "Disa")
        second.goto("/policy/draft/")
        theirs, mine = second.locator("textarea#text_sv"), page.locator("textarea#text_sv")
        theirs.fill(theirs.input_value().replace("## ", "## Nya ", 1))
        expect(second.locator("#save_state")).to_have_text("Sparat")
        # Another point: it comes in by itself.
        mine.fill(mine.input_value().replace(words, "Vi sover på saken."))
        expect(page.locator("#save_state")).to_contain_text("Någon annan skrev")
        expect(mine).to_have_value(re.compile("## Nya (.|\n)*Vi sover på saken"))
        # The same point: both are shown, and nothing is overwritten.
        theirs.fill(theirs.input_value().replace(words, "Vi svarar genast."))
        expect(second.locator("#save_state")).to_contain_text("samma punkt")
        second.get_by_role("button", name="Se båda och välj").click()
        expect(second.locator(".clash .words-changed").first).to_contain_text("Vi svarar genast.")
        assert axe(second) == []
        second.get_by_label("Den andras").check()
        second.get_by_role("button", name="Spara så").click()
        expect(second.locator("textarea#text_sv")).to_have_value(re.compile("Vi sover på saken"))
        expect(second.locator("#offered")).to_be_hidden()
    finally:
        other.close()


def test_what_could_not_be_saved_is_offered_back(story: str, page: Page, context: BrowserContext):
    begin(page)
    context.set_offline(True)
    text = page.locator("textarea#text_sv")
    text.fill(text.input_value() + "\nVi sover på saken.\n")
    expect(page.locator("#save_state")).to_contain_text("finns kvar i den här webbläsaren")
    assert "sover" not in DraftText.objects.get(language="sv").source
    context.clear_cookies()
    context.set_offline(False)
    expect(page.locator("#save_state")).to_contain_text("utloggad", timeout=15_000)
    be(page, "Disa")
    page.goto("/policy/draft/")
    page.get_by_role("button", name="Ta tillbaka den").click()
    expect(text).to_have_value(re.compile("Vi sover på saken"))
    expect(page.locator("#save_state")).to_have_text("Sparat")
    assert "sover" in DraftText.objects.get(language="sv").source


def test_points_move_by_keyboard(story: str, page: Page):
    begin(page)
    second = page.locator(".outline li.of-guideline").nth(1).locator(".name")
    words = second.inner_text()
    button = page.get_by_role("button", name=f"Upp: {words}", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".outline li.of-guideline").first.locator(".name")).to_have_text(words)


def test_without_javascript_it_is_written_and_published(story: str, browser: Browser):
    plain = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    try:
        page = plain.new_page()
        begin(page)
        words = first_guideline()
        text = page.locator("textarea#text_sv")
        text.fill(text.input_value().replace(words, "Vi sover på saken."))
        page.get_by_role("button", name="Visa hur det blir").click()
        expect(page.locator("#preview_").get_by_text("Vi sover på saken.").first).to_be_visible()
        expect(page.locator("#save_state")).to_have_text("Inte sparat än")
        page.get_by_role("button", name="Spara", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="Sparat.").first).to_be_visible()
        page.get_by_role("button", name="Gå vidare och publicera").click()
        page.get_by_role("button", name="Publicera").click()
        expect(page.get_by_text("Vi sover på saken.").first).to_be_visible()
    finally:
        plain.close()
