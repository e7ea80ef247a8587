"""Every write about proposals by those who make and support them. Deciding on them is in `deciding.py`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from vigor.policy.document import Case, Guideline, Section
from vigor_portal.dialogue.models import Comment, Participant, Proposal, Support, Thread, TrialNote
from vigor_portal.dialogue.models.proposals import last_day
from vigor_portal.dialogue.proposals.queries import Today, today, waits
from vigor_portal.dialogue.proposals.wording import reads_the_same, tidy
from vigor_portal.dialogue.threads.actions import reply
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow


class PointGone(Exception):
    """The point isn't in the version in force (any more), or is of a kind that can't be proposed on like this."""


class NothingNew(Exception):
    """The proposed wording says what stands there already."""


class Decided(Exception):
    """Somebody has decided on the proposal in the meantime, or it was withdrawn. `proposal` says how."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(proposal.public_id)
        self.proposal = proposal


@dataclass(frozen=True)
class Suggestion:
    """What somebody suggests, in one language: words as in `Proposal`. The last day may be left to be two weeks ahead."""

    kind: Proposal.Kind
    key: str
    language: str
    reason: str
    wording: str = ""
    title: str = ""
    act: str = ""
    outcome: str = ""
    last_day: date = field(default_factory=last_day)


FITS: dict[str, tuple[type, ...]] = {
    Proposal.Kind.WORDING: (Guideline, Case),
    Proposal.Kind.GUIDELINE: (Section,),
    Proposal.Kind.CASE: (Guideline,),
    Proposal.Kind.REMOVAL: (Guideline, Case),
}


@transaction.atomic
def propose(suggestion: Suggestion, *, by: Member, at: datetime | None = None) -> Proposal:
    """Suggest something about a point of the version in force. `at` is for what is loaded from elsewhere.

    Raises NotAllowed, PointGone, NothingNew.
    """
    allow(by, "dialogue.propose")
    point = _point_of(suggestion)
    proposal = Proposal(proposed_by=by, proposed_at=at or timezone.now(), **_fields(suggestion, point))
    proposal.save()
    record(by, "dialogue.proposed", proposal, key=proposal.key)
    return proposal


@transaction.atomic
def change(proposal: Proposal, suggestion: Suggestion, *, by: Member) -> Proposal:
    """The proposer says it better, until it is decided. What it is about stays. Raises as `propose`, and Decided."""
    locked = lock(proposal)
    allow(by, "dialogue.change-proposal", locked)
    if not waits(locked):
        raise Decided(locked)
    suggestion = replace(
        suggestion, kind=Proposal.Kind(locked.kind), key=locked.key, language=locked.language
    )
    for name, value in _fields(suggestion, _point_of(suggestion)).items():
        setattr(locked, name, value)
    locked.revision += 1
    locked.edited_at = timezone.now()
    locked.save()
    record(by, "dialogue.proposal-changed", locked, revision=locked.revision)
    return locked


@transaction.atomic
def withdraw(proposal: Proposal, *, by: Member) -> None:
    """The proposer takes it back while it is open: the words and the reason are gone. Raises NotAllowed, Decided."""
    locked = lock(proposal)
    allow(by, "dialogue.change-proposal", locked)
    if not waits(locked):
        raise Decided(locked)
    locked.state, locked.decided_at, locked.decided_by = Proposal.State.WITHDRAWN, timezone.now(), by
    locked.wording = locked.reason = locked.title = locked.act = locked.outcome = ""
    locked.save()
    record(by, "dialogue.proposal-withdrawn", locked)


@transaction.atomic
def support(proposal: Proposal, *, by: Member) -> None:
    """A colleague would like it too; once is enough. The log keeps silent: who wishes what isn't for it.

    Raises NotAllowed (for the proposer too), Decided.
    """
    locked = lock(proposal)
    allow(by, "dialogue.support-proposal", locked)
    if not waits(locked):
        raise Decided(locked)
    _row, made = Support.objects.get_or_create(proposal=locked, member=by)
    if made:
        Proposal.objects.filter(pk=locked.pk).update(supporters=F("supporters") + 1)


@transaction.atomic
def unsupport(proposal: Proposal, *, by: Member) -> None:
    """Undo. Raises Decided."""
    locked = lock(proposal)
    if not waits(locked):
        raise Decided(locked)
    gone, _rows = Support.objects.filter(proposal=locked, member=by).delete()
    if gone:
        Proposal.objects.filter(pk=locked.pk).update(supporters=F("supporters") - 1)


@transaction.atomic
def comment(proposal: Proposal, text: str, *, by: Member) -> Comment:
    """Say something about a proposal, also when it is decided: the proposer hears of it. Raises NotAllowed."""
    allow(by, "dialogue.talk")
    locked = lock(proposal)
    if locked.thread is None:
        locked.thread = Thread.objects.create(
            key=locked.key,
            language=locked.language,
            number=locked.number,
            wording=locked.title or locked.wording or locked.about,
            opened_by=by,
            room="proposal",
        )
        locked.save(update_fields=["thread"])
        if locked.proposed_by is not None:
            Participant.objects.create(thread=locked.thread, member=locked.proposed_by)
    return reply(locked.thread, text, by=by)


@transaction.atomic
def note_trial(key: str, text: str, language: str, *, by: Member) -> TrialNote:
    """Write down what one saw while trying a guideline. Raises NotAllowed, PointGone when it isn't on trial."""
    allow(by, "dialogue.note-trial")
    found = today(key, language)
    if found is None or not isinstance(found.point, Guideline) or found.point.trial_until is None:
        raise PointGone
    note = TrialNote.objects.create(key=key, text=text.strip(), language=language, by=by)
    record(by, "dialogue.trial-noted", note, key=key)
    return note


@transaction.atomic
def remove_trial_note(note: TrialNote, *, by: Member) -> None:
    """Whoever wrote it takes it back, and it is gone. Raises NotAllowed."""
    allow(by, "dialogue.remove-trial-note", note)
    record(by, "dialogue.trial-note-removed", note)
    note.delete()


def forget_support(member: Member) -> None:
    """A forgotten member's support counts, and is nobody's (`wiring.AFTER_FORGETTING`)."""
    Support.objects.filter(member=member).update(member=None)


def lock(proposal: Proposal) -> Proposal:
    """The row as it is now, for whoever came first: others wait here until that is done."""
    return Proposal.objects.select_for_update().get(pk=proposal.pk)


def _point_of(suggestion: Suggestion) -> Today:
    found = today(suggestion.key, suggestion.language)
    if found is None or not isinstance(found.point, FITS[suggestion.kind]):
        raise PointGone
    return found


def _fields(suggestion: Suggestion, point: Today) -> dict[str, object]:
    kind = suggestion.kind
    wording = "" if kind == Proposal.Kind.REMOVAL else tidy(suggestion.wording)
    about = point.words(kind) if kind in (Proposal.Kind.WORDING, Proposal.Kind.REMOVAL) else ""
    if kind == Proposal.Kind.WORDING and reads_the_same(wording, about):
        raise NothingNew
    is_case = kind == Proposal.Kind.CASE
    return {
        "kind": kind,
        "key": suggestion.key,
        "language": point.language,
        "number": point.number,
        "about": about,
        "wording": wording,
        "title": suggestion.title.strip() if is_case else "",
        "act": suggestion.act.strip() if is_case else "",
        "outcome": suggestion.outcome.strip() if is_case else "",
        "reason": suggestion.reason.strip(),
        "last_day": suggestion.last_day,
    }
