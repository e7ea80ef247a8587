"""Once a day and once a week, what is new is gathered into one mail for each member who wishes it so."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from vigor_portal.jobs.actions import enqueue
from vigor_portal.notices.mailing import deliver, may_be_mailed
from vigor_portal.notices.models import How, Mail, Notice

# What is older has been told on the site long enough: a site that gets a mail server doesn't begin with old news.
OLDEST = {How.DAY: timedelta(days=8), How.WEEK: timedelta(days=22)}


def daily() -> None:
    """A job, by schedule."""
    _gather(How.DAY)


def weekly() -> None:
    """A job, by schedule."""
    _gather(How.WEEK)


def _gather(how: How) -> None:
    """One mail for each member with something new. In the job's own transaction: a notice is in one digest only."""
    since = timezone.now() - OLDEST[how]
    waiting = Notice.objects.filter(how=how, mail=None, seen_at=None, at__gte=since)
    members = waiting.order_by().values_list("member", flat=True).distinct()
    for member in sorted(may_be_mailed(members)):
        mail = Mail.objects.create(member_id=member, how=how)
        waiting.filter(member=member).update(mail=mail)
        enqueue(deliver, mail=mail.pk)
