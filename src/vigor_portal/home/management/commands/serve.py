"""`vigor serve`: the site, for real use."""

from __future__ import annotations

from django.core.management import BaseCommand, CommandError

from vigor_portal.environment import read
from vigor_portal.home import serving
from vigor_portal.people.actions import first_administrator_link


class Command(BaseCommand):
    help = "Serve the site on HOST and PORT."
    requires_system_checks = "__all__"

    def handle(self, *args: object, **options: object) -> None:
        serving.check_port(read("HOST"), int(read("PORT")))
        waiting = serving.migrations_waiting()
        if waiting and not serving.is_empty():
            raise CommandError(
                f"The database waits for {waiting} migration(s).\n"
                "Make a backup (`vigor backup FILE`), then run `vigor upgrade`, then serve again."
            )
        if waiting:
            serving.migrate()
        serving.make_what_is_derived()
        if link := first_administrator_link():
            self.stdout.write(
                "Nobody is here yet. This link makes its first visitor the administrator; "
                f"it works once, for a week:\n\n    {link}\n"
            )
        serving.serve()
