"""What is told of a look-alike: which account it looks like, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
Why = Literal[
    "letters",
    "same-name",
    "other-network",
    "other-server",
    "one-letter",
    "two-letters",
    "added-word",
    "in-host",
    "in-path",
    "same-site",
]

SCORES: dict[Why, float] = {
    "letters": 1.0,
    "same-name": 0.95,
    "other-network": 0.95,
    "other-server": 0.95,
    "in-host": 0.9,
    "one-letter": 0.85,
    "same-site": 0.8,
    "added-word": 0.8,
    "in-path": 0.7,
    "two-letters": 0.65,
}
"""How sure a reader is to be taken in, 0–1; it orders the answers. Our judgement, not a measurement."""

SAID: dict[Why, tuple[str, str]] = {
    "letters": ("ser likadant ut men skrivs på ett annat sätt", "looks the same but is written otherwise"),
    "same-name": ("har samma namn", "has the same name"),
    "other-network": ("har samma namn på ett annat nätverk", "has the same name on another network"),
    "other-server": ("har samma namn på en annan server", "has the same name on another server"),
    "in-host": ("har namnet i adressen till en annan plats", "has the name in the address of another site"),
    "one-letter": ("skiljer sig med en bokstav", "differs by one letter"),
    "same-site": ("ligger på samma webbplats", "is on the same site"),
    "added-word": ("har samma namn med ett tillägg", "has the same name with something added"),
    "in-path": ("har namnet på en sida någon annanstans", "has the name on a page somewhere else"),
    "two-letters": ("skiljer sig med två bokstäver", "differs by two letters"),
}


@dataclass(frozen=True, slots=True)
class Resemblance(Generic[T]):
    """What an unknown account looks like: `of` is what the known one was entered with, `key` its key; `score` is 0–1."""

    of: T
    key: str
    why: Why
    score: float

    def say(self, language: str) -> str:
        """What the unknown account does, in "sv" or "en" (any other language gets English): "differs by one letter"."""
        swedish, english = SAID[self.why]
        return swedish if language == "sv" else english
