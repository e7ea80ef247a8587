"""What a process keeps of the database, so that the public's pages cost no queries.

Beside the rows stands a token, which is another whenever they have changed: looked up at most once a second, and at
once in the process that changed them. While the database can't be reached, what the process has is used: a press room
that was up stays up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from django.db import connection
from django.db.utils import Error as DatabaseError

T = TypeVar("T")

FRESH_FOR = 1.0  # seconds

logger = logging.getLogger("vigor.press")


class Copy(Generic[T]):
    """A copy of something. `token()` says what it is now, "" while there is nothing; `read(token)` reads it."""

    def __init__(self, token: Callable[[], str], read: Callable[[str], T]) -> None:
        self._read, self._look_up = read, token
        self._value: T | None = None
        self._token = ""
        self._fresh_until = 0.0
        self._lock = Lock()

    def now(self) -> T:
        """The copy. Raises the database's errors while there is none yet."""
        value = self._value
        # Inside a caller's transaction (a test's) nothing is certain yet: it may be rolled back, so look every time.
        if value is None or monotonic() >= self._fresh_until or connection.in_atomic_block:
            return self._refresh()
        return value

    def forget(self) -> None:
        """Look whether it is another at the next request."""
        self._fresh_until = 0.0

    def _refresh(self) -> T:
        # Who comes while another looks gets what there is, unless there is nothing yet.
        value = self._value
        if not self._lock.acquire(blocking=value is None) and value is not None:
            return value
        try:
            return self._looked_up()
        except DatabaseError as error:
            if self._value is None:
                raise
            logger.warning("The database doesn't answer (%s); the press room shows what it had.", error)
            self._fresh_until = monotonic() + FRESH_FOR
            return self._value
        finally:
            self._lock.release()

    def _looked_up(self) -> T:
        token, value = self._look_up(), self._value
        if value is None or token != self._token or not token:
            value = self._value = self._read(token)
            self._token = token
        self._fresh_until = monotonic() + FRESH_FOR
        return value
