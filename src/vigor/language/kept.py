"""What takes long to make of a text, kept for the next start; nobody notices but the clock.

A policy's readers of Markdown and YAML, and the readers of lists in TOML, start slower than all the rest of a command. So
what they found is kept as text in the folder of built files, behind what it was made of, under a name made of that and of
the code that read it. `python -m vigor.language.build` makes what every installation needs. A file that can't
be read or written is done without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from zlib import crc32

from vigor.language import store

MOST = 16
"""Files of a kind in a folder; the oldest go first."""


def kept(kind: str, source: str, code: Iterable[Path], make: Callable[[], str]) -> str:
    """What `make` makes of the source, from the last time it was made.

    `code` are the files on which it depends beside the source: where one of them has changed it is made anew.
    """
    name = name_of(kind, source, code)
    for folder in (store.PACKAGED, store.cache_folder()):
        found = _load(folder / name, source)
        if found is not None:
            return found
    made = make()
    keep(store.cache_folder() / name, source, made)
    return made


def build(kind: str, source: str, code: Iterable[Path], make: Callable[[], str]) -> list[Path]:
    """Keep it beside the package where it is missing; returns the file, if it is now there."""
    path = store.PACKAGED / name_of(kind, source, code)
    if not path.exists():
        keep(path, source, make())
    return [path] if path.exists() else []


def keep(path: Path, source: str, made: str) -> None:
    """Keep what was made, and no more than MOST of its kind in that folder."""
    text = f"{len(source)} {len(made)}\n{source}{made}"
    try:
        store.write(path, lambda draft: _write(draft, text))
        kind = path.name.partition("-")[0]
        held = sorted(path.parent.glob(f"{kind}-*.kept"), key=lambda each: each.stat().st_mtime_ns)
        for old in held[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _write(path: Path, text: str) -> None:
    # A broken text may hold half a surrogate pair.
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def _load(path: Path, source: str) -> str | None:
    """What is kept there, if it is whole and that source's: two may come under one name."""
    try:
        head, _, rest = path.read_bytes().decode("utf-8", "surrogatepass").partition("\n")
        of, long = map(int, head.split())
    except (OSError, ValueError):
        return None
    return rest[of:] if rest[:of] == source and len(rest) == of + long else None


def name_of(kind: str, source: str, code: Iterable[Path]) -> str:
    """The file's name. By what the code says and not by when it was written, which a package loses on its way."""
    mark = 0
    for path in code:
        mark = crc32(path.read_bytes(), mark)
    # No longer digest: the library of them takes longer to start than all that is done here.
    text = crc32(source.encode("utf-8", "surrogatepass"))
    return f"{kind}-{mark:08x}-{text:08x}.kept"
