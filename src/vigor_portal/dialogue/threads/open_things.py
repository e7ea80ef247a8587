"""Conversations and the public's comments among all that is open (`wiring.OPEN_THINGS`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vigor_portal.dialogue.models import PublicComment, Thread
from vigor_portal.dialogue.threads.queries import concerning
from vigor_portal.dialogue.threads.telling import address
from vigor_portal.dialogue.threads.wordings import Wordings
from vigor_portal.notices.open_things import OpenRows, OpenThing
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies.words import label


def open_threads(member: Member | None) -> OpenRows[Thread]:
    """All open threads, or those that a member takes part in or owns; those with the first last day first."""
    found = Thread.objects.filter(state=Thread.State.OPEN, room="").select_related("owner")
    if member is not None:
        found = found.filter(concerning(member))
    return OpenRows(_("conversation"), found.order_by("due_on", "pk"), "due_on", _told)


def _told(thread: Thread) -> OpenThing:
    return OpenThing(
        _("conversation"), thread.title, address(thread), thread.owner, thread.due_on, thread.opened_at
    )


def held_comments(member: Member | None) -> Iterable[OpenThing]:
    """What the public wrote and nobody has looked at; a member who doesn't moderate has nothing to do with it."""
    if member is not None and not may(member, "dialogue.moderate"):
        return ()
    found = PublicComment.objects.filter(state=PublicComment.State.HELD).select_related("owner")
    if member is not None:
        found = found.filter(owner=member)
    now, language = Wordings(), get_language() or ""

    def told(comment: PublicComment) -> OpenThing:
        return OpenThing(
            _("comment in the press room"),
            _named(comment, now, language),
            reverse("threads:moderate", kwargs={"public_id": comment.public_id}),
            comment.owner,
            comment.due_on,
            datetime.combine(comment.sent_on, time(), UTC),
        )

    return OpenRows(_("comment in the press room"), found.order_by("due_on", "pk"), "due_on", told)


def _named(comment: PublicComment, now: Wordings, language: str) -> str:
    """What its point is called; the words themselves where the point isn't in force, as in a draft that is shared."""
    point = now.point(comment.key, language)
    return label(point) if point is not None else Truncator(comment.text).chars(80)
