"""Reading a profile as this site is set up to."""

from __future__ import annotations

from functools import partial

from django.conf import settings

from vigor import fetch
from vigor.networks import Address
from vigor.networks.profiles import Profile, read_profile


def look(address: Address) -> Profile:
    """Read a profile. Raises vigor.fetch.Refused. Takes up to a minute: for workers."""
    limits = fetch.Limits(loopback=settings.FETCH_LOOPBACK)
    return read_profile(address, get=partial(fetch.get, limits=limits))
