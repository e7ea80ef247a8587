"""A backup holds everything, and a restore brings it back: on an empty machine, and from one database to the other."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from vigor_portal.log import backup
from vigor_portal.log.actions import record
from vigor_portal.log.archive import Manifest
from vigor_portal.log.immutable import missing
from vigor_portal.log.models import Entry
from vigor_portal.people.models import Department, Member
from vigor_portal.policies.models import Policy, PublicPage, Version, VersionText

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _data_folder(tmp_path: Path, settings, monkeypatch) -> None:
    """A data folder of the test's own, and nothing derived to make anew."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    (settings.DATA / "secret-key").write_text("the-key-of-then")
    monkeypatch.setattr(backup, "AFTER_UPGRADE", ())


@pytest.fixture
def site() -> Member:
    """A site with a bit of everything: Swedish, dates to the microsecond, bytes, line separators in the text."""
    service = Department.objects.create(slug="service", names={"sv": "Kundservice", "en": "Customer service"})
    member = Member.objects.create_user("åsa@example.org", None, given_name="Åsa", department=service)
    policy = Policy.objects.create(slug="social-media", language="sv")
    version = Version.objects.create(policy=policy, number=1, published_by=member, reasons={"sv": "Först"})
    VersionText.objects.create(
        version=version, language="sv", source="# Så\u2028gör\r\nvi", worded_in={"b": 1, "a": 1}
    )
    PublicPage.objects.create(
        path="/press/sv/", content_type="text/html", body=b"\x00\xff", gzipped=b"", etag="e"
    )
    Entry.objects.create(
        actor=member, kind="policy.published", at=datetime(2026, 3, 1, 9, 30, 0, 123456, UTC)
    )
    return member


def checksums(manifest: Manifest) -> dict[str, str]:
    """What each table held. The record gets a line more with every restore, and public pages are made anew."""
    changing = {
        "tables/log.entry",
        "tables/policies.publicpage",
        "tables/policies.publicstamp",
        "tables/voices.registerstamp",
    }
    return {part.name: part.sha256 for part in manifest.tables if part.name not in changing}


def vigor(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Another machine: the command in a process of its own, on SQLite in another folder."""
    environment = {**os.environ, "VIGOR_DATA": str(folder), "DATABASE_URL": ""}
    environment["DJANGO_SETTINGS_MODULE"] = "vigor_portal.settings"
    command = [sys.executable, "-m", "vigor_portal", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_is_readable_by_its_owner_only(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    assert stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600


def test_it_holds_every_table_and_the_secret_key_but_no_sign_ins(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    names = set(zipfile.ZipFile(tmp_path / "a.zip").namelist())
    assert {"manifest.json", "files/secret-key", "tables/people.member", "tables/policies.version"} <= names
    assert "tables/sessions.session" not in names


def test_it_never_overwrites_an_older_backup(site, tmp_path):
    (tmp_path / "a.zip").write_text("older")
    with pytest.raises(CommandError, match="exists already"):
        call_command("backup", str(tmp_path / "a.zip"))
    assert (tmp_path / "a.zip").read_text() == "older"


def test_it_saves_a_database_that_waits_for_an_upgrade(site, tmp_path):
    """As it is, so that the version that made it can take it back."""
    call_command("migrate", "asking", "zero", verbosity=0)
    try:
        manifest = backup.back_up(tmp_path / "a.zip")
    finally:
        call_command("migrate", verbosity=0)
    assert "tables/policies.version" in {part.name for part in manifest.parts}
    assert not [name for name in manifest.migrations if name.startswith("asking.")]


def test_it_says_that_there_is_nothing_to_save_on_an_empty_machine(tmp_path):
    done = vigor(tmp_path / "other", "backup", str(tmp_path / "a.zip"))
    assert "nothing to save" in done.stderr
    assert not list(tmp_path.glob("a.zip*"))


def test_it_leaves_nothing_behind_when_it_fails(site, tmp_path, monkeypatch):
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_dump", full)
    with pytest.raises(CommandError, match="No space left"):
        call_command("backup", str(tmp_path / "a.zip"))
    assert not list(tmp_path.glob("a.zip*"))


def test_it_brings_back_what_was_there(site, tmp_path, settings):
    before = backup.back_up(tmp_path / "a.zip")
    Member.objects.create_user("new@example.org", None)
    (settings.DATA / "secret-key").write_text("the-key-of-now")
    call_command("restore", str(tmp_path / "a.zip"), "--replace")
    assert checksums(backup.back_up(tmp_path / "b.zip")) == checksums(before)
    assert (settings.DATA / "secret-key").read_text() == "the-key-of-then"
    assert (settings.DATA / "secret-key.before-restore").read_text() == "the-key-of-now"
    assert Entry.objects.filter(kind="site.restored").count() == 1


def test_it_keeps_time_to_the_microsecond(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    backup.restore(tmp_path / "a.zip", replace=True)
    assert Entry.objects.get(kind="policy.published").at.microsecond == 123456


def test_it_puts_the_protection_back_and_goes_on_counting(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    backup.restore(tmp_path / "a.zip", replace=True)
    assert missing(connection) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Version.objects.update(cause="other")
    with transaction.atomic():
        record(None, "after.restore")
    Department.objects.create(slug="after")


def test_it_moves_to_an_empty_machine_and_back(site, tmp_path):
    """Into a new SQLite, and from there into this database: SQLite or PostgreSQL."""
    before = backup.back_up(tmp_path / "a.zip")
    moved = vigor(tmp_path / "other", "restore", str(tmp_path / "a.zip"))
    assert moved.returncode == 0, moved.stderr
    assert (tmp_path / "other" / "secret-key").read_text() == "the-key-of-then"
    assert vigor(tmp_path / "other", "backup", str(tmp_path / "b.zip")).returncode == 0
    backup.restore(tmp_path / "b.zip", replace=True)
    assert checksums(backup.back_up(tmp_path / "c.zip")) == checksums(before)


def test_it_refuses_to_overwrite_a_site_that_is_in_use(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    Department.objects.create(slug="later")
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(tmp_path / "a.zip"))
    assert Department.objects.filter(slug="later").exists()


def altered(source: Path, target: Path, name: str, content: str) -> Path:
    """The archive with one part exchanged."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return target


def test_it_refuses_a_damaged_archive_before_it_touches_anything(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    damaged = altered(tmp_path / "a.zip", tmp_path / "b.zip", "tables/people.member", "{}\n")
    with pytest.raises(CommandError, match="damaged"):
        call_command("restore", str(damaged), "--replace")
    assert Member.objects.filter(pk=site.pk).exists()


@pytest.mark.parametrize("content", ["", "no archive", '{"format": 99}', "[]"])
def test_it_refuses_what_is_no_archive(site, tmp_path, content):
    backup.back_up(tmp_path / "a.zip")
    strange = altered(tmp_path / "a.zip", tmp_path / "b.zip", "manifest.json", content)
    (tmp_path / "c.zip").write_text(content)
    for path in (strange, tmp_path / "c.zip", tmp_path / "missing.zip"):
        with pytest.raises(CommandError):
            call_command("restore", str(path), "--replace")


def test_it_refuses_an_archive_of_another_generation(site, tmp_path):
    backup.back_up(tmp_path / "a.zip")
    manifest = json.loads(zipfile.ZipFile(tmp_path / "a.zip").read("manifest.json"))
    for migrations, told in (([*manifest["migrations"], "people.9999_later"], "newer"), ([], "older")):
        content = json.dumps({**manifest, "migrations": migrations})
        other = altered(tmp_path / "a.zip", tmp_path / f"{told}.zip", "manifest.json", content)
        with pytest.raises(CommandError, match=told):
            call_command("restore", str(other), "--replace")


def test_it_changes_nothing_when_a_row_does_not_fit(site, tmp_path, monkeypatch, settings):
    """Half of the tables are in when the fault comes: all of it is taken back."""
    backup.back_up(tmp_path / "a.zip")
    Department.objects.create(slug="later")
    (settings.DATA / "secret-key").write_text("the-key-of-now")

    def broken() -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(backup, "_reset_sequences", broken)
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("restore", str(tmp_path / "a.zip"), "--replace")
    assert Department.objects.filter(slug="later").exists()
    assert missing(connection) == []
    assert (settings.DATA / "secret-key").read_text() == "the-key-of-now"
    assert not (settings.DATA / "secret-key.restored").exists()
