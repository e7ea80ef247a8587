"""What mandates do by the clock: remind of the end, tell that it has come, and let go of people from outside."""

from __future__ import annotations

from datetime import timedelta

from django.core.mail import send_mail
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vigor_portal.jobs.actions import enqueue
from vigor_portal.jobs.performing import outside
from vigor_portal.notices.actions import tell
from vigor_portal.people.mail import is_configured
from vigor_portal.people.models import Member
from vigor_portal.people.queries import the_organisation
from vigor_portal.voices.mandates.actions import empty_person
from vigor_portal.voices.mandates.projection import rewrite
from vigor_portal.voices.mandates.queries import ending
from vigor_portal.voices.models import Mandate

# So long a person from outside can be reached after their mandate: for thanks, and for what was still to be paid.
DAYS_KEPT = 365


def remind() -> None:
    """Tell holder and follower of an end that is three weeks away, once for each end (`wiring.SCHEDULES`)."""
    for mandate in ending(timezone.localdate()).select_for_update(of=("self",)):
        if mandate.reminded_of == mandate.ends_on:
            continue
        mandate.reminded_of = mandate.ends_on
        mandate.save(update_fields=["reminded_of"])
        tell(_concerned(mandate), "mandate.ending", mandate)
        if mandate.outside_email:
            enqueue(mail_the_end, mandate=mandate.pk)


@outside
def mail_the_end(mandate: int) -> None:
    """A job: somebody from outside, who has no page here, is reminded by mail, in the organisation's first language."""
    found = Mandate.objects.select_related("followed_by").filter(pk=mandate).first()
    if found is None or found.is_over or not found.outside_email or not is_configured():
        return
    organisation = the_organisation()
    languages = organisation.languages if organisation else []
    with translation.override(languages[0] if languages else "sv"):
        context = {"mandate": found, "organisation": organisation or "Vigör"}
        text = render_to_string("voices/mandates/ending.txt", context)
        subject = _("Our agreement ends soon: %(idea)s") % {"idea": found.idea}
        send_mail(" ".join(subject.split()), text, None, [found.outside_email])


def settle() -> None:
    """What follows from days that have passed (`wiring.SCHEDULES`); nothing that is shown waits for it.

    Holder and follower hear that a mandate is over; public rows that have been shown long enough go, and others get
    the name and title that their holder has today; who was from outside is let go of after a year.
    """
    today = timezone.localdate()
    over = Mandate.objects.select_related("member", "followed_by").filter(ends_on__lt=today, told_over=False)
    for mandate in over:
        Mandate.objects.filter(pk=mandate.pk).update(told_over=True)
        tell(_concerned(mandate), "mandate.over", mandate)
    kept_since = today - timedelta(days=DAYS_KEPT)
    long_over = Q(ends_on__lt=kept_since) | Q(ended_on__lt=kept_since)
    for mandate in Mandate.objects.filter(long_over, member=None).exclude(outside_name=""):
        empty_person(mandate)
    lately = Mandate.objects.filter(ends_on__gte=today - timedelta(days=60))
    rewrite(lately.select_related("member"))


def _concerned(mandate: Mandate) -> list[Member]:
    return [each for each in (mandate.member, mandate.followed_by) if each is not None]
