"""`vigor check` as other programs and people use it: whole processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

POST = "Vår kräm är bäst i världen!"


def vigor(
    *arguments: str, feed: str | bytes = b"", language: str = "C.UTF-8"
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "import sys; from vigor.cli import main; sys.exit(main())", *arguments]
    environment = {**os.environ, "LC_ALL": language}
    data = feed.encode() if isinstance(feed, str) else feed
    return subprocess.run(command, input=data, capture_output=True, check=False, env=environment)


def test_a_person_gets_what_we_see_a_way_forward_and_the_guideline() -> None:
    done = vigor("check", feed=POST, language="sv_SE.UTF-8")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "1:13 overclaim" in shown
    assert "→" in shown
    assert "[promise-less]" in shown


def test_a_post_that_reads_well_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text("Nu öppnar vi i Umeå på lördag.", encoding="utf-8")
    done = vigor("check", str(path), "--strict")
    assert done.returncode == 0
    assert b"reads well" in done.stdout


def test_strict_gives_one_when_there_is_advice() -> None:
    assert vigor("check", "--strict", feed=POST).returncode == 1
    assert vigor("check", feed=POST).returncode == 0


def test_json_carries_the_span_and_the_guideline() -> None:
    told = json.loads(vigor("check", "--json", feed=POST).stdout)
    assert told["language"] == "sv"
    [advice] = told["advice"]
    assert set(advice) == {"check", "guideline", "start", "end", "message", "suggestion", "confidence"}
    assert POST[advice["start"] : advice["end"]] == "bäst i världen"


def test_the_law_is_named_that_holds_for_the_employer_s_sector() -> None:
    tip = "Jag har tipsat tidningen om hur vi behandlas."
    told = json.loads(vigor("check", "--json", "--layer", "employee", "--sector", "public", feed=tip).stdout)
    assert "TF 1 kap. 7 § och 3 kap. 5–6 §§" in told["protection"]
    assert vigor("check", "--sector", "royal", feed=tip).returncode == 2


def test_it_reads_lines_in_order_and_goes_on_after_a_bad_one() -> None:
    lines = [
        json.dumps({"id": "a", "text": POST}),
        "no json",
        '{"id": 7, "text": "Our report is out.", "lang": "en", "layer": "logo"}',
        '{"id": 8}',
        '{"id": 9, "text": "We look into it.", "lang": "en", "layer": "logo", "account_sender": "Customer service", "reply_to": "When?"}',
        '["list"]',
        '{"id": 10, "text": "half a \\ud800 pair", "layer": "boss", "lang": "xx"}',
    ]
    done = vigor("check", "--jsonl", feed="\n".join(lines))
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [one["id"] for one in told] == ["a", None, 7, 8, 9, None, 10]
    assert [bool(one.get("advice")) for one in told] == [True, False, False, False, True, False, False]
    assert all("error" in told[number] for number in (1, 3, 5))
    assert set(told[0]) == {"id", "advice"}


def test_many_lines_get_the_same_answers_as_each_by_itself(tmp_path: Path) -> None:
    texts = ["Great, another outage.", POST, "Håll käften och lyssna.", "Vi har öppet till sju."] * 200
    path = tmp_path / "posts.jsonl"
    path.write_text(
        "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)), "utf-8"
    )
    told = [
        json.loads(line) for line in vigor("check", "--jsonl", "--signals", str(path)).stdout.splitlines()
    ]
    assert [one["id"] for one in told] == list(range(len(texts)))
    alone = [
        json.loads(vigor("check", "--jsonl", feed=json.dumps({"text": text})).stdout) for text in texts[:4]
    ]
    assert [one["advice"] for one in told] == [one["advice"] for one in alone] * 200


def test_who_waits_for_an_answer_gets_it_before_the_next_line() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from vigor.cli import main; sys.exit(main())",
        "check",
        "--jsonl",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for number in range(2):
            running.stdin.write(json.dumps({"id": number, "text": POST}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()


def test_a_line_without_end_is_named_and_the_next_goes_on() -> None:
    feed = b'{"id": 1, "text": "' + b"a" * (9 << 20) + b'"}\n{"id": 2, "text": "Hej."}'
    first, second = [json.loads(line) for line in vigor("check", "--jsonl", feed=feed).stdout.splitlines()]
    assert "too long" in first["error"]
    assert second == {"id": 2, "advice": []}


def test_signals_are_told_when_asked_for() -> None:
    done = vigor("check", "--jsonl", "--signals", feed='{"id": 1, "text": "Great."}')
    signals = json.loads(done.stdout)["signals"]
    assert set(signals) == {"irony", "offensive", "complaint", "polite", "sentiment", "spam"}


def test_the_named_policy_decides_what_is_said(tmp_path: Path) -> None:
    path = tmp_path / "policy.md"
    path.write_text(
        '# Ours\n\n## Words {#words}\n\nWe believe.\n\n- We promise little. {#little checks="overclaim"}\n',
        encoding="utf-8",
    )
    told = json.loads(
        vigor("check", "--policy", str(path), "--json", feed=POST + " Lösenordet är Sommar2031!").stdout
    )
    assert [(one["check"], one["guideline"]) for one in told["advice"]] == [("overclaim", "little")]


def test_own_words_are_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("code_names: [Havsörn]\n", encoding="utf-8")
    feed = "Snart är Havsörnprojektet klart!"
    told = json.loads(vigor("check", "--words", str(path), "--json", feed=feed).stdout)
    assert [one["check"] for one in told["advice"]] == ["secret"]
    assert "avsörn" not in told["advice"][0]["message"]
    assert json.loads(vigor("check", "--json", feed=feed).stdout)["advice"] == []


def test_what_cannot_be_used_is_named_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "words.yaml"
    broken.write_text("brands: [Solhamn]\nbrnds: [x]\n", encoding="utf-8")
    done = vigor("check", "--words", str(broken), feed=POST, language="sv_SE.UTF-8")
    assert done.returncode == 2
    assert "words.yaml:2:" in done.stderr.decode()
    assert "ingen av listorna" in done.stderr.decode()
    assert done.stdout == b""
    missing = vigor("check", "--policy", str(tmp_path / "none.md"), feed=POST)
    assert missing.returncode == 2
    assert b"no such file" in missing.stderr
    picture = tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\0\0\0")
    assert vigor("check", "--policy", str(picture), feed=POST).returncode == 2
    assert vigor("check", str(tmp_path / "gone.txt")).returncode == 2


@pytest.mark.parametrize("feed", [b"", b"\0\0\0", b"\xff\xfe", "a" * 100_000, "👍" * 50])
def test_any_bytes_get_an_answer(feed: bytes | str) -> None:
    done = vigor("check", feed=feed)
    assert done.returncode == 0
    assert done.stderr == b""
