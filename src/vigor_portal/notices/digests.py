"""Once a day and once a week, what is new is gathered into one mail for each member who wishes it so."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from vigor_portal.jobs.actions import PATIENT, enqueue
from vigor_portal.notices.mailing import deliver, may_be_mailed
from vigor_portal.notices.models import How, Mail, Notice

# What is older has been told on the site long enough: a site that gets a mail server doesn't begin with old news.
OLDEST = {How.DAY: timedelta(days=8), How.WEEK: timedelta(days=22)}


# Members in one job: a site of thousands isn't locked while all of their mails are made.
AT_A_TIME = 200


def daily() -> None:
    """A job, by schedule."""
    _begin(How.DAY)


def weekly() -> None:
    """A job, by schedule."""
    _begin(How.WEEK)


def gather(how: str, first: int, last: int) -> None:
    """A job: one mail for each member, of ids `first` to `last`, who has something new.

    In the job's own transaction: a notice is in one digest only.
    """
    waiting = _waiting(How(how)).filter(member__gte=first, member__lte=last)
    for member in sorted(may_be_mailed(_members(waiting))):
        mail = Mail.objects.create(member_id=member, how=how)
        waiting.filter(member=member).update(mail=mail)
        enqueue(deliver, priority=PATIENT, mail=mail.pk)


def _begin(how: How) -> None:
    members = _members(_waiting(how))
    for at in range(0, len(members), AT_A_TIME):
        some = members[at : at + AT_A_TIME]
        enqueue(gather, how=how.value, first=some[0], last=some[-1])


def _waiting(how: How) -> QuerySet[Notice]:
    since = timezone.now() - OLDEST[how]
    return Notice.objects.filter(how=how, mail=None, seen_at=None, at__gte=since)


def _members(waiting: QuerySet[Notice]) -> list[int]:
    return sorted(waiting.order_by().values_list("member", flat=True).distinct())
