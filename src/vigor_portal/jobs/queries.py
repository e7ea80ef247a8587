"""How the work goes: what has failed, and what waits for a worker."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

# After this long in line, something is wrong: usually nobody runs a worker.
LATE = timedelta(minutes=10)


def failed_jobs() -> QuerySet[DBTaskResult]:
    """Those that were given up, the newest first. They are kept for a week."""
    return DBTaskResult.objects.failed().order_by("-finished_at")


def late_jobs() -> QuerySet[DBTaskResult]:
    """What should have been done by now, and that no worker has taken."""
    before = timezone.now() - LATE
    at_once = Q(run_after=get_date_max(), enqueued_at__lt=before)
    return DBTaskResult.objects.ready().filter(at_once | Q(run_after__lt=before))


def readiness() -> dict[str, int]:
    """A line for `/readyz`: how many jobs are late, and how many were given up."""
    return {"jobs_late": late_jobs().count(), "jobs_given_up": failed_jobs().count()}
