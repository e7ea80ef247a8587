"""A member's own profiles, looked at because they wanted it; an offer to take part, up to a manager's yes."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.core.fetch.test_bounds import certificate
from tests.internet import Send, serve
from tests.journeys.steps import be
from tests.portal.jobs.test_jobs import work_off

from vigor.fetch import wire
from vigor_portal.people.models import Member
from vigor_portal.voices.models import OwnProfile

Audit = Callable[[Page], list[str]]
PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}
HOST = "blogg.example"
SAYS = "<title>Jonte skriver</title><p>Jag lagar maskiner på Spolverket om dagarna."


@pytest.fixture
def blog(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A blog on this machine that answers to a name of its own; the setting that lets the site read it is on."""
    path = certificate(HOST, tmp_path)
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(path)

    def answer(where: str, send: Send) -> None:
        body = SAYS.encode()
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n")
        send(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)

    server = serve(answer, shown)
    connect = wire.httpcore2.SyncBackend.connect_tcp

    def to_the_blog(backend: Any, host: str, port: int, *rest: Any) -> Any:
        assert (host, port) == ("127.0.0.1", 443), "only the blog is there to be read"
        return connect(backend, host, server.server_address[1], *rest)

    settings.FETCH_LOOPBACK = True
    monkeypatch.setattr(wire.httpcore2.SyncBackend, "connect_tcp", to_the_blog)
    monkeypatch.setattr(wire, "_ask", lambda host: [wire.ipaddress.ip_address("127.0.0.1")])
    trusting = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(wire, "_trust", lambda: trusting)
    yield f"https://{HOST}/jonte"
    server.shutdown()
    server.server_close()


def become(page: Page, name: str) -> None:
    page.context.clear_cookies()
    be(page, name)


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_an_employee_has_a_profile_looked_at_and_turns_it_off(
    story: str, page: Page, axe: Audit, blog: str, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    Member.objects.filter(given_name="Maryam").update(title="Reparatör")
    become(page, "Maryam")
    page.goto("/me/")
    page.get_by_role("link", name="Mina profiler, bara för mina ögon").click()
    expect(page.get_by_text("Ingenting här än.")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Adress").fill(blog)
    page.get_by_role("button", name="Skriv in den").or_(
        page.get_by_role("button", name="Skriv in det")
    ).click()
    page.get_by_role("button", name="Titta på den åt mig").click()
    expect(page.get_by_text("Vi läser den nu.")).to_be_visible()
    assert axe(page) == []

    work_off()
    expect(page.get_by_text("Den talar om var du jobbar.")).to_be_visible()
    expect(page.get_by_text("Den talar inte om din titel.")).to_be_visible()
    expect(page.get_by_text("Reparatör på Spolverket")).to_be_visible()
    assert axe(page) == []

    become(page, "Disa")
    page.goto("/voices/mine/")
    expect(page.get_by_text(HOST)).to_have_count(0)

    become(page, "Maryam")
    page.goto("/voices/mine/")
    page.get_by_role("button", name="Stäng av").click()
    expect(page.get_by_text("Avstängt. Det vi hade läst är borta.")).to_be_visible()
    expect(page.get_by_text("Den talar om var du jobbar.")).to_have_count(0)
    assert OwnProfile.objects.get(member__given_name="Maryam").names_employer is None


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_a_colleague_offers_to_take_part_and_gets_hours_for_it(
    story: str, page: Page, axe: Audit, size: dict[str, int]
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    become(page, "Maryam")
    page.goto("/me/")
    page.get_by_role("link", name="Jag vill vara med").click()
    page.get_by_label("Vad pratar du gärna om?").fill("gamla motorer, lager")
    page.get_by_role("button", name="Jag vill vara med").click()
    expect(page.get_by_text("Du har anmält dig.")).to_be_visible()
    assert axe(page) == []

    become(page, "Disa")
    page.goto("/voices/offers/")
    expect(page.get_by_text("gamla motorer")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Maryam").click()
    page.get_by_role("textbox", name="Utbildning").fill("Filma med mobilen")
    page.get_by_label("Timmar i månaden").fill("4")
    page.get_by_role("button", name="Föreslå det").click()
    expect(page.get_by_text("Föreslaget. Svaret kommer")).to_be_visible()
    assert axe(page) == []

    become(page, "Maryam")
    page.goto("/voices/offer/")
    page.get_by_label("Vem är din chef?").fill("Pirjo")
    assert axe(page) == []
    page.get_by_role("button", name="Ja, gärna").click()
    expect(page.get_by_text("Vi väntar på att Pirjo")).to_be_visible()

    become(page, "Pirjo")
    page.goto("/open/")
    page.get_by_role("link", name="Timmar att bekräfta för en kollega").click()
    expect(page.get_by_text("gamla motorer")).to_have_count(0)
    assert axe(page) == []
    page.get_by_role("button", name="Bekräfta timmarna").click()
    expect(page.get_by_text("Bekräftat. Tack.")).to_be_visible()
