"""`vigor diff` as a person and as a script use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vigor.cli import main

OLD = "---\ntitle: T\nlanguage: sv\n---\n\n## T {#t}\n\n- Vi svarar snart. {#a}\n- Vi lyssnar. {#b}\n"
NEW = OLD.replace("snart", "samma dag").replace("- Vi lyssnar. {#b}\n", "")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return str(old), str(new)


def test_it_marks_the_words(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", *files]) == 0
    out = capsys.readouterr().out
    assert "removed: b\n  [-Vi lyssnar.-]" in out
    assert "reworded: a\n  Vi svarar [-snart-]{+samma dag+}." in out


def test_it_says_so_when_nothing_changed(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", files[0], files[0]]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"


def test_it_answers_in_swedish(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    assert main(["diff", *files]) == 0
    assert "omformulerad: a" in capsys.readouterr().out


def test_it_answers_as_json(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--json", *files]) == 0
    changes = json.loads(capsys.readouterr().out)
    assert [(change["key"], change["what"]) for change in changes] == [("b", "removed"), ("a", "reworded")]
    assert {"how": "added", "text": "samma dag"} in changes[1]["words"]


def test_a_missing_file_is_named(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", files[0], "/nowhere/at-all.md"]) == 2
    assert "/nowhere/at-all.md" in capsys.readouterr().err
