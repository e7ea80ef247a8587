"""Every page there is, looked at by axe: each role, Swedish and English, light and dark, wide and on a phone.

The pages come from the table that says who may reach which address, so a new address is looked at by itself. Each
page is opened twice, so that every page has been seen in both of each pair: once in Swedish, in the light, on a wide
screen; and once in English, in the dark, on a phone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page
from tests.journeys.talked_about import values
from tests.portal.test_addresses import TABLE, Row

from vigor_portal.people.models import Department, Member, Role
from vigor_portal.policies.drafting import start_draft

# Each role looks at what no role before it reaches, and at its own first page.
ROLES = ("visitor", "member", "communications", "administrator")
# Answers that are no pages: for programs, and files.
NO_PAGES = {
    *("healthz", "readyz", "theme", "account_logout", "people:my-data", "mfa_download_recovery_codes"),
    *("policies:export-policy", "policies:export-poster", "policies:feed", "writing:revisions"),
    *("press:markdown", "press:json", "press:pdf", "press:feed", "notices:calendar"),
    *("lt:languages", "lt:info", "api-v1:openapi-json", "voices:transfer:export", "voices:transfer:rows"),
    *("press-accounts-trust", "press-accounts-json", "press-accounts-jsonld", "press-accounts-feed"),
    *("verify", "trust", "trust-well-known", "press-answers-json"),
}
# Addresses that stand in the table for what is sent to them, and are pages too.
ALSO_PAGES = {
    *("asking:ask", "asking:gap", "press-ask", "checking:box"),
    *("threads:thread", "threads:moderate", "notices:stop"),
}
# Faces of an address that differ enough to be looked at one by one: {lang} is the reader's language. And what is
# somebody's own: the table says that nobody else reaches it.
MORE = {
    "visitor": (
        *("/press/{lang}/say-what-we-mean", "/press/{lang}/car-wash", "/press/{lang}/mark-ads"),
        *("/press/{lang}/one-emoji", "/press/{lang}/complaint", "/press/{lang}/nothing-here"),
        *("/press/{lang}/versions/2/say-what-we-mean", "/press/{lang}/compare/1/3", "/nothing/here"),
    ),
    "member": (
        *("/policy/say-what-we-mean", "/policy/car-wash", "/policy/rumours", "/policy/one-emoji"),
        *("/policy/versions/2/one-emoji", "/policy/compare/1/3/", "/policy/nothing-here", "/people/"),
        *("/policy/?department=sales&layer=logo", "/policy/intro/everyone/"),
        *("/talk/said/{SAID}/edit", "/talk/said/{SAID}/withdraw", "/proposals/{PROPOSAL}/change/"),
        *("/proposals/new/respect/", "/proposals/new/last-word/?kind=case", "/talk/{THREAD}/call?name=a"),
        *(
            "/talk/?which=mine",
            "/policy/car-wash/talk/",
            "/proposals/?point=last-word",
            "/proposals/trial/answer-on-film/",
        ),
    ),
    "communications": (
        *("/talk/{THREAD}/", "/proposals/{PROPOSAL}/", "/consultations/{CONSULTATION}/", "/talk/", "/open/"),
        *(
            "/voices/import/{IMPORTED}/",
            "/voices/purposes/?of=topics&by=department",
            "/voices/wheel/?kind=topics",
        ),
        *("/open/?whose=mine", "/stances/agreement/?order=weakest", "/policy/last-word"),
    ),
    "administrator": (),
}


@dataclass(frozen=True)
class Variant:
    lang: str
    scheme: str
    width: int
    height: int


VARIANTS = (Variant("sv", "light", 1280, 900), Variant("en", "dark", 390, 844))


@pytest.fixture
def people(story: str) -> dict[str, Member]:
    """Somebody in each role, with a department of their own to introduce, and a question that waits."""
    members = {member.given_name: member for member in Member.objects.all()}
    only_administrator = members["Jonte"]
    only_administrator.grants.create(role=Role.ADMINISTRATOR)
    members["Disa"].grants.filter(role=Role.ADMINISTRATOR).delete()
    Department.objects.create(slug="store", names={"sv": "Lager", "en": "Store"})
    start_draft(members["Disa"])
    return {
        "member": members["Maryam"],
        "communications": members["Disa"],
        "administrator": only_administrator,
    }


def pages_of(role: str, people: dict[str, Member], lang: str) -> Iterator[str]:
    """The addresses that the role is the first to reach."""
    known = values(people["member"], people["communications"], people["administrator"])
    before = ROLES[: ROLES.index(role)]
    for row in TABLE:
        first = role in row.who and not any(earlier in row.who for earlier in before)
        if (first and is_page(row)) or row.name == "home":
            arguments = {name: known.get(str(value), value) for name, value in row.arguments.items()}
            yield reverse(row.name, kwargs=arguments | ({"lang": lang} if "lang" in arguments else {}))
    yield from (address.format(lang=lang, **known) for address in MORE[role])


def is_page(row: Row) -> bool:
    return (row.method == "get" and row.name not in NO_PAGES) or row.name in ALSO_PAGES


@pytest.fixture
def opened(browser: Browser, live: str) -> Iterator[Callable[[Variant, Member | None], BrowserContext]]:
    """opened(variant, member): a browser set up that way, signed in as the member."""
    made: list[BrowserContext] = []

    def open_as(variant: Variant, member: Member | None) -> BrowserContext:
        context = browser.new_context(
            base_url=live,
            locale={"sv": "sv-SE", "en": "en-GB"}[variant.lang],
            color_scheme=variant.scheme,  # type: ignore[arg-type]
            viewport={"width": variant.width, "height": variant.height},
            reduced_motion="reduce",
        )
        made.append(context)
        if member is not None:
            Member.objects.filter(pk=member.pk).update(language=variant.lang)
            client = Client()
            client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
            name = django_settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live}])
        return context

    yield open_as
    for context in made:
        context.close()


def too_wide(page: Page) -> list[str]:
    """What sticks out of a screen 320 pixels wide: nobody should have to scroll sideways to read (WCAG 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 640})
    if page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
        return []
    sticking_out: list[str] = page.evaluate("""() => [...document.querySelectorAll("body *")]
        .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
        .map((each) => `${each.tagName}.${each.className}`).slice(0, 4)""")
    return [f"{page.url}: wider than 320 pixels: {sticking_out}"]


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: f"{each.lang}-{each.scheme}-{each.width}")
@pytest.mark.parametrize("role", ROLES)
def test_axe_finds_nothing_on_any_page(
    role: str,
    variant: Variant,
    people: dict[str, Member],
    opened: Any,
    axe: Callable[[Page], list[str]],
):
    addresses = list(dict.fromkeys(pages_of(role, people, variant.lang)))
    page = opened(variant, people.get(role)).new_page()
    faults: list[str] = []
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.headers["content-type"].startswith("text/html"), address
        assert answer.status < 500, address
        faults += axe(page)
        # The press room's door leads to the organisation's first language, whoever comes; and the page that stops a mail
        # speaks the language of the mail.
        elsewhere = address == "/press/" or address.startswith("/notices/stop/")
        if not elsewhere and (said := page.evaluate("document.documentElement.lang")) != variant.lang:
            faults.append(f"{address}: says that it is in {said!r}")
        if variant.width < 600:
            faults += too_wide(page)
            page.set_viewport_size({"width": variant.width, "height": variant.height})
    assert not faults, "\n".join(faults)


def test_axe_would_find_what_is_wrong(live: str, page: Page, axe: Callable[[Page], list[str]]):
    """Words too pale to read, a picture without words: were they let through here, the rest would prove nothing."""
    page.goto("/")
    page.evaluate("""() => {
        document.querySelector("h1").style.color = "#ddd";
        document.querySelector("main").append(document.createElement("img"));
    }""")
    found = " ".join(axe(page))
    assert "color-contrast" in found
    assert "image-alt" in found
