"""A farewell: thanks, where somebody can be followed if they like, and who takes over. Only with their say-so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.models import Appearance, Farewell, Handover
from vigor_portal.voices.models.handovers import DAYS_OF_FAREWELL
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register.queries import stewards_of


class NotAgreed(Exception):
    """The person hasn't said yes to what would be said of them."""


class NoFarewell(Exception):
    """There is nothing to say it with: no account is handed over here, or they stay."""


@transaction.atomic
def say_farewell(
    handover: Handover, texts: Mapping[str, str], follow_at: str = "", *, agreed: bool, by: Member
) -> Farewell:
    """It stands with the account in the press room from now on, for sixty days. Texts are by language.

    Whoever leaves may say it themselves; somebody else says with `agreed` that they have read it and said yes.
    Raises NotAllowed, NoFarewell, NotAgreed.
    """
    allow(by, "voices.hand-over", handover)
    if handover.account is None or handover.state == Handover.State.UNDONE or handover.member.forgotten_at:
        raise NoFarewell
    if not agreed and by != handover.member:
        raise NotAgreed
    today = timezone.localdate()
    said, _new = Farewell.objects.update_or_create(
        handover=handover,
        defaults={
            "texts": {language: text for language, text in texts.items() if text.strip()},
            "follow_at": follow_at,
            "said_on": today,
            "until": today + timedelta(days=DAYS_OF_FAREWELL),
            "by": by,
        },
    )
    record(by, "handover.farewell-said", handover)
    show(handover.account)
    return said


@transaction.atomic
def take_farewell_back(handover: Handover, *, by: Member) -> None:
    """It is gone, here and in the press room. Raises NotAllowed."""
    allow(by, "voices.hand-over", handover)
    _remove(handover)
    record(by, "handover.farewell-taken-back", handover)


def take_down() -> None:
    """Farewells that have been read long enough go (`wiring.SCHEDULES`)."""
    for said in Farewell.objects.filter(until__lt=timezone.localdate()).select_related("handover__account"):
        _remove(said.handover)


def remove_farewells(member: Member) -> None:
    """Inside the transaction that forgets a member."""
    for said in Farewell.objects.filter(handover__member=member).select_related("handover__account"):
        _remove(said.handover)


def prefilled(handover: Handover, follow_at: str = "") -> dict[str, str]:
    """A farewell to begin with, in each language of the site."""
    others = [
        called_in_public(each.member)
        for each in (stewards_of(handover.account) if handover.account else ())
        if each.member is not None and each.member_id != handover.member_id
    ]
    name, taking_over = called_in_public(handover.member), [other for other in others if other]
    return {code: _in_words(code, name, taking_over, follow_at) for code, _language in settings.LANGUAGES}


def called_in_public(member: Member) -> str:
    """A first name, or the name that a member goes by in public; empty where they don't appear there."""
    wished = Appearance.objects.filter(member=member).first()
    if wished is None or wished.how == Appearance.How.NAME:
        return member.get_short_name()
    return wished.alias if wished.how == Appearance.How.ALIAS else ""


def _in_words(language: str, name: str, taking_over: list[str], follow_at: str) -> str:
    with translation.override(language):
        if name:
            said = [_("Thank you, %(name)s, for everything you have answered here.") % {"name": name}]
        else:
            said = [_("One of us moves on. Thank you for everything you have answered here.")]
        if follow_at and name:
            said.append(_("You can follow %(name)s on %(place)s.") % {"name": name, "place": follow_at})
        if taking_over:
            last = taking_over[-1]
            names = _("%(names)s and %(last)s") % {"names": ", ".join(taking_over[:-1]), "last": last}
            said.append(
                _("From now on you meet %(names)s.") % {"names": names if len(taking_over) > 1 else last}
            )
        return " ".join(said)


def _remove(handover: Handover) -> None:
    Farewell.objects.filter(handover=handover).delete()
    if handover.account is not None:
        show(handover.account)
