"""Which column says what: guessed from the headings, and changeable before anything is saved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from vigor.networks import networks, recognise
from vigor.networks.addresses import Address
from vigor_portal.voices.transfer.fields import BY_KEY, FIELDS, LEFT_OUT, ON, SECRET
from vigor_portal.voices.transfer.sheets import Sheet

# Names that networks have had, or are called by.
ALSO = {
    "twitter": "x",
    "fb": "facebook",
    "ig": "instagram",
    "insta": "instagram",
    "yt": "youtube",
    "whatsapp": "whatsapp-channel",
    "linkedin": "linkedin-page",
    "linkedin company": "linkedin-page",
    "linkedin sida": "linkedin-page",
    "webb": "web",
    "website": "web",
    "blogg": "web",
    "blog": "web",
    "forum": "web",
    "hemsida": "web",
}
# Where a column of numbers stands beside one of names, and opens the same account.
_IDS = {"youtube id": "youtube"}
_OTHER_IDS = re.compile(r"(?:^| )(?:id|nr|number|nummer)$")
LOOKED_AT = 30

Mapped = dict[str, str]
"""Heading -> key of a field, "on:<network>", or "" for what is left out."""


def guess(sheet: Sheet) -> Mapped:
    """What the columns seem to say. No two say the same, save for networks: a holder may have several accounts there."""
    taken: set[str] = set()
    mapped: Mapped = {}
    for place, heading in enumerate(sheet.headings):
        target = _of_heading(heading)
        if not target and heading.isdecimal():
            target = _of_cells([row.cells[place] for row in sheet.rows[:LOOKED_AT]])
        if target in taken and not target.startswith(ON):
            target = LEFT_OUT
        taken.add(target)
        mapped[heading] = target
    return mapped


def checked(mapping: Mapping[str, object], headings: Iterable[str]) -> Mapped:
    """What somebody chose, for the headings that there are; what is no choice, or is a secret, is left out."""
    targets = {key for key, _name in choices("en")}
    said = {heading: str(mapping.get(heading, LEFT_OUT)) for heading in headings}
    return {
        heading: target if target in targets and not is_secret(heading) else LEFT_OUT
        for heading, target in said.items()
    }


def choices(language: str) -> list[tuple[str, str]]:
    """(target, name) of everything that a column can say."""
    fields: list[tuple[str, str]] = [(field.key, str(field.name)) for field in FIELDS]
    return [
        (LEFT_OUT, "–"),
        *fields,
        *((f"{ON}{key}", each.name(language)) for key, each in networks().items()),
    ]


def says_where(mapping: Mapping[str, str]) -> bool:
    """Does any column say where accounts are?"""
    return any(target in ("address", "name") or target.startswith(ON) for target in mapping.values())


def is_secret(heading: str) -> bool:
    """Is it a column of passwords? We keep none, nor a copy of one."""
    return any(word in SECRET for word in _plain(heading).split())


def network_key(text: str) -> str:
    """The key of the network that goes by a name; "" for none that we know."""
    plain = _plain(text)
    return _network_names().get(plain, "")


def _of_heading(heading: str) -> str:
    if is_secret(heading):
        return LEFT_OUT
    last = _plain(heading.rpartition(".")[2])
    for name in (_plain(heading), last):
        if name in _IDS:
            return f"{ON}{_IDS[name]}"
        if target := _headings().get(name):
            return target
        if network := _network_names().get(name):
            return f"{ON}{network}"
    if _OTHER_IDS.search(last):
        return LEFT_OUT
    # "Facebook-sida", "Adress till Instagram": a network's name among the words.
    networks_named = {_network_names()[word] for word in last.split() if word in _network_names()}
    return f"{ON}{networks_named.pop()}" if len(networks_named) == 1 else LEFT_OUT


def _of_cells(cells: Sequence[str]) -> str:
    """What a column without a heading holds: addresses, networks, or names in the first place."""
    said = [cell for cell in cells if cell.strip()]
    if not said:
        return LEFT_OUT
    if sum(isinstance(recognise(cell), Address) for cell in said) * 2 > len(said):
        return "address"
    if sum(bool(network_key(cell)) for cell in said) * 2 > len(said):
        return "network"
    return "name"


@cache
def _headings() -> dict[str, str]:
    known = {_plain(field.key): field.key for field in FIELDS}
    for field in FIELDS:
        known |= {_plain(heading): field.key for heading in field.headings}
    return known


@cache
def _network_names() -> dict[str, str]:
    known = {_plain(key): key for key in networks()}
    for key, each in networks().items():
        known |= {_plain(each.name(language)): key for language in ("sv", "en")}
    # A company's page is what an organisation means by the name alone.
    return known | {_plain(name): key for name, key in ALSO.items()}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w@#']+|_", " ", text.casefold()).split()) or text.strip()


__all__ = ["BY_KEY", "Mapped", "checked", "choices", "guess", "is_secret", "network_key", "says_where"]
