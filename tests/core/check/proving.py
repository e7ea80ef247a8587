"""What a pattern can't do without: a proof, over every way through it, that some letters stand wherever it fits."""

from __future__ import annotations

import re._constants as sign
import re._parser as parser
from collections.abc import Iterable, Iterator

MOST_TIMES = 3
"""Times that something repeated is followed; more of them are taken to be anything."""
MOST_LETTERS = 10
"""Letters from one to another ("[0-5]") that are followed each."""
Item = tuple[object, object]


def cannot_do_without(source: str, letters: Iterable[str]) -> bool:
    """Stands one of the letters wherever the pattern fits? False also where it can't be proved."""
    sought = tuple(letters)
    return not _after({""}, parser.parse(source), sought)


def _after(before: set[str], items: Iterable[Item], sought: tuple[str, ...]) -> set[str]:
    """How the ways end that come this far without any of the letters: the last characters that are known of each."""
    for item in items:
        if not before:
            break
        before = _past(before, item, sought)
    return before


def _past(before: set[str], item: Item, sought: tuple[str, ...]) -> set[str]:
    what, held = item
    if what is sign.LITERAL:
        return set(_kept((one + chr(held) for one in before), sought))  # type: ignore[arg-type]
    if what is sign.IN:
        letters = _letters(held)  # type: ignore[arg-type]
        return set(_kept((one + each for one in before for each in letters), sought)) if letters else {""}
    if what is sign.BRANCH:
        return {end for way in held[1] for end in _after(before, way, sought)}  # type: ignore[index]
    if what is sign.SUBPATTERN:
        return _after(before, held[-1], sought)  # type: ignore[index]
    if what in (sign.MAX_REPEAT, sign.MIN_REPEAT):
        return _repeated(before, *held, sought)  # type: ignore[misc]
    # What looks around takes no room; of anything else it isn't known what it is.
    return before if what in (sign.AT, sign.ASSERT, sign.ASSERT_NOT) else {""}


def _repeated(
    before: set[str], least: int, most: int, items: list[Item], sought: tuple[str, ...]
) -> set[str]:
    ends = set(before) if least == 0 else set()
    for times in range(1, min(most, MOST_TIMES) + 1):
        before = _after(before, items, sought)
        if times >= least:
            ends |= before
    return {""} if before and most > MOST_TIMES else ends


def _letters(held: Iterable[Item]) -> set[str]:
    """Those of a set; none where they are many."""
    letters: set[str] = set()
    for what, held_too in held:
        if what is sign.LITERAL:
            letters.add(chr(held_too))  # type: ignore[arg-type]
        elif what is sign.RANGE and held_too[1] - held_too[0] < MOST_LETTERS:  # type: ignore[index]
            letters |= set(map(chr, range(held_too[0], held_too[1] + 1)))  # type: ignore[index]
        else:
            return set()
    return letters


def _kept(ways: Iterable[str], sought: tuple[str, ...]) -> Iterator[str]:
    longest = max(map(len, sought))
    for way in ways:
        if not way.endswith(sought):
            yield way[-longest:]
