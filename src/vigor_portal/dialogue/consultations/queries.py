"""Reading consultations: which there is, what was said of each point, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.dialogue.models import Comment, Consultation, PublicComment, Said, Thread, Upshot
from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may

# So long the way to what came of it stands where the consultation was announced.
DAYS_SUMMARY_SHOWN = 30


@dataclass
class Conversation:
    """A thread of members, with what was said in it in order."""

    thread: Thread
    comments: list[Comment] = field(default_factory=list)


@dataclass
class Voices:
    """What was said of a point: conversations here, and the public's comments that are shown."""

    conversations: list[Conversation] = field(default_factory=list)
    public: list[PublicComment] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many said something here; of the public's, each comment counts as somebody."""
        inside = {comment.by_id for each in self.conversations for comment in each.comments}
        return len(inside) + len(self.public)

    @property
    def said(self) -> int:
        return sum(len(each.comments) for each in self.conversations) + len(self.public)


def with_id(public_id: str) -> Consultation | None:
    found = Consultation.objects.select_related("based_on__policy", "opened_by", "owner")
    return found.filter(public_id=public_id).first()


def the_consultation() -> Consultation | None:
    """The one that is open, or waits for its summary."""
    return Consultation.objects.select_related("based_on__policy").filter(is_the_one=True).first()


def announced() -> Consultation | None:
    """The one to have a banner: open, or summarised lately. One that waits for its summary has none."""
    since = timezone.now() - timedelta(days=DAYS_SUMMARY_SHOWN)
    found = Consultation.objects.filter(Q(is_the_one=True) | Q(summarised_at__gte=since)).order_by("-pk")
    return next((each for each in found[:2] if each.is_open or each.is_summarised), None)


def all_for(member: Member) -> list[Consultation]:
    """Every consultation that the member may read, the newest first."""
    return list(_shown_to(member))


def any_for(member: Member) -> bool:
    return _shown_to(member).exists()


def _shown_to(member: Member) -> QuerySet[Consultation]:
    found: QuerySet[Consultation] = Consultation.objects.all()
    if not may(member, "dialogue.consult"):
        found = found.filter(Q(everyone=True) | Q(departments=member.department_id)).distinct()
    return found


def voices(consultation: Consultation, *, inside: bool = True) -> dict[str, Voices]:
    """What was said, by key, in three queries at most. `inside` False: the public's part alone, as the public sees it."""
    found: dict[str, Voices] = defaultdict(Voices)
    shown = PublicComment.objects.filter(
        consulted__consultation=consultation, state=PublicComment.State.SHOWN
    ).order_by("pk")
    for comment in shown:
        found[comment.key].public.append(comment)
    if inside:
        threads = Thread.objects.filter(consulted__consultation=consultation).order_by("pk")
        by_thread = {thread.pk: Conversation(thread) for thread in threads}
        said = (
            Comment.objects.filter(thread__in=by_thread, withdrawn_at=None)
            .select_related("by")
            .order_by("pk")
        )
        for comment_ in said:
            by_thread[comment_.thread_id].comments.append(comment_)
        for conversation in by_thread.values():
            if conversation.comments:
                found[conversation.thread.key].conversations.append(conversation)
    return dict(found)


def waiting_to_be_looked_at(consultation: Consultation) -> int:
    """Comments of the public's on it that nobody has looked at."""
    return Said.objects.filter(consultation=consultation, comment__state=PublicComment.State.HELD).count()


def upshots(consultation: Consultation) -> dict[str, Upshot]:
    return {upshot.key: upshot for upshot in consultation.upshots.all()}


def waiting(member: Member | None) -> Iterator[OpenThing]:
    """An open consultation, and one that waits for its summary (`wiring.OPEN_THINGS`)."""
    found = Consultation.objects.select_related("owner").filter(is_the_one=True).first()
    if found is None or (member is not None and not may(member, "dialogue.consult") and not found.is_open):
        return
    if member is not None and not may(member, "dialogue.read-consultation", found):
        return
    title = _("Say what you think of the draft") if found.is_open else _("Say what came of the consultation")
    yield OpenThing(_("consultation"), title, address(found), found.owner, found.last_day, found.opened_at)


def address(consultation: Consultation) -> str:
    return reverse("consultations:one", kwargs={"public_id": consultation.public_id})


def consultations_of(member: Member) -> tuple[str, object]:
    """("consultations", those that the member opened or answers for): what is stored here about them."""
    fields = ("public_id", "opened_at", "last_day", "ended_at", "summarised_at")
    opened = Consultation.objects.filter(Q(opened_by=member) | Q(owner=member))
    return "consultations", list(opened.values(*fields))
