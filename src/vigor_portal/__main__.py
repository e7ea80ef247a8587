"""`python -m vigor_portal COMMAND`: Django's commands and the site's own, by one name."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["demo"]:
        # Before the settings are read: the example people exist in development only.
        os.environ.setdefault("VIGOR_DEVELOPMENT", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vigor_portal.settings")
    from django.core.management import execute_from_command_line

    from vigor_portal.environment import Misconfigured

    try:
        execute_from_command_line(["vigor", *arguments])
    except Misconfigured as error:
        print(f"vigor: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
