"""Build the files that make loading fast: `python -m vigor.language.build`, run by `make setup`.

Nothing depends on having run it: whatever is missing is built on first need in the user's cache folder.
"""

from __future__ import annotations

import compileall
import sys
from importlib import import_module
from pathlib import Path

from vigor.language import lemmas, store

ABOVE = ("vigor.ask.build", "vigor.check.kept", "vigor.check.entries", "vigor.check.rules.stiff")
"""What else is built: modules with a `build()`, by name, since they stand on this one."""


def main() -> int:
    """Build what is missing beside the package, and say what lies where."""
    # Python would do so by itself on first import, unless its environment or the folder's owner forbids it.
    compileall.compile_dir(str(Path(__file__).parents[1]), quiet=2)
    for language in lemmas.LANGUAGES:
        path = store.PACKAGED / lemmas.trie_name(language)
        if not path.exists():
            store.write(path, lambda draft, language=language: lemmas.build_trie(language, draft))  # type: ignore[misc]
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")
    for name in ABOVE:
        for path in import_module(name).build():
            sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
