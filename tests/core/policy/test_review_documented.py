"""The page on hints has every rule, and the labels that measure them are well formed."""

import json
import re
from pathlib import Path

from vigor.policy.review import CATALOGUE, SECTORS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "reference" / "hints.md").read_text("utf-8")
LABELS = ROOT / "benchmarks" / "labels" / "review.jsonl"
MEASURED = {"at-people", "distance", "truism", "hard", "stiff", "too-far"}


def rows() -> list[list[str]]:
    """The cells of the lines of tables that begin with something in code."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.split("\n")
        if line.startswith("| `")
    ]


def test_every_rule_is_documented_in_its_order_with_its_own_words():
    written = [(row[0].strip("`"), row[1]) for row in rows() if len(row) == 4]
    assert written == [(rule.name, rule.about.en) for rule in CATALOGUE]


def test_every_sector_is_documented():
    assert [row[0].strip("`") for row in rows() if len(row) == 2] == list(SECTORS)


def test_labels_name_rules_and_keep_no_sentences():
    lines = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    assert len(lines) >= 400
    assert sum(line["drawn"] == "chance" for line in lines) == 200
    assert len({line["hash"] for line in lines}) == len(lines)
    for line in lines:
        assert set(line["labels"]) <= MEASURED <= {rule.name for rule in CATALOGUE}
        assert len(line["start"].split()) <= 6
        assert re.fullmatch(r"[0-9a-f]{16}", line["hash"])
