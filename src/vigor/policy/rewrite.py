"""Changes to single points that are made without an editor: other words, a new point, one taken out, an attribute.

The rest of the text stays, byte for byte. What comes out is read again: words that would break out of their point (a
heading in a bullet, a line of attributes at its end) are escaped first, and refused where that doesn't help.
"""

from __future__ import annotations

from dataclasses import replace

from vigor.policy.blocks import trimmed
from vigor.policy.diff import text_of
from vigor.policy.document import Attributes, Case, Guideline, Kind, Point, Policy, Section
from vigor.policy.keys import KEY, assign_keys
from vigor.policy.parse import parse
from vigor.policy.pieces import Piece, cut, joined, unified
from vigor.policy.rearrange import as_prose
from vigor.policy.render import heading, render_case, render_guideline


class NoSuchPoint(LookupError):
    """The text has no point under that key (or none of the kind that was asked for)."""


class CantHold(ValueError):
    """The words can't stand in one point: they would become several, or change another."""


def point_in(text: str, key: str) -> Point | None:
    """The point with the key (or the one that a first save would give it), as in `vigor.policy.pieces`."""
    return assign_keys(parse(text)[0]).by_key.get(key)


def reworded(text: str, key: str, words: str) -> str:
    """The text with other words in the point; its key and attributes stay.

    `words` are Markdown: a guideline's as in `Guideline.source`; for a section or a case the title, then (after a line
    end) what follows it, ways to act among it. Raises NoSuchPoint, CantHold.
    """
    point = point_in(text, key)
    if point is None:
        raise NoSuchPoint(key)
    pieces = list(cut(text))
    place = _place(pieces, key)
    had = parse(text)[0].by_key.get(key)
    attributes = had.attributes if had is not None else Attributes(key, (), point.attributes.pairs)
    for attempt in _attempts(words):
        changed = replace(pieces[place], body=_body(point, attributes, attempt))
        found = joined([*pieces[:place], changed, *pieces[place + 1 :]], pieces)
        if _only_differs_in(key, text, found, attempt, point):
            return found
    raise CantHold(key)


def with_guideline(
    text: str, words: str, key: str, *, section: str, after: str = "", attributes: Attributes | None = None
) -> str:
    """The text with a new guideline: after the point `after` of the section, else as its last guideline.

    `key` must be free in the text; `attributes` may say more (its key is `key` whatever they say). Raises NoSuchPoint
    for a section that isn't there, CantHold.
    """
    pieces = list(cut(text))
    policy = assign_keys(parse(text)[0])
    home = policy.by_key.get(section)
    if not isinstance(home, Section):
        raise NoSuchPoint(section)
    if not KEY.fullmatch(key) or key in policy.by_key:
        raise CantHold(key)
    given = attributes or Attributes()
    for attempt in _attempts(words):
        point = Guideline(attempt, Attributes(key, given.classes, given.pairs))
        place = _after_which(pieces, home, after) + 1
        added = Piece(key, Kind.GUIDELINE, render_guideline(point), "\n", has_attributes=True)
        found = joined([*pieces[:place], added, *pieces[place:]], pieces)
        if _only_differs_in(key, text, found, attempt, point):
            return found
    raise CantHold(key)


def without(text: str, key: str) -> str:
    """The text without the point, and without everything under it if it is a section. Raises NoSuchPoint.

    Cases elsewhere that show what is gone no longer name it; one that shows nothing else stays a case (`.case`).
    """
    pieces = list(cut(text))
    place = _place(pieces, key)
    end = place + 1
    if pieces[place].is_section:
        end = next((n for n in range(end, len(pieces)) if pieces[n].is_section), len(pieces))
    gone = {piece.name for piece in pieces[place:end]}
    points = assign_keys(parse(text)[0]).by_key
    left = [_not_showing(piece, points.get(piece.name), gone) for piece in (*pieces[:place], *pieces[end:])]
    return joined(left, pieces)


def _not_showing(piece: Piece, point: Point | None, gone: set[str]) -> Piece:
    if not isinstance(point, Case) or gone.isdisjoint(point.shows):
        return piece
    shown = " ".join(key for key in point.shows if key not in gone)
    pairs = tuple((name, shown if name == "shows" else value) for name, value in point.attributes.pairs)
    classes = point.attributes.classes
    if not shown:
        pairs = tuple(pair for pair in pairs if pair[0] != "shows")
        classes = classes if "case" in classes else (*classes, "case")
    attributes = replace(point.attributes, pairs=pairs, classes=classes)
    return replace(piece, body=render_case(replace(point, attributes=attributes)))


def with_attribute(text: str, key: str, name: str, value: str | None) -> str:
    """The text with the guideline's attribute set, or taken away (None). Raises NoSuchPoint."""
    point = point_in(text, key)
    if not isinstance(point, Guideline):
        raise NoSuchPoint(key)
    pieces = list(cut(text))
    place = _place(pieces, key)
    pairs = tuple(pair for pair in point.attributes.pairs if pair[0] != name)
    pairs += ((name, value),) if value is not None else ()
    if pairs == point.attributes.pairs:
        return unified(text)
    changed = replace(point, attributes=replace(point.attributes, pairs=pairs))
    body = render_guideline(changed)
    return joined([*pieces[:place], replace(pieces[place], body=body), *pieces[place + 1 :]], pieces)


def _place(pieces: list[Piece], key: str) -> int:
    place = next((index for index, piece in enumerate(pieces) if piece.name == key and key), 0)
    if not place:
        raise NoSuchPoint(key)
    return place


def _attempts(words: str) -> tuple[str, ...]:
    """As it was written; else as prose, whatever its lines begin with."""
    plain = trimmed(unified(words)).strip()
    if not plain:
        raise CantHold("")
    # Braces at an end would be read as attributes.
    return (plain, as_prose(plain), as_prose(plain).replace("{", "\\{"))


def _body(point: Point, attributes: Attributes, words: str) -> str:
    if isinstance(point, Guideline):
        return render_guideline(replace(point, source=words, attributes=attributes))
    title, _end, rest = words.partition("\n")
    level = 3 if isinstance(point, Case) else 2
    head = heading(level, title.strip().lstrip("#").strip(), attributes)
    return f"{head}\n\n{rest.strip()}" if rest.strip() else head


def _after_which(pieces: list[Piece], home: Section, after: str) -> int:
    """The index of the piece that the new guideline follows: never a case, under which it would be its text."""
    names = {point.key for point in home.points()}
    place = _place(pieces, home.key)
    for index in range(place, len(pieces)):
        if pieces[index].name not in names:
            break
        if pieces[index].kind is Kind.GUIDELINE:
            place = index
        if pieces[index].name == after and pieces[index].kind is not Kind.CASE:
            return index
    return place


def _only_differs_in(key: str, before: str, after: str, words: str, point: Point) -> bool:
    """Has the new text the words under the key, and all else as it was?"""
    old, new = assign_keys(parse(before)[0]), assign_keys(parse(after)[0])
    found = new.by_key.get(key)
    if found is None or found.kind is not point.kind:
        return False
    if isinstance(found, Guideline) and found.source != words:
        return False
    return _others(old, key) == _others(new, key) and old.opening == new.opening


def _others(policy: Policy, key: str) -> dict[str, tuple[Kind, str, Attributes]]:
    return {
        name: (point.kind, text_of(point), point.attributes)
        for name, point in policy.by_key.items()
        if name != key
    }
