"""The worker: takes jobs one after the other, keeps them while it works, and stops between two of them."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from secrets import token_hex
from types import TracebackType
from typing import Any, cast

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError, InterfaceError
from django.utils import timezone
from django_tasks.base import TaskContext, TaskResult

from vigor_portal.jobs import queue
from vigor_portal.jobs.schedules import Clock

logger = logging.getLogger("vigor.jobs")

PAUSE_S = 1.0
# A database that is away or busy for long is asked again, less and less often.
LONGEST_PAUSE_S = 60.0


class Worker:
    """One worker. `run` blocks until `stop` is called, from a signal handler or another thread."""

    def __init__(self, *, lease: timedelta = queue.LEASE, pause_s: float = PAUSE_S) -> None:
        self.name = f"{socket.gethostname()[:32]}:{os.getpid()}:{token_hex(4)}"
        self._lease = lease
        self._pause_s = pause_s
        self._stopping = threading.Event()
        self._clock = Clock()
        self._heart = Heart(self.name, lease)

    def stop(self) -> None:
        """Finish the job in hand, and take no other."""
        self._stopping.set()

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def run(self) -> None:
        with self._heart:
            self._work()

    def _work(self) -> None:
        pause = self._pause_s
        while not self.is_stopping:
            close_old_connections()
            try:
                self._clock.strike(timezone.now())
                busy, pause = self.step(), self._pause_s
                if busy:
                    continue
            except (DatabaseError, InterfaceError) as error:
                # Away, busy, or older than the program. Without its words: they may hold what was to be written.
                logger.warning("The database can't be used (%s). Once more soon.", type(error).__name__)
                connection.close()
                pause = min(pause * 2, LONGEST_PAUSE_S)
            self._stopping.wait(pause)

    def step(self) -> bool:
        """Do one job, if any waits. False when there was nothing to do."""
        job = queue.take(self.name, self._lease)
        if job is None:
            return False
        attempt = Attempt()
        with self._heart.beating(), attempt:
            result = job.task_result
            context = TaskContext(task_result=cast("TaskResult[Any]", result))
            result.task.call(context, *result.args, **result.kwargs)
        if attempt.error is None:
            queue.succeeded(job, self.name)
        else:
            queue.failed(job, self.name, attempt.error)
        return True


class Attempt:
    """Whatever goes wrong in a job is the job's, and noted here. What ends the process isn't."""

    error: Exception | None = None

    def __enter__(self) -> Attempt:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
            return True
        return False


class Heart:
    """Moves the lease of a long job forward, from a thread of its own. At rest, and in short jobs, it does nothing."""

    def __init__(self, worker: str, lease: timedelta) -> None:
        self._worker, self._lease = worker, lease
        self._busy_since: float | None = None
        self._still = threading.Event()
        self._thread = threading.Thread(target=self._live, name="heart", daemon=True)

    def __enter__(self) -> Heart:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._still.set()
        self._thread.join()

    @contextmanager
    def beating(self) -> Iterator[None]:
        """While the block lasts, there is a job in hand."""
        self._busy_since = time.monotonic()
        try:
            yield
        finally:
            self._busy_since = None

    def _live(self) -> None:
        beat = self._lease.total_seconds() / 4
        while not self._still.wait(beat):
            since = self._busy_since
            if since is not None and time.monotonic() - since >= beat:
                self._beat()
        connection.close()

    def _beat(self) -> None:
        try:
            queue.renew(self._worker, self._lease)
        except (DatabaseError, InterfaceError):
            # In SQLite a job that writes keeps everybody else out: a worker that wants the job has to wait too.
            connection.close()
