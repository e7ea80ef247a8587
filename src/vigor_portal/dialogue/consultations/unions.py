"""What a consultation tells of when the unions came to know of a draft."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vigor_portal.dialogue.models import Consultation
from vigor_portal.people.models import Member, Role
from vigor_portal.policies.models import Draft
from vigor_portal.policies.writing.informed import Informed


def by_consultation(draft: Draft) -> Informed | None:
    """The draft was shared with people of whom some represent a union (`wiring.UNIONS_INFORMED`).

    Only what was shared since the draft was begun: what is older was about another draft.
    """
    unions = Member.objects.filter(is_active=True, grants__role=Role.UNION)
    if not unions.exists():
        return None
    theirs = unions.exclude(department=None).values("department")
    found = Consultation.objects.filter(Q(everyone=True) | Q(departments__in=theirs))
    shared = found.filter(opened_at__gte=draft.started_at).order_by("-opened_at").first()
    if shared is None:
        return None
    day = timezone.localdate(shared.opened_at)
    how = _("A consultation with union representatives among its readers was opened on %(day)s.")
    return Informed(day, how % {"day": date_format(day)})
