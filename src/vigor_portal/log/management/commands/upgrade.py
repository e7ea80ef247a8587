"""`vigor upgrade`"""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from vigor_portal.log.backup import make_derived
from vigor_portal.log.immutable import missing


class Command(BaseCommand):
    help = "Bring database, static files and what is derived up to date with the installed version."
    # The checks look for tables and triggers that this command is about to make.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._migrate()
            for line in make_derived():
                self.stdout.write(line)
            call_command("clearsessions")
        except (DatabaseError, OSError) as error:
            raise CommandError(f"The upgrade stopped: {error} Mend that and run it again.") from error
        if lost := missing(connection):
            raise CommandError(f"These triggers could not be made: {', '.join(lost)}.")
        self.stdout.write("What is published is protected against change. Restart the site.")

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        # Also without anything waiting: the signal that follows puts missing triggers back.
        call_command("migrate", interactive=False, verbosity=0)
        told = f"{len(waiting)} migrations applied." if waiting else "it was already."
        self.stdout.write(f"The database is up to date: {told}")
