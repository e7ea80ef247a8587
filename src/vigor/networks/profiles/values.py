"""A profile as it was read, and what a reader is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from vigor.fetch import Fetched, Get, Refused
from vigor.networks.addresses import Address

LONGEST_NAME = 200
LONGEST_TEXT = 20_000
MOST_FIELDS = 20
MOST_LINKS = 200


@dataclass(frozen=True, slots=True)
class Field:
    """A line that the profile's owner named: "Works at": "Spolverket"."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where a profile links to. `verified`: its network saw that the page links back; `me`: marked with rel=me."""

    url: str
    verified: bool = False
    me: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """What stands on a profile, as plain text. `moved_to` is the address that it points to when it was left."""

    url: str
    name: str
    text: str
    fields: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()
    moved_to: str = ""

    @property
    def words(self) -> str:
        """All that can be read on it, a part a line."""
        return "\n".join([self.name, self.text, *(f"{field.name}: {field.text}" for field in self.fields)])


class NotRead(Refused):
    """A profile couldn't be read, though the address may be right."""

    SAYINGS: ClassVar[Mapping[str, tuple[str, str]]] = {
        **Refused.SAYINGS,
        "gone": (
            "Där finns ingen profil med det namnet nu.",
            "There is no profile of that name there now.",
        ),
        "closed": (
            "Servern visar inte profilen för den som inte är inloggad.",
            "The server doesn’t show the profile to anybody who isn’t signed in.",
        ),
        "busy": (
            "Servern ber oss vänta. Vi försöker igen senare.",
            "The server asks us to wait. We’ll try again later.",
        ),
        "trouble": (
            "Servern har problem just nu. Vi försöker igen senare.",
            "The server is in trouble just now. We’ll try again later.",
        ),
        "form": (
            "Servern svarade på ett sätt som vi inte förstår.",
            "The server answered in a way that we don’t understand.",
        ),
        "network": (
            "Det nätverket visar inga profiler för andra program. Klistra in texten, så läser vi den.",
            "That network shows no profiles to other programs. Paste the text, and we’ll read it.",
        ),
    }
    PASSING: ClassVar[frozenset[str]] = Refused.PASSING | {"busy", "trouble"}


class Reader(Protocol):
    """One for each kind of network."""

    def __call__(self, address: Address, get: Get) -> Profile:
        """Read the profile at an address of its network. Raises NotRead or Refused."""


def usable(answer: Fetched) -> Fetched:
    """An answer of 200, as it is. Raises NotRead for any other."""
    if answer.status == 200:
        return answer
    if answer.status in (404, 410):
        raise NotRead("gone")
    if answer.status in (401, 403, 451):
        raise NotRead("closed")
    if answer.status == 429:
        raise NotRead("busy")
    raise NotRead("trouble" if answer.status >= 500 else "form")


def record(answer: Fetched) -> Mapping[str, Any]:
    """An answer of 200 that holds a JSON object. Raises NotRead or Refused."""
    found = usable(answer).json()
    if not isinstance(found, dict):
        raise NotRead("form")
    return found


def said(record: Mapping[str, Any], name: str) -> str:
    """A text in a record from elsewhere, where anything may stand; empty when it is none."""
    value = record.get(name)
    return value if isinstance(value, str) else ""


def rows(record: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The objects in a list in a record from elsewhere."""
    value = record.get(name)
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def profile(
    url: str,
    name: str,
    text: str,
    *,
    fields: Iterable[Field] = (),
    links: Iterable[Link] = (),
    moved_to: str = "",
) -> Profile:
    """A profile within bounds, each link once: verified where any of the same is."""
    kept: dict[str, Link] = {}
    for link in links:
        if not link.url.startswith(("https://", "http://")) or len(link.url) > 2000:
            continue
        old = kept.get(link.url, link)
        kept[link.url] = Link(link.url, old.verified or link.verified, old.me or link.me)
    return Profile(
        url=url,
        name=name.strip()[:LONGEST_NAME],
        text=text.strip()[:LONGEST_TEXT],
        fields=tuple(fields)[:MOST_FIELDS],
        links=tuple(kept.values())[:MOST_LINKS],
        moved_to=moved_to,
    )
