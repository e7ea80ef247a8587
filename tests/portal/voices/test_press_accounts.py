"""The press room's accounts: the list, one account, and the answer to "is this account yours?"."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.portal.voices.conftest import MakeAccount, address

from vigor_portal.people.models import Member, Organisation
from vigor_portal.voices.models import PublicAccount, RegisterStamp
from vigor_portal.voices.press.known import REGISTER, PublicCopy
from vigor_portal.voices.press.projection import renew
from vigor_portal.voices.register import actions

pytestmark = pytest.mark.django_db

OURS = "/press/en/accounts/ours"


def show(name: str, handle: str = "", network: str = "x", **fields: Any) -> PublicAccount:
    """A public row, as it is written when an account is verified."""
    handle = handle or name.lower()
    host = {"x": "x.com", "facebook": "www.facebook.com", "instagram": "www.instagram.com"}[network]
    row = PublicAccount.objects.create(
        public_id=f"id-{network}-{handle}"[:16],
        network=network,
        address=f"https://{host}/{handle}",
        address_key=f"{network}:{handle}",
        shown=f"@{handle}",
        name=name,
        **fields,
    )
    renew()
    return row


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_register_says_what_will_be_here(client: Client, organisation: Organisation) -> None:
    page = text(client.get("/press/en/accounts"))
    assert "No account is in the register yet" in page
    assert 'name="q"' not in page
    assert "None so far" in text(
        client.get("/press/sv/accounts/ended").client.get("/press/en/accounts/ended")
    )


def test_the_list_tells_what_an_account_is_for(client: Client, organisation: Organisation) -> None:
    show(
        "Kundservice",
        purpose="Svar om leveranser",
        sender="Här svarar kundservice",
        hours="vardagar 8–17",
        since=date(2020, 3, 1),
        looked_through_on=date(2026, 11, 1),
    )
    page = text(client.get("/press/en/accounts"))
    for told in ("Kundservice", "Svar om leveranser", "Här svarar kundservice", "vardagar 8–17"):
        assert told in page
    assert "since March 2020" in page
    assert "looked through 1 November 2026" in page


def test_it_is_searched_by_word_and_network(client: Client, organisation: Organisation) -> None:
    show("Kundservice", purpose="Svar om leveranser")
    show("Verkstan", purpose="Tips om lagningar", network="instagram")
    page = text(client.get("/press/en/accounts?q=LEVERANSER"))
    assert "Kundservice" in page
    assert "Verkstan" not in page
    page = text(client.get("/press/en/accounts?network=instagram"))
    assert "Kundservice" not in page
    assert "None of our accounts has that" in text(
        client.get("/press/en/accounts?q=leveranser&network=instagram")
    )


def test_each_account_is_found_once_and_none_by_its_neighbours_words(
    client: Client, organisation: Organisation
) -> None:
    show("Alfa", "ett", purpose="Symaskin, symaskiner och fler symaskiner")
    show("Beta", "tva", purpose="Lagningar")
    show("Gamma", "tre", purpose="Symaskinsnålar")
    register = PublicCopy().now()
    wanted = {
        "symaskin": ["Alfa", "Gamma"],
        "SYMASKIN fler": ["Alfa"],
        "lagningar gamma": [],
        "a": ["Alfa", "Beta", "Gamma"],
        "nålar": ["Gamma"],
        "finns ej": [],
        "": ["Alfa", "Beta", "Gamma"],
    }
    assert {words: [entry.name for entry in register.search(words)] for words in wanted} == wanted


def test_what_was_searched_for_stays_when_the_language_is_changed(
    client: Client, organisation: Organisation
) -> None:
    show("Kundservice")
    assert 'href="/press/sv/accounts?q=kund"' in text(client.get("/press/en/accounts?q=kund"))


def test_swedish_letters_stand_last(client: Client, organisation: Organisation) -> None:
    for number, name in enumerate(("Öland", "Ängen", "Åkern", "Zoo")):
        show(name, f"konto{number}")
    page = text(client.get("/press/sv/accounts"))
    assert sorted(("Öland", "Ängen", "Åkern", "Zoo"), key=page.index) == ["Zoo", "Åkern", "Ängen", "Öland"]


def test_a_long_list_comes_in_pages(client: Client, organisation: Organisation) -> None:
    fields = {"network": "x", "address": "https://x.com/a", "shown": "@a"}
    PublicAccount.objects.bulk_create(
        PublicAccount(public_id=f"a{n}", address_key=f"x:a{n}", name=f"Konto {n:03}", **fields)
        for n in range(120)
    )
    renew()
    first = text(client.get("/press/en/accounts"))
    assert "Konto 049" in first
    assert "Konto 050" not in first
    assert "?page=2" in first
    assert "Konto 119" in text(client.get("/press/en/accounts?page=3"))
    assert client.get("/press/en/accounts?page=4").status_code == 404
    for junk in ("0", "-1", "x", "9" * 400):
        assert "Konto 049" in text(client.get(f"/press/en/accounts?page={junk}"))


def test_an_account_has_a_page(client: Client, organisation: Organisation) -> None:
    row = show(
        "Kundservice",
        house_rules="Vi håller oss till saken.",
        farewells=[{"sv": "Tack, Bo!", "en": "Thank you, Bo!"}, {"sv": "Tack, Anna!"}],
    )
    page = text(client.get(f"/press/en/accounts/{row.public_id}"))
    assert "Vi håller oss till saken." in page
    # The latest first, in the reader's language where it was said in it.
    assert re.findall(r'<blockquote class="farewell" lang="(..)"><p>(.*?)</p>', page) == [
        ("en", "Thank you, Bo!"),
        ("sv", "Tack, Anna!"),
    ]
    assert client.get("/press/en/accounts/nobody").status_code == 404


def test_an_account_that_ended_says_so(client: Client, organisation: Organisation) -> None:
    row = show("Kundservice", until=date(2026, 5, 1))
    answer = client.get(f"/press/en/accounts/{row.public_id}")
    assert answer.status_code == 410
    assert "was our account until 1 May 2026" in text(answer)
    assert "Kundservice" in text(client.get("/press/en/accounts/ended"))
    assert "Kundservice" not in text(client.get("/press/en/accounts?q=kundservice"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("https://twitter.com/Spolverket?s=20", "Yes, it is ours"),
        ("https://x.com/gamla", "It was ours, until 1 May 2026"),
        ("https://x.com/sp0lverket", "But it resembles one that is"),
        ("https://x.com/helt_andra", "None of our accounts is there"),
    ],
)
def test_it_says_whether_an_account_is_ours(
    client: Client, organisation: Organisation, asked: str, said: str
) -> None:
    show("Spolverket")
    show("Gamla", until=date(2026, 5, 1))
    answer = client.get(OURS, {"address": asked})
    assert answer.status_code == 200
    assert said in text(answer)
    assert "noindex" in text(answer)


def test_it_never_says_whose_an_account_is_that_is_not_ours(
    client: Client, organisation: Organisation, make_account: MakeAccount
) -> None:
    make_account(name="Hemliga planen", handle="hemliga", state="registered")
    for path in (OURS + "?address=", "/verify?url="):
        known, unknown = (
            text(client.get(path + f"https://x.example/{name}")) for name in ("hemliga", "okandaa")
        )
        assert "planen" not in known
        assert known.replace("hemliga", "okandaa") == unknown


@pytest.mark.parametrize(
    "junk",
    ["vad som helst", "javascript:alert(1)", "https://x.com/a\x00b", "https://a:b@x.com/c", "x" * 8000],
)
def test_what_is_no_address_comes_back_filled_in_with_a_kind_word(
    client: Client, organisation: Organisation, junk: str
) -> None:
    answer = client.get(OURS, {"address": junk})
    assert answer.status_code == 400
    assert 'role="alert"' in text(answer)
    assert f'value="{junk[:20]}' in text(answer) or "\x00" in junk


def test_a_bare_name_is_asked_for_its_network(client: Client, organisation: Organisation) -> None:
    show("Spolverket")
    assert 'name="network"' in text(client.get(OURS, {"address": "@spolverket"}))
    assert "Yes, it is ours" in text(client.get(OURS, {"address": "@spolverket", "network": "x"}))


def test_the_front_page_asks_the_question(client: Client, organisation: Organisation) -> None:
    from vigor_portal.voices.press.pages import beside_the_front

    assert f'action="{OURS}"' in beside_the_front("en")


def test_nothing_reads_or_sets_a_cookie(client: Client, organisation: Organisation) -> None:
    row = show("Spolverket")
    client.cookies["sessionid"] = "somebody"
    for path in (
        "",
        "/ours?address=x.com/spolverket",
        "/ended",
        "/frame",
        ".json",
        ".atom",
        f"/{row.public_id}",
    ):
        answer = client.get("/press/sv/accounts" + path)
        assert answer.status_code == 200, path
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert "public" in answer["Cache-Control"]


def test_only_the_list_to_embed_may_be_framed(client: Client, organisation: Organisation) -> None:
    show("Spolverket")
    framed = client.get("/press/sv/accounts/frame")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    for other in ("/press/sv/accounts", "/press/sv/accounts/ours", "/verify?url=x.com/a"):
        assert "frame-ancestors 'none'" in client.get(other)["Content-Security-Policy"]
        assert client.get(other)["X-Frame-Options"] == "DENY"
    snippet = text(client.get("/press/sv/accounts"))
    assert "&lt;iframe src=&quot;http://localhost:8000/press/sv/accounts/frame&quot;" in snippet


def test_a_page_costs_no_query_but_the_look_whether_something_changed(
    client: Client, organisation: Organisation, django_assert_num_queries: Callable[..., Any]
) -> None:
    show("Spolverket")
    # In a test's transaction the stamps are looked up each time, otherwise once a second.
    for path in ("/press/sv/accounts", "/press/sv/accounts?q=spol", OURS + "?address=x.com/b"):
        client.get("/press/sv/accounts")
        with django_assert_num_queries(2):
            client.get(path)
    with django_assert_num_queries(1):
        client.get("/verify?url=x.com/c")


def test_another_process_sees_what_changed_and_what_rolls_back_is_never_seen(
    make_account: MakeAccount, communicator: Member
) -> None:
    other = PublicCopy()
    assert other.now().now == ()
    account = make_account()
    assert [entry.shown for entry in other.now().now] == ["@testbolaget"]
    actions.rename(account, address("nya"), by=communicator)
    assert other.now().by_key["x:testbolaget"].until is not None
    RegisterStamp.objects.all().delete()
    assert other.now().now == ()
    REGISTER.forget()
