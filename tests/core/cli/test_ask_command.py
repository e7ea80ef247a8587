"""`vigor ask` as other programs and people use it: whole processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vigor.cli import COMMANDS, main

POLICY = "# Ours\n\n## Pictures\n\nWe ask before we publish a photo of somebody.\n"


def vigor(
    *arguments: str, feed: bytes = b"", language: str = "C.UTF-8"
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from vigor.cli import main; sys.exit(main())", *arguments]
    environment = {**os.environ, "LC_ALL": language}
    return subprocess.run(command, input=feed, capture_output=True, check=False, env=environment)


@pytest.fixture
def policy(tmp_path: Path) -> str:
    path = tmp_path / "policy.md"
    path.write_text(POLICY, encoding="utf-8")
    return str(path)


def test_it_answers_lines_in_order_and_goes_on_after_a_bad_one(policy: str) -> None:
    lines = [
        '{"id": "a", "question": "may I publish a photo of somebody?"}',
        "no json",
        '{"id": 7, "question": "var parkerar jag?", "lang": "sv"}',
        '{"id": 8}',
    ]
    done = vigor("ask", "--policy", policy, "--jsonl", feed="\n".join(lines).encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [one["id"] for one in found] == ["a", None, 7, 8]
    assert set(found[0]) == {"id", "answered", "answers"}
    assert set(found[0]["answers"][0]) == {"key", "heading", "text", "score"}
    assert found[0]["answered"]
    assert "error" in found[1]
    assert found[2] == {"id": 7, "answered": False, "answers": []}
    assert "error" in found[3]


def test_several_texts_are_asked_at_once(policy: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Complaints are answered within two hours.", encoding="utf-8")
    done = vigor("ask", "--policy", policy, "--policy", str(other), "--json", "when are complaints answered?")
    assert "two hours" in json.loads(done.stdout)["answers"][0]["text"]


def test_what_cannot_be_read_is_named_in_the_readers_language(tmp_path: Path) -> None:
    picture = tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\0\0\0")
    assert b"no text file" in vigor("ask", "--policy", str(picture), "hej").stderr
    missing = vigor("ask", "--policy", str(tmp_path / "none.md"), "hej", language="sv_SE.UTF-8")
    assert missing.returncode == 2
    assert "finns inte" in missing.stderr.decode()
    assert missing.stdout == b""


def test_a_person_gets_plain_lines_with_the_sentence_marked(policy: str) -> None:
    done = vigor("ask", "--policy", policy, "may I publish a photo?")
    assert "» We ask before we publish a photo of somebody. «" in done.stdout.decode()


def test_a_question_is_needed() -> None:
    assert vigor("ask").returncode == 2


def test_the_starter_policy_is_asked_when_none_is_named() -> None:
    assert vigor("ask", "--json", "may I write about a customer?").returncode == 0


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_an_unknown_command_is_refused() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["dance"])
    assert stopped.value.code == 2
