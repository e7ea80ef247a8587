"""Who sees to a handover, and by when: taken on with one press, or said in one form."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.voices.handovers.checklist import somebody_took_over
from vigor_portal.voices.handovers.ending import opened
from vigor_portal.voices.models import Handover

# A handover that takes longer is none; the account is somebody's all the while.
LONGEST_DAYS = 183


class NotThem(Exception):
    """Nobody hands over to themselves, nor to somebody who has left."""


class NotThatDay(Exception):
    """The day has been, or is further away than half a year."""


class SomebodyFirst(Exception):
    """Nobody holds the account: that can't wait for a later day, and somebody is to be found today."""


@transaction.atomic
def take_on(handover: Handover, *, by: Member, over: str = "") -> Handover:
    """`by` sees to it from now on; `over` as in `owners`. Raises NotAllowed, NotOpen, Taken."""
    handover = opened(handover, by)
    free_for(by, handover.owner, over)
    handover.owner = by
    handover.save(update_fields=["owner"])
    record(by, "handover.taken-on", handover)
    return handover


@transaction.atomic
def appoint(handover: Handover, owner: Member | None, last_day: date, *, by: Member) -> Handover:
    """Who sees to it (None: communications together) and by when; whoever is new to it is told.

    Reminders are counted from the new day. Raises NotAllowed, NotOpen, NotThem, NotThatDay, SomebodyFirst.
    """
    handover = opened(handover, by)
    if owner is not None and (owner == handover.member or not owner.is_active):
        raise NotThem
    if last_day != handover.last_day:
        _move(handover, last_day)
    is_new = owner is not None and owner.pk != handover.owner_id
    handover.owner = owner
    handover.save(update_fields=["owner", "last_day", "reminded_on"])
    record(by, "handover.appointed", handover, **({"member": owner.pk} if owner is not None else {}))
    if is_new and owner is not None:
        tell([owner], "handover.begun", handover.member, by=by)
    return handover


def latest_day() -> date:
    return timezone.localdate() + timedelta(days=LONGEST_DAYS)


def _move(handover: Handover, last_day: date) -> None:
    if not timezone.localdate() <= last_day <= latest_day():
        raise NotThatDay
    alone = not handover.member.is_active and handover.account is not None
    if alone and last_day > handover.last_day and not somebody_took_over(handover):
        raise SomebodyFirst
    handover.last_day, handover.reminded_on = last_day, None
