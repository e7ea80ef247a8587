"""What conversations keep about people: what a member may take home, and what goes when somebody is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from vigor_portal.dialogue.models import Comment, Participant, PublicComment, Thread
from vigor_portal.dialogue.models.threads import last_day
from vigor_portal.people.models import Member
from vigor_portal.policies.models import Version

# So long somebody can still ask why a comment wasn't shown, and be answered.
DAYS_KEPT_AFTER_REFUSAL = 30


def said_by(member: Member) -> tuple[str, Any]:
    """("conversations", what the member said, was called in to, and answers for): what is stored about them."""
    said = Comment.objects.filter(by=member, withdrawn_at=None).select_related("thread")
    parts = Participant.objects.filter(member=member).exclude(called_by=None).select_related("thread")
    return "conversations", {
        "said": [
            {
                "point": comment.thread.key,
                "quote": comment.thread.quote if comment.thread.opened_by_id == member.pk else "",
                "text": comment.text,
                "at": comment.at,
                "edited_at": comment.edited_at,
            }
            for comment in said
        ],
        "called_in_to": [{"point": part.thread.key, "since": part.since} for part in parts],
        "answers_for": list(Thread.objects.filter(owner=member).values("key", "state", "due_on")),
        "closed": list(Thread.objects.filter(closed_by=member).values("key", "outcome", "closed_at")),
        "moderated": list(
            PublicComment.objects.filter(decided_by=member).values("key", "state", "decided_on")
        ),
    }


def forget_part(member: Member) -> None:
    """What was said stays readable, as a colleague's who has left; nobody waits for them any more.

    A thread or comment that they were to answer is nobody's, with new days, so that it doesn't lie still.
    """
    Participant.objects.filter(member=member).delete()
    Participant.objects.filter(called_by=member).update(called_by=None)
    Thread.objects.filter(owner=member, state=Thread.State.OPEN).update(owner=None, due_on=last_day())
    PublicComment.objects.filter(owner=member, state=PublicComment.State.HELD).update(owner=None)


@transaction.atomic
def empty_refused() -> None:
    """Empty what was refused a month ago: that it was refused, and on which ground, stays (`wiring.SCHEDULES`)."""
    before = timezone.localdate() - timedelta(days=DAYS_KEPT_AFTER_REFUSAL)
    refused = PublicComment.objects.filter(state=PublicComment.State.REFUSED, decided_on__lte=before)
    refused.exclude(text="", name="").update(text="", name="")


def empty_wordings(version: Version) -> None:
    """The version's text is taken away for legal reasons: our copies of its words go too (`wiring.AFTER_WITHDRAWAL`)."""
    Thread.objects.filter(number=version.number).update(wording="", quote="")
