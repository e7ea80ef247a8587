"""`vigor accounts`: the register in and out, without a browser."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.portal.voices.test_transfer import EXCEL

from vigor_portal.voices.models import Account, Import

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "konton.csv"
    path.write_bytes(EXCEL.encode("cp1252"))
    return path


def told(*words: object, **options: object) -> tuple[str, str]:
    """What the command says, and what it complains of."""
    said, complained = StringIO(), StringIO()
    call_command("accounts", *map(str, words), stdout=said, stderr=complained, **options)
    return said.getvalue(), complained.getvalue()


def test_it_brings_what_is_good_and_names_the_lines_of_the_rest(listed, communicator):
    said, complained = told("import", listed, "--by", communicator.email)
    assert said.startswith("6 r")
    assert [line.rsplit(":", 2)[1] for line in complained.replace("https://", "").splitlines()] == [
        "4",
        "5",
        "6",
        "8",
    ]
    assert Account.objects.count() == 2


def test_it_looks_without_saving(listed, communicator):
    told("import", listed, "--by", communicator.email, "--look")
    assert not Account.objects.exists()
    assert not Import.objects.exists()


def test_it_approves_what_came(listed, communicator):
    told("import", listed, "--by", communicator.email, "--approve")
    assert set(Account.objects.values_list("state", flat=True)) == {"registered"}


@pytest.mark.parametrize("format", ["csv", "json", "yaml"])
def test_what_it_writes_it_reads(listed, communicator, tmp_path, format):
    told("import", listed, "--by", communicator.email)
    file = tmp_path / f"ut.{format}"
    told("export", file, "--by", communicator.email)
    said, complained = told("import", file, "--by", communicator.email)
    assert " 2 " in said
    assert complained == ""
    assert Account.objects.count() == 2


@pytest.mark.parametrize("name", ["saknas.csv", "ut.xlsx"])
def test_it_gives_up_with_a_reason(name, communicator, tmp_path):
    what = "export" if name == "ut.xlsx" else "import"
    with pytest.raises(CommandError) as error:
        told(what, tmp_path / name, "--by", communicator.email)
    assert error.value.returncode == 2


def test_it_writes_over_no_file(listed, communicator):
    with pytest.raises(CommandError):
        told("export", listed, "--by", communicator.email)
    assert listed.read_bytes() == EXCEL.encode("cp1252")


def test_it_is_for_communications(listed, employee):
    with pytest.raises(CommandError):
        told("import", listed, "--by", employee.email)
    with pytest.raises(CommandError):
        told("import", listed, "--by", "nobody@test.example")
