"""Every write in a conversation: permission, change, log entry, notices, in one transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.dialogue.models import Comment, Participant, Thread
from vigor_portal.dialogue.models.threads import DAYS_TO_CLOSE
from vigor_portal.dialogue.threads import telling
from vigor_portal.dialogue.threads.counting import count_again
from vigor_portal.dialogue.threads.wordings import one_line, wording_about
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, may


class Closed(Exception):
    """Somebody closed the thread in the meantime; `thread` has the outcome."""

    def __init__(self, thread: Thread) -> None:
        super().__init__(thread.public_id)
        self.thread = thread


class AnsweredMeanwhile(Exception):
    """Somebody else in communications answered while this answer was written; `comment` is theirs."""

    def __init__(self, comment: Comment) -> None:
        super().__init__(comment.public_id)
        self.comment = comment


class Gone(Exception):
    """The conversation, or the comment, is no longer there: who wrote it took it back in the meantime."""


class HasLeft(Exception):
    """Who was called in is no longer here."""

    def __init__(self, member: Member) -> None:
        super().__init__(member.public_id)
        self.member = member


@transaction.atomic
def start_thread(
    key: str,
    text: str,
    *,
    by: Member,
    quote: str = "",
    language: str = "",
    seen: int | None = None,
    at: datetime | None = None,
) -> Thread:
    """Say something about a point, or about a quoted piece of it.

    `language` is the one that the point was read in, `seen` the number of the version that it was read in. `at` is for
    what is loaded from elsewhere. Raises NotAllowed, PointGone, NotThere (see `wordings`).
    """
    allow(by, "dialogue.talk")
    about = wording_about(key, language or by.language, seen, quote)
    at = at or timezone.now()
    thread = Thread(
        key=key,
        language=about.language,
        number=about.number,
        wording=about.words,
        quote=one_line(quote),
        opened_by=by,
        opened_at=at,
        last_at=at,
        due_on=timezone.localdate(at) + timedelta(days=DAYS_TO_CLOSE),
    )
    thread.save()
    comment = _say(thread, text, by=by, at=at)
    record(by, "dialogue.opened", thread, comment=comment.pk)
    return thread


@transaction.atomic
def reply(
    thread: Thread, text: str, *, by: Member, seen: int | None = None, at: datetime | None = None
) -> Comment:
    """Answer in a thread; `seen` is the pk of the last comment that the writer had read, where that matters.

    Raises NotAllowed; Closed; Gone; AnsweredMeanwhile where two in communications answer at once.
    """
    allow(by, "dialogue.talk")
    thread = locked(thread.pk)
    if not thread.is_open:
        raise Closed(thread)
    if seen is not None and may(by, "dialogue.settle"):
        _refuse_second_answer(thread, seen, by)
    comment = _say(thread, text, by=by, at=at or timezone.now())
    record(by, "dialogue.commented", thread, comment=comment.pk)
    telling.commented(comment)
    return comment


@transaction.atomic
def edit(comment: Comment, text: str, *, by: Member) -> None:
    """Other words for what one wrote; the old ones are gone. Raises NotAllowed, Closed, Gone."""
    allow(by, "dialogue.edit-comment", comment)
    thread = locked(comment.thread_id)
    if not thread.is_open:
        raise Closed(thread)
    if not Comment.objects.filter(pk=comment.pk, withdrawn_at=None).exists():
        raise Gone
    comment.text, comment.edited_at = text.strip(), timezone.now()
    comment.save(update_fields=["text", "edited_at"])
    record(by, "dialogue.edited", thread, comment=comment.pk)


@transaction.atomic
def withdraw(comment: Comment, *, by: Member) -> bool:
    """Take back what one wrote, also in a closed thread: the text is gone from the database.

    A line that something was withdrawn stays only where others have answered it. True if the thread went too.
    Raises NotAllowed; Gone when it is withdrawn already.
    """
    allow(by, "dialogue.edit-comment", comment)
    thread = locked(comment.thread_id)
    comments = list(Comment.objects.filter(thread=thread))
    if not any(each.pk == comment.pk and each.withdrawn_at is None for each in comments):
        raise Gone
    first = comments[0].pk == comment.pk
    record(by, "dialogue.withdrawn", thread, comment=comment.pk)
    if first and len(comments) > 1:
        Comment.objects.filter(pk=comment.pk).update(
            text="", by=None, edited_at=None, withdrawn_at=timezone.now()
        )
        thread.opened_by = None
        thread.save(update_fields=["opened_by"])
    else:
        Comment.objects.filter(pk=comment.pk).delete()
    _forget_part(thread, by)
    left = [each for each in comments if each.pk != comment.pk and each.withdrawn_at is None]
    if not left:
        thread.delete()
    else:
        _note(thread)
    count_again(thread.key)
    return not left


@transaction.atomic
def call_in(thread: Thread, member: Member, *, by: Member) -> bool:
    """Ask a colleague to have a look. False if they were in it already. Raises NotAllowed, Closed, Gone, HasLeft."""
    allow(by, "dialogue.talk")
    thread = locked(thread.pk)
    if not thread.is_open:
        raise Closed(thread)
    if not Member.objects.filter(pk=member.pk, is_active=True).exists():
        raise HasLeft(member)
    _part, new = Participant.objects.get_or_create(thread=thread, member=member, defaults={"called_by": by})
    if new:
        record(by, "dialogue.called", thread, member=member.pk)
        telling.called(thread, member, by=by)
    return new


def locked(pk: int) -> Thread:
    """The thread as it is now, nobody else's to change until we are done. Raises Gone."""
    found = Thread.objects.select_for_update().filter(pk=pk).first()
    if found is None:
        raise Gone
    return found


def _say(thread: Thread, text: str, *, by: Member, at: datetime) -> Comment:
    comment = Comment.objects.create(thread=thread, by=by, text=text.strip(), at=at)
    Participant.objects.get_or_create(thread=thread, member=by, defaults={"since": at})
    _note(thread)
    count_again(thread.key)
    return comment


def _note(thread: Thread) -> None:
    """Count what is said, and note whether somebody waits for communications."""
    said = Comment.objects.filter(thread=thread, withdrawn_at=None)
    last = said.select_related("by").order_by("-pk").first()
    thread.said = said.count()
    thread.last_at = last.at if last is not None else thread.opened_at
    answered = last is not None and last.by is not None and may(last.by, "dialogue.settle")
    if answered:
        thread.waits_since = None
    elif thread.waits_since is None:
        thread.waits_since = thread.last_at
    thread.save(update_fields=["said", "last_at", "waits_since"])


def _refuse_second_answer(thread: Thread, seen: int, by: Member) -> None:
    newer = Comment.objects.filter(thread=thread, pk__gt=seen, withdrawn_at=None).exclude(by=by)
    for comment in newer.select_related("by"):
        if comment.by is not None and may(comment.by, "dialogue.settle"):
            raise AnsweredMeanwhile(comment)


def _forget_part(thread: Thread, member: Member) -> None:
    """Who has said nothing and wasn't called in has no part in the thread."""
    if not Comment.objects.filter(thread=thread, by=member, withdrawn_at=None).exists():
        Participant.objects.filter(thread=thread, member=member, called_by=None).delete()
