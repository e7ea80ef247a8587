"""The policy to carry away: files, slides and feeds."""

import builtins
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.test import Client
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH

from vigor.policy.document import Policy, Section, Text
from vigor.policy.parse import parse
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member, Organisation
from vigor_portal.policies import exports, paper
from vigor_portal.policies.actions import publish
from vigor_portal.policies.intranet.slides import minutes, slides_for

ATOM = "{http://www.w3.org/2005/Atom}"
IMPRINT = exports.Imprint(
    "Testbolaget", "#1f5b46", 3, datetime(2026, 10, 19, tzinfo=UTC), "sv", "test.example/policy"
)


@pytest.fixture
def reader(organisation: Organisation, employee: Member, signed_in: Callable[[Member], Client]) -> Client:
    publish([SWEDISH, ENGLISH], by=None, because="Vi börjar.")
    publish([SWEDISH.replace("samma dag", "samma timme")], by=None, because="Vi blev snabbare.")
    return signed_in(employee)


def text(source: str = SWEDISH) -> Policy:
    return parse(source)[0]


def many_principles(number: int, title: str, belief: str) -> Policy:
    policy = text()
    one = policy.principles[0]
    parts = (Text(belief),)
    sections: tuple[Section, ...] = tuple(replace(one, title=title, parts=parts) for _ in range(number))
    return replace(policy, sections=sections)


def pages_of(pdf: bytes) -> Any:
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(pdf)).pages


def test_the_markdown_is_the_text_itself(reader: Client):
    response = reader.get("/policy/export/policy.sv.md")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert response.content.decode() == SWEDISH.replace("samma dag", "samma timme")


def test_an_older_version_can_be_taken(reader: Client):
    response = reader.get("/policy/export/policy.sv.md?version=1")
    assert response.content.decode() == SWEDISH
    assert 'filename="policy-1.sv.md"' in response["Content-Disposition"]


def test_the_json_says_whose_it_is_and_which(reader: Client):
    found = json.loads(reader.get("/policy/export/policy.sv.json").content)
    assert found["organisation"] == "Testbolaget"
    assert found["version"] == 2
    assert found["sections"][0]["key"] == "expect"


@pytest.mark.parametrize("kind", ["md", "json", "html"])
def test_a_copy_for_others_has_nothing_internal(kind: str, reader: Client):
    for language in ("sv", "en"):
        whole = reader.get(f"/policy/export/policy.{language}.{kind}").content.decode()
        public = reader.get(f"/policy/export/policy.{language}.{kind}?audience=public").content.decode()
        assert "rumours" in whole
        assert "rumours" not in public
        assert "Kvastfening" not in public


@pytest.mark.parametrize(
    "name",
    ["policy.xx.md", "policy.sv.exe", "policy.sv.md?version=9", "policy.sv.md?version=x", "poster.xx.pdf"],
)
def test_what_there_is_not_is_not_found(name: str, reader: Client):
    assert reader.get(f"/policy/export/{name}").status_code == 404


def test_the_booklet_holds_the_whole_text(reader: Client):
    response = reader.get("/policy/export/policy.sv.pdf")
    assert response["Content-Type"] == "application/pdf"
    told = " ".join(page.extract_text() for page in pages_of(response.content))
    assert "Vi svarar samma timme." in told
    assert "Testbolaget" in told


@pytest.mark.parametrize(
    ("number", "title", "belief"),
    [
        (1, "Kort", "Vi."),
        (5, "Människan före poängen", "Bakom varje kommentar sitter någon som vill något. " * 3),
        (8, "Vi har med oss något till syjuntan och tar med oss något hem igen", "En mening till. " * 60),
        (8, "Ordlängdsrekordförsöksarrangemangskommittéordförandeskapet " * 6, "x" * 4000),
        (8, "Lång " * 900, "Längre. " * 4000),
        (0, "", ""),
    ],
)
def test_the_poster_is_one_page_for_any_principles(number: int, title: str, belief: str):
    pages = pages_of(exports.poster(many_principles(number, title, belief), IMPRINT))
    assert len(pages) == 1
    width, height = (round(float(each) / 72 * 25.4) for each in pages[0].mediabox[2:])
    assert (width, height) == (210, 297)


def test_the_poster_uses_as_large_a_type_as_there_is_room_for():
    few = exports.poster(many_principles(2, "Kort", "Vi."), IMPRINT)
    many = exports.poster(
        many_principles(8, "Längre rubrik än så", "En hel del mer att säga. " * 12), IMPRINT
    )
    assert _largest_type(few) > _largest_type(many)


def _largest_type(pdf: bytes) -> float:
    sizes: list[float] = []
    pages_of(pdf)[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: sizes.append(
            abs(size * tm[3] * cm[3]) if text.strip() else 0
        )
    )
    return max(sizes)


def test_paper_is_made_of_our_own_files_only():
    fetch = paper._own_files().fetch
    assert fetch(f"{paper.STATIC}{paper.STYLESHEET}").read()
    for address in (
        "https://example.com/x.css",
        "file:///etc/passwd",
        f"{paper.STATIC}../../settings.py",
        f"{paper.STATIC}/etc/passwd",
        "data:text/css,x",
    ):
        with pytest.raises((ValueError, SuspiciousFileOperation)):
            fetch(address)


@pytest.mark.parametrize(("error", "named"), [(ImportError, "pip install"), (OSError, "libpango")])
def test_without_what_makes_a_pdf_it_says_so_and_offers_print(
    error: type[Exception], named: str, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    imported = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise error(name)
        return imported(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", lacking)
    for path in ("/policy/export/policy.sv.pdf", "/policy/export/poster.sv.pdf"):
        response = reader.get(path)
        assert response.status_code == 503
        page = response.content.decode()
        assert named in page
        assert "/policy/export/policy.sv.html?version=2" in page


def test_slides_ask_the_room_before_they_tell():
    kinds = [slide.kind for slide in slides_for(text())]
    assert kinds[0] == "title"
    assert kinds[-1] == "end"
    assert kinds.index("ours") == kinds.index("case") + 1
    assert [slide.position for slide in slides_for(text())] == list(range(1, len(kinds) + 1))


def test_slides_do_not_give_the_answer_away_by_order():
    deck = slides_for(text())
    asked = next(slide for slide in deck if slide.kind == "case")
    told = next(slide for slide in deck if slide.kind == "ours")
    assert asked.ways == told.ways
    assert {way.option for way in asked.ways} == set(asked.case.options)


def test_slides_hold_a_departments_cases_and_those_for_everyone():
    source = SWEDISH.replace("{#angry-customer ", '{#angry-customer departments="sales" ')
    keys = {
        name: [slide.case.key for slide in slides_for(text(source), name) if slide.kind == "case"]
        for name in ("sales", "store", "all")
    }
    assert keys == {
        "sales": ["angry-customer", "code-name"],
        "store": ["code-name"],
        "all": ["angry-customer", "code-name"],
    }


def test_many_guidelines_take_several_slides_and_none_is_lost():
    more = "".join(f"- Vi gör sak {number}. {{#thing-{number}}}\n" for number in range(17))
    policy = text(SWEDISH.replace("- Vi lämnar ironin", f"{more}- Vi lämnar ironin"))
    deck = [slide for slide in slides_for(policy) if slide.kind == "guidelines"]
    assert [each for slide in deck for each in slide.guidelines] == list(policy.principles[0].guidelines)
    assert all(len(slide.guidelines) <= 4 for slide in deck)


def test_the_time_that_slides_take_is_told_in_fives():
    assert minutes(slides_for(text())) % 5 == 0
    assert minutes([]) == 5


def test_the_slides_read_without_javascript(reader: Client):
    Department.objects.create(slug="store", names={"sv": "Lagret"})
    page = reader.get("/policy/intro/store/").content.decode()
    assert page.count('class="slide ') == len(slides_for(text(), "store"))
    assert '<div class="deck-controls" hidden>' in page
    assert "Lagret" in page
    assert reader.get("/policy/intro/nobody/").status_code == 404


def test_the_feed_tells_of_each_version_in_the_members_language(
    reader: Client, employee: Member, client: Client
):
    client.logout()
    response = client.get(f"/policy/feed/{employee.feed_token}.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    feed = ElementTree.fromstring(response.content)  # noqa: S314 (our own)
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Version 2", "Version 1"]
    assert "Vi blev snabbare." in (entries[0].findtext(f"{ATOM}summary") or "")
    assert "1 punkt" in (entries[0].findtext(f"{ATOM}summary") or "")


def test_the_feed_is_shut_to_who_has_left_and_to_a_guessed_address(
    reader: Client, employee: Member, client: Client
):
    assert client.get("/policy/feed/guess.atom").status_code == 404
    Member.objects.filter(pk=employee.pk).update(is_active=False)
    assert client.get(f"/policy/feed/{employee.feed_token}.atom").status_code == 404


def test_the_feeds_address_can_be_made_anew(reader: Client, employee: Member):
    old = employee.feed_token
    assert reader.post("/policy/feed/new-address")["Location"] == "/policy/versions/"
    employee.refresh_from_db()
    assert employee.feed_token != old
    assert reader.get(f"/policy/feed/{old}.atom").status_code == 404
    assert reader.get(f"/policy/feed/{employee.feed_token}.atom").status_code == 200
    assert Entry.objects.filter(kind="member.feed-renewed", actor=employee).count() == 1
    assert reader.get("/policy/feed/new-address").status_code == 405
