"""What is done about checking when nobody looks (`wiring.SCHEDULES`)."""

from __future__ import annotations

from datetime import timedelta

from vigor_portal.checking.models import Objection, today

DAYS_KEPT = 365


def forget_objections() -> None:
    """What somebody objected to a year ago says little of the policy of today."""
    Objection.objects.filter(on__lt=today() - timedelta(days=DAYS_KEPT)).delete()
