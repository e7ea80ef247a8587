"""Where an account is, taken into the parts that carry a name."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from vigor.networks.pieces import host_in_letters
from vigor.networks.table import BLUESKY, MASTODON, WEB, networks
from vigor.networks.words import lenders, second_parts

MOST_PARTS = 8
"""Most parts of a host, and of a path, that are looked at."""


@dataclass(frozen=True, slots=True)
class Place:
    """`names` are what the account itself is called; `host` and `path` the parts of an address on the web."""

    network: str = ""
    server: str = ""
    names: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


def place_of(key: str, shown: str = "") -> Place:
    """The place that an address's key names; `shown` lends it the capitals that part words."""
    network, _, rest = key.partition(":")
    if network == WEB:
        return _on_the_web(rest)
    name, _, server = rest.partition("@") if network == MASTODON else (rest, "", "")
    if network == BLUESKY:
        return _bluesky(rest)
    name = name.rpartition("/")[2].removeprefix("@")
    if _is_number(network, rest):
        return Place(network)
    if at_server := shown.lower().rfind(f"@{server}") if server else -1:
        shown = shown[:at_server] if at_server > 0 else shown
    at = shown.lower().rfind(name)
    called = shown[at : at + len(name)] if at >= 0 else name
    return Place(network, server, (called,), () if server in networks()[MASTODON].hosts else _parts(server))


def _is_number(network: str, rest: str) -> bool:
    """Whether a key holds what the network counts by, and no name: nobody is taken in by its letters."""
    known = networks().get(network)
    return rest.isdigit() or bool(
        known
        and any(kind.case and kind.key == "{name}" and kind.name.fullmatch(rest) for kind in known.kinds)
    )


def _bluesky(rest: str) -> Place:
    if rest.startswith("did:"):
        return Place(BLUESKY)
    lent = "." + networks()[BLUESKY].name_hosts
    if rest.endswith(lent):
        return Place(BLUESKY, names=(rest.removesuffix(lent),))
    parts = _parts(rest)
    return Place(BLUESKY, names=parts[:1], host=parts[1:])


def _on_the_web(rest: str) -> Place:
    host, _, path = rest.partition("?")[0].partition("/")
    parts = _parts(host)
    steps = tuple(_without_ending(step) for step in unquote(path).split("/") if step)[:MOST_PARTS]
    lent = any(host == lender or host.endswith("." + lender) for lender in lenders())
    if lent:
        parts = parts[1:]
    names = (parts or steps)[:1] if lent else steps[-1:] or parts[:1]
    return Place(WEB, "" if lent else host, names, parts, steps)


def _parts(host: str) -> tuple[str, ...]:
    """The parts of a host that carry names, the weightiest first: "spolverket", "blogg" of blogg.spolverket.example."""
    parts = host_in_letters(host).split(".")[:-1]
    if len(parts) > 1 and parts[-1] in second_parts():
        parts.pop()
    return tuple(part for part in reversed(parts) if part != "www")[:MOST_PARTS]


def _without_ending(step: str) -> str:
    bare = step.lstrip("@~")
    for ending in (".html", ".htm", ".php", ".aspx"):
        bare = bare.removesuffix(ending)
    return bare
