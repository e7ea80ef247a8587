"""What background work needs beside the queue itself: marks of what is done, leases of what is in hand, due times."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Done(models.Model):
    """A job has had its effect. Written in the effect's own transaction: both are there, or neither is.

    Only ever inserted, so that the database itself refuses a second effect of the same job.
    """

    job = models.UUIDField(primary_key=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects: ClassVar[models.Manager[Done]] = models.Manager()

    def __str__(self) -> str:
        return str(self.job)


class Lease(models.Model):
    """A worker has a job in hand until a moment that it keeps moving forward. A lease run out is a dead worker's."""

    job = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=64)
    until = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager[Lease]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.job}: {self.worker}"


class Schedule(models.Model):
    """When a scheduled function was last due, and so put in line: one row for each line of `wiring.SCHEDULES`."""

    function = models.CharField(max_length=200, primary_key=True)
    last_due = models.DateTimeField()

    objects: ClassVar[models.Manager[Schedule]] = models.Manager()

    def __str__(self) -> str:
        return self.function
