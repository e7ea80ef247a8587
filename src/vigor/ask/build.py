"""Build what asking loads: the compiled thesaurus, and the passages of the starter policy."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from vigor.ask import kept, thesaurus
from vigor.ask.passages import read_policy
from vigor.language import store
from vigor.starter import LANGUAGES, starter


def build() -> list[Path]:
    """Build what is missing beside the package; returns the files that are now there."""
    made = [thesaurus.built()]
    # While a package is being made, what reads a policy need not be installed.
    if find_spec("markdown_it") and find_spec("mdit_py_plugins"):
        for language in LANGUAGES:
            source = starter(language)
            if not kept.path_of(source, store.PACKAGED).exists():
                kept.keep(source, read_policy(source), store.PACKAGED)
            made.append(kept.path_of(source, store.PACKAGED))
    return [path for path in made if path.exists()]
