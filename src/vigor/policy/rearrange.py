"""Changes to a text that a button or a form makes: a point moved, a case added. The rest stays, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from vigor.policy.document import Attributes, Case, Kind, Option, Text
from vigor.policy.keys import RESERVED_KEYS, slug
from vigor.policy.pieces import Piece, cut, joined
from vigor.policy.render import render_case

Direction = Literal["up", "down"]
# What would make a line of prose a heading, a rule, a fence or markup.
NO_PROSE = re.compile(r"(?m)^([ \t]*)(#{1,6}(?=[ \t]|$)|=+[ \t]*$|-+[ \t]*$|```|~~~|<|[-+*](?=[ \t])|:::)")


def move(text: str, name: str, direction: Direction) -> str:
    """The text with a point (by key, see `pieces.Piece.name`) moved past its neighbour of the same kind.

    A section takes everything under it along. The first or last guideline or case of a section moves into the section
    before or after. The text as it was where there is no such point or no place to go.
    """
    pieces = list(cut(text))
    place = next((index for index, piece in enumerate(pieces) if piece.name == name and name), 0)
    if not place:
        return text
    if pieces[place].is_section:
        moved = _section_moved(pieces, place, direction)
    else:
        moved = _point_moved(pieces, place, direction)
    return joined(moved, pieces) if moved else text


def _section_moved(pieces: list[Piece], place: int, direction: Direction) -> list[Piece]:
    starts = [index for index, piece in enumerate(pieces) if piece.is_section] + [len(pieces)]
    number = starts.index(place) - (direction == "up")
    if number < 0 or number + 2 >= len(starts):
        return []
    first, middle, last = starts[number : number + 3]
    return [*pieces[:first], *pieces[middle:last], *pieces[first:middle], *pieces[last:]]


def _point_moved(pieces: list[Piece], place: int, direction: Direction) -> list[Piece]:
    """In among the neighbours of its kind. Guidelines stand before cases: under a case they would be its text."""
    point = pieces[place]
    rest = [*pieces[:place], *pieces[place + 1 :]]
    # After which piece of the rest could it stand? Those are its places, in order.
    places = [index for index in range(len(rest)) if _may_follow(rest, index, point)]
    if direction == "up":
        found = [index for index in places if index < place - 1]
        after = found[-1] if found else None
    else:
        found = [index for index in places if index > place - 1]
        after = found[0] if found else None
    return [] if after is None else [*rest[: after + 1], point, *rest[after + 1 :]]


def _may_follow(rest: Sequence[Piece], index: int, point: Piece) -> bool:
    piece = rest[index]
    if piece.kind is None:
        return False
    if point.kind is Kind.GUIDELINE:
        home = next(each for each in reversed(rest[: index + 1]) if each.is_section)
        # In a playbook a bullet without attributes is a step, and no guideline.
        return piece.kind is not Kind.CASE and (point.has_attributes or home.kind is not Kind.PLAYBOOK)
    following = rest[index + 1] if index + 1 < len(rest) else None
    return following is None or following.kind is not Kind.GUIDELINE


def add_case(
    text: str,
    *,
    title: str,
    situation: str,
    options: Sequence[Option],
    shows: str,
    taken: Collection[str] = (),
    key: str = "",
) -> tuple[str, str]:
    """The text with a case last in the section of the guideline that it shows (`shows`: a key), and its own key.

    `taken` are keys that it may not get; `key` is the one that it has in another language already. The words are prose: what Markdown would read as a heading or a list is
    escaped. Raises LookupError when the text has no such guideline.
    """
    pieces = list(cut(text))
    place = next(
        (n for n, each in enumerate(pieces) if each.name == shows and each.kind is Kind.GUIDELINE), None
    )
    if place is None:
        raise LookupError(shows)
    ends = (n for n in range(place + 1, len(pieces)) if pieces[n].is_section)
    end = next(ends, len(pieces))
    key = key or free_key(slug(title, "case"), {*taken, *RESERVED_KEYS, *(piece.name for piece in pieces)})
    acts = tuple(Option(one_line(each.act), one_line(each.outcome), each.ours) for each in options)
    prose = (Text(as_prose(situation)),) if situation.strip() else ()
    case = Case(one_line(title), (*prose, *acts), Attributes(key, (), (("shows", shows),)))
    added = Piece(key, Kind.CASE, render_case(case), "\n")
    return joined([*pieces[:end], added, *pieces[end:]], pieces), key


def free_key(key: str, taken: Collection[str]) -> str:
    """The key, with a number where it is taken."""
    found, number = key, 1
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found


def one_line(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def as_prose(text: str) -> str:
    """The words as Markdown paragraphs, whatever their lines begin with."""
    lines = [line.strip(" \t") for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return NO_PROSE.sub(r"\1\\\2", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())
