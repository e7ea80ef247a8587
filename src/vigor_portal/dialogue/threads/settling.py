"""How communications answers for a thread: takes it on, moves its last day, closes it with an outcome, opens it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from vigor_portal.dialogue.models import Comment, Thread
from vigor_portal.dialogue.models.threads import last_day
from vigor_portal.dialogue.threads import telling
from vigor_portal.dialogue.threads.actions import Closed, locked
from vigor_portal.dialogue.threads.counting import count_again
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow


@dataclass(frozen=True)
class Outcome:
    """What came of a thread: `number` of the version that changed the point, `key` of the case that it became,
    `link` to where the answer stands, `words` that say why."""

    kind: str
    words: str = ""
    number: int | None = None
    key: str = ""
    link: str = ""


@transaction.atomic
def take_on(thread: Thread, *, by: Member, over: str = "") -> None:
    """One press: the thread is mine to answer; `over` as in `owners`. Raises NotAllowed, Closed, Gone, Taken."""
    allow(by, "dialogue.settle", thread)
    thread = _still_open(thread)
    free_for(by, thread.owner, over)
    thread.owner = by
    thread.save(update_fields=["owner"])
    record(by, "dialogue.taken-on", thread)


@transaction.atomic
def move_last_day(thread: Thread, day: date, *, by: Member) -> None:
    """Raises NotAllowed, Closed, Gone."""
    allow(by, "dialogue.settle", thread)
    thread = _still_open(thread)
    thread.due_on = day
    thread.save(update_fields=["due_on"])
    record(by, "dialogue.last-day", thread, day=day.isoformat())


@transaction.atomic
def close(thread: Thread, outcome: Outcome, *, by: Member) -> None:
    """Say what came of it; who took part is told. Raises NotAllowed; Gone; Closed with the outcome that was first."""
    allow(by, "dialogue.settle", thread)
    thread = _still_open(thread)
    thread.state = Thread.State.CLOSED
    thread.outcome, thread.outcome_words = outcome.kind, outcome.words.strip()
    thread.outcome_number, thread.outcome_key = outcome.number, outcome.key
    thread.outcome_link = outcome.link
    thread.closed_by, thread.closed_at = by, timezone.now()
    thread.owner = thread.owner or by
    thread.waits_since = None
    thread.save()
    count_again(thread.key)
    record(by, "dialogue.closed", thread, outcome=outcome.kind)
    telling.closed(thread, by=by)


@transaction.atomic
def reopen(thread: Thread, *, by: Member) -> None:
    """The conversation goes on, with two more weeks; the outcome is no longer one. Raises NotAllowed, Gone."""
    thread = locked(thread.pk)
    allow(by, "dialogue.reopen", thread)
    if thread.is_open:
        return
    last = Comment.objects.filter(thread=thread, withdrawn_at=None).order_by("-pk").first()
    thread.state = Thread.State.OPEN
    thread.outcome = thread.outcome_words = thread.outcome_key = thread.outcome_link = ""
    thread.outcome_number = thread.closed_by = thread.closed_at = None
    thread.due_on = last_day()
    thread.waits_since = timezone.now() if last is not None else None
    thread.save()
    count_again(thread.key)
    record(by, "dialogue.reopened", thread)


def _still_open(thread: Thread) -> Thread:
    found = locked(thread.pk)
    if not found.is_open:
        raise Closed(found)
    return found
