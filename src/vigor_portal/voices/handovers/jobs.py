"""What handovers do by the clock: remind, and take down farewells."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.voices.handovers import saying
from vigor_portal.voices.handovers.actions import close_moot
from vigor_portal.voices.handovers.queries import open_handovers
from vigor_portal.voices.handovers.seeing import who_sees_to
from vigor_portal.voices.models import Handover

DAYS_BEFORE = 3
DAYS_BETWEEN_REMINDERS = 7


def remind() -> None:
    """Three days before the last day, then each week that it is late: one notice a reader for all that somebody held."""
    today = timezone.localdate()
    owners: dict[Member, set[Member]] = {}
    for handover in open_handovers().filter(last_day__lte=today + timedelta(days=DAYS_BEFORE)):
        if not _is_due(handover):
            continue
        Handover.objects.filter(pk=handover.pk).update(reminded_on=today)
        owners.setdefault(handover.member, set()).update(who_sees_to(handover))
    for member, reminded in owners.items():
        tell(reminded, "handover.waiting", member)


def tidy() -> None:
    """Farewells that have been read long enough go; what has ended needn't be handed over."""
    saying.take_down()
    close_moot()


def _is_due(handover: Handover) -> bool:
    if handover.reminded_on is None:
        return timezone.localdate(handover.begun_at) < timezone.localdate()
    since = (timezone.localdate() - handover.reminded_on).days
    return since >= DAYS_BETWEEN_REMINDERS and handover.last_day < timezone.localdate()
