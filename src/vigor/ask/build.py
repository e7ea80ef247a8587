"""Build what asking loads: the compiled thesaurus, and the passages of the starter policy."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from vigor.ask import kept, thesaurus
from vigor.ask.passages import read_policy
from vigor.starter import LANGUAGES, starter


def build() -> list[Path]:
    """Build what is missing beside the package; returns the files that are now there."""
    made = [thesaurus.built()]
    # While a package is being made, what reads a policy need not be installed.
    if find_spec("markdown_it") and find_spec("mdit_py_plugins"):
        for source in map(starter, LANGUAGES):
            made += kept.build(source, read_policy)
    return made
