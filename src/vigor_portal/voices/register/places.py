"""Networks and addresses, as pages and forms of this app ask for them: the one place that knows `vigor.networks`."""

from __future__ import annotations

from django.utils.translation import get_language

from vigor.networks import Address, Trouble, networks, recognise
from vigor_portal.voices.register.values import PERSONAL

__all__ = ["Address", "Trouble", "network_choices", "network_name", "recognise"]


def network_choices() -> list[tuple[str, str]]:
    """(key, name) of every network that an account can be in, in the table's order; a person's own profile is none."""
    language = get_language() or "sv"
    return [(key, each.name(language)) for key, each in networks().items() if key not in PERSONAL]


def network_name(key: str) -> str:
    """What a network is called in the reader's language; the key itself where the table hasn't got it."""
    known = networks().get(key)
    return known.name(get_language() or "sv") if known else key
