"""Rows that can't be changed or deleted, by database triggers, in SQLite and in PostgreSQL.

Made after every migration (SQLite drops a table's triggers when it rebuilds the table), idempotently.
In SQLite `INSERT OR REPLACE` deletes the row in its way without firing a delete trigger, so an insert that would
replace is refused too. In PostgreSQL `TRUNCATE` has a trigger of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from vigor_portal.wiring import IMMUTABLE

_FUNCTION = "vigor_refuse_change"


def immutable_models() -> list[type[models.Model]]:
    return [apps.get_model(label) for label in IMMUTABLE]


def protect_after_migrate(using: str = "default", **kwargs: object) -> None:
    protect(connections[using])


def protect(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers of every immutable table that exists."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for model in immutable_models():
            if model._meta.db_table in tables:
                for statement in _statements(connection, model):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that ought to be there and aren't."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    wanted = [name for model in immutable_models() for name in _trigger_names(connection, model)]
    return [name for name in wanted if name not in present]


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Take the triggers away and put them back: for restoring a backup, withdrawing a text, and tests.

    In one transaction, so that nobody else sees the tables unprotected and a crash leaves them protected.
    """
    with transaction.atomic(using=connection.alias):
        drop(connection)
        yield
        protect(connection)


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for model in immutable_models():
            table = model._meta.db_table
            for name in _trigger_names(connection, model):
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')


def _trigger_names(connection: BaseDatabaseWrapper, model: type[models.Model]) -> list[str]:
    table = model._meta.db_table
    third = {"sqlite": "no_replace", "postgresql": "no_truncate"}[connection.vendor]
    return [f"{table}_no_update", f"{table}_no_delete", f"{table}_{third}"]


def _statements(connection: BaseDatabaseWrapper, model: type[models.Model]) -> list[str]:
    table = model._meta.db_table
    update, delete, third = _trigger_names(connection, model)
    if connection.vendor == "postgresql":
        function = (
            f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'rows of % can''t be changed or deleted', TG_TABLE_NAME; END $$"
        )
        make = 'CREATE OR REPLACE TRIGGER "{}" BEFORE {} ON "{}" FOR EACH {} EXECUTE FUNCTION {}()'
        return [
            function,
            make.format(update, "UPDATE", table, "ROW", _FUNCTION),
            make.format(delete, "DELETE", table, "ROW", _FUNCTION),
            make.format(third, "TRUNCATE", table, "STATEMENT", _FUNCTION),
        ]
    refuse = f"SELECT RAISE(ABORT, 'rows of {table} can''t be changed or deleted')"
    make = 'CREATE TRIGGER IF NOT EXISTS "{}" BEFORE {} ON "{}" {} BEGIN {}; END'
    return [
        make.format(update, "UPDATE", table, "", refuse),
        make.format(delete, "DELETE", table, "", refuse),
        make.format(third, "INSERT", table, f"WHEN {_would_replace(model)}", refuse),
    ]


def _would_replace(model: type[models.Model]) -> str:
    """SQL: does a row with the same value in any unique set of columns exist already?"""
    table = model._meta.db_table
    sets = [[model._meta.pk.column]]
    sets += [[field.column] for field in model._meta.local_fields if field.unique and not field.primary_key]
    sets += [
        [model._meta.get_field(name).column for name in constraint.fields]  # type: ignore[union-attr]
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields
    ]
    tests = [" AND ".join(f'"{column}" = NEW."{column}"' for column in columns) for columns in sets]
    # Table and column names come from the models, never from outside.
    return " OR ".join(f'EXISTS (SELECT 1 FROM "{table}" WHERE {test})' for test in tests)  # noqa: S608
