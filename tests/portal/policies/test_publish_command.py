"""`vigor publish` and `vigor withdraw`: what the command line says, in the language of the shell."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.portal.policies.policy_texts import ENGLISH, SWEDISH, without

from vigor_portal.people.models import Member
from vigor_portal.policies.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def swedish_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")


@pytest.fixture
def swedish(tmp_path: Path) -> Path:
    path = tmp_path / "policy.sv.md"
    path.write_text(SWEDISH, "utf-8")
    return path


def run(*arguments: object, because: str = "Därför") -> str:
    out = StringIO()
    call_command("publish", *map(str, arguments), f"--because={because}", stdout=out, stderr=StringIO())
    return out.getvalue()


def refused(*arguments: object) -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    assert caught.value.returncode == 2
    return str(caught.value)


def test_it_says_what_was_published_and_what_changed(swedish: Path, tmp_path: Path) -> None:
    english = tmp_path / "policy.en.md"
    english.write_text(ENGLISH, "utf-8")
    assert run(swedish, english) == "Version 1 är publicerad.\n"
    swedish.write_text(without(SWEDISH, "last-word").replace("samma dag", "i dag"), "utf-8")
    assert (
        run(swedish)
        == "Version 2 är publicerad.\n1 punkt borttagen, 1 punkt omskriven.\nanswer har bara andra ord.\n"
    )


def test_whether_a_point_means_something_else_can_be_said(swedish: Path) -> None:
    run(swedish)
    swedish.write_text(
        SWEDISH.replace("samma dag", "redan samma dag").replace("fikarummet", "Örebro"), "utf-8"
    )
    said = run(swedish, "--meaning=answer", "--wording=no-sarcasm")
    assert "answer betyder något annat." in said
    assert "no-sarcasm har bara andra ord." in said
    assert "både" in refused(swedish, "--meaning=answer", "--wording=answer")


def test_it_says_which_keys_were_given(swedish: Path) -> None:
    swedish.write_text(SWEDISH.replace(' {#last-word layers="logo"}', ""), "utf-8")
    assert "Nya nycklar, att föra in i din fil: " in run(swedish)


def test_it_takes_a_person_and_a_time(swedish: Path, communicator: Member) -> None:
    run(swedish, "--by=KIM@test.example", "--at=2026-03-01T09:00")
    version = Version.objects.get()
    assert version.published_by == communicator
    assert version.published_at.isoformat() == "2026-03-01T08:00:00+00:00"


def test_translations_can_be_checked(swedish: Path, tmp_path: Path) -> None:
    english = tmp_path / "policy.en.md"
    english.write_text(ENGLISH, "utf-8")
    run(swedish, english)
    swedish.write_text(SWEDISH.replace("samma dag", "i dag"), "utf-8")
    run(swedish, "--translation-checked")
    assert Version.objects.order_by("-number")[0].texts.get(language="en").worded_in["answer"] == 2


def test_problems_come_with_file_and_line(swedish: Path) -> None:
    swedish.write_text(SWEDISH.replace("force=must", "force=ofta"), "utf-8")
    said = refused(swedish)
    assert said.startswith(f"{swedish}:43: Styrkan ”ofta” finns inte.")
    assert said.endswith("Ingenting publicerades.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\xff", "är inte text i UTF-8"),
        (SWEDISH.encode("cp1252", "replace"), ":3: Det här är inte text i UTF-8"),
        (b"text\x00text", "ingen textfil"),
        (b"a" * 2_000_001, "2,000,001 byte"),
        (b"a" * 1_900_000, "1,900,000 tecken"),
        (b"", "tom"),
    ],
)
def test_bad_files_get_a_clear_message(swedish: Path, content: bytes, said: str) -> None:
    swedish.write_bytes(content)
    assert said in refused(swedish)
    assert not Version.objects.exists()


def test_a_file_that_isnt_there_gets_a_clear_message(tmp_path: Path) -> None:
    assert "filen finns inte" in refused(tmp_path / "nope.md")
    assert "går inte att läsa" in refused(tmp_path)


def test_it_speaks_english_in_an_english_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "there is no such file" in refused(tmp_path / "nope.md")


def test_other_refusals(swedish: Path, employee: Member) -> None:
    assert "får inte publicera" in refused(swedish, "--by=elsa@test.example")
    assert "Ingen medlem" in refused(swedish, "--by=nobody@test.example")
    assert "ingen tid" in refused(swedish, "--at=i går")
    run(swedish)
    assert "redan gäller" in refused(swedish)


def test_withdrawing_by_number(swedish: Path) -> None:
    run(swedish)
    swedish.write_text(without(SWEDISH, "last-word"), "utf-8")
    run(swedish)
    out = StringIO()
    call_command("withdraw", "1", "--ground=Dom", stdout=out)
    assert "återkallad" in out.getvalue()
    for number in ("1", "2", "9"):
        with pytest.raises(CommandError) as caught:
            call_command("withdraw", number, "--ground=Dom")
        assert caught.value.returncode == 2
