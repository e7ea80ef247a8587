"""What the clock does to applications."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from vigor_portal.voices.models import Application

DAYS_KEPT = 2 * 365


def forget_old() -> None:
    """Applications that came to nothing go with what was said about them, two years afterwards."""
    nothing = (Application.State.DECLINED, Application.State.WITHDRAWN)
    before = timezone.now() - timedelta(days=DAYS_KEPT)
    Application.objects.filter(state__in=nothing, decided_at__lt=before).delete()
