"""Two people at once, each on a connection of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Barrier, Thread
from time import sleep
from typing import Any

from django.db import connection
from django.db.models.signals import post_save

from vigor_portal.log.models import Entry
from vigor_portal.policies.models import DraftState

A_MOMENT_S = 0.2
PATIENCE_S = 40


@contextmanager
def lingering() -> Iterator[None]:
    """Whoever has written to the record, or saved in the draft, keeps the transaction open a moment longer: so that the
    other comes in between."""

    def linger(**_: object) -> None:
        sleep(A_MOMENT_S)

    for written in (Entry, DraftState):
        post_save.connect(linger, sender=written)
    try:
        yield
    finally:
        for written in (Entry, DraftState):
            post_save.disconnect(linger, sender=written)


def race(*deeds: Callable[[], Any]) -> list[Any]:
    """Do all of it at the same moment. Each one's answer, or the exception that it ended with, in the same order."""
    start, ends = Barrier(len(deeds)), [None] * len(deeds)

    def run(number: int, deed: Callable[[], Any]) -> None:
        start.wait(PATIENCE_S)
        try:
            ends[number] = deed()
        except BaseException as error:
            ends[number] = error
        finally:
            connection.close()

    runners = [Thread(target=run, args=each, daemon=True) for each in enumerate(deeds)]
    with lingering():
        for runner in runners:
            runner.start()
        for runner in runners:
            runner.join(PATIENCE_S)
    assert not any(runner.is_alive() for runner in runners), "they wait for each other"
    return ends
