"""`vigor restore FILE`"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError

from vigor_portal.log.archive import BadArchive
from vigor_portal.log.backup import NotEmpty, make_derived, restore


class Command(BaseCommand):
    help = "Make the site what it was when FILE was written by `vigor backup`."
    # The tables that the checks look at are made by the restore.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="an archive made by `vigor backup`")
        parser.add_argument("--replace", action="store_true", help="throw away what is in the database now")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            manifest = restore(path, replace=options["replace"])
        except NotEmpty as error:
            raise CommandError(
                "There are members or versions in the database already, and nothing was touched. "
                "Take a backup of them first; then --replace throws them away and restores the archive."
            ) from error
        except BadArchive as error:
            raise CommandError(f"{error} Nothing in the database was changed.") from error
        except (OSError, DatabaseError) as error:
            raise CommandError(f"The restore stopped, and nothing was changed: {error}") from error
        rows = sum(part.rows for part in manifest.tables)
        self.stdout.write(f"Restored {rows} rows from {manifest.made_at} (Vigör {manifest.version}).")
        for line in make_derived():
            self.stdout.write(line)
        self.stdout.write("Restart the site: it signs with the restored secret key from then on.")
