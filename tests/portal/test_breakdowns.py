"""When the ground gives way: a locked or missing database, a full disk. A page in our own voice, and what to do."""

import errno
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from vigor_portal.asking.models import Question
from vigor_portal.people.models import Member, Organisation


def broken_down(answer: HttpResponse, caplog: pytest.LogCaptureFixture, to_do: str) -> None:
    """A page for the reader that says it isn't their fault, and a line for the keeper that says what to do."""
    assert answer.status_code == 503, answer.content.decode()[:2000]
    assert "Du har inte gjort något fel" in answer.content.decode()
    assert answer["Retry-After"]
    assert to_do in caplog.text
    # The line holds no word of what was sent.
    assert "hund" not in caplog.text


ASKED = {"question": "Får vi ha hund här?", "confirmed": "1"}


@pytest.fixture
def forgiving(employee: Member, organisation: Organisation) -> Client:
    """A signed-in employee's browser: a breakdown comes back as the page it is, not as an exception."""
    client = Client(raise_request_exception=False, headers={"accept-language": "sv"})
    client.force_login(employee, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def locked(transactional_db: None) -> Iterator[Callable[[], sqlite3.Connection]]:
    """locked(): another program begins to write, and doesn't stop."""
    if connection.vendor != "sqlite":
        pytest.skip("A lock on the whole database is SQLite's alone")
    options, held = connection.settings_dict["OPTIONS"], []

    def lock() -> sqlite3.Connection:
        held.append(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None))
        held[0].execute("BEGIN EXCLUSIVE")
        return held[0]

    with patch.dict(options, {"timeout": 0.2}):
        connection.close()
        yield lock
        for other in held:
            other.close()
        connection.close()


def test_a_locked_database_says_so_and_the_question_goes_through_later(
    locked: Callable[[], sqlite3.Connection], forgiving: Client, caplog: pytest.LogCaptureFixture
):
    other = locked()
    broken_down(
        forgiving.post(reverse("asking:send"), ASKED), caplog, "is a backup or another program holding it?"
    )
    other.rollback()
    assert Question.objects.count() == 0
    assert forgiving.post(reverse("asking:send"), ASKED).status_code == 302
    assert Question.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "table", ["people_organisation", "django_session", "people_member", "policies_version"]
)
def test_a_database_without_a_table_says_what_to_run(
    forgiving: Client, caplog: pytest.LogCaptureFixture, table: str
):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO elsewhere")  # rolled back with the test
    broken_down(forgiving.get("/"), caplog, "run `vigor upgrade`")


@pytest.mark.django_db
def test_the_press_room_without_its_table_says_what_to_run(
    organisation: Organisation, caplog: pytest.LogCaptureFixture, settings: Any
):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE policies_publicstamp RENAME TO elsewhere")
    # A process that has answered nothing yet: one that has goes on with what it had.
    answers_first = next(name for name in settings.MIDDLEWARE if name.endswith(".PublicPages"))
    module = import_module(answers_first.removesuffix(".PublicPages"))
    with patch.object(module, "PAGES", module.Shelf()):
        answer = Client(raise_request_exception=False).get("/press/sv/", headers={"accept-language": "sv"})
    broken_down(answer, caplog, "run `vigor upgrade`")


def test_a_database_file_that_is_gone_says_what_to_do(
    transactional_db: None, forgiving: Client, caplog: pytest.LogCaptureFixture, tmp_path: Path
):
    if connection.vendor != "sqlite":
        pytest.skip("Only SQLite's database is a file")
    connection.close()
    with patch.dict(connection.settings_dict, {"NAME": str(tmp_path / "no" / "such" / "folder.sqlite3")}):
        answer = forgiving.get("/")
        connection.close()
    broken_down(answer, caplog, "check that VIGOR_DATA exists and who owns it")


def test_a_database_that_is_full_keeps_what_was_there(
    transactional_db: None, forgiving: Client, caplog: pytest.LogCaptureFixture
):
    """SQLite says the same when it may have no more pages as when the disk gives it none."""
    if connection.vendor != "sqlite":
        pytest.skip("The number of pages is SQLite's alone")
    with connection.cursor() as cursor:
        # The tests before have left empty pages in the file, which would have to be filled first.
        cursor.execute("VACUUM")
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    long = {**ASKED, "question": "Får vi ha hund här? " * 20}
    answers = [forgiving.post(reverse("asking:send"), long)]
    while answers[-1].status_code == 302 and len(answers) < 200:
        answers.append(forgiving.post(reverse("asking:send"), long))
    kept = Question.objects.count()
    connection.close()
    broken_down(answers[-1], caplog, "free space in the data folder")
    # All that was thanked for is there, and nothing besides.
    assert kept == len(answers) - 1


@pytest.mark.django_db
def test_a_full_disk_while_signing_in_says_so(organisation: Organisation, caplog: pytest.LogCaptureFixture):
    client = Client(raise_request_exception=False, headers={"accept-language": "sv"})
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with patch.object(FileBasedCache, "_write_content", side_effect=full):
        answer = client.post(reverse("account_login"), {"login": "elsa@test.example", "password": "x"})
    broken_down(answer, caplog, "free space in the data folder")


@pytest.mark.django_db
def test_a_disk_that_is_really_full_says_so(
    organisation: Organisation, caplog: pytest.LogCaptureFixture, tmp_path: Path, settings: Any
):
    if os.geteuid():
        pytest.skip("Only root may mount a tiny disk to fill")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("A tiny disk can't be mounted here")
    try:
        backend = "django.core.cache.backends.filebased.FileBasedCache"
        settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
        with pytest.raises(OSError, match="space"):
            (tmp_path / "filling").write_bytes(b"0" * 200_000)
        client = Client(raise_request_exception=False, headers={"accept-language": "sv"})
        answer = client.post(reverse("account_login"), {"login": "elsa@test.example", "password": "x"})
        broken_down(answer, caplog, "free space in the data folder")
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)
