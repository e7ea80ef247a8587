"""Backup and restore of the whole site, from and to SQLite and PostgreSQL alike.

Rows pass through Django's models, so that an archive of one database can be restored into the other. The archive and
the site must have the same migrations: an older archive is restored with its own version, and then upgraded.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.apps.registry import Apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.utils import DatabaseError
from django.utils.module_loading import import_string

from vigor_portal.log.actions import record
from vigor_portal.log.archive import BadArchive, Manifest, Part, Reader, Writer, new_file
from vigor_portal.log.immutable import immutable_models, lifted
from vigor_portal.web import static_files
from vigor_portal.wiring import AFTER_UPGRADE

SECRET_KEY = "secret-key"  # noqa: S105 (the name of a file)
# Whoever was signed in signs in again.
_LEFT_OUT = ("sessions.session",)
_CHUNK = 500


class NotEmpty(Exception):
    """There is something in the database already that a restore would overwrite."""


class NothingToSave(Exception):
    """The database has no tables yet."""


class _Exact(DjangoJSONEncoder):
    """Django's encoder cuts times to milliseconds; a backup keeps what there is."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime.datetime | datetime.time) else super().default(o)


def back_up(path: Path) -> Manifest:
    """Write everything to a new file that only its owner may read.

    Works on a database that waits for migrations too: one is to be saved before it is upgraded.
    Raises NothingToSave, and OSError (FileExistsError among them).
    """
    with new_file(path) as file, _snapshot(), Writer(file) as writer:
        loader = MigrationLoader(connection)
        for model in _models_as_migrated(loader):
            writer.add(f"tables/{model._meta.label_lower}", partial(_dump, model))
        key = settings.DATA / SECRET_KEY
        if key.exists():
            writer.add(f"files/{SECRET_KEY}", partial(_copy, key))
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        migrations = tuple(sorted(f"{app}.{name}" for app, name in loader.applied_migrations))
        writer.finish(Manifest(version("vigor-policy"), now, connection.vendor, migrations))
    with Reader(path) as reader:  # what can't be read back is no backup
        return reader.manifest


def restore(path: Path, *, replace: bool = False) -> Manifest:
    """Make the database and the secret key what they were when the archive was made.

    Everything is checked before anything is touched, and the change is one transaction.
    Raises BadArchive, and NotEmpty unless `replace`.
    """
    with Reader(path) as reader:
        if not replace and in_use():
            raise NotEmpty
        _must_fit(reader.manifest)
        call_command("migrate", interactive=False, verbosity=0)
        with _replaced_secret_key(reader.text(f"files/{SECRET_KEY}")), lifted(connection):
            _empty()
            for part in reader.manifest.tables:
                _load(reader, part)
            _reset_sequences()
            record(None, "site.restored", made_at=reader.manifest.made_at)
            # Now, and not when the transaction ends: PostgreSQL makes no triggers while checks are waiting.
            connection.check_constraints()
        ContentType.objects.clear_cache()
        return reader.manifest


def make_derived() -> list[str]:
    """Make everything anew that follows from the data; a line for each that says what was done."""
    static_files.collect()
    return ["Static files are in place.", *(import_string(path)() for path in AFTER_UPGRADE)]


def kept_models(registry: Apps = apps) -> list[type[models.Model]]:
    """Every table of the site but those that may be lost, by name."""
    found = [model for model in registry.get_models() if model._meta.managed and not model._meta.proxy]
    return sorted(
        (model for model in found if model._meta.label_lower not in _LEFT_OUT),
        key=lambda model: model._meta.label_lower,
    )


def _models_as_migrated(loader: MigrationLoader) -> list[type[models.Model]]:
    """The models that the tables were made for, which may be older than the program's."""
    applied = [key for key in loader.applied_migrations if key in loader.graph.nodes]
    if not applied:
        raise NothingToSave
    return kept_models(loader.project_state(applied).apps)


def in_use() -> bool:
    """Is there a member, a published version or a line in the record?"""
    tables = set(connection.introspection.table_names())
    telling = [get_user_model(), *immutable_models()]
    return any(model._meta.db_table in tables and model._base_manager.exists() for model in telling)


def _dump(model: type[models.Model], stream: IO[str]) -> int:
    rows = model._base_manager.order_by("pk")
    count = rows.count()
    serializers.serialize(
        "jsonl", rows.iterator(chunk_size=_CHUNK), stream=stream, cls=_Exact, sort_keys=True
    )
    return count


def _copy(file: Path, stream: IO[str]) -> int:
    stream.write(file.read_text("utf-8"))
    return 0


def _load(reader: Reader, part: Part) -> None:
    try:
        with reader.lines(part) as lines:
            for row in serializers.deserialize("jsonl", lines):
                row.save(force_insert=True)
    except (serializers.base.DeserializationError, DatabaseError) as error:
        raise BadArchive(f"{part.name} doesn't fit into this database: {error}") from error


@contextmanager
def _snapshot() -> Iterator[None]:
    """Read everything as it was at one moment, without keeping anyone from writing meanwhile."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()  # which is when Django sets the mode
        mode = connection.transaction_mode  # type: ignore[attr-defined]
        # Our transactions begin as writes; this one only reads, and in WAL mode a reader has a snapshot.
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                yield
        finally:
            connection.transaction_mode = mode  # type: ignore[attr-defined]
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _must_fit(manifest: Manifest) -> None:
    known = MigrationLoader(None).disk_migrations or {}
    here, there = {f"{app}.{name}" for app, name in known}, set(manifest.migrations)
    if there - here:
        raise BadArchive(
            f"The archive was made by Vigör {manifest.version}, which is newer than this ({version('vigor-policy')}). "
            "Install that version, then restore."
        )
    if here - there:
        raise BadArchive(
            f"The archive was made by Vigör {manifest.version}, whose tables are older than ours. "
            "Install that version, restore there, then upgrade."
        )


def _empty() -> None:
    # References are checked at the end of the transaction in both databases, so that any order will do.
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            model._base_manager.all()._raw_delete(connection.alias)


def _reset_sequences() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def _replaced_secret_key(key: str | None) -> Iterator[None]:
    """Put the archive's secret key in place once the body has succeeded; keep the one that was there beside it."""
    if key is None:
        yield
        return
    path = settings.DATA / SECRET_KEY
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{SECRET_KEY}.restored")
    # Written before the database is touched: a full disk shows now, and what remains is a renaming.
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(key)
    try:
        yield
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    if path.exists() and path.read_text("utf-8") != key:
        path.replace(path.with_name(f"{SECRET_KEY}.before-restore"))
    draft.replace(path)
