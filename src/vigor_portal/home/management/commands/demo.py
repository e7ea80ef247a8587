"""`make run`: the site with an invented organisation, in the middle of its story. Development only."""

from __future__ import annotations

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from vigor_portal.environment import read
from vigor_portal.home import serving
from vigor_portal.home.example import load_example

WELCOME = """\
Vigör is at {address}

Step in as one of four people,
or read the press room as a journalist.
Ctrl+C stops it."""


def _boxed(text: str) -> str:
    lines = text.split("\n")
    width = max(map(len, lines))
    middle = "\n".join(f"  │  {line:<{width}}  │" for line in lines)
    return f"\n  ╭{'─' * (width + 4)}╮\n{middle}\n  ╰{'─' * (width + 4)}╯\n"


class Command(BaseCommand):
    help = "Load the example organisation and serve it."

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEVELOPMENT:
            raise CommandError("The example is for development: VIGOR_DEVELOPMENT is off.")
        serving.check_port(read("HOST"), int(read("PORT")))
        if serving.migrations_waiting():
            self.stdout.write("Making the tables …")
            serving.migrate()
        serving.make_what_is_derived()
        if load_example():
            self.stdout.write("Loaded the example organisation.")
        self.stdout.write(_boxed(WELCOME.format(address=settings.BASE_URL)))
        self.stdout.flush()
        serving.serve()
