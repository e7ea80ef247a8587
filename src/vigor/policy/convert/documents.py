"""Documents that other programs must open (Word, PDF, OpenDocument, MediaWiki…), read in a process of their own.

The process has bounds in time and memory, no network is asked for, and macros are never run: only the text is taken out.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from vigor.policy.convert.formats import Format
from vigor.policy.convert.values import Note, Read, Unreadable

SECONDS = 60
MEGABYTES = 2048
UNPACKED = 200_000_000
MOST_FILES = 5000
NAMES = {
    "docx": "Word",
    "pdf": "PDF",
    "odt": "OpenDocument",
    "epub": "EPUB",
    "rtf": "RTF",
    "mediawiki": "MediaWiki",
    "org": "Org",
    "asciidoc": "AsciiDoc",
}
NEEDED = {"docx": "mammoth", "pdf": "pypdfium2"}
ZIPPED = frozenset({"docx", "odt", "epub"})


def read_document(data: bytes, kind: Format, *, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Read:
    """The document as Markdown. Raises Unreadable, also when a bound is passed."""
    if kind in ZIPPED:
        _look_into(data, kind)
    if find_spec(NEEDED.get(kind, "pypandoc")) is None:
        raise Unreadable("extra", kind=NAMES[kind])
    answer = _ask(data, kind, seconds, megabytes)
    if "error" in answer:
        raise Unreadable(answer["error"], kind=NAMES[kind], limit=answer.get("limit", 0))
    if "markdown" in answer:
        notes = tuple(Note(code, quote) for code, quote in answer["notes"])
        return Read(answer["markdown"], aside=answer["aside"], notes=notes)
    from vigor.policy.convert.html import read

    return replace(read(answer["html"]), lines=())


def _look_into(data: bytes, kind: str) -> None:
    """Refuse what unpacks to more than any document does, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Unreadable("broken", kind=NAMES[kind]) from error
    if any(info.flag_bits & 1 for info in infos):
        raise Unreadable("encrypted")
    if sum(info.file_size for info in infos) > UNPACKED or len(infos) > MOST_FILES:
        raise Unreadable("bomb", limit=UNPACKED // 1_000_000)


def _ask(data: bytes, kind: str, seconds: float, megabytes: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "vigor.policy.convert.worker", kind, str(int(seconds)), str(megabytes)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        out, _ = process.communicate(data, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable("too-slow", seconds=int(seconds)) from error
    finally:
        _end(process)
    if not out:
        # Killed for what it used: the processor's time or memory.
        slow = (
            process.returncode in (-signal.SIGXCPU, -signal.SIGKILL) if hasattr(signal, "SIGXCPU") else False
        )
        raise Unreadable("too-slow", seconds=int(seconds)) if slow else Unreadable("too-hungry")
    found: dict[str, Any] = json.loads(out)
    return found


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and whatever it started."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    # Reads what is left and closes the pipes.
    process.communicate()
