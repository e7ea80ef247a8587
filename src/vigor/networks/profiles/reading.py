"""Which reader reads which network: the list is the registry."""

from __future__ import annotations

from collections.abc import Mapping

from vigor import fetch
from vigor.fetch import Get
from vigor.networks.addresses import Address
from vigor.networks.profiles import bluesky, mastodon, page
from vigor.networks.profiles.values import NotRead, Profile, Reader

READERS: Mapping[str, Reader] = {
    "mastodon": mastodon.read,
    "bluesky": bluesky.read,
    "web": page.read,
}


def can_be_read(network: str) -> bool:
    """Do profiles of this network (a key of the table) stand open to programs?"""
    return network in READERS


def read_profile(address: Address, *, get: Get = fetch.get) -> Profile:
    """Read the profile at an address, as anybody sees it. `get` fetches: `vigor.fetch.get`, or one with other limits.

    Raises Refused when an address can't be fetched, and NotRead (a Refused, too) when there was no profile to read.
    """
    reader = READERS.get(address.network)
    if reader is None:
        raise NotRead("network")
    return reader(address, get)
