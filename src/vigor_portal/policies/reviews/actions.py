"""Every write about reviews."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow
from vigor_portal.policies.models import Review

# How long somebody has, when something has happened; and when a point that holds is looked at again.
DAYS_TO_REVIEW = 14
DAYS_BETWEEN = 365


class Done(Exception):
    """Somebody else has looked it through in the meantime."""


@transaction.atomic
def put_up(
    keys: Collection[str], *, by: Member, last_day: date, trigger: str = Review.Trigger.DATE, note: str = ""
) -> list[Review]:
    """Put points up for review ("" is the whole policy). Raises NotAllowed.

    A point that is up already keeps its earlier last day, and gets the new reason beside the old.
    """
    allow(by, "policies.write")
    return [_put_up(key, by, last_day, trigger, note.strip()) for key in dict.fromkeys(keys)]


def _put_up(key: str, by: Member, last_day: date, trigger: str, note: str) -> Review:
    review = Review.objects.select_for_update().filter(key=key, outcome="").first()
    if review is None:
        review = Review(key=key, trigger=trigger, note=note, last_day=last_day, owner=by)
    else:
        review.last_day = min(review.last_day, last_day)
        review.trigger = trigger if trigger != Review.Trigger.DATE else review.trigger
        review.note = "\n".join(filter(None, (review.note, note)))
    review.save()
    record(by, "review.put-up", review, key=key)
    return review


@transaction.atomic
def take_on(review: Review, *, by: Member, over: str = "") -> None:
    """Somebody makes the review theirs; `over` as in `owners`. Raises NotAllowed, Done, Taken."""
    allow(by, "policies.write")
    locked = _open(review)
    free_for(by, locked.owner, over)
    locked.owner = by
    locked.save(update_fields=["owner"])
    record(by, "review.taken-on", locked, key=locked.key)


@transaction.atomic
def settle(review: Review, outcome: str, *, by: Member, again: date | None = None) -> Review | None:
    """It was looked through; with `again` it comes up anew on that day, and that review is returned.

    Raises NotAllowed, Done.
    """
    allow(by, "policies.write")
    locked = _open(review)
    locked.outcome, locked.done_at, locked.owner = Review.Outcome(outcome), timezone.now(), by
    locked.save(update_fields=["outcome", "done_at", "owner"])
    record(by, f"review.{locked.outcome}", locked, key=locked.key)
    return _put_up(locked.key, by, again, Review.Trigger.DATE, "") if again else None


def next_day(today: date | None = None) -> date:
    """When what holds now is looked at again, unless somebody says otherwise."""
    return (today or timezone.localdate()) + timedelta(days=DAYS_BETWEEN)


def _open(review: Review) -> Review:
    locked = Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    if locked.outcome:
        raise Done
    return locked
