"""What advice rests on in a policy that was read before, so that the command need not read it as a policy again.

Reading one takes Markdown and YAML readers that start slower than all the rest of `vigor check`. What they found is kept
under a name made of the text and of the code that read it, in the folder of built files; the starter policy's is made by
`python -m vigor.language.build`. A file that can't be read or written is done without.
"""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

from vigor.check.ground import Footing, Ground
from vigor.language import store

MOST = 16
"""Files kept in the user's folder; the oldest go first."""


def ground_of_text(source: str) -> Ground:
    """The ground of a policy's text, from the last time it was read."""
    for folder in (store.PACKAGED, store.cache_folder()):
        found = _load(path_of(source, folder))
        if found is not None:
            return found
    ground = _read(source)
    keep(source, ground, store.cache_folder())
    return ground


def _read(source: str) -> Ground:
    from vigor.policy.parse import parse

    return Ground.of_policy(parse(source)[0])


def keep(source: str, ground: Ground, folder: Path) -> None:
    """Keep a ground in the folder, and no more than MOST such files."""
    rows = [[check, one.guideline, one.words, list(one.layers), one.case] for check, one in ground.pairs]
    try:
        store.write(path_of(source, folder), lambda draft: _write(draft, json.dumps(rows)))
        held = sorted(folder.glob("ground-*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in held[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="ascii")


def _load(path: Path) -> Ground | None:
    try:
        rows = json.loads(path.read_bytes())
        return Ground(
            (check, Footing(guideline, words, tuple(layers), case))
            for check, guideline, words, layers, case in rows
        )
    except (OSError, ValueError, TypeError):
        return None


def path_of(source: str, folder: Path) -> Path:
    """Where in the folder the ground of a text is kept; another place when the code that reads it has changed."""
    from hashlib import sha256

    package = Path(__file__).parents[1]
    read_by = [*sorted((package / "policy").glob("*.py")), Path(__file__).with_name("ground.py")]
    mark = crc32(repr([(path.name, path.stat().st_mtime_ns) for path in read_by]).encode())
    text = sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / f"ground-{mark:08x}-{text}.json"


def build() -> list[Path]:
    """Keep the starter policy's beside the package, where it is missing; returns the files that are now there."""
    from importlib.util import find_spec

    from vigor.starter import LANGUAGES, starter

    made = []
    for language in LANGUAGES:
        source = starter(language)
        path = path_of(source, store.PACKAGED)
        # While a package is being made, what reads a policy need not be installed.
        if not path.exists() and find_spec("markdown_it") and find_spec("mdit_py_plugins"):
            keep(source, _read(source), store.PACKAGED)
        made.append(path)
    return [path for path in made if path.exists()]
