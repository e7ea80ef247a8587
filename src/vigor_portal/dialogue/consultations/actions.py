"""Every write about consultations: shared, talked about, ended, summarised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from vigor_portal.dialogue.consultations import jobs
from vigor_portal.dialogue.consultations.reading import member_text, public_keys
from vigor_portal.dialogue.models import (
    Comment,
    Consultation,
    ConsultationText,
    PublicComment,
    Said,
    Thread,
    Upshot,
)
from vigor_portal.dialogue.threads.actions import reply
from vigor_portal.dialogue.threads.public import MOST_HELD, NotOpen, TooMany
from vigor_portal.jobs.actions import enqueue
from vigor_portal.log.actions import record
from vigor_portal.people.models import Department, Member
from vigor_portal.people.permissions import allow
from vigor_portal.policies import queries as policies
from vigor_portal.policies.actions import check
from vigor_portal.policies.comparison import readable
from vigor_portal.policies.drafting import ready_to_publish
from vigor_portal.policies.models import Draft
from vigor_portal.policies.prepare import Prepared
from vigor_portal.policies.press.written import rewrite_public_pages

ROOM = "consultation"


class SharedAlready(Exception):
    """A consultation is open, or waits for its summary: one at a time. `consultation` is that one."""

    def __init__(self, consultation: Consultation) -> None:
        super().__init__(consultation.public_id)
        self.consultation = consultation


class Over(Exception):
    """The consultation has ended, or is summarised already."""


class NoSuchPoint(LookupError):
    """The shared text hasn't got the point, or not for whoever asks."""


@dataclass(frozen=True)
class Faces:
    """To whom a draft is shown: everybody who works here, or some departments; and the public too."""

    everyone: bool = True
    departments: tuple[Department, ...] = ()
    public: bool = False


@transaction.atomic
def share(draft: Draft, faces: Faces, last_day: date, *, by: Member) -> Consultation:
    """Freeze the draft as it is, with its public projection, and show it until the day. The draft goes on being edited.

    It must be possible to publish it. A draft in which nothing public changes isn't shown to the public, whatever
    `faces` says.

    Raises NotAllowed, SharedAlready, DraftGone, VersionBetween, CantPublish, NothingChanged.
    """
    allow(by, "dialogue.consult")
    # The draft is held first: of two who share it at once, the second sees what the first one shared.
    locked, sources = ready_to_publish(draft)
    there = Consultation.objects.filter(is_the_one=True).first()
    if there is not None:
        raise SharedAlready(there)
    prepared = check(sources)
    public = faces.public and _changes_in_public(prepared)
    consultation = Consultation.objects.create(
        based_on=locked.based_on,
        everyone=faces.everyone,
        public=public,
        opened_by=by,
        owner=by,
        last_day=last_day,
    )
    if not faces.everyone:
        consultation.departments.set(faces.departments)
    ConsultationText.objects.bulk_create(
        ConsultationText(
            consultation=consultation,
            language=language,
            source=text.source,
            public_source=text.public_source if public else "",
        )
        for language, text in prepared.texts.items()
    )
    record(by, "dialogue.consultation-opened", consultation)
    enqueue(jobs.tell_opened, consultation_id=consultation.pk)
    if public:
        rewrite_public_pages()
    return consultation


@transaction.atomic
def say(consultation: Consultation, key: str, text: str, *, by: Member) -> Comment:
    """Say something about a point of what is shared. Raises NotAllowed, Over, NoSuchPoint."""
    allow(by, "dialogue.read-consultation", consultation)
    consultation = _locked(consultation)
    if not consultation.is_open:
        raise Over
    shared = member_text(consultation, by.language)
    point = shared.policy.by_key.get(key)
    if point is None:
        raise NoSuchPoint(key)
    thread = Thread.objects.create(
        key=key,
        language=shared.language,
        number=consultation.based_on.number if consultation.based_on else 0,
        wording=readable(point),
        opened_by=by,
        room=ROOM,
    )
    Said.objects.create(consultation=consultation, key=key, thread=thread)
    return reply(thread, text, by=by)


@transaction.atomic
def say_in_public(
    consultation: Consultation, key: str, text: str, language: str, *, name: str = ""
) -> PublicComment:
    """Somebody without an account says something about a public point of it: held until somebody has looked at it.

    The log keeps silent, as with every comment of the public's. Raises Over, NotOpen (also for what is internal), TooMany.
    """
    consultation = _locked(consultation)
    if not consultation.public or key not in public_keys(consultation):
        raise NotOpen
    if not consultation.is_open:
        raise Over
    if PublicComment.objects.filter(state=PublicComment.State.HELD).count() >= MOST_HELD:
        raise TooMany
    number = consultation.based_on.number if consultation.based_on else 0
    comment = PublicComment.objects.create(
        key=key, language=language, number=number, name=name.strip(), text=text.strip(), room=ROOM
    )
    Said.objects.create(consultation=consultation, key=key, comment=comment)
    return comment


@transaction.atomic
def end(consultation: Consultation, *, by: Member | None) -> None:
    """Close it for comments, before its last day or after it (`by` None). What was said waits for its summary.

    Raises NotAllowed, Over.
    """
    if by is not None:
        allow(by, "dialogue.consult", consultation)
    consultation = _locked(consultation)
    if consultation.ended_at is not None:
        raise Over
    consultation.ended_at = timezone.now()
    consultation.save(update_fields=["ended_at"])
    record(by, "dialogue.consultation-ended", consultation)
    if consultation.public:
        rewrite_public_pages()


@transaction.atomic
def summarise(
    consultation: Consultation, summary: str, upshots: Mapping[str, tuple[str, str]], *, by: Member
) -> None:
    """Publish what came of it, on the faces that it was shown on; one that is still open ends with it.

    `upshots` are an `Upshot.Outcome` and a few words by key; points that nobody answers for are left out. Conversations
    about a point close with it. Raises NotAllowed, Over when it is summarised already.
    """
    allow(by, "dialogue.consult", consultation)
    consultation = _locked(consultation)
    if consultation.is_summarised:
        raise Over
    consultation.summary = summary.strip()
    consultation.ended_at = consultation.ended_at or timezone.now()
    consultation.summarised_at = timezone.now()
    consultation.is_the_one = None
    consultation.save()
    Upshot.objects.bulk_create(
        Upshot(consultation=consultation, key=key, outcome=Upshot.Outcome(outcome), words=words.strip())
        for key, (outcome, words) in upshots.items()
        if outcome
    )
    _close_threads(consultation)
    record(by, "dialogue.consultation-summarised", consultation)
    enqueue(jobs.tell_summarised, consultation_id=consultation.pk)
    if consultation.public:
        rewrite_public_pages()


def _locked(consultation: Consultation) -> Consultation:
    return Consultation.objects.select_for_update().get(pk=consultation.pk)


def _changes_in_public(prepared: Prepared) -> bool:
    """Would the public see anything new? A draft that changes internal points only is none of theirs."""
    version = policies.current()
    before = dict(version.texts.values_list("language", "public_source")) if version else {}
    after = {language: text.public_source for language, text in prepared.texts.items()}
    return any(after.values()) and after != before


def _close_threads(consultation: Consultation) -> None:
    """The summary is the answer to every conversation in it."""
    threads = Thread.objects.filter(consulted__consultation=consultation, state=Thread.State.OPEN)
    threads.update(state=Thread.State.CLOSED, closed_at=timezone.now(), waits_since=None)
