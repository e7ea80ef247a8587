"""The word lists for look-alikes, read once: `lookalikes.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from vigor.networks.letters import skeleton


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("vigor.networks").joinpath("lookalikes.toml").read_text(encoding="utf-8"))


@cache
def added_words() -> frozenset[str]:
    """Words that are added to a name, as skeletons."""
    return frozenset(map(skeleton, _table()["added"]))


@cache
def titles() -> frozenset[str]:
    """Titles and kinds of places, as skeletons."""
    return frozenset(map(skeleton, _table()["titles"]))


@cache
def lenders() -> frozenset[str]:
    """Hosts that lend room to everybody."""
    return frozenset(_table()["lenders"])


@cache
def second_parts() -> frozenset[str]:
    """What stands before the country in "name.co.uk"."""
    return frozenset(_table()["seconds"])
