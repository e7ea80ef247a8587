"""Posts as JSON lines: read as they come, checked together where several have come, answered in their order."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vigor.cli.messages import say
from vigor.cli.reading import Unreadable

if TYPE_CHECKING:
    from vigor.check.post import Post

LAYERS = ("logo", "employee", "spokesperson")
SECTORS = ("private", "public", "publicly-funded", "association")
_TEXTS = ("account_sender", "signature", "reply_to", "platform")

CHUNK = 1 << 16
"""Bytes read at a time: some hundreds of posts from a file, and from a pipe what is there now, so that no one waits."""
LONGEST_LINE = 1 << 23
"""Bytes of a line. A longer one gets an error, so that memory stays bounded whatever comes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line: its id, and what it asks to be checked; or what is wrong with it."""

    id: object
    text: str = ""
    known: dict[str, Any] = field(default_factory=dict)
    language: str = ""
    error: str = ""


def batches(name: str) -> Iterator[list[bytes | None]]:
    """The lines of a file, or of standard input ("-"), as many at once as there are; None for one that is too long."""
    if name == "-":
        yield from _batches(lambda: os.read(sys.stdin.fileno(), CHUNK))
        return
    try:
        with Path(name).open("rb", buffering=0) as source:
            yield from _batches(lambda: source.read(CHUNK) or b"")
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from error


def _batches(more: Callable[[], bytes]) -> Iterator[list[bytes | None]]:
    from vigor.check.signals import AT_ONCE

    rest, too_long = b"", False
    while chunk := more():
        *whole, rest = (rest + chunk).split(b"\n")
        lines: list[bytes | None] = [*whole]
        if whole and too_long:
            lines[0], too_long = None, False
        if len(rest) > LONGEST_LINE:
            rest, too_long = b"", True
        for start in range(0, len(lines), AT_ONCE):
            yield lines[start : start + AT_ONCE]
    if rest or too_long:
        yield [None if too_long else rest]


def asked(line: bytes | None, layer: str, language: str) -> Asked:
    """What a line asks. `layer` and `language` hold where the line names none."""
    if line is None:
        return Asked(None, error=say("this line is too long", "raden är för lång"))
    try:
        found = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return Asked(None, error=say("this line is no JSON", "raden är inte JSON"))
    if not isinstance(found, dict):
        return Asked(None, error=say("this line is no JSON object", "raden är inget JSON-objekt"))
    text = found.get("text")
    if not isinstance(text, str):
        return Asked(found.get("id"), error=say('"text" is missing', '"text" saknas'))
    known: dict[str, Any] = {name: found[name] for name in _TEXTS if isinstance(found.get(name), str)}
    known["layer"] = found["layer"] if found.get("layer") in LAYERS else layer
    known["image_without_description"] = found.get("image_without_description") is True
    spoken = found.get("lang")
    return Asked(found.get("id"), text, known, spoken if spoken in ("sv", "en") else language)


@contextmanager
def settled() -> Iterator[None]:
    """While this lasts, what is loaded already stays, and a post is freed when it has been answered: Python's collector need
    not look through all of it for every few posts, which costs a fifteenth of reading them.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def with_models(posts: list[Post]) -> list[Post]:
    """The posts, read by the models: many at once cost a fraction of one by one."""
    if len(posts) > 1:
        from vigor.check.signals import models_of_many

        models_of_many(posts)
    return posts
