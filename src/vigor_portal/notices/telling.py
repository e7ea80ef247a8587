"""What a kind of notice says. Each app words its own kinds; `wiring.NOTICES` lists them.

@described(_("Somebody calls you in"), how=How.NOW)
def called_in(notice: Notice) -> Telling | None: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.module_loading import import_string

from vigor_portal import wiring
from vigor_portal.notices.models import How

if TYPE_CHECKING:
    from vigor_portal.notices.models import Notice


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice in words, in the language that is active. `url` is a path on this site."""

    sentence: str
    url: str


Wording = Callable[["Notice"], Telling | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: what the page of wishes calls it, how one is told unless one wishes otherwise, its words."""

    name: str
    label: str | Promise
    how: How
    wording: Wording


def described(label: str | Promise, *, how: How = How.DAY) -> Callable[[Wording], Wording]:
    """Say what a kind is called on the page of wishes (translated lazily), and how one is told by default."""

    def describe(wording: Wording) -> Wording:
        wording.label, wording.how = label, how  # type: ignore[attr-defined]
        return wording

    return describe


def kinds() -> dict[str, Kind]:
    """Every kind that there is, by name, in the order of the list."""
    return _kinds(wiring.NOTICES)


@lru_cache(maxsize=8)
def _kinds(listed: tuple[tuple[str, str], ...]) -> dict[str, Kind]:
    return {name: _kind(name, import_string(path)) for name, path in listed}


def _kind(name: str, wording: Wording) -> Kind:
    return Kind(name, getattr(wording, "label", name), getattr(wording, "how", How.DAY), wording)
