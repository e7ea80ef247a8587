"""Somebody who works here asks, and what nobody could answer finds its way."""

from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys.steps import ask, be

from vigor_portal.asking.models import Question
from vigor_portal.log.models import Entry

AT_NIGHT = "Måste jag svara kunder på kvällen?"
NOT_WRITTEN = "Får vi ha hund på kontoret?"


def test_an_employee_asks_in_everyday_words_and_lands_on_the_right_point(story: str, page: Page):
    be(page, "Maryam")
    ask(page, AT_NIGHT)
    best = page.get_by_role("article").first
    expect(best.get_by_role("link", name="Frågan klockan elva på kvällen")).to_be_visible()
    # One sentence is marked: that answers, whichever way it answers.
    expect(best.locator("mark")).to_be_visible()
    assert page.url == f"{story}/"
    best.get_by_role("link").first.click()
    expect(page).to_have_url(f"{story}/policy/late-question")
    expect(page.get_by_role("heading", name="Frågan klockan elva på kvällen").first).to_be_attached()

    page.get_by_role("button", name="English").click()
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Ask").click()
    ask(page, "May I recommend the Syrsa in a sewing group?", "What are you wondering?", "Show")
    best = page.get_by_role("article").first
    best.get_by_role("link", name="Someone’s looking for exactly the one we make").click()
    expect(page).to_have_url(f"{story}/policy/forum-tip")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_same_without_javascript(story: str, browser: Browser):
    context = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    be(page, "Maryam")
    # There is nothing to turn on that would not work.
    expect(page.get_by_text("Svara medan jag skriver")).to_be_hidden()
    ask(page, AT_NIGHT)
    best = page.get_by_role("article").first
    expect(best.locator("mark")).to_be_visible()
    best.get_by_role("link", name="Frågan klockan elva på kvällen").click()
    expect(page).to_have_url(f"{story}/policy/late-question")
    context.close()


def test_a_question_nobody_answered_comes_to_communications_and_back_without_a_name(
    story: str, page: Page, context: BrowserContext
):
    be(page, "Maryam")
    ask(page, NOT_WRITTEN)
    expect(page.get_by_role("heading", name="Det säger policyn inget om")).to_be_visible()
    page.get_by_role("button", name="Skicka frågan vidare").click()
    # The text is shown first, to be changed, and no name goes with it unless asked for.
    expect(page.get_by_role("heading", name="Det här skickar vi")).to_be_visible()
    expect(page.get_by_label("Din fråga, så som kommunikation läser den")).to_have_value(NOT_WRITTEN)
    expect(page.get_by_label("Lägg till mitt namn")).not_to_be_checked()
    assert not Question.objects.filter(text=NOT_WRITTEN).exists()
    page.get_by_role("button", name="Skicka", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Skickad")

    row = Question.objects.get(text=NOT_WRITTEN)
    assert row.asked_by is None
    assert not Entry.objects.filter(kind__startswith="asking", actor__given_name="Maryam").exists()

    context.clear_cookies()
    be(page, "Disa")
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Väntar").click()
    line = page.get_by_role("listitem").filter(has_text=NOT_WRITTEN)
    expect(line).to_contain_text("ingen ännu")
    line.get_by_role("link", name=NOT_WRITTEN).click()
    expect(page.get_by_text("utan namn ·")).to_be_visible()
    page.get_by_label("Vårt svar").fill("Ja, om den trivs och ingen är allergisk.")
    page.get_by_role("button", name="Svara", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Besvarad")

    context.clear_cookies()
    be(page, "Maryam")
    # Nobody but her can tell that it was her question: she is told when she comes.
    page.get_by_role("link", name="Din fråga har fått ett svar").click()
    expect(page.get_by_role("region", name="Du frågade")).to_contain_text(NOT_WRITTEN)
    answered = page.get_by_role("article").filter(has_text=NOT_WRITTEN)
    expect(answered).to_contain_text("Ja, om den trivs och ingen är allergisk.")


def test_answers_while_typing_are_off_until_turned_on_and_nothing_typed_is_kept(story: str, page: Page):
    be(page, "Maryam")
    sent: list[str] = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    box = page.get_by_label("Vad undrar du?")
    box.press_sequentially("Måste jag svara kunder", delay=5)
    page.wait_for_timeout(700)
    assert sent == []

    page.get_by_label("Svara medan jag skriver").check()
    box.fill("")
    box.press_sequentially(AT_NIGHT, delay=5)
    expect(page.get_by_role("article").first).to_contain_text("Frågan klockan elva på kvällen")
    # Whoever types goes on typing.
    expect(box).to_be_focused()
    expect(box).to_have_value(AT_NIGHT)
    assert sent == [f"{story}/check/"] * len(sent)
    assert page.evaluate("JSON.stringify(localStorage)") == '{"answer-while-typing":"yes"}'
    kept = page.evaluate("JSON.stringify([sessionStorage, history.state, location.href, document.title])")
    assert not any(word in kept for word in AT_NIGHT.rstrip("?").split())

    page.reload()
    expect(page.get_by_label("Svara medan jag skriver")).to_be_checked()
    expect(box).to_have_value("")
