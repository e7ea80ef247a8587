"""Two who wrote in the same text at once: their changes joined, point by point, on keys.

merge(base, mine, theirs): a point that one of us changed reads as that one wrote it; a point that both changed, each in
their own way, is a conflict, and nothing is decided for them. Nothing that anybody wrote disappears without both
having seen it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from vigor.policy.pieces import Piece, cut, joined


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point (`name`: its key, or empty for the opening) that both changed. An empty wording: it was taken out."""

    name: str
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """What came of it. `text` holds their wording wherever there is a conflict, until somebody chooses.

    `came` are the names of points that read otherwise than in mine, because they changed them.
    """

    text: str
    conflicts: tuple[Conflict, ...] = ()
    came: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    sources: tuple[tuple[Piece, ...], ...] = field(default=(), repr=False)

    def chosen(self, wordings: Mapping[str, str]) -> str:
        """The text with these wordings, by name, where there were conflicts; an empty one leaves the point out."""
        pieces = [
            replace(piece, body=wordings.get(piece.name, piece.body).rstrip(" \t\n")) for piece in self.pieces
        ]
        kept = [piece for piece in pieces if piece.body or not piece.name]
        return joined(kept, *self.sources)


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Join what `mine` and `theirs` made of `base`: three texts of the policy in one language.

    Never raises: a text that can't be parsed is fewer and larger pieces.
    """
    if mine == theirs or theirs == base:
        return Merged(mine)
    old, ours, other = cut(base), cut(mine), cut(theirs)
    bodies = [{piece.name: piece.body for piece in pieces} for pieces in (old, ours, other)]
    if mine == base:
        return Merged(theirs, came=_came(bodies[1], bodies[2]))
    kept: dict[str, str] = {}
    conflicts = []
    for name in dict.fromkeys([*bodies[2], *bodies[1]]):
        was, my, their = (body.get(name, "") for body in bodies)
        both = my != their and my != was and their != was
        if both:
            conflicts.append(Conflict(name, was, my, their))
        kept[name] = their if both or my == was else my
    clashing = {conflict.name for conflict in conflicts}
    by_name = {piece.name: piece for piece in (*ours, *other)}
    pieces = tuple(
        replace(by_name[name], body=kept[name])
        for name in _order(old, ours, other)
        if kept[name] or not name or name in clashing
    )
    sources = (ours, other, old)
    shown = [piece for piece in pieces if piece.body or not piece.name]
    came = tuple(name for name in _came(bodies[1], kept) if name not in clashing)
    return Merged(joined(shown, *sources), tuple(conflicts), came, pieces, sources)


def _came(mine: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys([*now, *mine]) if mine.get(name, "") != now.get(name, ""))


def _order(old: Sequence[Piece], mine: Sequence[Piece], theirs: Sequence[Piece]) -> list[str]:
    """Every name in mine or theirs: in my order, with what they added or moved at the place they gave it."""
    base, my, their = ([piece.name for piece in pieces] for pieces in (old, mine, theirs))
    placed = list(my)
    moved_by_me = _moved(base, my)
    moved_by_them = _moved(base, their) - moved_by_me
    for place, name in enumerate(their):
        if name not in placed or name in moved_by_them:
            if name in placed:
                placed.remove(name)
            before = next((each for each in reversed(their[:place]) if each in placed), "")
            placed.insert(placed.index(before) + 1 if before in placed else 0, name)
    return placed


def _moved(base: Sequence[str], now: Sequence[str]) -> set[str]:
    """The names that have another place in the order, among those in both."""
    had = set(base)
    common = [name for name in now if name in had]
    here = set(common)
    before = [name for name in base if name in here]
    matcher = SequenceMatcher(None, before, common, autojunk=False)
    stayed = {
        name for block in matcher.get_matching_blocks() for name in before[block.a : block.a + block.size]
    }
    return here - stayed
