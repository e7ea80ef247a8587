"""What the reference pages say is what there is."""

import re
from pathlib import Path

from vigor.check.catalogue import CATALOGUE
from vigor.cli import COMMANDS
from vigor.policy.parse import parse
from vigor.starter import starter
from vigor_portal.environment import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"


def rows(page: str) -> list[str]:
    """The lines of a page's tables that begin with something in code."""
    return [line for line in (REFERENCE / page).read_text("utf-8").split("\n") if line.startswith("| `")]


def settings_rows() -> list[str]:
    """The table as it ought to be: copy it from the failing test."""
    return [
        f"| `{one.name}` | {f'`{one.default}`' if one.default else ''} | {'yes' if one.secret else ''} | {one.help} |"
        for one in SETTINGS
    ]


def check_rows() -> list[str]:
    """The table as it ought to be: copy it from the failing test."""
    sections = parse(starter("en"))[0].sections
    keys = {
        check: point.key for section in sections for point in section.guidelines for check in point.checks
    }
    return [
        f"| `{one.name}` | {one.about.en} | {one.reason} | {one.source} | `{keys[one.name]}` |"
        for one in CATALOGUE
    ]


def test_every_check_of_posts_is_documented_as_it_is():
    assert [row for row in rows("checks.md") if row.endswith("` |")] == check_rows()


def test_every_check_of_posts_says_what_it_sees_and_lets_pass():
    described = [row.split("`")[1] for row in rows("checks.md") if not row.endswith("` |")]
    assert set(described) == {one.name for one in CATALOGUE}


def test_every_setting_is_documented_as_it_is_declared():
    assert rows("settings.md") == settings_rows()


def test_every_command_is_documented():
    written = [
        match.group(1) for row in rows("commands.md") if (match := re.match(r"\| `vigor ([a-z]+)", row))
    ]
    assert sorted(written) == sorted(COMMANDS)


def test_every_make_target_is_documented():
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    written = [
        match.group(1) for row in rows("commands.md") if (match := re.match(r"\| `make ([a-z]+)", row))
    ]
    assert sorted(written) == sorted(targets)
