"""What the margin says of a point, counted when something is written, so that reading costs one row."""

from __future__ import annotations

from django.db.models import Count, Q

from vigor_portal.dialogue.models import Comment, PublicComment, Talk, Thread


def count_again(key: str) -> None:
    """Inside the transaction that changed something about the point."""
    # The row is locked, so that two who write about the same point count one after the other.
    Talk.objects.get_or_create(key=key)
    talk = Talk.objects.select_for_update().get(key=key)
    counts = Thread.objects.filter(key=key, room="").aggregate(
        open=Count("pk", filter=Q(state=Thread.State.OPEN)),
        closed=Count("pk", filter=Q(state=Thread.State.CLOSED)),
    )
    talk.open, talk.closed = counts["open"], counts["closed"]
    talk.public = PublicComment.objects.filter(key=key, room="", state=PublicComment.State.SHOWN).count()
    talk.newest = _newest(key)
    talk.save()


def _newest(key: str) -> Comment | None:
    """The last word in the conversation that was last written in, of those that are open."""
    thread = (
        Thread.objects.filter(key=key, room="", state=Thread.State.OPEN).order_by("-last_at", "-pk").first()
    )
    return (
        Comment.objects.filter(thread=thread, withdrawn_at=None).order_by("-pk").first()
        if thread is not None
        else None
    )
