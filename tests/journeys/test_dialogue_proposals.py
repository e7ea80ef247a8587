"""Somebody would say it better, and it becomes the policy; a draft is shown, talked about and answered for."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.journeys.steps import be

from vigor_portal.dialogue.models import Consultation, Proposal, PublicComment, Support
from vigor_portal.policies.models import Credit, Version
from vigor_portal.policies.queries import current, texts_of

Audit = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}


def become(page: Page, name: str) -> None:
    """Leave, and step in as one of the example's people."""
    page.context.clear_cookies()
    be(page, name)


def a_guideline() -> tuple[str, str]:
    """Key and words of a public guideline in one paragraph, with no proposal on it."""
    version = current()
    assert version is not None
    taken = set(Proposal.objects.values_list("key", flat=True))
    policy = texts_of(version)["sv"].policy
    return next(
        (each.key, each.source)
        for section in policy.principles
        for each in section.guidelines
        if "\n" not in each.source
        and "*" not in each.source
        and "[" not in each.source
        and each.key not in taken
    )


def test_words_typed_before_the_scripts_came_are_compared_too(story: str, page: Page):
    key, words = a_guideline()
    become(page, "Jonte")
    held: list[Route] = []
    page.route("**/*.js", lambda route: held.append(route))
    page.goto(f"/proposals/new/{key}/", wait_until="commit")
    page.get_by_label("Det kunde stå").fill(words.rstrip(".") + ", också på fredagar.")
    page.unroute("**/*.js")  # what was held goes on its way
    expect(page.locator("#difference ins").first).to_contain_text("fredagar")


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_jontes_words_become_the_policy(story: str, page: Page, axe: Audit, size: dict[str, int]):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    key, words = a_guideline()
    become(page, "Jonte")
    page.goto(f"/policy/{key}")
    page.get_by_role("link", name="Föreslå bättre ord").click()
    box = page.get_by_label("Det kunde stå")
    assert " ".join(box.input_value().split()) == " ".join(words.split())
    box.fill(words.rstrip(".") + ", också på fredagar.")
    expect(page.locator("#difference ins").first).to_contain_text("fredagar")
    page.get_by_label("Varför?").fill("På fredagar **glömmer** vi det.")
    assert axe(page) == []
    page.get_by_role("button", name="Föreslå det").click()
    expect(page.get_by_role("status").first).to_contain_text("Tack")
    assert axe(page) == []
    address = page.url

    become(page, "Maryam")
    page.goto(address)
    page.get_by_role("button", name="Det vill jag också").click()
    expect(page.get_by_text("1 kollega vill det också.")).to_be_visible()
    page.get_by_label("Vad tycker du om det?").fill("Äntligen.")
    page.get_by_role("button", name="Säg det").click()
    expect(page.get_by_text("Äntligen.")).to_be_visible()
    assert Support.objects.filter(proposal__key=key).count() == 1

    become(page, "Disa")
    page.get_by_role("link", name="Samtal", exact=True).click()
    page.get_by_role("link", name="Förslag", exact=True).click()
    assert axe(page) == []
    page.goto(address)
    assert axe(page) == []
    page.get_by_role("button", name="Ta över det").click()
    expect(page.get_by_role("status").first).to_contain_text("i utkastet nu")
    page.goto("/policy/draft/publish")
    page.get_by_role("button", name="Publicera", exact=True).click()
    expect(page.get_by_text("också på fredagar").first).to_be_visible()
    version = Version.objects.order_by("-number").first()
    assert version is not None
    assert Credit.objects.filter(version=version, key=key, member__given_name="Jonte").exists()

    become(page, "Jonte")
    page.goto("/notices/")
    expect(page.get_by_text(re.compile("Det du föreslog gäller")).first).to_be_visible()
    page.goto(address)
    expect(page.get_by_text(f"version {version.number}").first).to_be_visible()


def test_it_works_without_scripts(story: str, plain_page: Page):
    page = plain_page
    key, words = a_guideline()
    become(page, "Jonte")
    page.goto(f"/proposals/new/{key}/")
    page.get_by_label("Det kunde stå").fill("## En rubrik")
    page.get_by_role("button", name="Visa skillnaden").click()
    expect(page.locator("#difference ins").first).to_be_visible()
    page.get_by_label("Varför?").fill("För att.")
    page.get_by_role("button", name="Föreslå det").click()
    expect(page.get_by_role("alert")).to_contain_text("mer än en riktlinje")
    page.get_by_label("Det kunde stå").fill(words.rstrip(".") + ", helt enkelt.")
    page.get_by_role("button", name="Föreslå det").click()
    address = page.url
    become(page, "Disa")
    page.goto(address)
    page.get_by_role("link", name="Ändra det först").click()
    page.locator("#wording_sv").fill("Vi gör så här.")
    page.get_by_role("button", name="Visa skillnaden").click()
    expect(page.locator("#wording_sv")).to_have_value(re.compile("Vi gör så här"))
    page.get_by_role("button", name="In i utkastet").click()
    expect(page.get_by_role("status").first).to_contain_text("i utkastet nu")


@pytest.fixture
def plain_page(browser: Browser, live: str) -> Iterator[Page]:
    """A page in a browser with JavaScript switched off."""
    context: BrowserContext = browser.new_context(base_url=live, locale="sv-SE", java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def share(page: Page, words: str, axe: Audit) -> Consultation:
    """Disa writes something else in a draft, and shows it to everybody and the public."""
    become(page, "Disa")
    page.goto("/policy/draft/")
    page.get_by_role("button", name="Börja på ett utkast").click()
    text = page.locator("textarea#text_sv")
    text.fill(text.input_value().replace(words, "Vi sover på saken."))
    expect(page.locator("#save_state")).to_have_text("Sparat")
    page.goto("/policy/draft/publish")
    expect(page.get_by_label("Visa det som förslag till och med")).to_have_value(
        (timezone.localdate() + timedelta(days=21)).isoformat()
    )
    page.get_by_label("Allmänheten också, i pressrummet").check()
    assert axe(page) == []
    page.get_by_role("button", name="Visa det som förslag").click()
    expect(page.get_by_role("heading", name="Det här är ett förslag")).to_be_visible()
    assert axe(page) == []
    return Consultation.objects.get()


def say(page: Page, key: str, words: str, button: str) -> None:
    """From the banner to the draft, and a word about a point of it."""
    page.get_by_role("link", name="Läs den och säg vad du tycker").click()
    point = page.locator(f"article#{key}")
    expect(point.locator("ins").first).to_contain_text("sover")
    point.locator("summary").click()
    point.locator("textarea").fill(words)
    point.get_by_role("button", name=button).click()


def let_it_be_seen(page: Page) -> None:
    held = PublicComment.objects.get(room="consultation")
    assert held.state == "held"
    page.goto(f"/talk/public/{held.public_id}/")
    page.get_by_role("button", name="Visa", exact=False).first.click()
    expect(page.get_by_role("status").first).to_be_visible()
    held.refresh_from_db()
    assert held.state == "shown"


def answer_for(page: Page, consultation: Consultation, axe: Audit) -> None:
    page.goto(f"/consultations/{consultation.public_id}/")
    page.get_by_role("link", name="Berätta vad det blev av det").click()
    assert axe(page) == []
    page.get_by_label("Med några ord").fill("Tack, ni två.")
    page.get_by_label("Vad blev det av det?").first.select_option("partly")
    page.get_by_label("Varför", exact=True).first.fill("Vi sover kortare.")
    page.get_by_role("button", name="Publicera vad det blev av det").click()
    expect(page.get_by_text("Vi sover kortare.")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_draft_is_shown_talked_about_and_answered_for(
    story: str, page: Page, axe: Audit, size: dict[str, int]
):
    page.set_viewport_size(size)  # type: ignore[arg-type]
    key, words = a_guideline()
    consultation = share(page, words, axe)

    become(page, "Jonte")
    say(page, key, "Sov inte för länge.", "Säg det")
    expect(page.get_by_text("Sov inte för länge.")).to_be_visible()
    assert axe(page) == []

    page.context.clear_cookies()
    page.goto("/press/sv/")
    say(page, key, "Svara fortare!", "Skicka")
    expect(page).to_have_url(re.compile("/press/sv/comment/"))
    page.goto(f"/press/sv/consultations/{consultation.public_id}")
    assert axe(page) == []

    become(page, "Disa")
    let_it_be_seen(page)
    answer_for(page, consultation, axe)

    page.context.clear_cookies()
    page.goto("/press/sv/")
    page.get_by_role("link", name="Det här blev det av det").click()
    expect(page.get_by_text("Vi sover kortare.")).to_be_visible()
    expect(page.get_by_text("Svara fortare!")).to_be_visible()
    expect(page.get_by_text("Sov inte för länge.")).to_have_count(0)
    assert axe(page) == []
