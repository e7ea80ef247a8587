"""What members are told of consultations, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.consultations.queries import address
from vigor_portal.dialogue.models import Consultation
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described, rows_of, thing_of


def _consultations(notices: Sequence[Notice]) -> dict[str, Consultation]:
    return rows_of(notices, Consultation.objects.all())


@described(gettext_lazy("A draft is open for what we think of it"), how=How.DAY, reads=_consultations)
def say_opened(notice: Notice) -> Telling | None:
    consultation = thing_of(notice, _consultations)
    if consultation is None:
        return None
    words = _("This is a proposal: the next version of the policy. Say what you think of it until %(day)s.")
    return Telling(words % {"day": date_format(consultation.last_day, "j F")}, address(consultation))


@described(gettext_lazy("What came of a draft that we talked about"), how=How.DAY, reads=_consultations)
def say_summarised(notice: Notice) -> Telling | None:
    consultation = thing_of(notice, _consultations)
    if consultation is None or not consultation.is_summarised:
        return None
    return Telling(
        _("What was said of the draft, and what came of it, can be read now."), address(consultation)
    )
