"""`vigor import`: the policy text on standard output, everything else on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vigor.cli import main
from vigor.policy.parse import parse

OLD = "# Social media\n\nTODO: more.\n\n## Tone\n\n- Be kind.\n"


@pytest.fixture
def old(tmp_path: Path) -> str:
    path = tmp_path / "old.md"
    path.write_text(OLD, encoding="utf-8")
    return str(path)


def test_it_prints_a_policy_and_says_elsewhere_what_it_was_unsure_of(
    old: str, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["import", old]) == 0
    out, err = capfdbinary.readouterr()
    policy, problems = parse(out.decode())
    assert (policy.title, [problem for problem in problems if problem.severity == "error"]) == (
        "Social media",
        [],
    )
    assert "1 grundtankar, 1 riktlinjer" in err.decode()
    assert "rad 3 i den gamla texten" in err.decode()


def test_it_prints_json(old: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert (
        main(["import", old, "--json", "--language", "sv", "--policy", "social", "--title", "Så gör vi"]) == 0
    )
    out, err = capfdbinary.readouterr()
    found = json.loads(out)
    assert err == b""
    assert found["text"].startswith("---\npolicy: social\ntitle: Så gör vi\nlanguage: sv\n")
    assert [(unsure["code"], unsure["source_line"]) for unsure in found["unsure"]] == [("todo", 3)]
    assert found["text"].split("\n")[found["unsure"][0]["line"] - 1] == "TODO: more."


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (None, "no such file"),
        (b"", "no text"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
        (b"%PDF-1.4 oops", "damaged"),
        (b"PK\x03\x04", "no text"),
    ],
)
def test_what_cant_be_read_is_said_and_gives_two(
    tmp_path: Path, data: bytes | None, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "old.doc"
    if data is not None:
        path.write_bytes(data)
    assert main(["import", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err


def test_a_folder_and_an_impossible_key_give_two(
    tmp_path: Path, old: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path)]) == 2
    assert main(["import", old, "--policy", "Not a key"]) == 2
    assert capsys.readouterr().err.count("vigor: ") == 2
