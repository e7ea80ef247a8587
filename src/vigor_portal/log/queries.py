"""Reading the record."""

from __future__ import annotations

from datetime import datetime

from vigor_portal.log.models import Entry


def newest() -> tuple[int, datetime] | None:
    """The newest entry and its moment: another whenever anything has changed. None while the record is empty."""
    return Entry.objects.order_by("-pk").values_list("pk", "at").first()
