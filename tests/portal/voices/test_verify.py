"""`/verify`, as its reference page says that it is, and what else machines read."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from vigor_portal.people.models import Organisation
from vigor_portal.voices.models import PublicAccount, PublicChange
from vigor_portal.voices.press.projection import renew

pytestmark = pytest.mark.django_db

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "verify.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```\nGET (\S+)\n```\n\n```json\n(.+?)\n```", PAGE, re.DOTALL)


@pytest.fixture
def spolverket(organisation: Organisation) -> PublicAccount:
    """The account of the page's example, and one that was."""
    Organisation.objects.update(name="Spolverket")
    row = {"network": "x", "purpose": "Svar om reservdelar", "sender": "Här svarar kundservice"}
    account = PublicAccount.objects.create(
        public_id="k0nt0spolvrk",
        name="Spolverket",
        address="https://x.com/spolverket",
        address_key="x:spolverket",
        shown="@Spolverket",
        hours="vardagar 8–17",
        since=date(2020, 3, 1),
        looked_through_on=date(2026, 11, 1),
        **row,
    )
    PublicAccount.objects.create(
        public_id="old", name="Gamla", address="https://x.com/gamla", address_key="x:gamla", shown="@gamla",
        until=date(2026, 5, 1), **row,
    )  # fmt: skip
    renew()
    return account


def ask(client: Client, url: str) -> dict[str, Any]:
    answer = client.get("/verify", {"url": url})
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def documented(heading: str) -> set[str]:
    """The names in the first column of the table after a line."""
    rows = PAGE.split(heading, 1)[1].split("\n\n", 2)[1].splitlines()[2:]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


@pytest.mark.parametrize(("asked", "told"), EXAMPLES)
def test_the_examples_are_what_is_answered(
    client: Client, spolverket: PublicAccount, asked: str, told: str
) -> None:
    assert client.get(asked).json() == json.loads(told)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 2


def test_every_field_is_documented(client: Client, spolverket: PublicAccount) -> None:
    found = ask(client, "https://x.com/spolverket")
    assert documented("## The answer") == set(found)
    assert documented("An `account` has") == set(found["account"])


def test_every_status_is_documented(client: Client, spolverket: PublicAccount) -> None:
    seen = {
        client.get("/verify?url=https://x.com/a").status_code,
        client.get("/verify").status_code,
        client.post("/verify").status_code,
    }
    rows = PAGE.split("## Statuses", 1)[1].split("##", 1)[0]
    assert {int(number) for number in re.findall(r"^\| (\d{3}) ", rows, re.MULTILINE)} == seen


@pytest.mark.parametrize(
    ("url", "answer", "why"),
    [
        ("https://mobile.twitter.com/SPOLVERKET?s=20", "ours", ""),
        ("https://x.com/gamla", "was-ours", ""),
        ("https://x.com/sp0lverket", "resembles", "letters"),
        ("https://x.com/spolverkett", "resembles", "one-letter"),
        ("https://x.com/s\u0440\u043elverket?s=20", "resembles", "letters"),  # two Cyrillic letters
        ("@s\u0440\u043elverket@social.example", "resembles", "letters"),
        ("https://www.instagram.com/spolverket/", "resembles", "other-network"),
        ("https://spolverket.example.com/konto", "resembles", "in-host"),
        ("https://x.com/helt_annat", "unknown", ""),
    ],
)
def test_an_address_is_ours_was_ours_resembles_one_or_is_unknown(
    client: Client, spolverket: PublicAccount, url: str, answer: str, why: str
) -> None:
    found = ask(client, url)
    assert found["answer"] == answer
    assert [each["why"] for each in found["resembles"]] == ([why] if why else [])
    assert bool(found["account"]) == (answer in {"ours", "was-ours"})
    assert all(found["message"].values())


@pytest.mark.parametrize(
    "junk",
    ["", " ", "spolverket", "ftp://x.com/a", "https://x.com:8080/a", "https://x.com@evil.example/a", "https://",
     "https://x.com/" + "a" * 8000, "https://x.com/a\nb", "\x00", "%", "https://127.0.0.1/a", "anna@test.example"],
)  # fmt: skip
def test_junk_gets_400_in_json(client: Client, spolverket: PublicAccount, junk: str) -> None:
    answer = client.get("/verify", {"url": junk})
    assert answer.status_code == 400
    assert set(answer.json()) == {"error", "message"}
    assert set(answer.json()["message"]) == {"sv", "en"}
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("raw", ["%ff%fe", "%ed%a0%80", "%00", "a" * 20_000, "https://xn--a.example/%zz"])
def test_what_no_browser_sends_breaks_nothing(client: Client, spolverket: PublicAccount, raw: str) -> None:
    assert client.get("/verify?url=" + raw).status_code in {200, 400}


def test_any_page_may_ask_and_nobody_is_known_by_it(client: Client, spolverket: PublicAccount) -> None:
    client.cookies["sessionid"] = "somebody"
    answer = client.get("/verify?url=https://x.com/spolverket", headers={"accept-language": "sv"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer["Vary"] == "Accept-Encoding"
    assert not answer.cookies
    preflight = client.options("/verify")
    assert (preflight.status_code, preflight["Access-Control-Allow-Origin"]) == (204, "*")
    assert client.post("/verify")["Allow"] == "GET, HEAD, OPTIONS"


def test_the_list_as_data_has_the_same_accounts(client: Client, spolverket: PublicAccount) -> None:
    listed = client.get("/press/sv/accounts.json").json()
    assert listed["accounts"] == [ask(client, "https://x.com/spolverket")["account"]]
    assert (listed["count"], listed["next"]) == (1, None)
    assert client.get("/press/sv/accounts.json?page=2").status_code == 404


def test_schema_org_knows_where_we_are(client: Client, spolverket: PublicAccount) -> None:
    Organisation.objects.update(website="https://spolverket.example")
    renew()
    told = client.get("/press/sv/accounts.jsonld").json()
    assert told["@type"] == "Organization"
    assert (told["url"], told["sameAs"]) == ("https://spolverket.example", ["https://x.com/spolverket"])
    page = client.get("/press/sv/accounts").content.decode()
    on_page = re.search(r'<script type="application/ld\+json">(.+?)</script>', page)
    assert on_page is not None
    assert json.loads(on_page[1]) == told


def test_a_name_can_not_end_the_data_on_the_page(client: Client, organisation: Organisation) -> None:
    Organisation.objects.update(name="</script><b>&")
    renew()
    page = client.get("/press/sv/accounts").content.decode()
    assert "</script><b>" not in page


def test_trust_txt_says_from_both_sides_whose_the_site_is(client: Client, spolverket: PublicAccount) -> None:
    Organisation.objects.update(website="https://spolverket.example", base_url="https://press.example")
    renew()
    here = client.get("/.well-known/trust.txt")
    assert here["Content-Type"] == "text/plain; charset=utf-8"
    assert here.content == client.get("/trust.txt").content
    lines = here.content.decode().splitlines()
    assert "controlledby=https://spolverket.example/" in lines
    assert "social=https://x.com/spolverket" in lines
    assert not any("gamla" in line for line in lines)
    theirs = client.get("/press/sv/accounts/trust.txt")
    assert "attachment" in theirs["Content-Disposition"]
    assert "control=https://press.example/" in theirs.content.decode().splitlines()


def test_the_feed_tells_what_happened(client: Client, spolverket: PublicAccount) -> None:
    PublicChange.objects.create(
        public_id="k0nt0spolvrk", kind="came", name="Spolverket", network="x", shown="@Spolverket"
    )
    renew()
    feed = client.get("/press/en/accounts.atom")
    assert feed["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert "Spolverket: speaks for us" in feed.content.decode()
