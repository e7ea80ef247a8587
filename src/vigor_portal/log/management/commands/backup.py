"""`vigor backup FILE`"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError

from vigor_portal.log.backup import SECRET_KEY, NothingToSave, back_up


class Command(BaseCommand):
    help = "Write the whole site to one file: every table, and the secret key. Works while the site runs."
    # Also a site that can't start can be saved.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file to make; it must not exist")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            manifest = back_up(path)
        except FileExistsError as error:
            raise CommandError(f"{path} exists already. Name a new file: we overwrite no backup.") from error
        except OSError as error:
            raise CommandError(
                f"{path} could not be written: {error.strerror or error}. Nothing was left."
            ) from error
        except DatabaseError as error:
            raise CommandError(f"Nothing was written. The database could not be read: {error}") from error
        except NothingToSave as error:
            raise CommandError("There is nothing to save: the database has no tables yet.") from error
        rows = sum(part.rows for part in manifest.tables)
        self.stdout.write(
            f"{path}: {rows} rows from {len(manifest.tables)} tables, {path.stat().st_size // 1024} kB."
        )
        with_key = any(part.name == f"files/{SECRET_KEY}" for part in manifest.parts)
        self.stdout.write(
            "It holds the secret key and all that is known about members: keep it where only you can read it."
            if with_key
            else "It holds all that is known about members: keep it where only you can read it. The secret key is "
            "not in it (it comes from your environment): keep that too."
        )
        # Together with the archive it would tell who thinks what.
        self.stdout.write(
            "The key to people's stances is left out on purpose: keep a copy of stance.key (or VIGOR_STANCE_KEY) "
            "in another place."
        )
