"""How many old policies are read at once on the whole site, in all its processes: each may take gigabytes and a minute.

A turn is a lock on one of AT_ONCE small files in the data folder. The system lets go of it when whoever holds it ends,
however that happens, so that nothing has to be tidied up.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import locks

AT_ONCE = 2
WAIT = 8.0  # seconds; most readings take a part of one
_BETWEEN = 0.1


class NoTurn(Exception):
    """As many as can be are being read already, and none became finished in time."""


@contextmanager
def a_turn(wait: float | None = None) -> Iterator[None]:
    """Hold one of the AT_ONCE turns. Raises NoTurn when none has become free within `wait` (or WAIT) seconds."""
    until = time.monotonic() + (WAIT if wait is None else wait)
    with ExitStack() as held:
        while not _taken(held):
            if time.monotonic() >= until:
                raise NoTurn
            time.sleep(_BETWEEN)
        yield


def _taken(held: ExitStack) -> bool:
    """Take a free turn, and let go of it with `held`."""
    folder = Path(settings.DATA) / "turns"
    folder.mkdir(exist_ok=True)
    for number in range(AT_ONCE):
        file = (folder / f"reading-{number}").open("ab")
        if _lock(file):
            held.enter_context(file)
            return True
        file.close()
    return False


def _lock(file: IO[bytes]) -> bool:
    return bool(locks.lock(file, locks.LOCK_EX | locks.LOCK_NB))
