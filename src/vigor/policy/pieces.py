"""A text cut at its points, byte for byte: what merging and moving work on.

`"".join(piece.text for piece in cut(text))` is the text again: unlike `render`, which joins what was parsed in one
canonical form, nothing that somebody is writing changes under their hands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vigor.policy.document import Kind
from vigor.policy.keys import assign_keys
from vigor.policy.parse import parse

ENDS = re.compile(r"[ \t\n]*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines from where a point begins to where the next does. `gap` is the white space that ends them.

    `name` is unique in the text: the point's key, or the key that a first save would give it; empty for what stands
    before the first point. `kind` is None there.
    """

    name: str
    kind: Kind | None
    body: str
    gap: str
    has_attributes: bool = False

    @property
    def text(self) -> str:
        return self.body + self.gap

    @property
    def is_section(self) -> bool:
        return self.kind not in (None, Kind.GUIDELINE, Kind.CASE)


def unified(text: str) -> str:
    """The text with the line ends that `parse` counts by."""
    return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")


def cut(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order; the first stands before every point, and may be empty."""
    text = unified(text)
    policy, _problems = parse(text)
    points = list(assign_keys(policy).points())
    lines = text.split("\n")
    starts = [0, *(point.line - 1 for point in points), len(lines)]
    pieces = [_piece("", None, lines, 0, starts[1], has_attributes=False)]
    used: set[str] = set()
    for place, (given, point) in enumerate(zip(policy.points(), points, strict=True), start=1):
        name, number = point.key, 1
        while name in used:  # a faulty text may use a key twice
            number += 1
            name = f"{point.key}/{number}"
        used.add(name)
        written = bool(given.attributes.key or given.attributes.pairs or given.attributes.classes)
        pieces.append(
            _piece(name, point.kind, lines, starts[place], starts[place + 1], has_attributes=written)
        )
    return tuple(pieces)


def _piece(
    name: str, kind: Kind | None, lines: Sequence[str], first: int, last: int, *, has_attributes: bool
) -> Piece:
    text = "\n".join(lines[first:last]) + ("\n" if first < last < len(lines) else "")
    found = ENDS.search(text)
    end = found.start() if found else len(text)
    return Piece(name, kind, text[:end], text[end:], has_attributes)


def joined(pieces: Sequence[Piece], *sources: Sequence[Piece]) -> str:
    """The text of pieces in a new order. Neighbours that were neighbours in a source keep the space between them."""
    before = {
        (one.name, other.name): one.gap for source in reversed(sources) for one, other in pairwise(source)
    }
    last_gaps = {source[-1].name: source[-1].gap for source in reversed(sources) if source}
    text = ""
    for place, piece in enumerate(pieces):
        if place + 1 == len(pieces):
            text += piece.body + (last_gaps.get(piece.name) or ("\n" if piece.body else ""))
            continue
        following = pieces[place + 1]
        gap = before.get((piece.name, following.name))
        text += piece.body + (_between(piece, following) if gap is None else gap)
    return text


def _between(one: Piece, other: Piece) -> str:
    """Short bullets stand close, all else has a blank line between."""
    if not one.body:
        return ""
    both = one.kind is Kind.GUIDELINE and other.kind is Kind.GUIDELINE
    return "\n" if both and "\n\n" not in one.body + other.body else "\n\n"
