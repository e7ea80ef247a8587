"""The first five minutes: an old policy is pasted, read, taken home or made a draft; a bad day becomes a case."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys.steps import be

Axe = Callable[[Page], list[str]]
OLD = Path(__file__).resolve().parents[2] / "src/vigor_portal/policies/checkup/example"
ANSWERS = {
    "Er senaste arga kund": "En kund fick fel maskin för tredje gången.",
    "Vad skrev kunden": "Ni är det sämsta jag varit med om!",
    "Vad gjorde ni?": "Vi hänvisade till speditören.",
    "Vad blev följden?": "Hon gav upp.",
    "Vad skulle ni göra i dag": "Vi ber om ursäkt. Det är vårt fel.",
}


def test_a_visitor_pastes_an_old_policy_and_sees_what_it_says(
    story: str, page: Page, context: BrowserContext, axe: Axe
):
    page.goto("/")
    page.get_by_role("link", name="Klistra in den här").click()
    assert axe(page) == []
    page.get_by_label("Er gamla policy").fill((OLD / "old.sv.txt").read_text("utf-8"))
    page.get_by_role("button", name="Läs den").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rörelunda Energi")
    # What is good comes first, and the figures after it.
    expect(page.get_by_role("heading", level=2).first).to_have_text("Det här är redan bra")
    expect(page.locator(".figures li")).to_have_count(4)
    # A hollow sentence stands with its opposite beside it.
    row = page.locator(".row").filter(has=page.get_by_text("Vi är ärliga, öppna och professionella."))
    expect(row.locator("mark")).to_be_visible()
    expect(row.locator("q")).to_contain_text("oärliga")
    expect(row.get_by_text("Ett sätt att laga den:").first).to_be_visible()
    # The long rest is folded, and unfolds.
    folded = page.locator("details.part").filter(has=page.get_by_role("heading", name="Privat användning"))
    expect(folded.get_by_text("Företaget förutsätter").first).to_be_hidden()
    folded.locator("summary").first.click()
    expect(folded.get_by_text("Företaget förutsätter").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert axe(page) == []

    with page.expect_download() as download:
        page.get_by_role("button", name="Ta hem det som fil").click()
    assert "## 2. Allmänna riktlinjer" in download.value.path().read_text("utf-8")
    assert "Rörelunda" not in page.url


def test_one_press_shows_a_dreadful_example_on_a_phone_in_the_dark_in_english(
    story: str, browser: Browser, axe: Axe
):
    context = browser.new_context(
        base_url=story,
        locale="en-GB",
        color_scheme="dark",
        viewport={"width": 390, "height": 844},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto("/checkup/")
    page.get_by_role("button", name="Try with a dreadful one").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Brightwater")
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_all_of_it_works_without_javascript_and_from_a_file(story: str, browser: Browser):
    context = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto("/checkup/")
    page.get_by_label("eller en fil").set_input_files(OLD / "old.sv.txt")
    page.get_by_role("button", name="Läs den").click()
    expect(page.locator(".figures li")).to_have_count(4)
    page.get_by_role("link", name="Gör ett första fall").click()
    answer(page)
    expect(page.get_by_label("Ändra vad du vill")).to_have_value(
        "### En kund fick fel maskin för tredje gången {.case}\n\n"
        "En kund fick fel maskin för tredje gången.\n\n"
        "”Ni är det sämsta jag varit med om!”\n\n"
        "- [ ] Vi hänvisade till speditören. → Hon gav upp.\n"
        "- [x] Vi ber om ursäkt. → Det är vårt fel.\n"
    )
    context.close()


def test_a_file_that_is_dropped_on_the_form_is_taken(story: str, page: Page):
    page.goto("/checkup/")
    page.evaluate("""() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["# Hej\\n\\n## Allmänt\\n\\n- Vi är ärliga och snabba.\\n"], "gammal.md"));
        document.querySelector("textarea").dispatchEvent(
            new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }""")
    page.get_by_role("button", name="Läs den").click()
    expect(page.locator("mark").first).to_have_text("Vi är ärliga och snabba.")


def test_communications_makes_it_a_draft_and_adds_a_first_case(story: str, page: Page, axe: Axe):
    be(page, "Disa")
    page.goto("/checkup/")
    page.get_by_role("button", name="Prova med en förfärlig").click()
    page.get_by_role("button", name="Gör det till ett utkast").click()
    expect(page).to_have_url(f"{story}/policy/draft/")
    expect(page.get_by_text("Anställda ska alltid uppträda på ett respektfullt sätt").first).to_be_attached()

    page.goto("/checkup/interview/")
    answer(page)
    assert axe(page) == []
    page.get_by_role("button", name="Lägg det i utkastet").click()
    expect(page).to_have_url(f"{story}/policy/draft/")
    expect(page.get_by_text("Fallet står i utkastet nu")).to_be_visible()


def answer(page: Page) -> None:
    """Answer the five questions, and send them."""
    for question, words in ANSWERS.items():
        page.get_by_label(question).fill(words)
    page.get_by_role("button", name="Gör ett fall av det").click()
