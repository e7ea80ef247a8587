"""`vigor lint`: a line a hint, an exit status that only --strict raises."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from vigor.cli import main
from vigor.starter import starter

POLICY = """---
policy: ours
title: Ours
language: en
---

## We listen {#listen}

Whoever writes is often right.

- Employees must not criticise the company. {#quiet}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours.md").write_text(POLICY, encoding="utf-8")
    return tmp_path


def test_it_prints_file_line_rule_reason_and_a_way_to_mend(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["lint", "ours.md"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["ours.md:11", rule] for rule in ("too-far", "at-people", "no-case")
    ]
    assert all(" → " in line for line in lines)


def test_only_strict_makes_hints_a_failure(folder: Path):
    (folder / "starter.md").write_text(starter("en"), encoding="utf-8")
    assert main(["lint", "--strict", "ours.md"]) == 1
    assert main(["lint", "--strict", "starter.md"]) == 0


def test_it_answers_in_swedish_to_whoever_reads_swedish(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    main(["lint", "ours.md"])
    assert "talar till folk" in capsys.readouterr().out


def test_it_tells_problems_of_the_text_too(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "faulty.md").write_text(POLICY + "- We answer. {#quiet}\n", encoding="utf-8")
    main(["lint", "faulty.md"])
    assert "faulty.md:12: problem: " in capsys.readouterr().out


def test_it_reads_sector_folder_and_names(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "others").mkdir()
    (folder / "others" / "neighbour.txt").write_text(
        "Whoever writes to us every single day is often right about it.", encoding="utf-8"
    )
    (folder / "names.txt").write_text("Skylark\n", encoding="utf-8")
    text = POLICY.replace(
        "Whoever writes is often right.",
        "Whoever writes to us every single day is often right about it, Skylark or not.",
    )
    (folder / "copied.md").write_text(text, encoding="utf-8")
    main(["lint", "--json", "--sector", "public", "--against", "others", "--words", "names.txt", "copied.md"])
    (found,) = json.loads(capsys.readouterr().out)
    hints = {hint["rule"]: hint for hint in found["hints"]}
    assert hints["taken"]["source"] == "neighbour.txt"
    assert hints["internal-name"]["quote"] == "Skylark"
    assert "TF 3:6" in hints["too-far"]["law"]
    assert found["taken"][0]["share"] > 0.3


def test_another_document_is_read_and_its_lines_are_its_own(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "old.md").write_text(
        "# Old policy\n\n## Posting\n\n* Answer kindly.\n* Employees must be careful with pictures.\n",
        encoding="utf-8",
    )
    assert main(["lint", "old.md"]) == 0
    assert "old.md:6: at-people: " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["missing.md"], ["."], ["ours.md", "--against", "nowhere"], ["ours.md", "--words", "missing.txt"]],
)
def test_what_can_t_be_read_is_status_2(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["lint", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("vigor: ")


def test_help_loads_no_rules():
    code = "import sys; from vigor.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\nassert not [name for name in sys.modules if 'review' in name]"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
