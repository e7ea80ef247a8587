"""The front matter: a few YAML fields between `---` fences at the very start of the text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.nodes import Node

FENCE = "---"
# Fields of ours are a few short lines; beyond this it is no front matter, and YAML would take seconds.
LONGEST = 20_000
PLAIN = re.compile(r"[A-Za-zÅÄÖåäöÉéÜü][\wÅÄÖåäöÉéÜü./-]*(?: [\wÅÄÖåäöÉéÜü./-]+)*")


class Unreadable(Exception):
    """The front matter is no list of fields. `line` counts from 0 within it."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def split(text: str) -> tuple[str | None, str, int]:
    """Front matter (None if the text has none), the rest, and how many lines went before the rest."""
    if not text.startswith(FENCE):
        return None, text, 0
    lines = text.split("\n")
    if lines[0].rstrip(" \t") != FENCE:
        return None, text, 0
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip(" \t") == FENCE:
            front = "".join(f"{each}\n" for each in lines[1:index])
            return front, "\n".join(lines[index + 1 :]), index + 1
    return None, text, 0


def read(front: str) -> list[tuple[str, str, int]]:
    """Name, value and line (from 0) of each field, in order. Raises Unreadable.

    Values stay as they are written: `no` is no truth value, a date keeps its digits. A nested value is its source.
    """
    import yaml

    if len(front) > LONGEST:
        raise Unreadable(0, f"> {LONGEST}")
    try:
        root = yaml.compose(front, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(_line(front, mark.index) if mark else 0, error.problem or "YAML") from error
    except yaml.reader.ReaderError as error:
        raise Unreadable(_line(front, int(error.position)), error.reason) from error
    # PyYAML lets a character beyond Unicode and a number beyond Python's patience through as these.
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        raise Unreadable(0, type(error).__name__) from error
    if root is None:
        return []
    if not isinstance(root, yaml.MappingNode):
        raise Unreadable(0, "name: value")
    return [
        (_text(front, name), _text(front, value), _line(front, name.start_mark.index))
        for name, value in root.value
    ]


def _text(front: str, node: Node) -> str:
    if isinstance(node.value, str):
        # "\\ud800" is fine by YAML, but half a character can't be stored or sent.
        return re.sub("[\ud800-\udfff]", "\ufffd", node.value)
    return front[node.start_mark.index : node.end_mark.index].strip()


def _line(front: str, index: int) -> int:
    return front.count("\n", 0, index)


def write(fields: tuple[tuple[str, str], ...]) -> str:
    """YAML of the fields, one a line."""
    return "".join(f"{name}: {_quoted(value)}\n" for name, value in fields)


def _quoted(value: str) -> str:
    # A JSON string is a YAML string.
    return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
