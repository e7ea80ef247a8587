"""What background work leaves behind goes after a week."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from vigor_portal.jobs.models import Done

KEPT = timedelta(days=7)


def remove_finished() -> None:
    """A job, run by schedule: removes finished jobs, and the marks of jobs that are no longer there."""
    before = timezone.now() - KEPT
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    Done.objects.filter(at__lt=before).exclude(job__in=DBTaskResult.objects.values("pk")).delete()
