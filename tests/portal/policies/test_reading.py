"""The policy as those who work here read it: the whole, a point, what is new, two languages, two versions."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member, Organisation
from vigor_portal.policies.actions import mark_read, publish, withdraw
from vigor_portal.policies.intranet import margin
from vigor_portal.policies.models import Reading, Version

REWORDED = SWEDISH.replace("få sista ordet", "få det allra sista ordet").replace(
    '{#no-sarcasm checks="irony"}', '{#no-sarcasm checks="irony" trial-until=2027-03-01}'
)
SHORTENED = without(REWORDED, "rumours").replace(' shows="rumours"', " .case")


def put(*sources: str, because: str = "Vi pratade om det.", **options: Any) -> Version:
    return publish(sources, by=None, because=because, **options)


@pytest.fixture
def versions(organisation: Organisation) -> list[Version]:
    """Two points change in the second version; the third removes one."""
    Department.objects.create(slug="sales", names={"sv": "Försäljning", "en": "Sales"})
    return [
        put(SWEDISH, ENGLISH),
        put(REWORDED, because="Sista ordet blev ett gräl."),
        put(SHORTENED, because="Rykten ringer vi inte om längre."),
    ]


@pytest.fixture
def reader(employee: Member, signed_in: Callable[[Member], Client]) -> Client:
    return signed_in(employee)


def read(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def words(page: str) -> str:
    """What a reader sees: the main part without markup."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


class WellMade(HTMLParser):
    """Complains of elements that are not closed, ids given twice, and anything inline."""

    EMPTY = frozenset(["meta", "link", "input", "br", "hr", "img"])

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(page)
        assert self.open == []
        assert sorted(self.ids) == sorted(set(self.ids))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert not {"style", "onclick", "onload"} & found.keys()
        assert tag != "style"
        self.ids += [found["id"] or ""] if "id" in found else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


PAGES = (
    "/policy/",
    "/policy/?lang=en",
    "/policy/?department=sales&layer=logo",
    "/policy/respect",
    "/policy/last-word",
    "/policy/angry-customer",
    "/policy/rumours",
    "/policy/new/",
    "/policy/side-by-side/",
    "/policy/versions/",
    "/policy/versions/1/",
    "/policy/versions/1/rumours",
    "/policy/compare/1/3/",
    "/policy/intro/",
    "/policy/intro/sales/",
    "/policy/intro/all/",
    "/policy/export/",
    "/policy/export/policy.sv.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_well_made_and_kept_by_nobody_on_the_way(
    path: str, versions: list[Version], reader: Client
):
    response = reader.get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    WellMade(response.content.decode())


@pytest.mark.parametrize("path", PAGES)
def test_a_visitor_is_asked_to_sign_in_and_comes_back(path: str, versions: list[Version], client: Client):
    response = client.get(path)
    assert response.status_code == 302
    assert "next=/policy/" in response["Location"]
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("path", PAGES)
def test_the_number_of_queries_is_the_same_however_long_the_text(
    path: str, organisation: Organisation, reader: Client, django_assert_max_num_queries: Any
):
    text = SWEDISH
    more = "".join(f"- Vi gör sak {number} på vårt sätt. {{#thing-{number}}}\n" for number in range(80))
    for number in range(1, 7):
        text = text.replace(
            "- Vi lämnar ironin", f"- Vi ändrar oss gång {number}. {{#change-{number}}}\n- Vi lämnar ironin"
        )
        put(text.replace("## När någon klagar", f"{more}\n## När någon klagar"), ENGLISH)
    Department.objects.create(slug="sales", names={"sv": "Försäljning"})
    mark_read(Member.objects.get(), Version.objects.get(number=2))
    reader.get(path)  # texts are parsed once in a process
    with django_assert_max_num_queries(27):
        assert reader.get(path).status_code == 200


def test_the_whole_tells_in_the_margin_why_a_point_has_new_words(versions: list[Version], reader: Client):
    page = read(reader, "/policy/")
    assert "Sista ordet blev ett gräl." in page
    assert 'href="/policy/versions/2/"' in page
    assert page.count("Sista ordet blev ett gräl.") == 1


def test_the_whole_tells_what_is_on_trial_and_what_is_internal(versions: list[Version], reader: Client):
    assert "På prov till 1 mars 2027" in words(read(reader, "/policy/"))
    assert "Internt" in words(read(reader, "/policy/versions/1/"))


def test_what_others_hang_beside_a_point_stands_in_the_margin(
    versions: list[Version], reader: Client, monkeypatch: pytest.MonkeyPatch
):
    from django.utils.html import format_html

    monkeypatch.setattr(
        margin, "_panels", lambda: (lambda request, point: format_html("<p>om {}</p>", point.key),)
    )
    assert "<p>om last-word</p>" in read(reader, "/policy/")
    assert "<p>om last-word</p>" in read(reader, "/policy/last-word")


def test_the_whole_can_be_read_in_another_language(versions: list[Version], reader: Client):
    page = read(reader, "/policy/?lang=en")
    assert '<h1 lang="en">How we do it</h1>' in page
    assert "Äldre än originalet" in page
    assert "Så gör vi" in read(reader, "/policy/?lang=xx")


def test_it_shows_what_concerns_a_layer_and_says_what_it_leaves_out(versions: list[Version], reader: Client):
    page = read(reader, "/policy/?layer=employee")
    assert 'id="no-sarcasm"' in page
    assert 'id="last-word"' not in page
    assert "1 punkt gäller andra" in page


def test_a_point_shows_the_chain_of_reasons_both_ways(versions: list[Version], reader: Client):
    guideline = read(reader, "/policy/no-sarcasm")
    assert 'href="/policy/respect"' in guideline
    assert 'id="angry-customer"' in guideline
    case = read(reader, "/policy/angry-customer")
    assert 'id="no-sarcasm"' in case
    assert 'href="/policy/respect"' in case


def test_a_point_tells_how_it_has_read_word_by_word(versions: list[Version], reader: Client):
    page = read(reader, "/policy/last-word")
    history = page[page.index('id="history"') :]
    assert "<ins>" in history
    assert "Version 2" in history
    assert "Version 1" in history
    assert "Version 3" not in history  # nothing happened to it then
    assert '<ins><span class="visually-hidden">(' in history  # announced to those who listen


def test_a_point_stands_beside_its_translation(versions: list[Version], reader: Client):
    assert "We let the other have the last word." in read(reader, "/policy/last-word")


def test_a_point_that_is_not_translated_is_shown_in_the_original(
    versions: list[Version], make_member: Callable[..., Member], signed_in: Callable[[Member], Client]
):
    page = read(signed_in(make_member("Emma", language="en")), "/policy/code-name")
    assert 'lang="sv"' in page
    assert "Not translated yet." in page


def test_a_removed_point_tells_when_and_why_and_how_it_read_last(versions: list[Version], reader: Client):
    page = words(read(reader, "/policy/rumours"))
    assert "version 3" in page
    assert "Rykten ringer vi inte om längre." in page
    assert "Vi ringer Kvastfening först när rykten går." in page


def test_an_unknown_point_is_not_found(versions: list[Version], reader: Client):
    read(reader, "/policy/no-such-point", status=404)
    read(reader, "/policy/versions/2/no-such-point", status=404)
    read(reader, "/policy/versions/7/", status=404)
    read(reader, "/policy/compare/1/7/", status=404)


def test_a_point_keeps_its_address_in_every_version(versions: list[Version], reader: Client):
    assert "Vi ringer Kvastfening" in read(reader, "/policy/versions/1/rumours")
    assert "få sista ordet" in words(read(reader, "/policy/versions/1/last-word"))
    read(reader, "/policy/versions/3/rumours", status=404)


def test_the_versions_say_why_and_how_much(versions: list[Version], reader: Client):
    page = words(read(reader, "/policy/versions/"))
    assert "Sista ordet blev ett gräl." in page
    assert "1 punkt kom till eller fick nya ord." in page
    assert "1 togs bort." in page


def test_two_versions_are_compared_word_by_word(versions: list[Version], reader: Client):
    page = read(reader, "/policy/compare/1/3/")
    assert re.search(r"<ins>.*allra.*</ins>", page)
    assert "1 borttagen" in words(page)
    assert re.search(r"\d+ som förut", words(page))


def test_the_form_that_picks_two_versions_puts_the_older_first(versions: list[Version], reader: Client):
    assert reader.get("/policy/compare/?a=3&b=1")["Location"] == "/policy/compare/1/3/"
    assert reader.get("/policy/compare/?a=x&b=1")["Location"] == "/policy/versions/"
    assert reader.get("/policy/compare/")["Location"] == "/policy/versions/"


@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_version_shows_its_tombstone(versions: list[Version], reader: Client):
    withdraw(versions[0], by=None, ground="Någons namn")
    for path in (
        "/policy/versions/1/",
        "/policy/versions/1/respect",
        "/policy/compare/1/3/",
        "/policy/export/?version=1",
    ):
        page = read(reader, path)
        assert "Någons namn" in page
        assert "Kvastfening" not in page
    assert "borttagen" in words(read(reader, "/policy/versions/"))


def test_the_news_are_what_came_after_the_version_that_was_read(
    versions: list[Version], employee: Member, reader: Client
):
    assert "Säg till när du har läst" in read(reader, "/policy/")
    mark_read(employee, versions[0])
    page = read(reader, "/policy/")
    assert "Nytt sedan du läste version 1" in page
    assert 'href="#last-word"' in page
    news = read(reader, "/policy/new/")
    assert "<ins>" in news
    assert "Kvastfening" in news  # what went is told too


def test_the_news_are_seen_by_a_press_of_a_button(versions: list[Version], employee: Member, reader: Client):
    response = reader.post("/policy/new/seen", {"version": "3"})
    assert response["Location"] == "/policy/"
    assert Reading.objects.get(member=employee).version == versions[2]
    assert "Nytt sedan" not in words(read(reader, "/policy/"))
    assert not Entry.objects.filter(kind__contains="read").exists()


def test_the_news_are_not_seen_by_looking_and_not_for_a_version_that_is_not_there(
    versions: list[Version], reader: Client
):
    read(reader, "/policy/new/")
    for number in ("9", "", "-1", "x", "9" * 30):
        assert reader.post("/policy/new/seen", {"version": number}).status_code == 404
    assert not Reading.objects.exists()


def test_the_languages_stand_side_by_side_by_key(versions: list[Version], reader: Client):
    page = words(read(reader, "/policy/side-by-side/"))
    assert "What you can expect from us" in page
    assert "1 äldre än sitt original" in page
    assert "Inte översatt än" in page


def test_one_language_says_so(organisation: Organisation, reader: Client):
    put(SWEDISH)
    assert "Policyn finns än så länge bara på svenska." in words(read(reader, "/policy/side-by-side/"))


def test_before_the_first_version_communications_are_told_how(
    organisation: Organisation,
    employee: Member,
    communicator: Member,
    signed_in: Callable[[Member], Client],
):
    for name in ("whole", "new", "side-by-side", "versions", "intro", "export"):
        page = read(signed_in(communicator), reverse(f"policies:{name}"))
        assert "vigor publish" in page
        assert "vigor publish" not in read(signed_in(employee), reverse(f"policies:{name}"))
    read(signed_in(employee), "/policy/respect", status=404)


def test_nothing_in_a_text_is_run(organisation: Organisation, reader: Client):
    nasty = SWEDISH.replace(
        "Bakom varje kommentar", "<script>alert(1)</script> <b onclick=x>Bakom</b>"
    ).replace("Människan före poängen", "Människan <img src=x onerror=y> före")
    put(SWEDISH)
    put(nasty)
    for path in ("/policy/", "/policy/respect", "/policy/compare/1/2/", "/policy/intro/all/", "/policy/new/"):
        page = read(reader, path)
        assert "<script>alert" not in page
        assert "<img" not in page
        WellMade(page)
