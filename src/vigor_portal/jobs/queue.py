"""The line of work: taking a job, keeping it, and saying how it went. What the Tasks backend's rows lack is here.

A job that is taken gets a lease. The worker that does it moves the lease forward; when it dies, the lease runs out
and the next worker takes the job up again. That a job may be done twice is provided for in `performing`.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from traceback import extract_tb

from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from vigor_portal.jobs.models import Done, Lease

logger = logging.getLogger("vigor.jobs")

# Before the second attempt, the third …: a server that restarts, a disk that is full, a night without mail.
PAUSES = tuple(
    timedelta(seconds=seconds) for seconds in (10, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600)
)
MOST_ATTEMPTS = len(PAUSES) + 1
LEASE = timedelta(seconds=60)
PACKAGES = Path(__file__).resolve().parents[2]


class WorkerLost(Exception):
    """Worker after worker died with this job in hand."""


def take(worker: str, lease: timedelta = LEASE) -> DBTaskResult | None:
    """The next job to do, now in this worker's hands; None when nothing waits (and then nothing is written)."""
    return _take_ready(worker, lease) or _take_abandoned(worker, lease)


def _take_ready(worker: str, lease: timedelta) -> DBTaskResult | None:
    # Asked in the order of the index, and without a transaction: at rest nothing is written or locked.
    if not DBTaskResult.objects.ready().values("pk")[:1]:
        return None
    with transaction.atomic():
        job = DBTaskResult.objects.ready().get_locked()
        if job is None:
            return None
        job.claim(worker)
        Lease.objects.bulk_create(
            [Lease(job=job.pk, worker=worker, until=timezone.now() + lease)],
            update_conflicts=True,
            unique_fields=["job"],
            update_fields=["worker", "until"],
        )
    return job


def _take_abandoned(worker: str, lease: timedelta) -> DBTaskResult | None:
    abandoned = Lease.objects.filter(until__lt=timezone.now()).order_by("until").first()
    if abandoned is None:
        return None
    with transaction.atomic():
        # Two workers may see the same lease: only the one whose update hits the row owns it.
        moved = Lease.objects.filter(job=abandoned.job, until=abandoned.until)
        if not moved.update(worker=worker, until=timezone.now() + lease):
            return None
        job = DBTaskResult.objects.filter(pk=abandoned.job, status=TaskResultStatus.RUNNING).first()
        if job is None:
            Lease.objects.filter(job=abandoned.job).delete()
            return None
        if job.task_result.attempts >= MOST_ATTEMPTS and not Done.objects.filter(job=job.pk).exists():
            failed(job, worker, WorkerLost())
            return None
        logger.warning("%s is taken up again: the worker that had it is gone.", named(job))
        job.claim(worker)
    return job


def renew(worker: str, lease: timedelta = LEASE) -> None:
    """The worker lives, and still has its job in hand."""
    Lease.objects.filter(worker=worker).update(until=timezone.now() + lease)


@transaction.atomic
def succeeded(job: DBTaskResult, worker: str) -> None:
    """The job is done."""
    if _let_go(job, worker):
        job.set_successful(None)


@transaction.atomic
def failed(job: DBTaskResult, worker: str, error: BaseException) -> None:
    """The job didn't work out: it waits for its next attempt, or has failed for good after the last.

    Kept is what kind of error it was, and where; not its message, which may hold what somebody wrote.
    """
    if not _let_go(job, worker):
        return
    attempts = job.task_result.attempts
    job.exception_class_path = f"{type(error).__module__}.{type(error).__qualname__}"
    job.traceback = places(error)
    told = f"{named(job)}: {job.exception_class_path}, attempt {attempts} of {MOST_ATTEMPTS}"
    if attempts < MOST_ATTEMPTS:
        pause = PAUSES[attempts - 1]
        job.status, job.run_after = TaskResultStatus.READY, timezone.now() + pause
        logger.warning("%s. Once more in %s.\n%s", told, pause, job.traceback)
    else:
        job.status, job.finished_at = TaskResultStatus.FAILED, timezone.now()
        logger.error("%s. We give it up.\n%s", told, job.traceback)
    job.save(update_fields=["status", "run_after", "finished_at", "exception_class_path", "traceback"])


def _let_go(job: DBTaskResult, worker: str) -> bool:
    """End the lease. False when somebody else has the job by now, and will say how it went."""
    return bool(Lease.objects.filter(job=job.pk, worker=worker).delete()[0])


def named(job: DBTaskResult) -> str:
    """What a job is called in the log: its function and its id."""
    path = next(iter(job.args_kwargs["args"]), job.task_path)
    return f"{path} ({job.pk})"


def places(error: BaseException) -> str:
    """Where an error came from: one line a call, "file:line in function", and no words of anybody's."""
    return "\n".join(
        f"{_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in extract_tb(error.__traceback__)
    )


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(PACKAGES)) if path.is_relative_to(PACKAGES) else "/".join(path.parts[-2:])
