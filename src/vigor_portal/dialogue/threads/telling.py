"""Who is told what of a conversation, and in which words (`wiring.NOTICES`)."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.models import Comment, Participant, Thread
from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.actions import tell
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of
from vigor_portal.people.models import Member


def commented(comment: Comment) -> None:
    """Those who took part, and whose thread it is to answer, hear that more was said."""
    thread = comment.thread
    members = [*_taking_part(thread), *([thread.owner] if thread.owner is not None else [])]
    tell(members, "thread.commented", comment, by=comment.by)


def called(thread: Thread, member: Member, *, by: Member) -> None:
    tell([member], "thread.called", thread, by=by)


def closed(thread: Thread, *, by: Member) -> None:
    tell(_taking_part(thread), "thread.closed", thread, by=by)


def address(thread: Thread) -> str:
    """Where the thread is read: what is said about a proposal or a consultation is read there."""
    if thread.room == "proposal":
        return reverse("proposals:proposal", kwargs={"public_id": thread.proposal.public_id})
    if thread.room == "consultation":
        return reverse("consultations:one", kwargs={"public_id": thread.consulted.consultation.public_id})
    return reverse("threads:thread", kwargs={"public_id": thread.public_id})


def _taking_part(thread: Thread) -> list[Member]:
    return [part.member for part in Participant.objects.filter(thread=thread).select_related("member")]


# Where a thread is read is known only with what it is about.
WHERE = ("proposal", "consulted__consultation")


def _comments(notices: Sequence[Notice]) -> dict[str, Comment]:
    where = (f"thread__{name}" for name in WHERE)
    return rows_of(notices, Comment.objects.select_related("by", "thread", *where))


def _threads(notices: Sequence[Notice]) -> dict[str, Thread]:
    return rows_of(notices, Thread.objects.select_related(*WHERE))


def _parts(notices: Sequence[Notice]) -> dict[str, Participant]:
    """By thread: the parts that the member has in them (a member's notices are worded together)."""
    where = (f"thread__{name}" for name in WHERE)
    found = Participant.objects.select_related("called_by", "thread", *where).filter(
        thread_id__in=[notice.object_id for notice in notices],
        member_id__in={notice.member_id for notice in notices},
    )
    return {str(part.thread_id): part for part in found}


@described(
    gettext_lazy("Somebody writes in a conversation that I take part in"), how=How.DAY, reads=_comments
)
def say_commented(notice: Notice) -> Telling | None:
    comment = thing_of(notice, _comments)
    if comment is None or comment.withdrawn_at is not None:
        return None
    words = _("%(name)s wrote about “%(point)s”.") % {
        "name": name_of(comment.by),
        "point": _called(comment.thread),
    }
    return Telling(words, f"{address(comment.thread)}#{comment.public_id}")


@described(gettext_lazy("Somebody calls me in to a conversation"), how=How.NOW, reads=_parts)
def say_called(notice: Notice) -> Telling | None:
    part = thing_of(notice, _parts)
    if part is None:
        return None
    words = _("%(name)s asks you to have a look at what is said about “%(point)s”.") % {
        "name": name_of(part.called_by),
        "point": _called(part.thread),
    }
    return Telling(words, address(part.thread))


@described(gettext_lazy("A conversation that I took part in has an outcome"), how=How.DAY, reads=_threads)
def say_closed(notice: Notice) -> Telling | None:
    thread = thing_of(notice, _threads)
    if thread is None or thread.is_open:
        return None
    words = _("What came of the conversation about “%(point)s”: %(outcome)s.") % {
        "point": _called(thread),
        "outcome": _in_words(thread),
    }
    return Telling(words, f"{address(thread)}#outcome")


def _called(thread: Thread) -> str:
    """What the point is called, to be quoted in a sentence that has a full stop of its own."""
    return thread.title.removesuffix(".")


def _in_words(thread: Thread) -> str:
    return {
        Thread.Outcome.CHANGED: _("we changed the policy in version %(number)s")
        % {"number": thread.outcome_number},
        Thread.Outcome.UNCHANGED: _("we keep it as it is, and say why"),
        Thread.Outcome.CASE: _("it became a case"),
        Thread.Outcome.ANSWER: _("it became a question with an answer"),
    }[Thread.Outcome(thread.outcome)]
