"""The passages of a policy that was asked before, so that the command need not read it as a policy again.

Reading one takes Markdown and YAML readers that start slower than all the rest of `vigor ask`. What they found is
kept under a name made of the text and of the code that read it, in the folder of built files; the starter policy's
is made by `python -m vigor.language.build`. A file that can't be read or written is done without.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

from vigor.ask.passages import Passage
from vigor.language import store

MOST = 16
"""Files kept in the user's folder; the oldest go first."""

_CODE = ("policy", "ask")


def kept(source: str, read: Callable[[str], tuple[Passage, ...]]) -> tuple[Passage, ...]:
    """What `read` finds in the text, from the last time it was read."""
    for folder in (store.PACKAGED, store.cache_folder()):
        found = _load(path_of(source, folder))
        if found is not None:
            return found
    passages = read(source)
    keep(source, passages, store.cache_folder())
    return passages


def keep(source: str, passages: tuple[Passage, ...], folder: Path) -> None:
    """Keep the passages of a text in the folder, and no more than MOST such files."""
    rows = [[one.key, one.heading, one.text, list(one.path), one.language] for one in passages]
    try:
        # ASCII escapes, so that half a surrogate pair from a broken text can be written too.
        store.write(path_of(source, folder), lambda draft: _write(draft, json.dumps(rows)))
        held = sorted(folder.glob("passages-*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in held[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="ascii")


def _load(path: Path) -> tuple[Passage, ...] | None:
    try:
        rows = json.loads(path.read_bytes())
        return tuple(
            Passage(key, heading, text, tuple(above), language)
            for key, heading, text, above, language in rows
        )
    except (OSError, ValueError, TypeError):
        return None


def path_of(source: str, folder: Path) -> Path:
    """Where in the folder the passages of a text are kept; another place when the code that reads it has changed."""
    from hashlib import sha256

    package = Path(__file__).parents[1]
    code = sorted(
        (path.name, path.stat().st_mtime_ns) for part in _CODE for path in (package / part).glob("*.py")
    )
    mark = crc32(repr(code).encode())
    text = sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / f"passages-{mark:08x}-{text}.json"
