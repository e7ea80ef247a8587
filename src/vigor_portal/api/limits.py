"""How often a key may be used: often enough for an editor that asks at each pause, not for reading an archive."""

from __future__ import annotations

import time

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from vigor_portal.api.models import Token

PER_MINUTE = 120


def too_often(token: Token, cost: int = 1) -> bool:
    """Count `cost` posts. True when the key has had PER_MINUTE of them within this minute.

    What is kept for two minutes is a number under a hash; nothing of the posts.
    """
    minute = int(time.time() // 60)
    whose = salted_hmac("vigor.api", str(token.pk)).hexdigest()
    key = f"checks:{minute}:{whose}"
    if cache.add(key, cost, timeout=120):
        return cost > PER_MINUTE
    try:
        return cache.incr(key, cost) > PER_MINUTE
    except ValueError:  # the minute's count was swept away in between
        return False
