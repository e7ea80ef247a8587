"""System check: the record and the versions are protected by the database itself."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.utils import Error as DatabaseError

from vigor_portal.log.immutable import immutable_models, missing


@register(Tags.database)
def check_triggers(databases: Sequence[str] | None = None, **kwargs: object) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    for alias in databases or ():
        try:
            tables = set(connections[alias].introspection.table_names())
            lost = missing(connections[alias])
        except DatabaseError:
            continue  # Django's own check tells of a database that can't be reached.
        expected = [m._meta.db_table for m in immutable_models() if m._meta.db_table in tables]
        lost = [name for name in lost if name.startswith(tuple(expected))] if expected else []
        if lost:
            messages.append(
                Error(
                    f"These triggers are missing from the database: {', '.join(lost)}.",
                    hint="Run `vigor upgrade`: it puts them back. Find out who took them away.",
                    id="vigor.E001",
                )
            )
    return messages
