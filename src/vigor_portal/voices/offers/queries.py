"""Reading offers. What somebody wrote without offering it is read by `mine` alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.policies.open_things import still_here
from vigor_portal.voices.models import Offer, OwnProfile


@dataclass(frozen=True)
class Shared:
    """An offer as communications sees it: what its member chose to share, and nothing else."""

    offer: Offer
    topics: list[str]
    needs: str
    accounts: list[OwnProfile]


def mine(member: Member) -> Offer:
    """A member's own, unsaved where they never wrote anything."""
    return Offer.objects.select_related("manager").filter(member=member).first() or Offer(member=member)


def offered() -> QuerySet[Offer]:
    """Those that were made, in the order in which they were."""
    return (
        Offer.objects.exclude(state=Offer.State.OWN)
        .filter(member__is_active=True)
        .select_related("member__department", "manager")
    )


def any_offers(member: Member) -> bool:
    return offered().exists()


def offer_called(public_id: str) -> Offer | None:
    return offered().filter(public_id=public_id).first()


def shared(offer: Offer) -> Shared:
    accounts = OwnProfile.objects.filter(member=offer.member) if offer.shares_accounts else ()
    return Shared(
        offer,
        offer.topics if offer.shares_topics else [],
        offer.needs if offer.shares_needs else "",
        list(accounts),
    )


def open_things(member: Member | None) -> Iterator[OpenThing]:
    """Offers that wait: for communications, for their member, for a manager (`wiring.OPEN_THINGS`)."""
    found = offered().filter(state__in=(Offer.State.OFFERED, Offer.State.SUGGESTED, Offer.State.AGREED))
    if member is not None:
        waits = Q(state=Offer.State.SUGGESTED, member=member) | Q(state=Offer.State.AGREED, manager=member)
        if member.has("communications"):
            waits |= Q(state=Offer.State.OFFERED)
        found = found.filter(waits)
    for offer in found:
        title, owner = {
            Offer.State.OFFERED: (_("Somebody would like to take part"), None),
            Offer.State.SUGGESTED: (_("Training and hours to say yes to"), offer.member),
            Offer.State.AGREED: (_("Hours to confirm for a colleague"), offer.manager),
        }[Offer.State(offer.state)]
        url = address(offer, owner) if owner else address(offer, None)
        assert offer.since is not None  # noqa: S101 (set with every state but the first)
        yield OpenThing(_("offer"), title, url, still_here(owner), offer.last_day, offer.since)


def address(offer: Offer, reader: Member | None) -> str:
    """Where a reader finds it: its member on their own page."""
    if reader is not None and reader.pk == offer.member_id:
        return reverse("voices:offers:mine")
    return reverse("voices:offers:one", kwargs={"public_id": offer.public_id})


def offers_of(member: Member) -> tuple[str, Any]:
    """("offers", what the member wrote and agreed on, and what they are to confirm or suggested): `MY_DATA`."""
    fields = ("topics", "needs", "shares_topics", "shares_needs", "shares_accounts", "state", "offered_on")
    agreed = ("training", "hours", "manager__email", "since", "last_day")
    return "offers", {
        "mine": list(Offer.objects.filter(member=member).values(*fields, *agreed)),
        "confirmed or to confirm": list(Offer.objects.filter(manager=member).values("hours", "state")),
        "suggested": list(Offer.objects.filter(suggested_by=member).values("training", "hours", "state")),
    }


def forget(member: Member) -> None:
    """`AFTER_FORGETTING`."""
    Offer.objects.filter(member=member).delete()
    Offer.objects.filter(manager=member).update(manager=None)
    Offer.objects.filter(suggested_by=member).update(suggested_by=None)
