"""Somebody from outside reads the press room."""

from playwright.sync_api import BrowserContext, Page, expect


def test_a_visitor_reads_the_press_room_and_compares_two_versions(
    story: str, page: Page, context: BrowserContext
):
    page.goto("/press/")
    expect(page.get_by_role("heading", level=1, name="Så syr vi ihop det")).to_be_visible()
    # What a reader can expect stands first, with whom to call beside it.
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Det här kan du vänta dig")
    expect(page.get_by_role("link", name="press@spolverket.example")).to_be_visible()

    page.goto("/press/sv/say-what-we-mean")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vi skojar gärna men menar det vi skriver")
    expect(page.get_by_role("heading", name="Syrsan som åt undertråd")).to_be_visible()

    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Versioner").click()
    page.get_by_label("Den äldre versionen").select_option("2")
    page.get_by_label("Den nyare versionen").select_option("3")
    page.get_by_role("button", name="Visa").click()
    expect(page).to_have_url(f"{story}/press/sv/compare/2/3")
    reworded = page.get_by_role("listitem").filter(has=page.get_by_text("Vi skojar gärna", exact=False)).first
    expect(reworded.locator("del", has_text="glimt i ögat")).to_be_visible()
    expect(reworded.locator("ins", has_text="fyrtio tusen medlemmar")).to_be_visible()
    # What was internal in version 2 is told nowhere.
    assert "jourtelefonen" not in page.content()

    assert context.cookies() == []


def test_a_point_that_is_gone_says_so_and_leads_to_how_it_read(
    story: str, page: Page, context: BrowserContext
):
    answer = page.goto("/press/sv/one-emoji")
    assert answer is not None
    assert answer.status == 410
    expect(page.get_by_role("heading", name="Punkten finns inte kvar")).to_be_visible()
    # Every wording keeps its own address.
    page.get_by_role("link", name="i version 2", exact=True).click()
    expect(page.get_by_role("article")).to_contain_text("Två ser ut som om vi skrattar åt någon.")
    assert context.cookies() == []


def test_to_a_visitor_an_internal_point_is_exactly_like_one_that_never_was(
    story: str, context: BrowserContext
):
    internal = context.request.get("/press/sv/rumours")
    unknown = context.request.get("/press/sv/xxxxxxx")
    assert internal.status == unknown.status == 404
    assert internal.body().replace(b"rumours", b"xxxxxxx") == unknown.body()
    a, b = dict(internal.headers), dict(unknown.headers)
    a.pop("date", None), b.pop("date", None)
    assert a == b
    assert context.cookies() == []


def test_a_visitor_asks_in_english_without_a_cookie(story: str, page: Page, context: BrowserContext):
    page.goto("/press/en/ask")
    page.get_by_label("What are you wondering?").fill("Will you tell me if my machine isn’t worth mending?")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("article").first.locator("mark")).to_contain_text("worth mending")
    assert "machine" not in page.url
    assert context.cookies() == []
