"""The file that a backup is: a zip with every table as JSON lines, the secret key, and a manifest.

    manifest.json            format, version, when, database, migrations; name, rows and SHA-256 of each part
    tables/people.member     one row a line, as Django's "jsonl" serialiser writes it
    files/secret-key         what lies beside the database

Zip, because any part can be checked and read by itself, on any machine, without us.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, cast

FORMAT = 1
_MANIFEST = "manifest.json"
_BLOCK = 1 << 20


class BadArchive(Exception):
    """The file can't be used; the message says why, and nothing has been touched."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive: its name there, how many rows it has (0 for a file), its SHA-256 in hex."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the archive says about itself."""

    version: str  # of Vigör
    made_at: str  # ISO 8601, UTC
    database: str  # "sqlite" or "postgresql"
    migrations: tuple[str, ...]  # "people.0001_initial", sorted
    parts: tuple[Part, ...] = field(default=())

    @property
    def tables(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.name.startswith("tables/"))


class Writer:
    """Fills an archive part by part; `finish` writes the manifest."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._parts: list[Part] = []

    def add(self, name: str, write: Callable[[IO[str]], int]) -> int:
        """Add a text part: `write` writes to the stream it is given and returns how many rows it wrote."""
        with self._zip.open(name, "w", force_zip64=True) as member:
            hashing = _Hashing(member)
            text = io.TextIOWrapper(cast(io.BytesIO, hashing), "utf-8", newline="\n", write_through=True)
            rows = write(text)
            text.detach()
        self._parts.append(Part(name, rows, hashing.digest.hexdigest()))
        return rows

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *error: object) -> None:
        # After a failure the file is thrown away, and that closing it fails too (a full disk) is no news.
        with suppress(OSError):
            self._zip.close()

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest with the parts that were added, and close the file."""
        told = {"format": FORMAT, **asdict(manifest), "parts": [asdict(part) for part in self._parts]}
        self._zip.writestr(_MANIFEST, json.dumps(told, indent=1))
        self._zip.close()


class _Hashing(io.BufferedIOBase):
    """Passes on what is written, and keeps its checksum."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.digest.update(data)
        return self._target.write(data)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that only we may read, and that appears under its name when it is whole, or not at all.

    Raises FileExistsError when there is one already, and OSError when it can't be written.
    """
    if path.exists():
        raise FileExistsError(f"{path} exists already")
    draft = path.with_name(f"{path.name}.part")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), 0o600)
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


class Reader:
    """An archive whose every part has been checked. Raises BadArchive when opened on anything else."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise BadArchive(f"{path} can't be read: {error.strerror or error}.") from error
        except zipfile.BadZipFile as error:
            raise BadArchive(f"{path} is not a file that `vigor backup` made.") from error
        try:
            self.manifest = self._read_manifest()
            for part in self.manifest.parts:
                self._verify(part)
        except BadArchive:
            self._zip.close()
            raise

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()

    def lines(self, part: Part) -> IO[str]:
        """The part as a text stream; lines end with a line feed only."""
        return io.TextIOWrapper(self._zip.open(part.name), "utf-8", newline="\n")

    def text(self, name: str) -> str | None:
        """A whole small part, or None when the archive has none by that name."""
        return self._zip.read(name).decode() if name in self._zip.namelist() else None

    def _read_manifest(self) -> Manifest:
        try:
            told = json.loads(self._zip.read(_MANIFEST))
            if told.pop("format") != FORMAT:
                raise BadArchive("The archive has a format that this version of Vigör doesn't know.")
            parts = tuple(Part(**part) for part in told.pop("parts"))
            return Manifest(**{**told, "migrations": tuple(told["migrations"]), "parts": parts})
        except (KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile) as error:
            raise BadArchive("The archive's manifest is missing or can't be read.") from error

    def _verify(self, part: Part) -> None:
        digest, rows = hashlib.sha256(), 0
        try:
            with self._zip.open(part.name) as member:
                while block := member.read(_BLOCK):
                    digest.update(block)
                    rows += block.count(b"\n")
        except (KeyError, OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise BadArchive(f"The archive is damaged: {part.name} can't be read.") from error
        if digest.hexdigest() != part.sha256 or (part.name.startswith("tables/") and rows != part.rows):
            raise BadArchive(
                f"The archive is damaged: {part.name} is not what it was when the backup was made."
            )
