"""ARCHITECTURE.md names the folders that there are, and no others."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
NAMED = re.findall(r"^\| `([\w./-]+/)` \|", PAGE, re.MULTILINE)


def folders(parent: str) -> set[str]:
    """The folders directly under a folder that hold anything but what Python leaves behind."""
    return {
        f"{parent}/{path.name}/"
        for path in (ROOT / parent).iterdir()
        if path.is_dir() and any("__pycache__" not in file.parts for file in path.rglob("*.*"))
    }


def test_every_folder_of_the_core_and_of_the_site_is_named():
    there = folders("src/vigor") | folders("src/vigor_portal") | folders("tests")
    assert sorted(there - set(NAMED)) == []


def test_every_folder_that_is_named_exists():
    assert [name for name in NAMED if not (ROOT / name).is_dir()] == []


def test_no_folder_is_named_twice():
    assert len(NAMED) == len(set(NAMED))


def test_every_file_that_is_named_exists():
    """Files are named from their package on: `policies/shelf.py`, `vigor/cli/__init__.py`."""
    named = set(re.findall(r"`([\w-]+/[\w./-]+\.\w+)`", PAGE))
    roots = (ROOT, ROOT / "src", ROOT / "src/vigor", ROOT / "src/vigor_portal")
    assert [name for name in sorted(named) if not any((root / name).is_file() for root in roots)] == []


def test_every_list_that_is_named_is_in_the_wiring():
    from vigor_portal import wiring

    named = set(re.findall(r"`([A-Z]+_[A-Z]+)`", PAGE)) - {"KNOWN_ATTRIBUTES"}
    assert [name for name in sorted(named) if not hasattr(wiring, name)] == []
