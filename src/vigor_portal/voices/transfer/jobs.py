"""What a worker does about imports."""

from __future__ import annotations

from django.utils import timezone

from vigor_portal.jobs.performing import outside
from vigor_portal.people.models import Member
from vigor_portal.voices.models import Import
from vigor_portal.voices.transfer.working import run


@outside
def go_on(number: int, round: int, by: int) -> None:
    """Go on with an import. Marked as outside, so that each turn of rows is a transaction of its own and its progress
    can be seen; a turn is never done twice, however often this is called."""
    member = Member.objects.filter(pk=by).first()
    if member is not None:
        run(number, round, member)


def forget_old() -> None:
    """Files that nobody did anything with, and what was said of those that are done, go after thirty days."""
    Import.objects.filter(last_day__lt=timezone.localdate()).exclude(
        state__in=(Import.State.SAVING, Import.State.APPROVING)
    ).delete()
