"""The worker: takes jobs one after the other, keeps them while it works, and stops between two of them."""

from __future__ import annotations

import logging
import os
import socket
import threading
from datetime import timedelta
from secrets import token_hex
from types import TracebackType
from typing import Any, cast

from django.db import close_old_connections, connection
from django.db.utils import DatabaseError, InterfaceError
from django.utils import timezone
from django_tasks.base import TaskContext, TaskResult
from django_tasks_db.models import DBTaskResult

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

    def stop(self) -> None:
        """Finish the job in hand, and take no other."""
        self._stopping.set()

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def run(self) -> None:
        pause = self._pause_s
        while not self.is_stopping:
            close_old_connections()
            try:
                self._clock.strike(timezone.now())
                busy, pause = self.step(), self._pause_s
                if busy:
                    continue
            except (DatabaseError, InterfaceError) as error:
                # Away, busy, or older than the program. Without its words: they may hold an address, or what was to be written.
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
        with Heart(job, self.name, self._lease), attempt:
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
    """Moves the lease of a long job forward, from a thread of its own. A short job ends before the first beat."""

    def __init__(self, job: DBTaskResult, worker: str, lease: timedelta) -> None:
        self._job, self._worker, self._lease = job, worker, lease
        self._still = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._still.set()
        self._thread.join()

    def _beat(self) -> None:
        beaten = False
        while not self._still.wait(self._lease.total_seconds() / 3):
            beaten = True
            try:
                queue.renew(self._job, self._worker, self._lease)
            except (DatabaseError, InterfaceError):
                # In SQLite a job that writes keeps everybody else out: a worker that wants the job has to wait too.
                connection.close()
        if beaten:
            connection.close()
