"""What stands beside the lines of a text: what is wrong in it, and advice that stops nothing.

A review takes a tenth of a second for a policy of seventy points. So it is made when a text is shown and not when it is
saved, once for each wording, and for texts of up to LONGEST_REVIEWED characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from vigor.policy.parse import parse
from vigor.policy.pieces import unified
from vigor.policy.review import CATALOGUE, Hint, Sector, Source, review
from vigor.starter import LANGUAGES, starter

# Half a second of reading. A policy of this length is a book already.
LONGEST_REVIEWED = 150_000
LONGEST_QUOTE = 80
MOST_OF_A_KIND = 25
# As many texts as a few writers have on their desks at once.
KEPT = 16
TAKEN = "taken"
OPEN_AT_FIRST = "too-far"


@dataclass(frozen=True)
class Spot:
    """Something to mend: the line (from 1; 0 for the whole text), the words on it, why, and the way out.

    `rule` is the name of the hint's rule; empty where something is wrong and no matter of taste.
    """

    line: int
    quote: str
    what: str
    mend: str
    error: bool = True
    rule: str = ""


@dataclass(frozen=True)
class Advice:
    """All hints of one rule, under the rule's name in the reader's language. `more` of them aren't shown."""

    rule: str
    title: str
    spots: tuple[Spot, ...]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.spots) + self.more

    @property
    def is_open(self) -> bool:
        return self.rule == OPEN_AT_FIRST


def short_quote(words: str) -> str:
    """Words on one line, at most LONGEST_QUOTE characters of them."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"


def is_too_long(source: str) -> bool:
    return len(source) > LONGEST_REVIEWED


def advice_on(source: str, language: str, sector: Sector, reader: str) -> tuple[Advice, ...]:
    """Hints by rule, as `CATALOGUE` orders them, in the language of the reader ("sv" or "en").

    None for a text that is too long, and none in a language that the rules don't know. The starter policy is among
    what a text may have been taken from.
    """
    if language not in LANGUAGES or is_too_long(source) or not source.strip():
        return ()
    by_rule: dict[str, list[Spot]] = {rule.name: [] for rule in CATALOGUE}
    for hint in _once_a_point(_hints(unified(source), language, sector)):
        by_rule[hint.rule].append(_spot(hint, reader))
    titles = {rule.name: rule.about.of(reader) for rule in CATALOGUE}
    return tuple(
        Advice(name, titles[name], tuple(spots[:MOST_OF_A_KIND]), max(0, len(spots) - MOST_OF_A_KIND))
        for name, spots in by_rule.items()
        if spots
    )


@lru_cache(maxsize=KEPT)
def _hints(source: str, language: str, sector: Sector) -> tuple[Hint, ...]:
    others = (Source("Vigör", starter(language)),)
    return review(parse(source)[0], language=language, sector=sector, others=others)


def _once_a_point(hints: Iterable[Hint]) -> Iterator[Hint]:
    """A case that was taken as a whole is one thing to rewrite, however many paragraphs it has."""
    seen = set()
    for hint in hints:
        if hint.rule == TAKEN and hint.key:
            if hint.key in seen:
                continue
            seen.add(hint.key)
        yield hint


def _spot(hint: Hint, reader: str) -> Spot:
    return Spot(
        hint.line, short_quote(hint.quote), hint.reason.of(reader), hint.mend.of(reader), False, hint.rule
    )
