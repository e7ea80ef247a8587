"""What a worker does about stances."""

from __future__ import annotations

from contextlib import suppress

from vigor_portal.dialogue.stances.snapshots import TooEarly, make_snapshot


def snapshot() -> None:
    """Make the figures anew when a week has passed. Asked every night, so that a night without a worker costs a day."""
    with suppress(TooEarly):
        make_snapshot()
