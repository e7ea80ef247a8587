"""What a consultation does by itself: tells whom it is for, and ends on its last day."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from vigor_portal.dialogue.models import Consultation
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member, Role

OPENED, SUMMARISED = "consultation.opened", "consultation.summarised"


def tell_opened(consultation_id: int) -> None:
    """Those whom it is shown to hear that it is open; nobody, where it has gone."""
    _tell(consultation_id, OPENED)


def tell_summarised(consultation_id: int) -> None:
    _tell(consultation_id, SUMMARISED)


def end_due() -> None:
    """Close what had its last day yesterday or before (`wiring.SCHEDULES`)."""
    from vigor_portal.dialogue.consultations.actions import end

    due = Consultation.objects.filter(ended_at=None, last_day__lt=timezone.localdate())
    for consultation in due:
        end(consultation, by=None)


def audience(consultation: Consultation) -> QuerySet[Member]:
    """Everybody who may read it on the intranet, and is asked to."""
    members = Member.objects.filter(is_active=True)
    if consultation.everyone:
        return members
    named = Q(department__in=consultation.departments.all())
    readers = Q(grants__role__in=(Role.COMMUNICATIONS, Role.UNION))
    return members.filter(named | readers).distinct()


def _tell(consultation_id: int, kind: str) -> None:
    consultation = Consultation.objects.filter(pk=consultation_id).first()
    if consultation is not None:
        tell(audience(consultation).iterator(chunk_size=500), kind, consultation, by=consultation.opened_by)
