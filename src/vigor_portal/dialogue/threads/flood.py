"""A flood of public comments is stopped without following anybody.

Each process counts, in its memory alone, how often a scrambled address has sent something within some minutes. The
scrambling is with a secret that is made anew every day and whenever the process starts, and is written nowhere: from
the counts nobody can be found again, and they are gone when the minutes are. A network's many IPv6 addresses count as one.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from threading import Lock
from time import monotonic

from django.conf import settings
from django.http import HttpRequest

MINUTES = 10
EACH = 5  # from one address within the minutes
TOGETHER = 60  # from everybody
A_DAY = 24 * 60 * 60


@dataclass
class Flood:
    """What this process has let through lately."""

    each: int = EACH
    together: int = TOGETHER
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _salted_at: float = field(default_factory=monotonic)
    _sent: dict[bytes, list[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def lets_through(self, address: str) -> bool:
        """Count one more from the address; False when that is too much, from there or altogether."""
        now = monotonic()
        with self._lock:
            self._tidy(now)
            who = hashlib.blake2b(_network(address).encode(), key=self._salt, digest_size=16).digest()
            times = self._sent.get(who, [])
            if len(times) >= self.each or sum(map(len, self._sent.values())) >= self.together:
                return False
            self._sent[who] = [*times, now]
            return True

    def forget(self) -> None:
        with self._lock:
            self._sent.clear()

    def _tidy(self, now: float) -> None:
        if now - self._salted_at > A_DAY:
            self._salt, self._salted_at = secrets.token_bytes(32), now
            self._sent.clear()
        lately = now - MINUTES * 60
        for who, times in list(self._sent.items()):
            kept = [time for time in times if time > lately]
            if kept:
                self._sent[who] = kept
            else:
                del self._sent[who]


FLOOD = Flood()


def address_of(request: HttpRequest) -> str:
    """The visitor's address; behind a proxy that we trust, the one that the proxy saw."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        seen: str = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if seen:
            return seen
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.exploded)[:19]  # a /64: what one household or machine has
    return str(found)
