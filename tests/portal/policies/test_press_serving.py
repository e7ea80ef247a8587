"""How a page of the press room is answered: from memory, with its headers, to anybody alike."""

import gzip
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db.utils import OperationalError
from django.test import Client, RequestFactory
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.people.models import Organisation
from vigor_portal.policies import exports
from vigor_portal.policies.actions import publish
from vigor_portal.policies.models import PublicPage, PublicStamp
from vigor_portal.policies.press import copies, middleware
from vigor_portal.policies.press.answers import accepts_gzip
from vigor_portal.policies.press.room import the_room
from vigor_portal.policies.press.written import keep_page, rewrite_public_pages, token


@pytest.fixture
def published(organisation: Organisation) -> None:
    publish([SWEDISH, ENGLISH], by=None, because="")


def put(*sources: str) -> None:
    publish(sources, by=None, because="")


def test_it_answers_not_modified_to_who_has_the_page(client: Client, published: None) -> None:
    etag = client.get("/press/sv/").headers["ETag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', etag)
    for known in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        answer = client.get("/press/sv/", headers={"if-none-match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert (answer.headers["ETag"], answer.headers["Cache-Control"]) == (etag, middleware_cache())
    assert client.get("/press/sv/", headers={"if-none-match": '"other"'}).status_code == 200


def middleware_cache() -> str:
    return "public, max-age=0, s-maxage=60, must-revalidate"


def test_it_zips_for_who_can_unzip(client: Client, published: None) -> None:
    plain = client.get("/press/sv/")
    zipped = client.get("/press/sv/", headers={"accept-encoding": "br, gzip;q=0.8"})
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert zipped.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    known = {"if-none-match": zipped.headers["ETag"], "accept-encoding": "gzip"}
    assert client.get("/press/sv/", headers=known).status_code == 304


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("GZIP, br", True),
        ("*", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.0", False),
        ("", False),
        ("xgzip", False),
    ],
)
def test_it_reads_what_a_browser_accepts(header: str, accepted: bool) -> None:
    assert accepts_gzip(header) is accepted


@pytest.mark.parametrize(
    "address", ["/press/sv/", "/press/sv/compare/1/2", "/press/sv/nope", "/press/sv/gone"]
)
def test_head_is_get_without_a_body(client: Client, organisation: Organisation, address: str) -> None:
    put(SWEDISH)
    put(without(SWEDISH, "last-word"))
    head, get = client.head(address), client.get(address)
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert dict(head.headers) == dict(get.headers)
    assert get.headers["Content-Length"] == str(len(get.content))


@pytest.mark.parametrize(
    "address", ["/press/sv/", "/press/sv/compare/1/2", "/press/sv/nope", "/press/sv/policy.md", "/press/"]
)
def test_every_answer_is_guarded_like_the_rest_of_the_site(
    client: Client, organisation: Organisation, address: str
) -> None:
    put(SWEDISH)
    put(without(SWEDISH, "last-word"))
    headers = client.get(address).headers
    for name in ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy"):
        assert headers[name] == client.get("/healthz").headers[name]
    assert "nonce" not in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_a_page_is_written_once_and_costs_no_query(
    client: Client, published: None, django_assert_num_queries: Callable[..., Any]
) -> None:
    # One query: in a test's transaction the stamp is looked up each time, otherwise once a second.
    client.get("/press/sv/")
    with django_assert_num_queries(1):
        client.get("/press/sv/")


def test_outside_transactions_the_stamp_is_looked_up_once_a_second(
    published: None, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Callable[..., Any]
) -> None:
    now = [1000.0]
    monkeypatch.setattr(copies, "monotonic", lambda: now[0])
    monkeypatch.setattr(copies, "connection", SimpleNamespace(in_atomic_block=False))
    shelf = middleware.Shelf()
    assert shelf.get("/press/sv/") is not None
    with django_assert_num_queries(0):
        now[0] += 0.9
        assert shelf.get("/press/sv/") is not None
    with django_assert_num_queries(1):
        now[0] += 0.2
        shelf.get("/press/sv/")
    with django_assert_num_queries(1):
        shelf.forget()
        shelf.get("/press/sv/")


def test_another_process_sees_what_was_published(published: None) -> None:
    other = middleware.Shelf()
    before = other.get("/press/sv/last-word")
    put(without(SWEDISH, "last-word"))
    after = other.get("/press/sv/last-word")
    assert before is not None
    assert after is not None
    assert (before.status, after.status) == (200, 410)


def test_the_press_room_stays_up_while_the_database_is_down(
    published: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = middleware.Shelf()
    page = shelf.get("/press/sv/")

    def down(*args: object) -> None:
        raise OperationalError("no database")

    monkeypatch.setattr(PublicStamp.objects, "order_by", down)
    assert shelf.get("/press/sv/") is page
    with pytest.raises(OperationalError):
        middleware.Shelf().get("/press/sv/")


def test_only_what_a_publishing_changes_is_written_anew(published: None) -> None:
    for word in ("två", "tre", "fyra"):
        put(SWEDISH.replace("sista ordet", f"ord {word}"))
    PublicPage.objects.filter(path__contains="/versions/").update(etag="as it was")
    put(SWEDISH)
    kept = set(
        PublicPage.objects.filter(etag="as it was", path__startswith="/press/sv").values_list(
            "path", flat=True
        )
    )
    assert kept == {f"/press/sv/versions/{number}" for number in (1, 2, 3)}
    rewrite_public_pages()
    assert not PublicPage.objects.filter(etag="as it was").exists()


def test_written_pages_and_asked_for_pages_are_the_same(client: Client, published: None) -> None:
    put(SWEDISH.replace("sista ordet", "det sista ordet"))
    written = {path: client.get(path) for path in PublicPage.objects.values_list("path", flat=True)}
    PublicPage.objects.all().delete()
    PublicStamp.objects.all().delete()
    for path, page in written.items():
        asked = client.get(path)
        assert asked.content == page.content, path
        assert asked.headers["ETag"] == page.headers["ETag"]
        assert asked.headers["Cache-Control"] == page.headers["Cache-Control"]


def test_a_page_made_of_an_older_version_is_not_kept(published: None) -> None:
    from vigor_portal.policies.press.pages import front

    made_of, page = token(), front(the_room(), "sv")
    put(without(SWEDISH, "last-word"))
    before = PublicPage.objects.get(path="/press/sv/").etag
    keep_page(page, made_of)
    assert PublicPage.objects.get(path="/press/sv/").etag == before
    keep_page(page, token())
    assert PublicPage.objects.get(path="/press/sv/").etag == page.etag


def test_it_takes_no_other_method(client: Client, published: None) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)("/press/sv/").status_code == 405


def test_a_page_is_the_same_whatever_the_browser_prefers(client: Client, published: None) -> None:
    pages = {
        client.get("/press/sv/compare/1/1", headers={"accept-language": code}).content
        for code in ("sv", "en")
    }
    assert len(pages) == 1


def test_it_hides_cookies_from_views_further_in() -> None:
    seen: dict[str, str] = {}

    def view(request: Any) -> Any:
        from django.http import HttpResponse

        seen.update(request.COOKIES)
        response = HttpResponse("x")
        response.set_cookie("spy", "1")
        return response

    request = RequestFactory().post("/press/sv/ask", headers={"cookie": f"{settings.SESSION_COOKIE_NAME}=x"})
    response = middleware.PublicPages(view)(request)
    assert seen == {}
    assert not response.cookies


def test_query_strings_change_nothing(client: Client, published: None) -> None:
    assert client.get("/press/sv/?utm_source=x").content == client.get("/press/sv/").content


def test_a_pdf_is_made_once_and_kept_until_the_text_changes(
    client: Client, published: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def pdf(policy: object, imprint: exports.Imprint) -> bytes:
        made.append(imprint.number)
        return b"%PDF"

    monkeypatch.setattr(exports, "pdf", pdf)
    for _ in range(2):
        answer = client.get("/press/sv/policy.pdf")
        assert (answer.content, answer.headers["Content-Type"]) == (b"%PDF", "application/pdf")
    put(without(SWEDISH, "last-word"))
    client.get("/press/sv/policy.pdf")
    assert made == [1, 2]


def test_where_no_pdf_can_be_made_there_is_none(
    client: Client, published: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pdf(policy: object, imprint: exports.Imprint) -> bytes:
        raise exports.PdfMissing("Pango")

    monkeypatch.setattr(exports, "pdf", pdf)
    assert client.get("/press/sv/policy.pdf").status_code == 404
