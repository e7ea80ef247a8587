"""Documents of every kind come through the page, and bad ones cost a bounded time. So many are read at once."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.portal.policies.documents import open_document, pdf, word

from vigor_portal.people.models import Organisation
from vigor_portal.policies.checkup import turns
from vigor_portal.policies.checkup.turns import AT_ONCE, NoTurn, a_turn
from vigor_portal.policies.checkup.uploads import LARGEST_FILE

pytestmark = pytest.mark.django_db
OLD = (
    "# Policy för sociala medier",
    "Vi på Tegelmo berättar här hur vi gör.",
    "## Allmänt",
    "Vi är ärliga, öppna och professionella.",
    "Det är inte tillåtet att kritisera företaget i sociala medier.",
)
# A reading takes a part of a second; a machine under load several times that.
SOON = 15


@pytest.fixture(autouse=True)
def _nobody_has_been_here() -> None:
    cache.clear()


@pytest.fixture
def send(client: Client, organisation: Organisation) -> Callable[..., str]:
    """Upload a document as a visitor: the page that comes back."""
    Organisation.objects.update(checkup_open=True)

    def sent(name: str, data: bytes) -> str:
        assert len(data) <= LARGEST_FILE
        response = client.post("/checkup/", {"text": "", "file": SimpleUploadedFile(name, data)})
        return response.content.decode()

    return sent


@pytest.mark.parametrize(
    ("name", "data", "needs"),
    [
        ("gammal.docx", word(OLD), "mammoth"),
        ("gammal.odt", open_document(OLD), "pypandoc"),
        ("gammal.pdf", pdf([OLD]), "pypdfium2"),
    ],
    ids=["Word", "OpenDocument", "PDF"],
)
def test_the_same_words_are_found_in_every_format(
    send: Callable[..., str], name: str, data: bytes, needs: str
):
    pytest.importorskip(needs)
    page = send(name, data)
    assert ">Policy för sociala medier</h1>" in page
    assert "<mark>Vi är ärliga, öppna och professionella.</mark>" in page
    assert 'class="grave">Det är inte tillåtet att kritisera företaget' in page


def test_macros_are_left_where_they_are(send: Callable[..., str]):
    pytest.importorskip("mammoth")
    page = send("gammal.docm", word(OLD, macro=b'Attribut VB_Name = "Xylofonia"\r\nShell "calc"\r\n' * 50))
    assert "<mark>Vi är ärliga, öppna och professionella.</mark>" in page
    assert "Xylofonia" not in page


def test_a_bomb_is_refused_before_it_is_unpacked(send: Callable[..., str]):
    bomb = word(OLD, more={"word/media/picture.png": bytes(250_000_000)})
    begun = time.monotonic()
    page = send("gammal.docx", bomb)
    assert "packas upp till mer än 200 MB" in page
    assert time.monotonic() - begun < SOON


def test_two_thousand_pages_are_refused_at_once(send: Callable[..., str]):
    pytest.importorskip("pypdfium2")
    book = pdf([OLD] * 2000)
    begun = time.monotonic()
    page = send("bok.pdf", book)
    assert "fler än 400 sidor" in page
    assert time.monotonic() - begun < SOON


def test_one_that_nests_without_end_ends_alone(send: Callable[..., str]):
    pytest.importorskip("mammoth")
    deep = "<w:p>" * 100_000 + "</w:p>" * 100_000
    page = send("djup.docx", word([deep]))
    assert 'id="id_file_error"' in page


class TestTurns:
    def test_there_are_so_many_and_no_more(self):
        with a_turn(), a_turn():
            assert AT_ONCE == 2
            with pytest.raises(NoTurn), a_turn(wait=0):
                pass
        with a_turn(wait=0):
            pass

    def test_they_hold_between_processes_and_end_with_them(self, settings, tmp_path: Path):
        settings.DATA = tmp_path
        program = (
            "import sys, time, django; from django.conf import settings; settings.configure(DATA=sys.argv[1])\n"
            "from vigor_portal.policies.checkup.turns import a_turn\n"
            "with a_turn(), a_turn():\n    print('held', flush=True)\n    time.sleep(60)\n"
        )
        other = subprocess.Popen(
            [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with pytest.raises(NoTurn), a_turn(wait=0):
                pass
        finally:
            other.kill()
            other.communicate()
        with a_turn(wait=5):
            pass

    def test_whoever_comes_too_many_is_asked_to_try_again_and_keeps_the_text(
        self, client: Client, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
    ):
        Organisation.objects.update(checkup_open=True)
        monkeypatch.setattr(turns, "WAIT", 0.0)
        with a_turn(), a_turn():
            response = client.post("/checkup/", {"text": "Vi bor i Tegelmo."})
        assert response.status_code == 429
        assert response.headers["Retry-After"] == "10"
        assert response.headers["Cache-Control"] == "private, no-store"
        page = response.content.decode()
        assert "Försök igen om en stund" in page
        assert "Vi bor i Tegelmo." in page
        assert client.post("/checkup/", {"text": "Vi bor i Tegelmo."}).status_code == 200
