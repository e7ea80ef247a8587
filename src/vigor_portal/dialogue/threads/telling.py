"""Who is told what of a conversation, and in which words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.models import Comment, Participant, Thread
from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.actions import tell
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
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


@described(gettext_lazy("Somebody writes in a conversation that I take part in"), how=How.DAY)
def say_commented(notice: Notice) -> Telling | None:
    comment = Comment.objects.select_related("thread", "by").filter(pk=notice.object_id).first()
    if comment is None or comment.withdrawn_at is not None:
        return None
    words = _("%(name)s wrote about “%(point)s”.") % {
        "name": name_of(comment.by),
        "point": _called(comment.thread),
    }
    return Telling(words, f"{address(comment.thread)}#{comment.public_id}")


@described(gettext_lazy("Somebody calls me in to a conversation"), how=How.NOW)
def say_called(notice: Notice) -> Telling | None:
    parts = Participant.objects.select_related("thread", "called_by")
    part = parts.filter(thread_id=notice.object_id, member_id=notice.member_id).first()
    if part is None:
        return None
    words = _("%(name)s asks you to have a look at what is said about “%(point)s”.") % {
        "name": name_of(part.called_by),
        "point": _called(part.thread),
    }
    return Telling(words, address(part.thread))


@described(gettext_lazy("A conversation that I took part in has an outcome"), how=How.DAY)
def say_closed(notice: Notice) -> Telling | None:
    thread = Thread.objects.filter(pk=notice.object_id).first()
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
