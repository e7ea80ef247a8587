"""What members are told of offers, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.voices.models import Offer
from vigor_portal.voices.offers.queries import address


@described(gettext_lazy("A colleague would like to take part"), how=How.DAY)
def say_made(notice: Notice) -> Telling | None:
    return _told(
        notice, _("%(who)s would like to take part. Say hello, and suggest training and hours."), "offered"
    )


@described(gettext_lazy("I am offered training and hours"), how=How.NOW)
def say_suggested(notice: Notice) -> Telling | None:
    return _told(notice, _("We suggest %(hours)s h a month for you. Is it a yes?"), "suggested")


@described(gettext_lazy("I am to confirm a colleague’s hours"), how=How.NOW)
def say_to_confirm(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("%(who)s would like to speak for us %(hours)s h a month. Confirm it in one press."),
        "agreed",
    )


@described(gettext_lazy("Hours that I have a part in are confirmed"), how=How.DAY)
def say_confirmed(notice: Notice) -> Telling | None:
    return _told(notice, _("%(hours)s h a month are confirmed for %(who)s."), "confirmed")


@described(gettext_lazy("Hours that I had a part in have ended"), how=How.DAY)
def say_ended(notice: Notice) -> Telling | None:
    offer = Offer.objects.filter(pk=notice.object_id).select_related("member").first()
    if offer is None:
        return None
    sentence = _("What was agreed on with %(who)s has ended.") % {"who": name_of(offer.member)}
    return Telling(
        sentence, reverse("home") if offer.member_id != notice.member_id else address(offer, offer.member)
    )


def _told(notice: Notice, words: str, state: str) -> Telling | None:
    """None once it has gone on: what was asked is answered."""
    offer = Offer.objects.filter(pk=notice.object_id, state=state).select_related("member").first()
    if offer is None:
        return None
    url = address(offer, notice.member)
    if offer.member_id != notice.member_id and offer.manager_id == notice.member_id and state == "confirmed":
        url = reverse("home")
    return Telling(words % {"who": name_of(offer.member), "hours": offer.hours}, url)
