"""Communications lets anybody read an answer; somebody from outside finds it; one press takes it in."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.steps import ask, be

Audit = Callable[[Page], list[str]]
ASKED = "Svarar ni på norska när någon skriver på norska?"
SAID = "Vi svarar på svenska, och förstår norska. Skriv som du vill."


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "wide"])
def test_an_answer_goes_out_is_found_and_comes_in_again(
    story: str, page: Page, browser: Browser, axe: Audit, width: int
):
    page.set_viewport_size({"width": width, "height": 844})
    be(page, "Disa")
    page.goto("/ask/gaps/")
    page.get_by_role("link", name=re.compile("på norska")).click()
    page.get_by_label("Frågan, så som alla kommer att läsa den").fill(ASKED)
    page.get_by_label("Vårt svar").fill(SAID)
    point, tick = (
        page.get_by_label("Punkten i policyn som svarar"),
        page.get_by_label("Vem som helst får läsa"),
    )
    # Offered for what is public only.
    expect(tick).to_be_hidden()
    point.select_option("rumours")
    expect(tick).to_be_hidden()
    point.select_option("say-what-we-mean")
    expect(tick).not_to_be_checked()
    tick.check()
    assert axe(page) == []
    page.get_by_role("button", name="Svara", exact=True).click()
    expect(page.get_by_text("Nu kan vem som helst läsa den")).to_be_visible()
    assert axe(page) == []

    outside = browser.new_context(base_url=story, locale="sv-SE", viewport={"width": width, "height": 844})
    visitor = outside.new_page()
    visitor.goto("/press/sv/ask")
    ask(visitor, "Får jag skriva på norska?")
    visitor.get_by_role("link", name=ASKED).click()
    expect(visitor).to_have_url(re.compile("/press/sv/say-what-we-mean#asked-"))
    expect(visitor.get_by_text(SAID)).to_be_visible()
    assert axe(visitor) == []
    visitor.goto("/press/sv/ask/answered")
    expect(visitor.get_by_role("link", name=ASKED)).to_be_visible()
    assert axe(visitor) == []
    assert outside.cookies() == []

    page.get_by_role("button", name="Ut ur pressrummet").click()
    expect(page.get_by_role("button", name="Låt vem som helst läsa det")).to_be_visible()
    visitor.goto("/press/sv/say-what-we-mean")
    expect(visitor.get_by_text("Frågat om det här")).to_have_count(0)
    outside.close()
