"""What changed between two versions of a policy, point by point.

Works on keys: a point is the same as long as its key is. Points without keys get the ones a first save would give them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Literal

from vigor.policy.document import Guideline, Kind, Option, Point, Policy, Text
from vigor.policy.keys import assign_keys

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# Beyond this many words difflib may skip frequent ones: less pretty, but not quadratic.
MANY_WORDS = 1000

Piece = tuple[Literal["same", "removed", "added"], str]


class What(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    FORCE = "force"
    AUDIENCE = "audience"
    ATTRIBUTES = "attributes"  # any other, and a change of kind: a bullet that became a case


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed about one point; a point may have several.

    `before` and `after` hold, by `what`: the text (added, removed, reworded), the key of the section (moved; empty for
    sections, which moved among themselves), the value (force, audience), `name=value` words (attributes). `pieces`
    are the words of a rewording. `key` is empty for the policy's own opening and fields, which are no point.
    """

    key: str
    what: What
    kind: Kind | None
    title: str
    before: str = ""
    after: str = ""
    pieces: tuple[Piece, ...] = ()


def diff(a: Policy, b: Policy) -> tuple[Change, ...]:
    """The changes that lead from `a` to `b`: removed points first in a's order, then the rest in b's."""
    a, b = assign_keys(a), assign_keys(b)
    removed = [_gone(point) for key, point in a.by_key.items() if key not in b.by_key]
    moved = _moved(a, b)
    found = [*_in_policy(a, b), *removed]
    for key, point in b.by_key.items():
        old = a.by_key.get(key)
        if old is None:
            found.append(Change(key, What.ADDED, point.kind, title_of(point), "", text_of(point)))
            continue
        found += _in_point(old, point)
        if key in moved:
            found.append(Change(key, What.MOVED, point.kind, title_of(point), _home(a, key), _home(b, key)))
    return tuple(found)


def apply_keys(keys: Iterable[str], changes: Iterable[Change]) -> frozenset[str]:
    """The keys that a version with `keys` has after the changes."""
    found = set(keys)
    for change in changes:
        if change.what is What.REMOVED:
            found.discard(change.key)
        elif change.what is What.ADDED:
            found.add(change.key)
    return frozenset(found)


def words(old: str, new: str) -> tuple[Piece, ...]:
    """The way from one text to another in runs of words. All but "added" joined is `old`, all but "removed" is `new`."""
    one, other = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, one, other, autojunk=max(len(one), len(other)) > MANY_WORDS)
    found: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(one[i:j])))
            continue
        if j > i:
            found.append(("removed", "".join(one[i:j])))
        if m > k:
            found.append(("added", "".join(other[k:m])))
    return tuple(found)


def title_of(point: Point) -> str:
    """The title, or the first line of a guideline."""
    return point.source.split("\n", 1)[0] if isinstance(point, Guideline) else point.title


def text_of(point: Point) -> str:
    """The point's own words: title and text; not those of the guidelines and cases under a section."""
    if isinstance(point, Guideline):
        return point.source
    own = [part for part in point.parts if isinstance(part, Text | Option)]
    return "\n\n".join(piece for piece in (point.title, *map(_words_of, own)) if piece)


def _words_of(part: Text | Option) -> str:
    if isinstance(part, Text):
        return part.source
    outcome = f" → {part.outcome}" if part.outcome else ""
    return f"[{'x' if part.ours else ' '}] {part.act}{outcome}"


def _gone(point: Point) -> Change:
    return Change(point.key, What.REMOVED, point.kind, title_of(point), text_of(point))


def _in_policy(a: Policy, b: Policy) -> Iterator[Change]:
    if a.opening != b.opening:
        pieces = words(a.opening, b.opening)
        yield Change("", What.REWORDED, None, b.title, a.opening, b.opening, pieces)
    if a.fields != b.fields:
        yield Change("", What.ATTRIBUTES, None, b.title, _pairs(a.fields), _pairs(b.fields))


def _in_point(old: Point, new: Point) -> Iterator[Change]:
    key, kind, title = new.key, new.kind, title_of(new)
    before, after = text_of(old), text_of(new)
    if before != after:
        yield Change(key, What.REWORDED, kind, title, before, after, words(before, after))
    if isinstance(old, Guideline) and isinstance(new, Guideline) and old.force is not new.force:
        yield Change(key, What.FORCE, kind, title, old.force.value, new.force.value)
    if old.audience is not new.audience:
        yield Change(key, What.AUDIENCE, kind, title, old.audience.value, new.audience.value)
    before, after = _others(old), _others(new)
    if old.kind is not new.kind:
        before, after = f"{old.kind} {before}".strip(), f"{new.kind} {after}".strip()
    if before != after:
        yield Change(key, What.ATTRIBUTES, kind, title, before, after)


def _others(point: Point) -> str:
    told = {"audience", "force"} if isinstance(point, Guideline) else {"audience"}
    pairs = tuple(sorted(pair for pair in point.attributes.pairs if pair[0] not in told))
    classes = " ".join(f".{name}" for name in sorted(point.attributes.classes))
    return " ".join(piece for piece in (classes, _pairs(pairs)) if piece)


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    return " ".join(f'{name}="{value}"' if " " in value else f"{name}={value}" for name, value in pairs)


def _home(policy: Policy, key: str) -> str:
    """The key of the section a point lives in; empty for a section."""
    home = policy.section_of[key].key
    return "" if home == key else home


def _moved(a: Policy, b: Policy) -> set[str]:
    """The fewest keys that must have changed place, among those in both."""
    common = a.by_key.keys() & b.by_key.keys()
    moved = {key for key in common if _home(a, key) != _home(b, key)}
    rows_a, rows_b = _rows(a, common - moved), _rows(b, common - moved)
    for home, row in rows_b.items():
        moved |= _out_of_order(rows_a[home], row)
    return moved


def _rows(policy: Policy, keys: set[str]) -> dict[str, list[str]]:
    """Keys in order, by the section they live in (sections under the empty key)."""
    rows: dict[str, list[str]] = {}
    for key in policy.by_key:
        if key in keys:
            rows.setdefault(_home(policy, key), []).append(key)
    return rows


def _out_of_order(old: list[str], new: list[str]) -> set[str]:
    """All but a longest common subsequence of two orders of the same keys (patience sorting, n log n)."""
    place = {key: index for index, key in enumerate(old)}
    ends: list[int] = []  # ends[n]: the smallest last place of a rising row of n+1
    last_of: list[str] = []
    before: dict[str, str | None] = {}
    for key in new:
        length = bisect_left(ends, place[key])
        before[key] = last_of[length - 1] if length else None
        ends[length : length + 1] = [place[key]]
        last_of[length : length + 1] = [key]
    kept: set[str] = set()
    step = last_of[-1] if last_of else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return set(new) - kept
