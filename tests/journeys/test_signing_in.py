"""A passkey, from making it to coming in with it, with Chromium's virtual authenticator."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect

from vigor_portal.people.models import Member, Organisation

Axe = Callable[[Page], list[str]]


@pytest.fixture
def localhost(live: str, settings) -> str:
    """The site by the name that browsers allow passkeys on without https."""
    cache.clear()
    address = live.replace("127.0.0.1", "localhost")
    settings.BASE_URL = address
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    Organisation.objects.create(name="Testbolaget", languages=["sv"])
    Member.objects.create_user("elsa@test.example", "fyra ord i en rad", given_name="Elsa")
    return address


@pytest.fixture
def authenticator(context: BrowserContext, page: Page) -> Iterator[None]:
    """A device that keeps passkeys and says yes to everything."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    yield
    devtools.send("WebAuthn.disable")


def sign_in_with_password(page: Page, address: str) -> None:
    page.goto(f"{address}/account/login/")
    page.get_by_label("E-post").fill("elsa@test.example")
    page.get_by_label("Lösenord").fill("fyra ord i en rad")
    page.get_by_role("button", name="Logga in", exact=True).click()


@pytest.mark.usefixtures("authenticator")
def test_it_makes_a_passkey_and_comes_in_with_it(page: Page, localhost: str, axe: Axe):
    sign_in_with_password(page, localhost)
    page.goto(f"{localhost}/me/")
    page.get_by_role("link", name="Nycklar och reservkoder").click()
    assert axe(page) == []
    page.get_by_role("link", name="Lägg till en nyckel").click()
    if page.get_by_role("heading", name="Är det fortfarande du?").is_visible():
        page.get_by_label("Lösenord").fill("fyra ord i en rad")
        page.get_by_role("button", name="Ja, det är jag").click()
    page.get_by_label("Vad ska vi kalla den?").fill("Min telefon")
    assert axe(page) == []
    page.get_by_role("button", name="Lägg till en nyckel").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    assert axe(page) == []
    page.goto(f"{localhost}/account/keys/")
    expect(page.get_by_text("Min telefon").first).to_be_visible()

    page.goto(f"{localhost}/me/")
    page.get_by_role("button", name="Logga ut").click()
    page.goto(f"{localhost}/account/login/")
    assert axe(page) == []
    page.get_by_role("button", name="Logga in med en nyckel").click()
    expect(page.get_by_role("link", name="Elsa")).to_be_visible()


@pytest.mark.usefixtures("authenticator")
def test_who_has_a_passkey_is_asked_for_it_after_the_password_too(page: Page, localhost: str, axe: Axe):
    sign_in_with_password(page, localhost)
    page.goto(f"{localhost}/account/keys/webauthn/add/")
    if page.get_by_role("heading", name="Är det fortfarande du?").is_visible():
        page.get_by_label("Lösenord").fill("fyra ord i en rad")
        page.get_by_role("button", name="Ja, det är jag").click()
    page.get_by_role("button", name="Lägg till en nyckel").click()
    expect(page.get_by_role("heading", name="Reservkoder")).to_be_visible()
    page.context.clear_cookies()

    sign_in_with_password(page, localhost)
    expect(page.get_by_role("heading", name="En sak till")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Använd min nyckel").click()
    expect(page.get_by_role("link", name="Elsa")).to_be_visible()
