"""When the unions came to know of a draft, as far as the site itself can tell: proposed when it is published, never decided.

A reading or a consultation informs (MBL § 19); that anybody negotiated (§ 11) is nothing that a site can know. What was
said of the version before is about that version, and is never proposed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from vigor_portal import wiring
from vigor_portal.policies.models import Draft, DraftState


@dataclass(frozen=True)
class Informed:
    """A day on which the unions came to know of a draft, and a sentence that says how, in the reader's language."""

    day: date
    how: str


def informed(draft: Draft) -> list[Informed]:
    """What is known, the latest first; empty where nothing is."""
    found = [each for path in wiring.UNIONS_INFORMED if (each := import_string(path)(draft)) is not None]
    return sorted(found, key=lambda each: each.day, reverse=True)


def by_reading(draft: Draft) -> Informed | None:
    """A union representative has read the draft where it is written (`wiring.UNIONS_INFORMED`)."""
    day = draft.union_read_on
    if day is None:
        return None
    saved = (
        DraftState.objects.filter(text__draft=draft).order_by("-saved_at").values_list("saved_at", flat=True)
    )
    last = saved.first()
    later = last is not None and timezone.localdate(last) > day
    how = (
        _("A union representative read the draft on %(day)s; it has changed since.")
        if later
        else _("A union representative read the draft on %(day)s.")
    )
    return Informed(day, how % {"day": date_format(day)})
