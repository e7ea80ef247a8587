"""From what somebody pasted to one account at one place, or to why it is none.

text ─clean, take_apart→ Pieces ─the table of networks→ Address

Nothing is fetched, nothing is raised, and what stands on a host that we don't know is a page on the web, whatever
network it looks like.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from vigor.networks.pieces import Pieces, ascii_host, clean, take_apart
from vigor.networks.plain import readable_host, readable_path
from vigor.networks.table import BLUESKY, MASTODON, WEB, Kind, Network, networks
from vigor.networks.trouble import Trouble

LONGEST_KEY, LONGEST_URL, LONGEST_SHOWN = 300, 500, 200
"""Most characters of what comes out."""

_WITH_SERVER = re.compile(r"(?:acct:|@)?([^@/:?#\s]+)@([^@/:?#\s]+)", re.IGNORECASE)
_AT_URI = re.compile(r"at://([^/?#]+).*", re.IGNORECASE)
_DID = re.compile(r"did:(?:plc|web):[a-z0-9.:_-]+", re.IGNORECASE)
# Where Fediverse servers show somebody from another one: server/@name@other.
_FROM_ELSEWHERE = re.compile(r"(?:web/)?@([^@/]+)@([^@/]+)(?:/|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """One account at one place.

    `network` is a key of the table. `key` is for comparing ("x:spolverket"): equal for every way of writing the same
    account. `url` is the one way of writing its address, `shown` the name as people write it, in the capitals given.
    """

    network: str
    key: str
    url: str
    shown: str


def recognise(text: str, network: str = "") -> Address | Trouble:
    """The account that a pasted address or name stands for. Never raises.

    `network`, a key of the table, is where a bare name belongs, and makes an unknown host a Mastodon server; an address
    on a known host is what it is, whatever `network` says.
    """
    found = readings(text, network)
    return found if isinstance(found, Trouble) else found[0]


def readings(text: str, network: str = "") -> tuple[Address, ...] | Trouble:
    """Everything that a text may stand for, the likeliest first; to be looked up all of them.

    `https://server/@name` is a page on the web and may be a Mastodon account; only a visit could tell.
    """
    return _reader().read(text, network)


@cache
def _reader() -> Reader:
    return Reader(networks())


class Reader:
    """Reads addresses by a table of networks."""

    def __init__(self, table: Mapping[str, Network]) -> None:
        self._table = table
        self._hosts: dict[str, list[Network]] = {}
        for network in table.values():
            for host in network.hosts:
                self._hosts.setdefault(host, []).append(network)
        self._posts = {host: network for network in table.values() for host in network.post_hosts}
        self._short = {host for network in table.values() for host in network.short}

    def read(self, text: str, network: str = "") -> tuple[Address, ...] | Trouble:
        """As `readings`."""
        cleaned = clean(text)
        if isinstance(cleaned, Trouble):
            return cleaned
        found = self._read(cleaned, self._table.get(network))
        if isinstance(found, Trouble):
            return found
        return _short_enough((found, *self._also(found)))

    def _read(self, text: str, hint: Network | None) -> Address | Trouble:
        if found := _WITH_SERVER.fullmatch(text):
            if text[0] == "@" or text[:5].lower() == "acct:" or (hint and hint.servers):
                return self._with_server(found[1], found[2])
            return Trouble("mail")
        if found := _AT_URI.fullmatch(text):
            return self._bare(found[1], self._table[BLUESKY])
        if _DID.fullmatch(text):
            return self._bare(text, self._table[BLUESKY])
        if text[0] == "@" and hint is None:
            lent = [each for each in self._table.values() if each.name_hosts]
            owner = next((each for each in lent if text.lower().endswith("." + each.name_hosts)), None)
            return self._bare(text, owner) if owner else Trouble("network")
        if hint and hint.bare and self._is_name(text):
            return self._bare(text, hint)
        if "." not in text and "/" not in text and ":" not in text:
            return Trouble("network")
        pieces = take_apart(text)
        return pieces if isinstance(pieces, Trouble) else self._at(pieces, hint)

    def _is_name(self, text: str) -> bool:
        """Whether it is a name, or a path without its host ("company/name"), rather than a whole address."""
        first, slash, _ = text.partition("/")
        if ":" in first or "?" in first:
            return False
        return text[0] == "@" or ("." not in first if slash else not self._networks_at(first.lower()))

    def _bare(self, text: str, network: Network) -> Address | Trouble:
        name = text.strip("/")
        if network.servers:
            return Trouble("server", network.key)
        if "/" in name:
            return self._on(network, Pieces("https", network.hosts[0], name, {}))
        name = name.removeprefix("@")
        if network.name_hosts and "." not in name and ":" not in name:
            name = f"{name}.{network.name_hosts}"
        for before in network.bare:
            found = _find(network, Pieces("https", network.hosts[0], before + name, {}))
            if found is not None:
                return found
        return Trouble("name", network.key)

    def _with_server(self, name: str, server: str) -> Address | Trouble:
        """@name@server: Mastodon, or a network that can be named so ("@name@threads.net")."""
        host = ascii_host(server)
        if isinstance(host, Trouble):
            return host
        for network, _ in self._networks_at(host):
            if not network.servers:
                return self._bare(name, network)
        mastodon = self._table[MASTODON]
        return _find(mastodon, Pieces("https", host, f"@{name}", {})) or Trouble("name", MASTODON)

    def _networks_at(self, host: str) -> list[tuple[Network, str]]:
        """The networks that a host belongs to, and what stands before the network's own part of it."""
        labels = host.split(".")
        for at in range(max(len(labels) - 4, 0), len(labels) - 1):
            known = self._hosts.get(".".join(labels[at:]))
            if known:
                return [(network, ".".join(labels[:at])) for network in known]
        return []

    def _at(self, pieces: Pieces, hint: Network | None) -> Address | Trouble:
        host = pieces.host
        if (plain := host.removeprefix("www.")) in self._short:
            return Trouble("short", about=plain)
        if (owner := self._posts.get(plain)) is not None:
            return Trouble("post", owner.key)
        known = self._networks_at(host)
        if known:
            return self._on_known(known, pieces)
        for network in self._table.values():
            if network.name_hosts and host.endswith("." + network.name_hosts):
                return self._bare(host, network)
        if hint and hint.servers:
            found = self._fediverse(pieces)
            if found is not None:
                return found
        return _web(pieces)

    def _on_known(self, known: list[tuple[Network, str]], pieces: Pieces) -> Address | Trouble:
        network, before = known[0]
        if before and not network.under.fullmatch(before):
            # developers.facebook.com is Facebook's own; name.mastodon.social could be anybody's.
            return _web(pieces) if network.servers else Trouble("no-account", network.key)
        if network.servers:
            return self._fediverse(pieces, before) or Trouble("no-account", network.key)
        for each, _ in known:
            found = _find(each, pieces)
            if found is not None:
                return found
        return self._on(network, pieces)

    def _on(self, network: Network, pieces: Pieces) -> Address | Trouble:
        found = _find(network, pieces)
        if found is not None:
            return found
        if network.posts and network.posts.match(pieces.path):
            return Trouble("post", network.key)
        first = pieces.path.partition("/")[0].lower()
        if any(_is_bare(pieces.path, before) for before in network.bare) and first not in network.no_names:
            return Trouble("name", network.key)
        return Trouble("no-account", network.key)

    def _fediverse(self, pieces: Pieces, before: str = "") -> Address | Trouble | None:
        if elsewhere := _FROM_ELSEWHERE.match(pieces.path):
            return self._with_server(elsewhere[1], elsewhere[2])
        host = pieces.host.removeprefix(f"{before}.") if before else pieces.host
        return _find(self._table[MASTODON], Pieces(pieces.scheme, host, pieces.path, pieces.query))

    def _also(self, found: Address) -> Iterator[Address]:
        """The other reading of an address that may be on a Mastodon server, or be a page on the web."""
        if found.network not in (WEB, MASTODON):
            return
        pieces = take_apart(found.url)
        if isinstance(pieces, Trouble):
            return
        other = _web(pieces) if found.network == MASTODON else self._fediverse(pieces)
        if isinstance(other, Address):
            yield other


def _is_bare(path: str, before: str) -> bool:
    """Whether a path is where a name should be: behind "@" or "in/", and alone."""
    name = path.removeprefix(before)
    return bool(name) and "/" not in name and path.startswith(before)


def _find(network: Network, pieces: Pieces) -> Address | None:
    """The account on a network that an address names, or None."""
    for kind in network.kinds:
        for path in kind.paths:
            name = path.find(pieces.path, pieces.query)
            if name is None or (path.bare and pieces.path.partition("/")[0].lower() in network.no_names):
                continue
            address = _address(network, kind, name, pieces.host)
            if address is not None:
                return address
    return None


def _address(network: Network, kind: Kind, name: str, server: str) -> Address | None:
    """The address of a name; None where the name has letters that the network hasn't."""
    same = name if kind.case else name.lower()
    for sign in kind.drop:
        same = same.replace(sign, "")
    # Case-blind matching lets a long s and a Kelvin sign pass for s and k; full-width letters are letters, too.
    if not kind.name.fullmatch(same) or unicodedata.normalize("NFKC", name) != name:
        return None
    key = kind.key.format(name=same, server=server)
    url = kind.url.format(name=quote(same, safe=":"), server=server)
    return Address(
        network.key, f"{network.key}:{key}", url, kind.shown.format(name=name, server=readable_host(server))
    )


def _web(pieces: Pieces) -> Address:
    host, rest = pieces.host.removeprefix("www."), pieces.quoted
    shown = readable_host(host) + readable_path(pieces, rest)
    return Address(WEB, f"{WEB}:{host}{rest}", f"https://{pieces.host}{rest}", shown)


def _short_enough(found: tuple[Address, ...]) -> tuple[Address, ...] | Trouble:
    kept = tuple(
        each
        for each in found
        if len(each.key) <= LONGEST_KEY and len(each.url) <= LONGEST_URL and len(each.shown) <= LONGEST_SHOWN
    )
    return kept or Trouble("long")
