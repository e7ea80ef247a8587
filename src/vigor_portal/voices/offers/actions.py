"""Offers: made, answered with training and hours, agreed on, confirmed by a manager, ended. One press each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member, Role
from vigor_portal.people.permissions import allow
from vigor_portal.voices.models import Offer

State = Offer.State
DAYS_TO_ANSWER = 14
NOTHING_AGREED = {"training": "", "hours": None, "manager": None, "suggested_by": None}


class NotNow(Exception):
    """Somebody was quicker: the offer isn't where it was when the page was shown."""


@dataclass(frozen=True)
class Wishes:
    """What a member says of themselves, and what of it they share when they offer."""

    topics: tuple[str, ...]
    needs: str
    shares_topics: bool
    shares_needs: bool
    shares_accounts: bool


@transaction.atomic
def save(wishes: Wishes, *, by: Member) -> Offer:
    """Write one's own page; nobody sees it for that. Raises NotAllowed."""
    allow(by, "voices.read")
    offer, _ = Offer.objects.get_or_create(member=by)
    for name in Wishes.__dataclass_fields__:
        setattr(offer, name, getattr(wishes, name))
    offer.topics = list(wishes.topics)
    offer.save()
    return offer


@transaction.atomic
def make(offer: Offer, *, by: Member) -> None:
    """ "I'd like to take part": communications is told. Raises NotAllowed, NotNow."""
    allow(by, "voices.be-in-offer", offer)
    offer = _in(offer, State.OWN)
    offer.offered_on = timezone.localdate()
    _to(offer, State.OFFERED)
    record(by, "offer.made", offer)
    communications = Member.objects.filter(is_active=True, grants__role=Role.COMMUNICATIONS).distinct()
    tell(communications, "offer.made", offer, by=by)


@transaction.atomic
def suggest(offer: Offer, training: str, hours: int, *, by: Member) -> None:
    """Communications suggests training and hours a month, or others than before. Raises NotAllowed."""
    allow(by, "voices.suggest-in-offer", offer)
    offer = _in(offer, State.OFFERED, State.SUGGESTED, State.AGREED, State.CONFIRMED)
    offer.training, offer.hours, offer.suggested_by, offer.manager = training, hours, by, None
    _to(offer, State.SUGGESTED)
    record(by, "offer.suggested", offer)
    tell([offer.member], "offer.suggested", offer, by=by)


@transaction.atomic
def agree(offer: Offer, manager: Member, *, by: Member) -> None:
    """The member says yes, and names who confirms the hours. Raises NotAllowed, NotNow."""
    allow(by, "voices.be-in-offer", offer)
    offer = _in(offer, State.SUGGESTED)
    offer.manager = manager
    _to(offer, State.AGREED)
    record(by, "offer.agreed", offer)
    tell([manager], "offer.to-confirm", offer, by=by)


@transaction.atomic
def confirm(offer: Offer, *, by: Member) -> None:
    """The manager confirms, in one press. Raises NotAllowed, NotNow."""
    allow(by, "voices.confirm-offer", offer)
    offer = _in(offer, State.AGREED)
    _to(offer, State.CONFIRMED)
    record(by, "offer.confirmed", offer)
    tell([each for each in (offer.member, offer.suggested_by) if each], "offer.confirmed", offer, by=by)


@transaction.atomic
def end(offer: Offer, *, by: Member) -> None:
    """What was agreed on ends, or the offer is taken back: it is its member's alone again. Raises NotAllowed."""
    allow(by, "voices.end-offer", offer)
    offer = Offer.objects.select_for_update().get(pk=offer.pk)
    if offer.state == State.OWN:
        return
    others = {offer.member, offer.suggested_by} - {None, by}
    if offer.state in (State.AGREED, State.CONFIRMED) and offer.manager:
        others |= {offer.manager}
    _alone(offer)
    record(by, "offer.ended", offer)
    tell([each for each in others if each], "offer.ended", offer, by=by)


def left(member: Member, by: Member | None) -> None:
    """A member has left (`wiring.AFTER_LEAVING`): their offer goes; those that they were to confirm need another."""
    Offer.objects.filter(member=member).delete()
    Offer.objects.filter(manager=member, state=State.AGREED).update(
        state=State.SUGGESTED, manager=None, since=timezone.now()
    )
    Offer.objects.filter(manager=member).update(manager=None)


def _in(offer: Offer, *states: str) -> Offer:
    found = Offer.objects.select_for_update().filter(pk=offer.pk, state__in=states).first()
    if found is None:
        raise NotNow
    return found


def _to(offer: Offer, state: str) -> None:
    offer.state = state
    offer.since = timezone.now()
    waits = state in (State.OFFERED, State.SUGGESTED, State.AGREED)
    offer.last_day = timezone.localdate() + timedelta(days=DAYS_TO_ANSWER) if waits else None
    offer.save()


def _alone(offer: Offer) -> None:
    offer.offered_on = None
    for name, value in NOTHING_AGREED.items():
        setattr(offer, name, value)
    _to(offer, State.OWN)
