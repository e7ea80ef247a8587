"""The fields at the top of a text of a site maker: YAML between ---, TOML between +++, also where lines stand before."""

from __future__ import annotations

import json
import re
import tomllib

from vigor.policy import front
from vigor.policy.convert.values import Note

Fields = tuple[tuple[str, str], ...]
FIELD = re.compile(r"[\w-]+\s*[:=]")
FIELD_NAME = re.compile(r"[\w-]+")
MOST_BEFORE, MOST_ROWS = 5, 60


def without_fields(rows: list[str]) -> tuple[list[tuple[int, str]], Fields, list[Note]]:
    """The lines, numbered from 1, without the fields; the fields; notes."""
    lines = list(enumerate(rows, start=1))
    if found := _json(rows):
        return lines[found[0] :], found[1], []
    start = next(
        (place for place, row in enumerate(rows[:MOST_BEFORE]) if row.rstrip() in ("---", "+++")), None
    )
    if start is None or sum(bool(row.strip()) for row in rows[:start]) > 2:
        return lines, (), []
    fence = rows[start].rstrip()
    end = next((p for p in range(start + 1, len(rows)) if rows[p].rstrip() in (fence, "...")), None)
    inner = rows[start + 1 : end] if end else []
    if not end or not any(FIELD.match(row) for row in inner) or (start and not FIELD.match(inner[0])):
        return lines, (), []
    kept = [*lines[:start], (start + 1, ""), *lines[end + 1 :]]
    try:
        return kept, _toml(inner) if fence == "+++" else _yaml(inner), []
    except (front.Unreadable, tomllib.TOMLDecodeError):
        note = Note("fields", inner[0], start + 2)
        return kept, tuple(_by_line(inner)), [note]


def _json(rows: list[str]) -> tuple[int, Fields] | None:
    """How many lines an object of JSON takes at the top of the text, and what it says."""
    end = next((place for place, row in enumerate(rows[:MOST_ROWS]) if row.rstrip() in ("}", "};")), None)
    if not rows or rows[0].strip()[:1] != "{" or end is None:
        return None
    try:
        said = json.loads("\n".join(rows[: end + 1]).rstrip(";"))
    except ValueError:
        return None
    return end + 1, tuple(
        (name, _one_line(str(value))) for name, value in said.items() if FIELD_NAME.fullmatch(name)
    )


def _yaml(rows: list[str]) -> Fields:
    found: dict[str, str] = {}
    for name, value, _ in front.read("".join(f"{row}\n" for row in rows)):
        found.setdefault(name, _one_line(value))
    return tuple(found.items())


def _toml(rows: list[str]) -> Fields:
    return tuple((name, _one_line(str(value))) for name, value in tomllib.loads("\n".join(rows)).items())


def _one_line(value: str) -> str:
    return "; ".join(line.strip().removeprefix("- ") for line in value.split("\n") if line.strip())


def _by_line(rows: list[str]) -> list[tuple[str, str]]:
    """Fields of what is no YAML: each line for itself, and those that belong to none under the one before."""
    found: dict[str, str] = {}
    last = "fields"
    for row in rows:
        match = re.match(r"([\w-]+)\s*[:=]\s*(.*)", row)
        if match and match[1] not in found:
            last = match[1]
            found[last] = match[2].strip().strip("\"'")
        elif row.strip():
            found[last] = f"{found.get(last, '')}; {row.strip()}".lstrip("; ")
    return list(found.items())
