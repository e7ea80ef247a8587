"""Somebody doesn't agree with a guideline, and says so: it becomes the policy, with their name, and the others look again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.journeys.steps import tab_to

from vigor_portal.dialogue.models import Proposal, Stance, Support
from vigor_portal.dialogue.stances.pseudonyms import pseudonym
from vigor_portal.people.models import Member
from vigor_portal.policies.models import Credit, Version

Audit = Callable[[Page], list[str]]
KEY, OTHER = "last-word", "not-at-their-expense"
REASON = {"sv": "Ibland måste vi svara en gång till.", "en": "Sometimes we have to answer once more."}
WORDS = {
    "sv": "Vi låter den andra få sista ordet, utom när det som står där är farligt att tro på.",
    "en": "We let the other person have the last word, except when it would be dangerous to believe.",
}


@dataclass(frozen=True)
class Screen:
    """How somebody looks at the site, and what its words are called there."""

    lang: str
    scheme: str
    width: int
    height: int
    said: dict[str, str]


SCREENS = (
    Screen(
        "sv",
        "light",
        1280,
        900,
        {
            "be": "Var",
            "agree": "Håller med",
            "disagree": "Håller inte med",
            "why": "Varför, om du vill",
            "add": "Lägg till skälet",
            "suggest": "Föreslå bättre ord av det skälet",
            "words": "Det kunde stå",
            "send": "Föreslå det",
            "support": "Det vill jag också",
            "rooms": "Samtal",
            "proposals": "Förslag",
            "take": "Ta över det",
            "publish": "Publicera",
            "else": "Den betyder något annat",
            "told": "Det du föreslog gäller",
            "again": "1 punkt att titta på igen",
            "mine": "Vad jag tycker",
            "by": "föreslaget av",
        },
    ),
    Screen(
        "en",
        "dark",
        390,
        844,
        {
            "be": "Be",
            "agree": "Agree",
            "disagree": "Disagree",
            "why": "Why, if you like",
            "add": "Add the reason",
            "suggest": "Suggest better words because of it",
            "words": "It could say",
            "send": "Suggest it",
            "support": "I would like it too",
            "rooms": "Conversations",
            "proposals": "Proposals",
            "take": "Take it over",
            "publish": "Publish",
            "else": "It means something else",
            "told": "What you proposed is in force",
            "again": "1 point to look at again",
            "mine": "What I think",
            "by": "proposed by",
        },
    ),
)


@pytest.fixture(params=SCREENS, ids=lambda each: f"{each.lang}-{each.scheme}-{each.width}")
def screen(request: pytest.FixtureRequest) -> Screen:
    found: Screen = request.param
    return found


@pytest.fixture
def seen(screen: Screen, browser: Browser, story: str) -> Iterator[Page]:
    """A page of a browser that is set up as the screen says."""
    context: BrowserContext = browser.new_context(
        base_url=story,
        locale={"sv": "sv-SE", "en": "en-GB"}[screen.lang],
        color_scheme=screen.scheme,  # type: ignore[arg-type]
        viewport={"width": screen.width, "height": screen.height},
        reduced_motion="reduce",
    )
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def become(page: Page, name: str, screen: Screen) -> None:
    """Leave, and step in as one of the example's people; one reads on in the language of the front door."""
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("button", name=f"{screen.said['be']} {name}", exact=True).click()
    expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def whole(page: Page, axe: Audit) -> None:
    """Nothing for axe to find, and nothing that sticks out sideways."""
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_what_somebody_doesnt_agree_with_becomes_the_policy_in_better_words(
    seen: Page, screen: Screen, axe: Audit
):
    page, said = seen, screen.said
    _agree(page, screen, "Jonte", (KEY, OTHER), axe)
    address = _disagree_and_suggest(page, screen, "Maryam", axe)
    _support(page, screen, "Pirjo", address, axe)
    version = _take_over_and_publish(page, screen, "Disa", axe)

    become(page, "Maryam", screen)
    page.goto("/notices/")
    expect(page.get_by_text(re.compile(said["told"])).first).to_be_visible()
    whole(page, axe)
    page.goto(f"/policy/versions/{version.number}/")
    credited = page.locator("li", has_text=said["by"])
    expect(credited.filter(has_text="Maryam Lindell")).to_be_visible()
    whole(page, axe)
    assert Credit.objects.filter(version=version, key=KEY, member__given_name="Maryam").exists()

    _is_asked_again(page, screen, "Jonte", axe)


def _agree(page: Page, screen: Screen, name: str, keys: tuple[str, ...], axe: Audit) -> None:
    become(page, name, screen)
    for key in keys:
        page.goto(f"/policy/{key}")
        before = page.locator(".together").inner_text()
        press(page, screen.said["agree"])
        expect(
            page.get_by_role("button", name=screen.said["agree"], exact=True, pressed=True)
        ).to_be_visible()
        # One answer moves no figure: nobody can read it out of one.
        assert page.locator(".together").inner_text() == before
    whole(page, axe)


def _disagree_and_suggest(page: Page, screen: Screen, name: str, axe: Audit) -> str:
    said = screen.said
    become(page, name, screen)
    page.goto(f"/policy/{KEY}")
    press(page, said["disagree"])
    page.get_by_label(said["why"]).fill(REASON[screen.lang])
    press(page, said["add"])
    expect(page.get_by_role("button", name=said["suggest"])).to_be_visible()
    whole(page, axe)
    press(page, said["suggest"])
    # The reason came along, and today's words: both are there to be changed.
    expect(page.locator("textarea[name=reason]")).to_have_value(REASON[screen.lang])
    page.get_by_label(said["words"]).fill(WORDS[screen.lang])
    whole(page, axe)
    press(page, said["send"])
    expect(page).to_have_url(re.compile(r"/proposals/[^/]+/$"))
    assert Proposal.objects.get(key=KEY, proposed_by__given_name=name).reason == REASON[screen.lang]
    return page.url


def _support(page: Page, screen: Screen, name: str, address: str, axe: Audit) -> None:
    become(page, name, screen)
    page.goto(address)
    press(page, screen.said["support"])
    expect(page.locator(".support b")).to_contain_text("1")
    whole(page, axe)
    assert Support.objects.filter(proposal__key=KEY).count() == 1


def _take_over_and_publish(page: Page, screen: Screen, name: str, axe: Audit) -> Version:
    said = screen.said
    become(page, name, screen)
    page.get_by_role("navigation").get_by_role("link", name=said["rooms"], exact=True).click()
    page.get_by_role("link", name=said["proposals"], exact=True).click()
    whole(page, axe)
    page.get_by_role("link", name=WORDS[screen.lang][:40]).click()
    whole(page, axe)
    press(page, said["take"])
    page.goto("/policy/draft/publish")
    page.locator(".meanings li").first.get_by_label(said["else"]).check()
    whole(page, axe)
    press(page, said["publish"])
    expect(page.get_by_text(WORDS[screen.lang][-20:]).first).to_be_visible()
    version = Version.objects.order_by("-number").first()
    assert version is not None
    return version


def _is_asked_again(page: Page, screen: Screen, name: str, axe: Audit) -> None:
    """About that point alone, beside what has changed in it; what else one said stands."""
    said = screen.said
    become(page, name, screen)
    page.get_by_role("navigation").get_by_role("link", name=said["rooms"], exact=True).click()
    page.get_by_role("link", name=said["mine"], exact=True).click()
    again = page.locator(".look-again")
    expect(again.get_by_role("heading", level=2)).to_have_text(said["again"])
    expect(again.locator("article")).to_have_count(1)
    expect(again.locator(f"article#{KEY} ins").first).to_be_visible()
    expect(page.locator(f"#{OTHER}").get_by_role("button", pressed=True)).to_have_count(1)
    whole(page, axe)
    again.get_by_role("button", name=said["disagree"], exact=True).click()
    expect(again.get_by_role("button", name=said["disagree"], exact=True, pressed=True)).to_be_visible()
    # Of all who have answered, only their own key finds what one member said.
    member = Member.objects.get(given_name=name)
    kept = Stance.objects.filter(pk__in=[pseudonym(member, key) for key in (KEY, OTHER)])
    assert sorted(kept.values_list("guideline", "stance")) == [(KEY, "disagree"), (OTHER, "agree")]


def test_from_a_stance_to_a_proposal_with_the_keyboard_alone(story: str, page: Page):
    def to(words: str) -> None:
        tab_to(page, lambda on: on["words"].startswith(words))

    page.goto("/")
    to("Var Maryam")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Maryam", exact=True)).to_be_visible()
    page.goto(f"/policy/{KEY}")
    to("Håller inte med")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Håller inte med", pressed=True)).to_be_focused()
    expect(page.locator(".htmx-settling")).to_have_count(0)
    to("Varför, om du vill")
    page.keyboard.type(REASON["sv"])
    to("Lägg till skälet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Föreslå bättre ord av det skälet")).to_be_visible()
    expect(page.locator(".htmx-settling")).to_have_count(0)
    to("Föreslå bättre ord av det skälet")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Det kunde stå")).to_be_visible()
    to("Det kunde stå")
    page.keyboard.press("Control+a")
    page.keyboard.type(WORDS["sv"])
    to("Föreslå det")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/proposals/[^/]+/$"))
    assert Proposal.objects.get(key=KEY).wording == WORDS["sv"]


def test_a_stance_and_a_comment_need_no_script(story: str, browser: Browser):
    context = browser.new_context(base_url=story, locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    press(page, "Var Jonte")
    page.goto(f"/policy/{KEY}")
    press(page, "Osäker")
    expect(page.get_by_role("button", name="Osäker", pressed=True)).to_be_visible()
    page.get_by_role("link", name="Kommentera").first.click()
    page.get_by_label("Din kommentar").fill("Jag vet inte riktigt.")
    press(page, "Skicka")
    expect(page.get_by_text("Jag vet inte riktigt.")).to_be_visible()
    context.close()
