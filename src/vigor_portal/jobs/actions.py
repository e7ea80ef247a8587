"""Putting work in line, to be done by a worker: committed with the change that causes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from inspect import isfunction
from uuid import UUID

from django.utils.module_loading import import_string

from vigor_portal.jobs.performing import perform

LONGEST_ID = 64


class NotAnId(ValueError):
    """Somebody put words into a job's arguments. They are kept for days and shown to whoever runs the server."""


# What nobody waits for goes after what somebody does.
PATIENT = -10


def enqueue(
    job: Callable[..., None] | str, *, run_after: datetime | None = None, priority: int = 0, **ids: int | str
) -> UUID:
    """Put a job in line and return its id; a rollback of the change around it takes the job with it.

    `job` is a function at the top of a module, or its dotted path; it is called with `ids` alone: keys, numbers and
    short words without spaces, never prose. Its changes in the database happen exactly once; mark it with
    `performing.outside` if it does something elsewhere. `run_after` is the earliest moment;
    of what waits, the higher `priority` is done first (-100 to 100).

    Raises NotAnId, ImportError for a path where there is nothing, TypeError for what is no function there.
    """
    path = job if isinstance(job, str) else f"{job.__module__}.{job.__qualname__}"
    if not isfunction(import_string(path)):
        raise TypeError(f"{path} is not a function that a worker can call.")
    for name, value in ids.items():
        _check(name, value)
    result = perform.using(run_after=run_after, priority=priority).enqueue(path, **ids)
    return UUID(result.id)


def _check(name: str, value: object) -> None:
    if isinstance(value, int):
        return
    if not isinstance(value, str) or len(value) > LONGEST_ID or any(map(str.isspace, value)):
        raise NotAnId(f"{name} is no id: a job's arguments are numbers, keys and short words.")
