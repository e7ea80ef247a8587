"""How far a fetch may go, and which addresses are public."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TypeAlias

Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost, redirects included. `loopback` lets it reach this machine: for tests and development."""

    seconds: float = 20.0
    size: int = 2_000_000  # bytes of the body, unpacked
    redirects: int = 3
    loopback: bool = False


# Ports where public web pages are served.
PORTS = frozenset({80, 443, 8080, 8443})

# IANA's registries of special-purpose addresses (RFC 6890 and its updates), what is for several receivers, and what
# carries an IPv4 address inside: there the check would see one address, and the packet could end up at another.
# The standard library's `is_global` differs between versions of Python; this list doesn't.
NOT_PUBLIC_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared behind a carrier's translation
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and the metadata of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "168.63.129.16/32",  # a cloud's own service, at an address that looks public
    )
)
PUBLIC_6 = ipaddress.IPv6Network(
    "2000::/3"
)  # all that is given out; the rest is mapped, local, translated or free
NOT_PUBLIC_6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: carries an IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)


def is_public(address: Ip) -> bool:
    """Is it an address out on the internet, of one receiver?"""
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_4)
    # A zone ("%eth0") names one of our own network cards.
    if address.scope_id or address not in PUBLIC_6:
        return False
    return not any(address in network for network in NOT_PUBLIC_6)


def refusal(address: Ip, port: int, limits: Limits) -> str:
    """Why this may not be connected to (a kind of Refused), or an empty string."""
    if limits.loopback and address.is_loopback:
        return ""
    if not is_public(address):
        return "private"
    return "" if port in PORTS else "port"
