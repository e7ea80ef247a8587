"""A sentence is changed, seen, published and read; by one, by two at once, and without JavaScript."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from tests.journeys.steps import be

from vigor_portal.policies.models import Draft, DraftText, Version

PHONE: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1280, "height": 900}


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
    page.get_by_role("button", name="Publicera", exact=True).click()
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
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Inte publicerat")
    expect(text).to_have_value(re.compile("Vi sover på saken"))
    assert Version.objects.count() == 3


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_two_editors_meet_and_choose(
    story: str, browser: Browser, page: Page, axe: Callable[[Page], list[str]], size: ViewportSize
):
    page.set_viewport_size(size)
    begin(page)
    words = first_guideline()
    other: BrowserContext = browser.new_context(base_url=story, locale="sv-SE", viewport=size)
    try:
        second = other.new_page()
        be(second, "Disa")
        # What others write comes in while nobody types, and then there would be nothing to choose between.
        second.route("**/revisions", lambda route: route.abort())
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
        expect(second.locator("#trouble")).to_contain_text("samma punkt")
        second.unroute("**/revisions")
        second.get_by_role("button", name="Se båda och välj").click()
        expect(second.locator(".clash .words-changed").first).to_contain_text("Vi svarar genast.")
        assert axe(second) == []
        assert second.evaluate("document.documentElement.scrollWidth <= innerWidth")
        second.get_by_label("Den andras").check()
        second.get_by_role("button", name="Spara så").click()
        expect(second.locator("textarea#text_sv")).to_have_value(re.compile("Vi sover på saken"))
        expect(second.locator("#offered")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        # Whoever goes on writing sees the other's choice come in.
        expect(page.locator("#save_state")).to_be_in_viewport()
    finally:
        other.close()


def test_what_could_not_be_saved_is_offered_back(story: str, page: Page, context: BrowserContext):
    begin(page)
    context.set_offline(True)
    text = page.locator("textarea#text_sv")
    text.fill(text.input_value() + "\nVi sover på saken.\n")
    expect(page.locator("#trouble")).to_contain_text("finns kvar i den här webbläsaren")
    assert "sover" not in DraftText.objects.get(language="sv").source
    context.clear_cookies()
    context.set_offline(False)
    expect(page.locator("#trouble")).to_contain_text("utloggad", timeout=15_000)
    be(page, "Disa")
    page.goto("/policy/draft/")
    page.locator("#take_back").click()
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
        page.get_by_role("button", name="Publicera", exact=True).click()
        expect(page.get_by_text("Vi sover på saken.").first).to_be_visible()
    finally:
        plain.close()


def test_advice_stands_in_the_margin_at_its_line_and_is_reached_by_keyboard(
    story: str, page: Page, axe: Callable[[Page], list[str]]
):
    begin(page)
    text = page.locator("textarea#text_sv")
    lines = text.input_value().split("\n")
    lines.insert(14, "\nVi är ärliga, öppna och professionella.\n")
    text.fill("\n".join(lines))
    group = page.locator("#problems_sv [data-rule=truism]")
    expect(group.locator(".about")).to_have_text("Sant för alla")
    mark = page.get_by_role("button", name=re.compile("^rad 16: .*Sant för alla"))
    expect(mark).to_be_attached()
    # One stop for Tab, arrows from there.
    text.focus()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".pane-sv .line-mark:focus")).to_have_count(1)
    page.keyboard.press("Home")
    for _ in range(page.locator(".pane-sv .line-mark").count()):
        if mark.evaluate("mark => mark === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    note = page.get_by_role("group", name="Vad som sägs om raden")
    expect(note).to_be_focused()
    expect(note).to_contain_text("oärliga")
    assert axe(page) == []
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()
    # What is hidden stays hidden in this draft.
    page.keyboard.press("Enter")
    note.get_by_role("button", name="Dölj det här").click()
    expect(group).to_be_hidden()
    expect(page.locator("#save_state")).to_have_text("Sparat")
    page.reload()
    expect(group).to_be_attached()
    expect(group).to_be_hidden()
    page.locator("#problems_sv").get_by_role("button", name="Visa det jag har dolt").click()
    expect(group).to_be_visible()


def test_on_a_phone_the_list_leads_to_the_lines(
    story: str, browser: Browser, axe: Callable[[Page], list[str]]
):
    phone = browser.new_context(base_url=story, locale="sv-SE", viewport={"width": 390, "height": 844})
    try:
        page = phone.new_page()
        begin(page)
        text = page.locator("textarea#text_sv")
        lines = text.input_value().split("\n")
        lines.insert(14, "\nVi är ärliga, öppna och professionella.\n")
        text.fill("\n".join(lines))
        group = page.locator("#problems_sv [data-rule=truism]")
        group.locator("summary").click()
        group.locator("a[data-line]").click()
        expect(text).to_be_focused()
        chosen = text.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")
        assert chosen == "Vi är ärliga, öppna och professionella."
        expect(page.locator(".line-mark").first).to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert axe(page) == []
    finally:
        phone.close()


def test_signed_out_in_another_tab_one_writes_on_and_nothing_is_lost(
    story: str, page: Page, context: BrowserContext, axe: Callable[[Page], list[str]]
):
    begin(page)
    text = page.locator("textarea#text_sv")
    context.clear_cookies()
    text.fill(text.input_value() + "\nVi sover på saken.\n")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("Du är utloggad")
    expect(trouble.get_by_role("link", name="Logga in igen")).to_have_attribute("target", "_blank")
    assert axe(page) == []
    # The preview is no page to sign in on, and no button leads away from the text.
    expect(page.locator("#preview_ form")).to_have_count(0)
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(trouble).to_contain_text("Du är utloggad")
    expect(text).to_have_value(re.compile("Vi sover på saken"))
    other = context.new_page()
    be(other, "Disa")
    text.press_sequentially("Och lite till.")
    expect(page.locator("#save_state")).to_have_text("Sparat", timeout=15_000)
    expect(page.locator("#trouble")).to_be_hidden()
    assert "Och lite till." in DraftText.objects.get(language="sv").source


def test_two_megabytes_pasted_stay_in_the_box_and_are_not_sent(story: str, page: Page):
    begin(page)
    text = page.locator("textarea#text_sv")
    before = DraftText.objects.get(language="sv").source
    text.evaluate(
        "box => { box.focus(); box.setRangeText('Vi svarar. '.repeat(181819), 0, 0, 'end');"
        " box.dispatchEvent(new InputEvent('input', { bubbles: true })); }"
    )
    expect(page.get_by_role("alert")).to_contain_text("mer än en policy")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("mer än en policy")
    assert text.evaluate("box => box.value.length") > 2_000_000
    assert DraftText.objects.get(language="sv").source == before
