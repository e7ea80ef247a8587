"""Figures that are the same until something changes: counted once by each process, and again after the next change.

Every change leaves an entry in the record, so that the newest entry tells whether anything has happened. For a minute at
the most a process may miss one that was written while another was under way.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from django.utils import timezone
from django.utils.translation import get_language

from vigor_portal.log.queries import newest

Figures = TypeVar("Figures")
ROOM = 32
SECONDS = 60

_kept: OrderedDict[Hashable, object] = OrderedDict()
_lock = Lock()


def kept(count: Callable[[], Figures], *what: str) -> Figures:
    """What `count` gives, by its name and `what` it was asked for; in the language and on the day of whoever reads."""
    stamp = newest()
    if stamp is None:
        return count()
    now = (stamp, int(time.time() // SECONDS), timezone.localdate(), get_language())
    key = (f"{count.__module__}.{count.__qualname__}", what, now)
    with _lock:
        if key in _kept:
            return cast(Figures, _kept[key])
    figures = count()
    with _lock:
        _kept[key] = figures
        while len(_kept) > ROOM:
            _kept.popitem(last=False)
    return figures
