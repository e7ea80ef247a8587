"""What the press room's pages say, and what they keep to themselves."""

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.people.actions import describe_organisation
from vigor_portal.people.models import Member, Organisation
from vigor_portal.policies.actions import publish, withdraw
from vigor_portal.policies.models import PublicPage, Version

SECRETS = ("rumours", "Kvastfening", "Coelacanth", "code-name", "Kodnamnet", "Därför att vi ville")


def put(*sources: str, **options: Any) -> Version:
    return publish(sources, by=None, because="Därför att vi ville", **options)


@pytest.fixture
def three_versions(organisation: Organisation) -> list[Version]:
    """A point is reworded in the second, and removed in the third."""
    reworded = SWEDISH.replace("få sista ordet", "få det sista ordet")
    return [put(SWEDISH, ENGLISH), put(reworded), put(without(reworded, "last-word"))]


class Reader(HTMLParser):
    """Complains of what a browser would have to guess: unclosed elements, ids given twice."""

    EMPTY = frozenset(["meta", "link", "input", "br", "hr", "img"])

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)
        assert self.open == []
        assert len(self.ids) == len(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not {"style", "onclick", "onload"} & found.keys()
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def everything(client: Client, start: str = "/press/") -> Iterator[tuple[str, Any]]:
    """Every page of the press room that can be reached by its own links (but for the PDF, which takes seconds)."""
    seen, waiting = set(), [start, *PublicPage.objects.values_list("path", flat=True)]
    while waiting:
        address = waiting.pop().split("#")[0]
        if address in seen or not address.startswith("/press") or address.endswith(".pdf"):
            continue
        seen.add(address)
        response = client.get(address)
        yield address, response
        waiting += [response.headers["Location"]] if response.status_code in {301, 302} else []
        if response.headers["Content-Type"].startswith("text/html") and response.content:
            waiting += Reader(response.content.decode()).links


def test_the_front_page_has_what_others_can_expect_on_top(
    client: Client, three_versions: list[Version]
) -> None:
    page = client.get("/press/sv/").content.decode().partition("<main")[2]
    assert page.index("Vi svarar samma dag") < page.index("Vi pratar hellre") < page.index("Vi lämnar ironin")
    for words in (
        "Pia Press",
        "press@test.example",
        "version 3",
        "/press/sv/versions/3",
        "Citera den här versionen",
    ):
        assert words in page


def test_every_page_is_whole_in_both_languages(client: Client, three_versions: list[Version]) -> None:
    statuses = {address: response.status_code for address, response in everything(client)}
    assert {"/press/sv/", "/press/en/", "/press/en/no-sarcasm", "/press/en/compare/1/2"} <= statuses.keys()
    assert {address for address, status in statuses.items() if status >= 400} == {
        "/press/sv/last-word",
        "/press/en/last-word",
    }


def test_no_page_lets_out_what_is_internal(client: Client, three_versions: list[Version]) -> None:
    for address, response in everything(client):
        text = response.content.decode()
        assert not [secret for secret in SECRETS if secret in text], address


def test_no_page_sets_a_cookie(client: Client, employee: Member, three_versions: list[Version]) -> None:
    client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
    for address, response in everything(client):
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address
        assert employee.given_name not in response.content.decode(), address
    for address in ("/press/sv/ask", "/press/sv/nope", "/press/fi/"):
        assert not client.post(address, {"question": "Får jag?"}).cookies


def test_internal_unknown_and_mistyped_are_the_same_page(
    client: Client, three_versions: list[Version]
) -> None:
    addresses = ("rumours", "code-name", "never-was", "versions/3/rumours", "versions/9", "compare/1/9")
    answers = [client.get(f"/press/sv/{address}") for address in addresses]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in answers}) == 1


def test_a_point_has_its_chain_of_reasons_both_ways(client: Client, three_versions: list[Version]) -> None:
    guideline = client.get("/press/sv/no-sarcasm").content.decode()
    assert "Bakom varje kommentar sitter någon" in guideline
    assert 'href="/press/sv/angry-customer"' in guideline
    case = client.get("/press/sv/angry-customer").content.decode()
    assert 'href="/press/sv/no-sarcasm"' in case
    assert 'href="/press/sv/respect"' in case
    assert "/press/sv/versions/3/angry-customer" in case


def test_a_point_that_is_gone_says_so_and_leads_to_the_versions_that_have_it(
    client: Client, three_versions: list[Version]
) -> None:
    answer = client.get("/press/sv/last-word")
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "/press/sv/versions/2/last-word" in page
    assert "sista ordet" not in page
    for number, words in ((1, "få sista ordet"), (2, "få det sista ordet")):
        assert words in client.get(f"/press/sv/versions/{number}/last-word").content.decode()


def test_a_point_that_became_internal_is_gone_to_the_public(
    client: Client, organisation: Organisation
) -> None:
    put(SWEDISH)
    put(SWEDISH.replace("{#last-word", "{#last-word audience=internal").replace("sista ordet", "Kvastfening"))
    answer = client.get("/press/sv/last-word")
    assert answer.status_code == 410
    assert "sista ordet" not in answer.content.decode()
    assert "Kvastfening" not in answer.content.decode()


def test_two_versions_are_compared_word_by_word(client: Client, three_versions: list[Version]) -> None:
    page = client.get("/press/sv/compare/1/2").content.decode()
    assert "1 punkt omskriven" in page
    assert re.search(r"<ins>.*det.*</ins>", page)
    gone = client.get("/press/en/compare/1/3").content.decode()
    assert "1 point removed" in gone
    assert 'href="/press/en/versions/1/last-word"' in gone


def test_the_form_chooses_two_versions_without_javascript(
    client: Client, three_versions: list[Version]
) -> None:
    assert client.get("/press/sv/compare?a=3&b=1").headers["Location"] == "/press/sv/compare/1/3"
    assert client.get("/press/sv/compare?a=x&b=1").headers["Location"] == "/press/sv/versions"
    assert client.get("/press/sv/compare/2/2").headers["Location"] == "/press/sv/versions/2"


def test_a_version_reads_as_it_did(client: Client, three_versions: list[Version]) -> None:
    page = client.get("/press/sv/versions/1").content.decode()
    assert "få sista ordet" in page
    assert "Så lyder det nu" in page
    assert "Gäller sedan" in client.get("/press/sv/versions/3").content.decode()


def test_a_version_that_changed_internal_points_alone_is_unknown_to_the_public(
    client: Client, organisation: Organisation
) -> None:
    put(SWEDISH)
    put(SWEDISH.replace("först när", "direkt när"))
    assert "version 1" in client.get("/press/sv/").content.decode()
    assert client.get("/press/sv/versions/2").status_code == 404
    assert client.get("/press/sv/versions").content.decode().count("Version 2") == 0
    put(without(SWEDISH, "last-word"))
    # The press room counts for itself: a gap would tell that something had happened in between.
    assert "/press/sv/compare/1/2" in client.get("/press/sv/versions").content.decode()


def test_a_translation_older_than_its_original_says_so(client: Client, three_versions: list[Version]) -> None:
    assert "Older than its original" not in client.get("/press/en/no-sarcasm").content.decode()
    put(SWEDISH.replace("i fikarummet", "vid fikat"))
    for address in ("/press/en/", "/press/en/no-sarcasm", "/press/sv/side-by-side"):
        assert re.search("Older than its original|Äldre än originalet", client.get(address).content.decode())


def test_what_is_not_translated_is_shown_in_the_original(client: Client, organisation: Organisation) -> None:
    put(SWEDISH)
    page = client.get("/press/en/").content.decode()
    assert "This is not translated yet" in page
    assert 'lang="sv">Så gör vi' in page
    assert client.get("/press/en/no-sarcasm").status_code == 200
    assert client.get("/press/en/side-by-side").status_code == 404


def test_an_empty_press_room_is_friendly(client: Client, organisation: Organisation) -> None:
    assert client.get("/press/").headers["Location"] == "/press/sv/"
    page = client.get("/press/sv/").content.decode()
    assert "Vi skriver fortfarande på det här" in page
    assert "press@test.example" in page
    assert client.get("/press/en/versions").status_code == 200
    assert client.get("/press/en/policy.md").status_code == 404


def test_the_door_leads_to_the_organisations_first_language(
    client: Client, organisation: Organisation
) -> None:
    Organisation.objects.update(languages=["en"])
    assert client.get("/press/").headers["Location"] == "/press/en/"


def test_its_head_tells_search_engines_where_things_are(
    client: Client, three_versions: list[Version]
) -> None:
    Organisation.objects.get().save()
    page = client.get("/press/sv/no-sarcasm").content.decode()
    for part in (
        '<link rel="canonical" href="http://localhost:8000/press/sv/no-sarcasm">',
        '<link rel="alternate" hreflang="en" href="http://localhost:8000/press/en/no-sarcasm">',
        '<meta name="description" content="Vi lämnar ironin hemma i fikarummet.">',
        '<meta property="og:title" content="Vi lämnar ironin hemma i fikarummet.">',
    ):
        assert part in page


def test_it_can_be_taken_away(client: Client, three_versions: list[Version]) -> None:
    markdown = client.get("/press/sv/policy.md").content.decode()
    assert "{#no-sarcasm}" in markdown
    data = json.loads(client.get("/press/en/policy.json").content)
    assert (data["version"], data["language"], data["title"]) == (3, "en", "How we do it")


def test_the_feed_tells_of_public_changes(client: Client, three_versions: list[Version]) -> None:
    feed = ElementTree.fromstring(client.get("/press/sv/feed.atom").content)  # noqa: S314 (our own)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}id") for entry in entries] == [
        f"http://localhost:8000/press/sv/versions/{number}" for number in (3, 2, 1)
    ]
    assert "1 punkt borttagen" in (entries[0].findtext(f"{atom}summary") or "")


def test_a_withdrawn_version_is_a_tombstone(
    client: Client, administrator: Member, three_versions: list[Version]
) -> None:
    withdraw(three_versions[1], by=administrator, ground="Kvastfening")
    answer = client.get("/press/sv/versions/2")
    assert answer.status_code == 410
    assert "återkallad" in answer.content.decode()
    for address, response in everything(client):
        assert "få det sista ordet" not in response.content.decode(), address
        assert "Kvastfening" not in response.content.decode(), address
    assert client.get("/press/sv/versions/2/last-word").status_code == 404


def test_what_the_organisation_says_of_itself_is_on_every_page_at_once(
    client: Client, organisation: Organisation, three_versions: list[Version]
) -> None:
    describe_organisation({"press_name": "Nya Namnet"}, by=None)
    assert "Nya Namnet" in client.get("/press/sv/").content.decode()


def test_dates_are_written_as_each_language_does(client: Client, organisation: Organisation) -> None:
    put(SWEDISH, ENGLISH, at=timezone.datetime(2026, 3, 1, 23, 30, tzinfo=timezone.get_fixed_timezone(0)))  # type: ignore[attr-defined]
    assert "2 mars 2026" in client.get("/press/sv/").content.decode()
    assert "2 March 2026" in client.get("/press/en/").content.decode()


def test_the_number_of_queries_is_the_same_for_one_point_and_many(
    client: Client, organisation: Organisation, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    put(SWEDISH)
    PublicPage.objects.all().delete()

    def cost(address: str) -> int:
        client.get(address)
        with django_assert_max_num_queries(20) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    addresses = ("/press/sv/", "/press/sv/no-sarcasm", "/press/sv/versions")
    before = [cost(address) for address in addresses]
    for number in range(4):
        more = "".join(f"- Vi gör sak {number}-{n}. {{#thing-{number}-{n}}}\n" for n in range(20))
        put(SWEDISH.replace("- Vi lämnar", more + "- Vi lämnar"))
    PublicPage.objects.all().delete()
    assert [cost(address) for address in addresses] == before
