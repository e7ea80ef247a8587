"""An upgrade leaves nothing behind the installed version."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from vigor_portal.log import backup
from vigor_portal.log.immutable import drop, missing

pytestmark = pytest.mark.django_db(transaction=True)


def written_anew() -> str:
    """Stands for what an app makes of its data."""
    return "3 pages were written anew."


@pytest.fixture(autouse=True)
def _derived(settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    monkeypatch.setattr(backup, "AFTER_UPGRADE", (f"{__name__}.written_anew",))


def test_it_tells_what_it_did(capsys: pytest.CaptureFixture[str], settings):
    call_command("upgrade")
    told = capsys.readouterr().out
    assert "The database is up to date" in told
    assert "3 pages were written anew." in told
    assert list(settings.STATIC_ROOT.rglob("*.css"))


def test_it_puts_lost_triggers_back():
    drop(connection)
    assert missing(connection)
    call_command("upgrade")
    assert missing(connection) == []


def test_it_says_what_stopped_it(settings, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    settings.STATIC_ROOT = tmp_path / "file" / "static"
    with pytest.raises(CommandError, match="run it again"):
        call_command("upgrade")
