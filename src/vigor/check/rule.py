"""A check, and what it reads. Each check is a frozen value that carries its reason, its source and its proof."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from vigor.check.advice import Finding
from vigor.check.context import Context
from vigor.check.post import Post
from vigor.language.both import Both

__all__ = ["Both", "Check", "Example", "Finding", "Told", "en", "sv"]


@dataclass(frozen=True, slots=True)
class Told:
    """One of a check's texts. `{name}` is filled from the finding's values.

    `maybe` is said instead of `see` where we are less sure: "this can be read as …".
    """

    see: Both  # what we see
    why: Both  # why it matters here
    way: Both  # one way forward
    maybe: Both | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A post in a language, and what else is known of it."""

    language: str
    text: str
    context: Context = field(default_factory=Context)


_NOTHING = Context()
"""One for the thousand examples of which nothing else is known, so that they are there at once."""


def sv(text: str, **known: object) -> Example:
    return Example("sv", text, Context(**known) if known else _NOTHING)  # type: ignore[arg-type]


def en(text: str, **known: object) -> Example:
    return Example("en", text, Context(**known) if known else _NOTHING)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Check:
    """`told` holds the texts by variant, "" the ordinary one. `flags` and `passes` are proof: one test tries them all.

    Findings below `threshold` are not told; below `sure` they are told with "can be read as". `weight` orders what is
    found: confidentiality first, style last. `quiet_when_protected` is False only for what concerns other people's data.
    `weighed`: what a rule isn't sure of is held against posts that deserved the same (see `likeness`); not so where it
    counts, nor for its `exact` variants, which read figures or names. Of a post for which `unless` holds it says nothing.
    """

    name: str
    about: Both
    told: Mapping[str, Told]
    reason: str
    source: str
    find: Callable[[Post], Iterable[Finding]]
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    weight: float = 1.0
    threshold: float = 0.5
    sure: float = 0.8
    hint: bool = False
    quiet_when_protected: bool = True
    weighed: bool = True
    exact: frozenset[str] = frozenset()
    unless: Callable[[Post], bool] | None = None

    def findings(self, post: Post) -> list[Finding]:
        """What its rules find and are sure enough of."""
        return [found for found in self.find(post) if found.confidence >= self.threshold]
