"""A flood of public comments is stopped without following anybody.

Two gates, one after the other:

* How much comes altogether, and to one point, is counted in the database, so that it holds however many processes serve
  the site. Such a count says nothing of who: it has a point's key, the ten minutes and a number, and is deleted when
  the ten minutes are over.
* So that one sender doesn't take everybody's room, each process counts, in its memory alone, how often a scrambled
  address has sent something within some minutes. The scrambling is with a secret that is made anew every day and
  whenever the process starts, and is written nowhere: from the counts nobody can be found again, and they are gone when
  the minutes are. A network's many IPv6 addresses count as one. To share these counts among processes they would have to
  be kept somewhere, and that is not worth it: what one sender can do with several processes ends at the first gate.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from threading import Lock
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from vigor_portal.dialogue.models import PublicTally

MINUTES = 10
EACH = 5  # from one address within the minutes, in one process
A_POINT = 20  # about one point within the minutes
TOGETHER = 60  # about anything within the minutes
A_DAY = 24 * 60 * 60
EVERYTHING = ""  # no point's key is empty


class _Full(Exception):
    """So much has come in these minutes already."""


@dataclass
class Flood:
    """What this process has let through lately, from where; how much altogether is asked of the database."""

    each: int = EACH
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _salted_at: float = field(default_factory=monotonic)
    _sent: dict[bytes, list[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def lets_through(self, address: str, key: str) -> bool:
        """Count one more about the point `key`; False when that is too much, from there, about it or altogether."""
        now = monotonic()
        with self._lock:
            self._tidy(now)
            who = hashlib.blake2b(_network(address).encode(), key=self._salt, digest_size=16).digest()
            times = self._sent.setdefault(who, [])
            if len(times) >= self.each:
                return False
            times.append(now)
        if _count(key):
            return True
        with self._lock:
            if now in times:  # what wasn't taken in isn't held against anybody
                times.remove(now)
        return False

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


def forget_tallies() -> None:
    """Delete the counts of minutes that are over (`wiring.SCHEDULES`)."""
    PublicTally.objects.filter(since__lt=_these_minutes()).delete()


def address_of(request: HttpRequest) -> str:
    """The visitor's address; behind a proxy that we trust, the one that the proxy saw."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        seen: str = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if seen:
            return seen
    return str(request.META.get("REMOTE_ADDR", ""))


def _count(key: str) -> bool:
    """One more in these minutes, everywhere and about the point; False, and nothing counted, where there is no room."""
    since = _these_minutes()
    # To look costs no lock: a flood that is over the brim doesn't keep others from writing.
    there = dict(
        PublicTally.objects.filter(since=since, key__in=(EVERYTHING, key)).values_list("key", "sent")
    )
    if there.get(EVERYTHING, 0) >= TOGETHER or there.get(key, 0) >= A_POINT:
        return False
    try:
        with transaction.atomic():
            # Always in this order, so that two never wait for each other.
            _count_one(EVERYTHING, since, TOGETHER)
            _count_one(key, since, A_POINT)
    except _Full:
        return False
    return True


def _count_one(key: str, since: datetime, most: int) -> None:
    tally, _made = PublicTally.objects.get_or_create(key=key, since=since)
    # The database compares and adds in one step: of two who want the last place, one gets it.
    if not PublicTally.objects.filter(pk=tally.pk, sent__lt=most).update(sent=F("sent") + 1):
        raise _Full


def _these_minutes() -> datetime:
    """When the ten minutes began that we are in: the same for every process, with no time of anybody's own."""
    now = timezone.now()
    return now - timedelta(minutes=now.minute % MINUTES, seconds=now.second, microseconds=now.microsecond)


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.exploded)[:19]  # a /64: what one household or machine has
    return str(found)
