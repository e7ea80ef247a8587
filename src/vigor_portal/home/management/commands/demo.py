"""`make run`: the site with an invented organisation, in the middle of its story. Development only."""

from __future__ import annotations

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from vigor_portal.environment import read
from vigor_portal.home import serving
from vigor_portal.home.example import load_example


class Command(BaseCommand):
    help = "Load the example organisation and serve it."

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("The example is for development: VIGOR_DEVELOPMENT is off.")
        serving.check_port(read("HOST"), int(read("PORT")))
        if serving.migrations_waiting():
            self.stdout.write("Making the tables …")
            serving.migrate()
        serving.collect_static_files(always=True)
        if load_example():
            self.stdout.write("Loaded the example organisation.")
        self.stdout.write(
            f"\n  Vigör is at {settings.BASE_URL}\n"
            "  Step in as one of four people, or read the press room as a journalist.\n"
            "  Ctrl+C stops it.\n"
        )
        self.stdout.flush()
        serving.serve()
