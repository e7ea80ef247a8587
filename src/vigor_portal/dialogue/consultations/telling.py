"""What members are told of consultations, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.consultations.queries import address
from vigor_portal.dialogue.models import Consultation
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described


@described(gettext_lazy("A draft is open for what we think of it"), how=How.DAY)
def say_opened(notice: Notice) -> Telling | None:
    consultation = Consultation.objects.filter(pk=notice.object_id).first()
    if consultation is None:
        return None
    words = _("This is a proposal: the next version of the policy. Say what you think of it until %(day)s.")
    return Telling(words % {"day": date_format(consultation.last_day, "j F")}, address(consultation))


@described(gettext_lazy("What came of a draft that we talked about"), how=How.DAY)
def say_summarised(notice: Notice) -> Telling | None:
    consultation = Consultation.objects.filter(pk=notice.object_id).first()
    if consultation is None or not consultation.is_summarised:
        return None
    return Telling(
        _("What was said of the draft, and what came of it, can be read now."), address(consultation)
    )
