"""What a review says: hints to the author, and the few values that go into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from vigor.language.both import Both

__all__ = ["NOTHING", "SECTORS", "Both", "Hint", "Sector", "Source", "Span"]

Sector = Literal["private", "public", "publicly-funded", "association"]
"""Who the employer is. "publicly-funded": private care or school that public money pays for, wholly or in part."""

SECTORS: tuple[Sector, ...] = get_args(Sector)

Span = tuple[int, int]


NOTHING = Both("", "")


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody else's text, to be compared with ours: what to call it, and its Markdown or plain words."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Hint:
    """One piece of advice to the author of a policy. It never stands in the way of anything.

    `line` counts from 1 in the policy's file. `quote` is what the hint is about, as it is written there, and
    `span` its characters (end exclusive) in the piece of Markdown that holds it: the source of a guideline, of
    a text or of an option's half, or a title. A quote that runs over several lines begins on `line`.
    `law` is what a rule on protected speech rests on, `source` and `share` (0–1) where a text was taken
    from and how much of the quote stands there too. `confidence` (0–1) is how sure we are.
    """

    rule: str
    key: str
    line: int
    span: Span
    quote: str
    reason: Both
    mend: Both
    law: Both = NOTHING
    source: str = ""
    share: float = 0.0
    confidence: float = 0.8
