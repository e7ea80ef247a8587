"""Getting ready to serve, and serving: what `vigor serve` and the demonstration share."""

from __future__ import annotations

import socket
from contextlib import nullcontext

from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import Error as DatabaseError

from vigor_portal.environment import read, read_flag
from vigor_portal.home.beside import worker_beside
from vigor_portal.log.backup import make_derived
from vigor_portal.web import static_files


def migrations_waiting() -> int:
    """How many migrations the database lacks. Raises CommandError, with what to do, if it doesn't answer."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        raise CommandError(
            f"The database doesn't answer ({error}).\nCheck that it runs and that DATABASE_URL is right."
        ) from error
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_empty() -> bool:
    return not connection.introspection.table_names()


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)


def make_what_is_derived() -> None:
    """Static files, and the pages that hold their names, where one of the files has changed."""
    if not static_files.are_collected():
        make_derived()


def check_port(host: str, port: int) -> None:
    """Raises CommandError when somebody else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} on {host} can't be used: {error.strerror}.\n"
                f"Is the site running already? Otherwise choose another: PORT={port + 1}."
            ) from error


def serve() -> None:
    """Serve until stopped, with a worker beside unless one is run elsewhere. Blocks."""
    # Imported here: only a process that serves needs the server.
    from granian import Granian
    from granian.constants import Interfaces

    connection.close()  # the workers open their own
    server = Granian(
        "vigor_portal.wsgi:application",
        address=read("HOST"),
        port=int(read("PORT")),
        interface=Interfaces.WSGI,
        workers=int(read("VIGOR_WORKERS")),
        # A WSGI request holds its thread; four let a slow one wait without stopping the others.
        blocking_threads=4,
        websockets=False,
        respawn_failed_workers=True,
        log_access=False,
    )
    with worker_beside() if read_flag("VIGOR_RUN_WORKER") else nullcontext():
        server.serve()
