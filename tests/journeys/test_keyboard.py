"""Everything with the keyboard only: Tab, Enter, space and arrows, and always to be seen where one is."""

from playwright.sync_api import Page, expect
from tests.journeys.steps import focused, tab_to


def test_from_the_front_door_to_an_answer_and_two_versions_with_the_keyboard(story: str, page: Page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert focused(page)["words"] == "Hoppa till texten"
    page.keyboard.press("Enter")
    # The skip link skips: what comes next is in the text.
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    tab_to(page, lambda on: on["words"] == "Var Maryam")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Maryam", exact=True)).to_be_visible()

    tab_to(page, lambda on: on["words"].startswith("Vad undrar du?"))
    page.keyboard.type("Får jag tipsa om Syrsan i en sygrupp?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("article").first.locator("mark")).to_be_visible()
    tab_to(page, lambda on: on["words"] == "Någon frågar efter precis den vi gör")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{story}/policy/forum-tip")

    tab_to(page, lambda on: on["words"] == "Versioner")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Versioner")).to_be_visible()
    tab_to(page, lambda on: on["words"] == "Jämför")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Jämför", exact=True)).to_have_value("2")
    tab_to(page, lambda on: on["words"] == "Jämför dem")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{story}/policy/compare/2/3/")
    expect(page.locator("ins").first).to_be_visible()


def test_no_page_keeps_the_keyboard(story: str, page: Page):
    """Tab comes to the last thing of a page, and out of it again."""
    page.goto("/")
    page.get_by_role("button", name="Var Disa").click()
    for address in (
        "/",
        "/ask/",
        "/policy/",
        "/policy/versions/",
        "/people/",
        "/organisation/",
        "/press/sv/",
    ):
        page.goto(address)
        # The page's own end, from the last link but one: long pages are not walked through from the start.
        page.evaluate("""() => {
            const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
                .filter((each) => each.checkVisibility() && !each.disabled && each.type !== "hidden");
            stops.at(-2).focus();
            stops.at(-1).dataset.last = "";
        }""")
        page.keyboard.press("Tab")
        assert page.evaluate("'last' in document.activeElement.dataset"), address
        page.keyboard.press("Tab")
        # Out of the page, or around to its beginning.
        assert page.evaluate("document.activeElement.matches('body, .skip')"), address


def test_slides_are_turned_with_the_keyboard(story: str, page: Page):
    page.goto("/")
    page.get_by_role("button", name="Var Maryam").click()
    page.emulate_media(reduced_motion="reduce")
    page.goto("/policy/intro/customer-service/")
    last = page.locator(".slide").count()

    def at(number: int) -> None:
        expect(page.locator("[data-position]")).to_have_text(f"{number}/{last}")
        expect(page.locator(f"#s{number}")).to_be_in_viewport(ratio=0.3)

    at(1)
    page.keyboard.press("ArrowRight")
    at(2)
    expect(page.locator("#s2")).to_be_focused()
    page.keyboard.press("ArrowRight")
    at(3)
    page.keyboard.press("ArrowLeft")
    at(2)
    page.keyboard.press("End")
    at(last)
    page.keyboard.press("ArrowRight")
    at(last)
    page.keyboard.press("Home")
    at(1)
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{story}/policy/intro/")
