"""Doing one job: the only task that the Tasks interface knows of, so that every job gets its effect exactly once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from vigor_portal.jobs.models import Done

if TYPE_CHECKING:
    from django_tasks.base import TaskContext

Function = TypeVar("Function", bound=Callable[..., None])


def outside(function: Function) -> Function:
    """Mark a job whose effect lies outside the database (a mail, a fetch): it is done at least once.

    It runs without a transaction, so that nothing is locked while another machine is waited for, and is marked as
    done when it returns. A worker that dies in between leaves it to be done again: what it sends must be
    recognisable as the same.
    """
    function.is_outside = True  # type: ignore[attr-defined]
    return function


@task(takes_context=True)
def perform(context: TaskContext, path: str, **ids: int | str) -> None:
    """Call the function at the dotted `path` with `ids`, unless this job has had its effect already.

    A job that is taken up again after its worker died, or that two workers do at once, has one effect: the mark and
    the effect are committed together, and the second mark is refused.
    """
    job = UUID(context.task_result.id)
    function = import_string(path)
    if getattr(function, "is_outside", False):
        if not Done.objects.filter(job=job).exists():
            function(**ids)
            Done.objects.get_or_create(job=job)
        return
    with transaction.atomic():
        # First, so that of two at once the second waits here for the first, and has done nothing yet.
        if Done.objects.get_or_create(job=job)[1]:
            function(**ids)
