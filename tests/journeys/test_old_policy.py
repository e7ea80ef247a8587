"""The first five minutes: an old policy is pasted, read, taken home or made a draft; a bad day becomes a case."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect
from tests.journeys.steps import be
from tests.portal.policies.documents import open_document, pdf

from vigor_portal.policies.models import DraftText, Version

Axe = Callable[[Page], list[str]]
OLD = Path(__file__).resolve().parents[2] / "src/vigor_portal/policies/checkup/example"
# Our own words, with the faults that old policies have.
OURS = (
    "# Policy för sociala medier på Tegelmo bryggeri",
    "Den här policyn gäller alla som arbetar på bryggeriet.",
    "## Allmänt",
    "Vi är ärliga, öppna och professionella.",
    "Anställda ska alltid uppträda på ett respektfullt sätt i sociala medier.",
    "Det är inte tillåtet att kritisera företaget i sociala medier.",
    "## Kundservice",
    "Vi svarar på Facebook mellan 8 och 16, och skriver vem vi är med förnamn.",
)
MENDED = {
    "Vi är ärliga, öppna och professionella.": "Vi berättar när en sats har blivit sur, samma dag som vi smakar det.",
    "Anställda ska alltid uppträda på ett respektfullt sätt i sociala medier.": "Vi svarar den som är arg med namn och "
    "ett klockslag när vi hör av oss igen.",
    "Det är inte tillåtet att kritisera företaget i sociala medier.": "Vi låter kritik stå kvar, också vår egen.",
}
DATA_SETS = Path(os.environ.get("VIGOR_DATA_SETS") or Path(__file__).resolve().parents[3] / "shared" / "data")
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
    expect(page.get_by_role("button", name="Lägg det i utkastet")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Lägg det i utkastet").click()
    expect(page).to_have_url(f"{story}/policy/draft/")
    expect(page.get_by_text("Fallet står i utkastet nu")).to_be_visible()


def answer(page: Page) -> None:
    """Answer the five questions, and send them."""
    for question, words in ANSWERS.items():
        page.get_by_label(question).fill(words)
    page.get_by_role("button", name="Gör ett fall av det").click()


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("size", "script", "way"),
    [
        pytest.param(WIDE, True, "paste", id="wide"),
        pytest.param(PHONE, True, "pdf", id="phone"),
        pytest.param(WIDE, False, "odt", id="no-script"),
    ],
)
def test_an_old_policy_is_mended_by_its_hints_published_and_read_in_both_faces(
    story: str, browser: Browser, axe: Axe, size: dict[str, int], script: bool, way: str
):
    context = browser.new_context(
        base_url=story, locale="sv-SE", viewport=size, java_script_enabled=script, reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    checked = axe if script else lambda page: []
    be(page, "Disa")
    page.goto("/checkup/")
    bring(page, way)
    expect(page.locator("mark.grave")).to_have_text(
        "Det är inte tillåtet att kritisera företaget i sociala medier."
    )
    assert checked(page) == []
    page.get_by_role("button", name="Gör det till ett utkast").click()
    expect(page).to_have_url(f"{story}/policy/draft/")

    hint = page.locator("#problems_sv [data-rule=too-far]")
    expect(hint).to_contain_text("kritisera företaget")
    expect(page.locator("#problems_sv [data-rule=truism]")).to_be_visible()
    assert checked(page) == []
    mend(page, script)
    expect(hint).to_have_count(0)
    publish(page, script, checked)

    expect(page.get_by_text("Vi låter kritik stå kvar").first).to_be_visible()
    page.goto("/press/sv/")
    expect(page.get_by_text("Vi låter kritik stå kvar").first).to_be_visible()
    assert checked(page) == []
    last = Version.objects.order_by("-number").first()
    assert last is not None
    page.goto(f"/policy/compare/{last.number - 1}/{last.number}/")
    expect(page.get_by_text("Vi låter kritik stå kvar").first).to_be_visible()
    assert checked(page) == []
    context.close()


def bring(page: Page, way: str) -> None:
    """The old policy, pasted or as a document."""
    if way == "paste":
        page.get_by_label("Er gamla policy").fill("\n\n".join(OURS))
    else:
        data = pdf([OURS]) if way == "pdf" else open_document(OURS)
        page.get_by_label("eller en fil").set_input_files(
            FilePayload(name=f"gammal.{way}", mimeType="", buffer=data)
        )
    page.get_by_role("button", name="Läs den").click()


def mend(page: Page, script: bool) -> None:
    """Every sentence that a hint is about, said anew; the translation of another policy goes."""
    text = page.locator("textarea#text_sv")
    words = text.input_value()
    for old, new in MENDED.items():
        assert old in words
        words = words.replace(old, new)
    text.fill(words)
    if script:
        expect(page.locator("#save_state")).to_have_text("Sparat")
    page.get_by_role("radio", name="English").check()
    page.locator("textarea#text_en").fill("")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Sparat.").first).to_be_visible()
    assert DraftText.objects.get(language="en").source == ""
    page.get_by_role("radio", name="Svenska").check()


def publish(page: Page, script: bool, checked: Axe) -> None:
    page.get_by_role("button", name="Gå vidare och publicera").click()
    page.wait_for_url("**/policy/draft/publish")
    assert checked(page) == []
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="gäller nu").first).to_be_visible()


def test_a_real_old_policy_becomes_a_draft_word_for_word(story: str, page: Page):
    policy = DATA_SETS / "policies" / "cthit-kommunikationspolicy.tex"
    if not policy.exists():
        pytest.skip(f"no real policies in {DATA_SETS}: VIGOR_DATA_SETS names their folder")
    be(page, "Disa")
    page.goto("/checkup/")
    page.get_by_label("eller en fil").set_input_files(policy)
    page.get_by_role("button", name="Läs den").click()
    expect(page.locator(".figures li")).to_have_count(4)
    page.get_by_role("button", name="Gör det till ett utkast").click()
    expect(page).to_have_url(f"{story}/policy/draft/")
    expect(page.locator("#problems_sv .advice")).to_be_visible()
    expect(page.locator(".pane-sv .line-mark").first).to_be_attached()


def test_a_book_and_a_lost_sign_in_leave_the_words_in_the_box(
    story: str, page: Page, context: BrowserContext
):
    page.goto("/checkup/")
    box = page.get_by_label("Er gamla policy")
    book = "Vi svarar. " * 181_819
    box.evaluate("(box, words) => { box.value = words; }", book)
    page.get_by_role("button", name="Läs den").click()
    expect(page.get_by_role("alert")).to_contain_text("Det är en hel bok")
    assert box.evaluate("box => box.value.length") == len(book)

    box.fill("Vi är ärliga, öppna och professionella.")
    context.set_offline(True)
    page.get_by_role("button", name="Läs den").click()
    expect(page.get_by_role("alert")).to_contain_text("Vi får inget svar")
    expect(box).to_have_value("Vi är ärliga, öppna och professionella.")
    context.set_offline(False)
    # Somebody signs in in another tab, and the token of this form is void.
    other = context.new_page()
    be(other, "Disa")
    page.get_by_role("button", name="Läs den").click()
    expect(page.locator("mark").first).to_have_text("Vi är ärliga, öppna och professionella.")
