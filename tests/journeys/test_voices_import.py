"""A list that somebody kept in a spreadsheet becomes accounts that are looked after: brought, mended, and seen as a whole."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect
from tests.journeys.steps import be

from vigor_portal.voices.models import Account, Import

Axe = Callable[[Page], list[str]]
# As a Swedish spreadsheet writes it: semicolons, Windows-1252, a formula, a row that stands twice, rows that are wrong.
LIST = "\r\n".join(
    (
        "Kontonamn;Kanal;Länk;Syfte;Ämnen;Svarstider;Övrigt",
        "Tegelmo bryggeri;Instagram;https://www.instagram.com/tegelmo/;Vi visar hur det går till.;öl, humle;;",
        "Tegelmo svarar;Facebook;facebook.com/tegelmosvarar;Vi svarar på frågor och hjälper dig.;öl;vardagar 8–17;Åsa vet",
        "Tegelmo svarar igen;Facebook;https://m.facebook.com/TegelmoSvarar;;;;",
        'Sökningen;X;https://x.com/search?q=tegelmo;;;;"=HYPERLINK(""http://exempel.example"")"',
        "Gamla gruppen;Lunarstorm;tegelmo;;;;",
        "Lediga jobb;LinkedIn;linkedin.com/company/tegelmo;Vi rekryterar.;jobb;;",
    )
).encode("cp1252")
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}


def fits(page: Page) -> bool:
    """Is nothing wider than the window?"""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_list_from_a_spreadsheet_is_brought_looked_at_and_approved(
    story: str, page: Page, axe: Axe, size: dict[str, int]
):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    be(page, "Disa")
    before = Account.objects.count()
    page.goto("/voices/")
    page.get_by_role("link", name="Lägg in och ta med").click()
    assert axe(page) == []
    page.get_by_label("En fil").set_input_files(
        FilePayload(name="konton.csv", mimeType="text/csv", buffer=LIST)
    )
    page.get_by_role("button", name="Titta på den").click()
    # What would come of it, with the bad rows by line and reason; nothing is saved yet.
    expect(page.get_by_role("button", name="För in 3 konton")).to_be_visible()
    expect(page.locator(".remarks .bad")).to_have_count(2)
    expect(page.get_by_text("Rad 6")).to_be_visible()
    expect(page.get_by_text("Vi känner inte till nätverket ”Lunarstorm”.")).to_be_visible()
    expect(page.get_by_text("är samma konto som på rad 3")).to_be_visible()
    expect(page.get_by_label("Syfte")).to_have_value("purpose")
    assert axe(page) == []
    assert fits(page)
    assert Account.objects.count() == before
    # Another column says something, too: changed, counted again, and only then saved.
    page.get_by_label("Övrigt").select_option("audience")
    page.get_by_role("button", name="För in 3 konton").click()
    expect(page.get_by_text("Du hade ändrat något, så vi räknade om.")).to_be_visible()
    page.get_by_role("button", name="För in 3 konton").click()
    expect(page.get_by_role("heading", name="Klart")).to_be_visible()
    assert Account.objects.get(address_key="facebook:tegelmosvarar").audience == "Åsa vet"
    with page.expect_download() as download:
        page.get_by_role("link", name="Alla som en fil").click()
    mended = download.value.path().read_text("utf-8-sig")
    assert "'=HYPERLINK" in mended
    assert axe(page) == []
    page.get_by_role("button", name="Godkänn 3 konton").click()
    page.get_by_role("button", name="Gå i god för 3 konton").click()
    expect(page.get_by_role("link", name="Till kontona")).to_be_visible()
    assert Account.objects.get(address_key="facebook:tegelmosvarar").speaks
    assert fits(page)


def test_far_too_much_is_pasted_and_comes_in_as_a_file(story: str, page: Page):
    rows = [f"Konto {number};x.com/tegelmo{number};{'ord ' * 600}" for number in range(1200)]
    pasted = "\n".join(("Namn;Länk;Syfte", *rows))
    assert len(pasted) > 2_800_000
    be(page, "Disa")
    page.goto("/voices/import/")
    page.locator("textarea[name=text]").evaluate("(box, text) => { box.value = text; }", pasted)
    page.get_by_role("button", name="Titta på den").click()
    page.wait_for_url(re.compile(r"/voices/import/[\w-]{6,}/"))
    brought = Import.objects.get()
    assert bytes(brought.content).decode() == pasted
    assert brought.file_name == "Inklistrade rader"


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_the_register_is_seen_as_a_whole(story: str, page: Page, axe: Axe, size: dict[str, int]):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    be(page, "Disa")
    page.goto("/voices/resilience/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("kan besvaras i morgon")
    assert axe(page) == []
    assert fits(page)
    page.get_by_role("link", name="De som en enda ansvarar för").click()
    expect(page.get_by_role("heading", name="Sitter rätt personer vid ratten?")).to_be_visible()
    assert axe(page) == []
    assert fits(page)
    page.get_by_role("link", name="Syften", exact=True).click()
    expect(page.get_by_role("table", name="Hur många konton som är till för vad, och var")).to_be_visible()
    assert axe(page) == []
    assert fits(page)
    page.get_by_role("link", name="Tänk om …").click()
    expect(page.get_by_role("heading", name="Tänk om jag slutar på fredag?")).to_be_visible()
    assert axe(page) == []
    assert fits(page)
