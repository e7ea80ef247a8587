"""A post is read and gone: a marker sent through every way in, with faults on the way, is then found nowhere."""

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from vigor.check.post import Post
from vigor_portal.api.actions import make_token
from vigor_portal.checking import playbooks, reading
from vigor_portal.people.models import Member

# Short enough for any column, and never seen before. It can't stand in a traceback by itself: sources don't hold it.
MARKER = "kvast" + "qzx" + "lykta"
POST = f"Ja jo, verkligen kul att {MARKER} delar med sig. Ring {MARKER}@example.org!"

Send = Callable[[Client, str, str], Any]


def _box(client: Client, key: str, text: str) -> Any:
    sent = {"text": text, "reply_to": text, "sender": text[:200], "signature": MARKER, "taken_as": "post"}
    return client.post(reverse("checking:box"), sent)


def _question(client: Client, key: str, text: str) -> Any:
    return client.post(reverse("checking:box"), {"text": text, "taken_as": "question"})


def _htmx(client: Client, key: str, text: str) -> Any:
    return client.post(
        reverse("checking:box"), {"text": text, "taken_as": "post"}, headers={"hx-request": "true"}
    )


def _disagree(client: Client, key: str, text: str) -> Any:
    return client.post(
        reverse("checking:disagree"), {"text": text, "taken_as": "post", "disagree": "irony:say-what-we-mean"}
    )


def _languagetool(client: Client, key: str, text: str) -> Any:
    return client.post("/v2/check", {"text": text, "language": "sv", "apiKey": key})


def _annotated(client: Client, key: str, text: str) -> Any:
    return client.post(f"/lt/{key}/v2/check", {"data": json.dumps({"annotation": [{"text": text}]})})


def _rest(client: Client, key: str, text: str) -> Any:
    body = json.dumps({"id": MARKER, "text": text, "reply_to": text})
    return client.post(
        "/api/v1/check", body, content_type="application/json", headers={"authorization": f"Bearer {key}"}
    )


WAYS: dict[str, Send] = {
    "box": _box,
    "question": _question,
    "htmx": _htmx,
    "disagree": _disagree,
    "languagetool": _languagetool,
    "annotated": _annotated,
    "rest": _rest,
}


@pytest.fixture
def browser(policy: None, employee: Member) -> Client:
    """A signed-in browser to which breakdowns come as pages."""
    client = Client(raise_request_exception=False)
    client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def key(policy: None, employee: Member) -> str:
    cache.clear()
    return make_token("editor", by=employee)


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the log, down to the smallest; Django's own lines go their own way otherwise."""
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    caplog.set_level(logging.DEBUG)


@pytest.fixture
def nowhere(
    browser: Client,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    settings: Any,
    heard: None,
) -> Iterator[None]:
    """Looks everywhere afterwards."""
    yield
    out, err = capfd.readouterr()
    assert MARKER not in out + err, "printed"
    logged = [record.getMessage() + str(record.exc_info) + str(record.args) for record in caplog.records]
    assert MARKER not in caplog.text + "".join(logged), "logged"
    assert MARKER not in everything_stored(), "in the database"
    assert MARKER not in str(dict(browser.session)), "in the session"
    assert MARKER not in str(browser.cookies), "in a cookie"
    assert [file for file in files_of(settings.DATA) if MARKER.encode() in file.read_bytes()] == [], (
        "in a file"
    )
    assert MARKER not in "".join(str(letter.message()) for letter in mail.outbox), "mailed"


def everything_stored() -> str:
    """Every column of every row of every table, as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        assert len(tables) > len(list(apps.get_models())) / 2
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (names of our own tables)
            found.append(str(cursor.fetchall()))
    return "\n".join(found)


def files_of(folder: Path) -> list[Path]:
    """Every file of the data folder but the database, whose rows are looked at (its pages hold rows that are gone)."""
    return [path for path in folder.rglob("*") if path.is_file() and "sqlite" not in path.name]


def in_a_check(error: Exception) -> Callable[[Post], Any]:
    def find(post: Post) -> Any:
        raise error

    return find


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.usefixtures("nowhere")
class TestSentBy:
    def test_it_is_read_and_gone(self, way: str, browser: Client, key: str):
        assert WAYS[way](browser, key, POST).status_code == 200

    @pytest.mark.parametrize(
        "error",
        [
            ValueError(f"invalid: {POST}"),
            KeyError(MARKER),
            TimeoutError(POST),
            RecursionError(POST),
            MemoryError(POST),
            OperationalError(f"canceling statement due to statement timeout: {POST}"),
            UnicodeEncodeError("utf-8", POST, 0, 1, MARKER),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_what_breaks_while_reading_tells_nothing_of_it(
        self, way: str, error: Exception, browser: Client, key: str, monkeypatch: pytest.MonkeyPatch
    ):
        broken = in_a_check(error)
        monkeypatch.setattr(reading, "check", lambda text, *more, **known: broken(Post(text)))
        monkeypatch.setattr("vigor_portal.asking.replies.ask", lambda *more: broken(Post(POST)))
        answer = WAYS[way](browser, key, POST)
        assert answer.status_code in {500, 503}
        assert MARKER not in answer.content.decode()

    def test_what_is_broken_comes_back_to_the_writer_alone(self, way: str, browser: Client, key: str):
        WAYS[way](browser, key, POST + "\0" + "x" * 30_000)
        WAYS[way](browser, key, POST * 40_000)  # more than a form may carry
        WAYS[way](browser, "a wrong key", POST)
        WAYS[way](Client(raise_request_exception=False), "", POST)


@pytest.mark.usefixtures("nowhere")
class TestFaults:
    def test_a_form_from_elsewhere_is_refused_and_tells_nothing(self, policy: None, employee: Member):
        strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
        strict.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
        answer = strict.post(reverse("checking:box"), {"text": POST})
        assert answer.status_code == 403
        assert MARKER not in answer.content.decode()

    @pytest.mark.parametrize("address", ["/api/v1/check", "/v2/check", "/check/"])
    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            (f'{{"text": "{MARKER}'.encode(), "application/json"),
            (f"--x\r\n{MARKER}".encode(), "multipart/form-data; boundary=x"),
            (f"text={MARKER}%FF".encode(), "application/x-www-form-urlencoded"),
            (MARKER.encode("utf-16"), "text/plain"),
        ],
    )
    def test_what_cannot_be_read_tells_nothing(
        self, browser: Client, key: str, address: str, body: bytes, kind: str
    ):
        answer = browser.post(address, body, content_type=kind, headers={"authorization": f"Bearer {key}"})
        assert answer.status_code < 500

    def test_a_page_that_breaks_tells_nothing(self, browser: Client, monkeypatch: pytest.MonkeyPatch):
        def broken(*more: object) -> Any:
            raise ValueError(POST)

        monkeypatch.setattr(playbooks, "fitting_kind", broken)
        answer = browser.post(reverse("checking:box"), {"text": POST, "taken_as": "post"})
        assert answer.status_code == 500
        assert MARKER not in answer.content.decode()

    def test_the_log_says_where_it_broke(
        self, browser: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(reading, "check", in_a_check(ValueError(POST)))
        browser.post(reverse("checking:box"), {"text": POST, "taken_as": "post"})
        assert "POST /check/: " in caplog.text
        assert "vigor_portal/checking/reading.py" in caplog.text


def test_the_marker_would_be_found(
    browser: Client, caplog: pytest.LogCaptureFixture, settings: Any, heard: None
):
    """Were it stored or logged, the looking above would see it: else it would prove nothing."""
    assert MARKER not in everything_stored()
    Member.objects.update(title=MARKER)
    assert MARKER in everything_stored()
    cache.set("x", MARKER)
    assert files_of(settings.DATA)
    for name in ("django.request", "django.security", "vigor.checking"):
        caplog.clear()
        logging.getLogger(name).error("%s", MARKER)
        assert MARKER in caplog.text, name
