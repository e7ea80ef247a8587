"""`python -m vigor_portal COMMAND`: Django's commands and the site's own, by one name."""

from __future__ import annotations

import os
import sys

from vigor.cli.messages import language
from vigor_portal.environment import Misconfigured


def main(arguments: list[str]) -> int:
    """Run one command. Exit status 2 for a setting that can't be used, 1 when the ground gives way under it."""
    if arguments[:1] == ["demo"]:
        # Before the settings are read: the example people exist in development only.
        os.environ.setdefault("VIGOR_DEVELOPMENT", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigor_portal.settings")
    try:
        import django

        django.setup()
    except Misconfigured as error:
        print(f"vigor: {error}", file=sys.stderr)
        return 2
    return _execute(arguments)


def _execute(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line
    from django.db.utils import Error as DatabaseError
    from django.utils import translation

    from vigor_portal.web.middleware import advice_for

    # Whoever types a command reads the shell's language, not the site's first.
    translation.activate(language())
    try:
        execute_from_command_line(["vigor", *arguments])
    except (DatabaseError, OSError) as error:
        advice = advice_for(error)
        if advice is None:
            raise
        print(f"vigor: {error}\n{advice}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
