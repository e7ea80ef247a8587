"""Which points mean something else than before, and which only read otherwise: proposed, chosen, and counted.

Texts go in, numbers of versions come out; nothing here reads or writes the database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Point, Policy
from vigor.policy.meaning import Change, proposed


def proposals(before: Mapping[str, Policy], after: Mapping[str, Policy], original: str) -> dict[str, Change]:
    """Per key of a point that changed in some language: what we propose. Texts by language; `original` is one of them.

    A point means something else as soon as it does so in one language. Points that are new, gone or only moved are
    not among them. What a translation says counts only where the original stood still: else it merely follows.
    """
    found: dict[str, Change] = {}
    for language in dict.fromkeys((original, *after)):
        for key, change in _in_one(before.get(language), after.get(language), language):
            if language == original or key not in found or change is Change.MEANING:
                found[key] = change
    return found


def _in_one(before: Policy | None, after: Policy | None, language: str) -> Iterator[tuple[str, Change]]:
    if before is None or after is None:
        return
    for key, point in after.by_key.items():
        old = before.by_key.get(key)
        if old is not None and _differs(old, point):
            yield key, proposed(old, point, language)


def _differs(old: Point, new: Point) -> bool:
    return (
        words_of(old) != words_of(new)
        or old.attributes.pairs != new.attributes.pairs
        or old.audience is not new.audience
    )


def meant_in(
    points: Mapping[str, Point],
    had: Mapping[str, int],
    proposed_now: Mapping[str, Change],
    chosen: Mapping[str, str],
    number: int,
) -> dict[str, int]:
    """Per key of the original in version `number`: the version in which the point got its present meaning.

    `had` is the same of the version before; `chosen` ("meaning" or "wording") outweighs what is proposed.
    """
    found = {}
    for key in points:
        change = chosen.get(key) if key in proposed_now else None
        means_else = (change or proposed_now.get(key)) == Change.MEANING
        found[key] = number if means_else else had.get(key, number)
    return found
