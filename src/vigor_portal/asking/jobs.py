"""What is done about questions when nobody looks (`wiring.SCHEDULES`)."""

from __future__ import annotations

from datetime import timedelta

from vigor_portal.asking.models import Question, today

DAYS_KEPT = 90


def forget_settled() -> None:
    """The words that somebody asked in go three months after the answer; what we answered stays."""
    Question.objects.exclude(state=Question.State.OPEN).filter(
        answered_on__lt=today() - timedelta(days=DAYS_KEPT)
    ).delete()
