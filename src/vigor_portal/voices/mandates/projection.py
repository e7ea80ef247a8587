"""What anybody may know of a mandate: written when it changes, and read by date when the page is asked for.

Shown: who, what about, where, and the days; with "was, until" for four weeks after the end. Somebody who appears not
at all isn't here, nor a member who has left: what becomes of such a mandate is decided first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.voices.mandates.adverts import advert_key
from vigor_portal.voices.models import Appearance, Mandate, PublicMandate

# So long it is told that somebody spoke for us until a day: who reads an interview may still want to know. Then it goes.
DAYS_AFTER = 28


def show(mandate: Mandate) -> None:
    """Write the mandate's public row anew, or take it away; inside the transaction that changed it."""
    name = public_name(mandate)
    if not name or mandate.last_day < mandate.starts_on:
        PublicMandate.objects.filter(public_id=mandate.public_id).delete()
        return
    holder = mandate.member
    PublicMandate.objects.update_or_create(
        public_id=mandate.public_id,
        defaults={
            "name": name,
            # Beside another name a title would tell whose it is.
            "title": holder.title if holder is not None and name == holder.name else "",
            "outside": mandate.is_outside,
            "paid": mandate.paid,
            "advert": advert_key() if mandate.paid else "",
            "idea": mandate.idea,
            "topics": mandate.topics,
            "channels": mandate.channels,
            "starts_on": mandate.starts_on,
            "until": mandate.last_day,
            "ended_early": mandate.ended_on is not None,
            "said": mandate.said,
        },
    )


def public_name(mandate: Mandate) -> str:
    """What the public calls the holder; empty where they aren't shown.

    What a member says of themselves for all of the press room goes before what a single mandate says, where it is less.
    """
    holder = mandate.member
    if holder is not None and (not holder.is_active or holder.forgotten_at is not None):
        return ""
    wished = Appearance.objects.filter(member=holder).first() if holder is not None else None
    if mandate.appears == Mandate.Appears.NOT or (wished and wished.how == Appearance.How.NOT):
        return ""
    if mandate.appears == Mandate.Appears.ALIAS:
        return mandate.alias
    if wished is not None and wished.how == Appearance.How.ALIAS:
        return wished.alias
    return holder.name if holder is not None else mandate.outside_name


def speaking() -> QuerySet[PublicMandate]:
    """Those who speak for us today, by name."""
    today = timezone.localdate()
    return PublicMandate.objects.filter(starts_on__lte=today, until__gte=today, ended_early=False)


def spoke() -> QuerySet[PublicMandate]:
    """Those who did until lately, the latest first."""
    today = timezone.localdate()
    lately = PublicMandate.objects.filter(until__gte=today - timedelta(days=DAYS_AFTER), until__lte=today)
    return lately.exclude(until=today, ended_early=False).order_by("-until", "name")


def rewrite(mandates: Iterable[Mandate] | None = None) -> str:
    """Public rows anew (all of them): names and titles change, and after an upgrade or a restore."""
    for mandate in Mandate.objects.select_related("member") if mandates is None else mandates:
        show(mandate)
    long_over = timezone.localdate() - timedelta(days=DAYS_AFTER)
    known = Mandate.objects.values("public_id")
    PublicMandate.objects.filter(until__lt=long_over).delete()
    PublicMandate.objects.exclude(public_id__in=known).delete()
    return _("Spokespersons in the press room: %(n)s.") % {"n": PublicMandate.objects.count()}
