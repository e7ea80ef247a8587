"""What nobody needs to be told any more goes."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from vigor_portal.notices.models import Mail, Notice

KEPT = timedelta(days=180)


def remove_old() -> None:
    """A job, by schedule: notices and mails of half a year ago."""
    before = timezone.now() - KEPT
    Notice.objects.filter(at__lt=before).delete()
    Mail.objects.filter(made_at__lt=before).delete()
