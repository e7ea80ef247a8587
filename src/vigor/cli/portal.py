"""The commands that belong to the site: passed on, with all their arguments, to `python -m vigor_portal`."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from vigor.cli.messages import complain


def run(words: list[str]) -> int:  # noqa: RET503 (execv doesn't return)
    """Become `python -m vigor_portal COMMAND …`; returns 2 only where the site isn't installed."""
    if find_spec("vigor_portal") is None or find_spec("django") is None:
        complain(
            "the site isn't installed: pip install 'vigor-policy[portal]'",
            "sajten är inte installerad: pip install 'vigor-policy[portal]'",
        )
        return 2
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "vigor_portal", *words])  # noqa: S606
