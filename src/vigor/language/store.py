"""Where built files lie: beside the package when it was set up there, else in the user's cache folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

PACKAGED = Path(__file__).parent / "data"


def cache_folder() -> Path:
    """The user's own folder for files that can be built again (XDG_CACHE_HOME, else ~/.cache)."""
    root = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return Path(root) / "vigor"


def built(name: str, build: Callable[[Path], None]) -> Path:
    """The path of a built file, made on first need.

    `build` writes the file at the path it is given. Where neither folder can be written, a temporary
    file serves this process alone. Raises OSError only when not even that is possible.
    """
    for folder in (PACKAGED, cache_folder()):
        path = folder / name
        if path.exists():
            return path
    for folder in (PACKAGED, cache_folder(), Path(tempfile.mkdtemp(prefix="vigor-"))):
        try:
            return write(folder / name, build)
        except OSError:
            continue
    raise OSError(f"no folder to write {name} in")


def write(path: Path, build: Callable[[Path], None]) -> Path:
    """Build the file beside its place and move it there, so that a reader never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    os.close(handle)
    try:
        build(Path(draft))
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    return path
