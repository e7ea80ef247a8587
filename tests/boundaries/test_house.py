"""The core stands by itself, and everything can be read in one sitting."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("src", "scripts", "tests", "benchmarks")
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
TOLD = 5

# Runs in a process of its own, where nothing has been imported yet.
IMPORT_THE_CORE = """
import importlib, pkgutil, sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"django", "vigor_portal"}:
            raise AssertionError(f"the core imports {name}")

sys.meta_path.insert(0, Refused())
import vigor
for module in pkgutil.walk_packages(vigor.__path__, "vigor."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
        print(module.name)
"""


def python_files() -> list[Path]:
    """Every file of ours; migrations are written by Django."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's name and length in lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                (node.end_lineno or 0) - node.lineno + 1,
            )


def report(what: str, sizes: dict[str, int]) -> None:
    """Print the longest, so that whoever looks sees where the house is growing heavy."""
    for name, length in sorted(sizes.items(), key=lambda item: -item[1])[:TOLD]:
        print(f"{length:5} lines  {what}  {name}")


def test_the_core_can_be_imported_where_there_is_no_django():
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_CORE], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert "vigor.policy.parse" in done.stdout


def test_no_file_is_too_long_for_one_sitting(capsys: pytest.CaptureFixture[str]):
    sizes = {str(path.relative_to(ROOT)): path.read_text("utf-8").count("\n") for path in python_files()}
    with capsys.disabled():
        print()
        report("file", sizes)
    assert {name: length for name, length in sizes.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_see_at_once(capsys: pytest.CaptureFixture[str]):
    sizes = dict(found for path in python_files() for found in functions(path))
    with capsys.disabled():
        print()
        report("function", sizes)
    assert {name: length for name, length in sizes.items() if length > LONGEST_FUNCTION} == {}
