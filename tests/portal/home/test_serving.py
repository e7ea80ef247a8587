"""Getting ready to serve, and what a site that is set up wrongly says of itself."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from vigor_portal.home import checks, serving
from vigor_portal.people.models import Organisation


def ids(messages) -> list[str]:
    return [message.id for message in messages]


class TestChecks:
    @pytest.mark.parametrize(
        ("address", "development", "expected"),
        [
            ("http://localhost:8000", True, []),
            ("https://policy.example.org", False, []),
            ("http://policy.example.org", False, ["vigor.W010"]),
            ("https://policy.example.org", True, ["vigor.E011"]),
            ("policy.example.org", False, ["vigor.E010"]),
        ],
    )
    def test_the_public_address(self, settings, address: str, development: bool, expected: list[str]):
        settings.BASE_URL, settings.DEVELOPMENT = address, development
        assert ids(checks.check_address()) == expected

    def test_codes_that_only_a_log_receives(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        assert ids(checks.check_mail()) == ["vigor.W011"]
        settings.DEVELOPMENT = True
        assert checks.check_mail() == []

    @pytest.mark.parametrize(
        "address",
        ["mail.example.org", "https://mail.example.org", "smtp://"],
    )
    def test_a_mail_server_that_cannot_be_understood(self, monkeypatch: pytest.MonkeyPatch, address: str):
        monkeypatch.setenv("VIGOR_EMAIL_URL", address)
        assert ids(checks.check_mail()) == ["vigor.E012"]

    @pytest.mark.parametrize("address", ["smtp://user:hemligt@host:abc", "smtp://[hemligt"])
    def test_one_that_stops_the_site_from_starting(self, address: str):
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "vigor_portal.settings",
            "VIGOR_EMAIL_URL": address,
        }
        command = [sys.executable, "-m", "vigor_portal", "check"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "VIGOR_EMAIL_URL" in done.stderr
        assert "hemligt" not in done.stderr

    def test_a_mail_server_that_can(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("VIGOR_EMAIL_URL", "smtp://user:p%40ss@mail.example.org:587?tls=1")
        assert checks.check_mail() == []

    def test_a_password_never_stands_in_a_message(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("VIGOR_EMAIL_URL", "smpt://user:hemligt@mail.example.org")
        assert "hemligt" not in str(checks.check_mail())

    def test_a_data_folder_that_is_not_there(self, settings, tmp_path: Path):
        settings.DATA = tmp_path / "none"
        assert ids(checks.check_data_folder()) == ["vigor.E013"]
        settings.DATA = tmp_path
        assert checks.check_data_folder() == []

    @pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
    def test_a_data_folder_that_cannot_be_written(self, settings, tmp_path: Path):
        tmp_path.chmod(0o500)
        settings.DATA = tmp_path
        assert ids(checks.check_data_folder()) == ["vigor.E013"]

    def test_a_port_that_is_no_number(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setenv("PORT", "http")
        monkeypatch.setenv("VIGOR_WORKERS", "0")
        assert ids(checks.check_port()) == ["vigor.E014", "vigor.E014"]

    def test_an_organisation_without_a_language(self, organisation: Organisation):
        assert checks.check_organisation(databases=["default"]) == []
        Organisation.objects.update(languages=["xx"])
        assert ids(checks.check_organisation(databases=["default"])) == ["vigor.W012"]

    def test_every_message_says_what_to_do(self, settings, monkeypatch: pytest.MonkeyPatch):
        settings.BASE_URL, settings.DEVELOPMENT, settings.DATA = "http://policy.example.org", True, "/nowhere"
        monkeypatch.setenv("PORT", "x")
        found = [*checks.check_address(), *checks.check_data_folder(), *checks.check_port()]
        assert len(found) == 4
        assert all(message.hint for message in found)


class TestServing:
    def test_a_port_that_is_taken_is_told_of_with_another_to_try(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            with pytest.raises(CommandError, match=f"PORT={port + 1}"):
                serving.check_port("127.0.0.1", port)

    def test_the_demonstration_is_for_development_only(self):
        with pytest.raises(CommandError, match="development"):
            call_command("demo", skip_checks=True)

    def test_it_refuses_to_serve_a_database_that_waits_for_migrations(
        self, db: None, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setenv("PORT", "0")
        monkeypatch.setattr(serving, "migrations_waiting", lambda: 2)
        with pytest.raises(CommandError, match="vigor upgrade"):
            call_command("serve", skip_checks=True)

    def test_an_empty_site_prints_the_first_administrators_link(
        self, db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ):
        monkeypatch.setenv("PORT", "0")
        monkeypatch.setattr(serving, "serve", lambda: None)
        monkeypatch.setattr(serving, "make_what_is_derived", lambda: None)
        call_command("serve", skip_checks=True)
        assert "/welcome/" in capsys.readouterr().out

    def test_static_files_are_collected_and_pages_made_anew_when_one_has_changed(
        self, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        made: list[int] = []
        settings.STATIC_ROOT = tmp_path
        monkeypatch.setattr(serving, "make_derived", lambda: made.append(1))
        serving.make_what_is_derived()
        assert len(made) == 1
        manifest = tmp_path / "staticfiles.json"
        manifest.write_text("{}")
        serving.make_what_is_derived()
        assert len(made) == 1
        os.utime(manifest, (0, 0))
        serving.make_what_is_derived()
        assert len(made) == 2
