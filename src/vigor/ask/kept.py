"""The passages of a policy that was asked before, so that the command need not read it as a policy again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from vigor.ask.passages import Passage
from vigor.language import kept

Read = Callable[[str], tuple[Passage, ...]]

_KIND = "passages"
_PARTS = ("policy", "ask")


def passages(source: str, read: Read) -> tuple[Passage, ...]:
    """What `read` finds in the text, from the last time it was read."""
    rows = json.loads(kept.kept(_KIND, source, _code(), lambda: _rows(source, read)))
    return tuple(
        Passage(key, heading, text, tuple(above), language) for key, heading, text, above, language in rows
    )


def build(source: str, read: Read) -> list[Path]:
    """Keep those of a text beside the package; returns the file, if it is now there."""
    return kept.build(_KIND, source, _code(), lambda: _rows(source, read))


def _rows(source: str, read: Read) -> str:
    return json.dumps(
        [[one.key, one.heading, one.text, list(one.path), one.language] for one in read(source)]
    )


def _code() -> list[Path]:
    package = Path(__file__).parents[1]
    return [path for part in _PARTS for path in sorted((package / part).glob("*.py"))]
