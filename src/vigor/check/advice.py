"""What a check says: frozen values, in the post's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Characters (code points) of the post, `end` exclusive. An empty span stands for the whole post."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `variant` names one of its texts, `values` fill it; `confidence` is calibrated, 0–1."""

    span: Span
    confidence: float
    variant: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice. It never stands in the way of anything."""

    check: str  # "irony"
    guideline: str  # the key of the guideline that it rests on
    words: str  # that guideline's own words, plain
    case: str  # the key of a case that shows it, or nothing
    span: Span
    message: str  # what we see, and why it matters here
    suggestion: str  # one way forward: words to use, or a question to ask oneself
    confidence: float
    hint: bool = False  # never weighty
    instead: str = ""  # words to put in the span's place, where there are such


@dataclass(frozen=True, slots=True)
class Praise:
    """What is good in the post, said too."""

    kind: str  # "sender", "apology", "next-step", "thanks"
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A topic that the account's card says we don't comment on, as the card puts it, and the word that brings it up."""

    topic: str
    span: Span


@dataclass(frozen=True, slots=True)
class Checked:
    """All that there is to say of a post, the weightiest first. `protection` names the law where speech is protected.

    `touches` rests on the card of the account that speaks, not on the policy: it is no advice of a check.
    """

    language: str
    advice: tuple[Advice, ...] = ()
    good: tuple[Praise, ...] = ()
    protection: str = ""
    touches: tuple[Touched, ...] = ()
