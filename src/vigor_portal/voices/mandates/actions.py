"""Every write about mandates."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.mandates.projection import show
from vigor_portal.voices.mandates.values import (
    NobodyNamed,
    NotLonger,
    NotOutside,
    NotOver,
    Over,
    Terms,
    latest_end,
)
from vigor_portal.voices.models import Extension, Mandate

__all__ = [
    "NobodyNamed",
    "NotLonger",
    "NotOutside",
    "NotOver",
    "Over",
    "Terms",
    "appear",
    "change",
    "end_early",
    "extend",
    "follow",
    "forget_person",
    "give",
    "look_back",
]


@transaction.atomic
def give(terms: Terms, starts_on: date, ends_on: date, *, by: Member) -> Mandate:
    """Somebody speaks for us from a day to a day; holder and follower are told. Without a follower, `by` follows it.

    Raises NotAllowed, NobodyNamed, NotLonger (it would end before it starts, or lasts more than two years).
    """
    allow(by, "voices.give-mandate")
    if ends_on < starts_on or ends_on > latest_end(starts_on):
        raise NotLonger
    mandate = Mandate(starts_on=starts_on, ends_on=ends_on, given_by=by)
    _write(mandate, terms, by)
    record(by, "mandate.given", mandate)
    tell(_concerned(mandate), "mandate.given", mandate, by=by)
    return mandate


@transaction.atomic
def change(mandate: Mandate, terms: Terms, *, by: Member) -> Mandate:
    """What was agreed on, said anew; its days stay as they are. Raises NotAllowed, NobodyNamed, Over."""
    allow(by, "voices.give-mandate", mandate)
    mandate = _running(mandate)
    before = {member.pk for member in _concerned(mandate)}
    _write(mandate, terms, by)
    record(by, "mandate.changed", mandate)
    tell([each for each in _concerned(mandate) if each.pk not in before], "mandate.given", mandate, by=by)
    return mandate


@transaction.atomic
def extend(mandate: Mandate, until: date, reason: str, *, by: Member) -> Mandate:
    """A decision that it goes on until a later day, and why. Holder and follower are reminded of the new end, too.

    Raises NotAllowed, Over, NotLonger.
    """
    allow(by, "voices.give-mandate", mandate)
    mandate = _running(mandate)
    if not mandate.ends_on < until <= latest_end():
        raise NotLonger
    Extension.objects.create(mandate=mandate, ended_on=mandate.ends_on, until=until, reason=reason, by=by)
    mandate.ends_on = until
    mandate.save(update_fields=["ends_on"])
    record(by, "mandate.extended", mandate)
    show(mandate)
    tell(_concerned(mandate), "mandate.extended", mandate, by=by)
    return mandate


@transaction.atomic
def end_early(mandate: Mandate, said: str, *, by: Member) -> Mandate:
    """It is over from now on; `said` stands in public (and may be empty). Communications may, and its holder.

    Raises NotAllowed, Over.
    """
    allow(by, "voices.be-in-mandate", mandate)
    mandate = _running(mandate)
    mandate.ended_on, mandate.ended_by, mandate.said = timezone.localdate(), by, said
    mandate.told_over = True
    mandate.save(update_fields=["ended_on", "ended_by", "said", "told_over"])
    record(by, "mandate.ended", mandate)
    show(mandate)
    tell(_concerned(mandate), "mandate.over", mandate, by=by)
    return mandate


@transaction.atomic
def look_back(mandate: Mandate, gave: str, cost: str, *, by: Member) -> Mandate:
    """What it gave, and what it cost, when it is over. Raises NotAllowed, NotOver."""
    allow(by, "voices.look-back", mandate)
    mandate = _locked(mandate)
    if not mandate.is_over:
        raise NotOver
    mandate.gave, mandate.cost = gave, cost
    mandate.looked_back_on, mandate.looked_back_by = timezone.localdate(), by
    mandate.save(update_fields=["gave", "cost", "looked_back_on", "looked_back_by"])
    record(by, "mandate.looked-back", mandate)
    return mandate


@transaction.atomic
def appear(mandate: Mandate, appears: str, alias: str, *, by: Member) -> Mandate:
    """Under which name the holder is shown, or that they aren't: theirs to say, at any time. Raises NotAllowed."""
    allow(by, "voices.be-in-mandate", mandate)
    mandate = _locked(mandate)
    mandate.appears, mandate.alias = Mandate.Appears(appears), alias
    mandate.save(update_fields=["appears", "alias"])
    record(by, "mandate.appears", mandate)
    show(mandate)
    return mandate


@transaction.atomic
def follow(mandate: Mandate, member: Member, *, by: Member) -> Mandate:
    """The member follows the mandate from now on, and is told. Raises NotAllowed, NobodyNamed (they have left)."""
    allow(by, "voices.look-back", mandate)
    if not member.is_active:
        raise NobodyNamed
    mandate = _locked(mandate)
    mandate.followed_by = member
    mandate.save(update_fields=["followed_by"])
    record(by, "mandate.followed", mandate, member=member.pk)
    tell([member], "mandate.given", mandate, by=by)
    return mandate


@transaction.atomic
def forget_person(mandate: Mandate, *, by: Member) -> Mandate:
    """Take away who somebody from outside is; a mandate that still ran is over by that. Raises NotAllowed, NotOutside."""
    allow(by, "voices.give-mandate", mandate)
    mandate = _locked(mandate)
    if not mandate.is_outside:
        raise NotOutside
    if not mandate.is_over:
        mandate.ended_on, mandate.ended_by, mandate.told_over = timezone.localdate(), by, True
    empty_person(mandate)
    record(by, "mandate.person-forgotten", mandate)
    return mandate


def empty_person(mandate: Mandate) -> None:
    """Names and ways to reach them go, here and in public; what was agreed on stays."""
    mandate.outside_name = mandate.outside_email = mandate.reached_by = mandate.alias = ""
    mandate.said, mandate.channels = "", []
    mandate.save()
    show(mandate)


def _write(mandate: Mandate, terms: Terms, by: Member) -> None:
    somebody = terms.member.is_active if terms.member else terms.outside_name.strip()
    if not somebody:
        raise NobodyNamed
    for field in (
        "idea",
        "appears",
        "alias",
        "afterwards",
        "paid",
        "stands_for",
        "they_do",
        "both_brands",
        "member",
    ):
        setattr(mandate, field, getattr(terms, field))
    for field in ("outside_name", "outside_email", "reached_by"):
        setattr(mandate, field, "" if terms.member else getattr(terms, field))
    mandate.topics, mandate.channels = list(terms.topics), list(terms.channels)
    mandate.followed_by = terms.followed_by or by
    mandate.save()
    show(mandate)


def _concerned(mandate: Mandate) -> list[Member]:
    return list(
        {each.pk: each for each in (mandate.member, mandate.followed_by) if each is not None}.values()
    )


def _running(mandate: Mandate) -> Mandate:
    locked = _locked(mandate)
    if locked.is_over:
        raise Over
    return locked


def _locked(mandate: Mandate) -> Mandate:
    """The row as it is now, for whoever came first."""
    found = Mandate.objects.select_for_update(of=("self",)).select_related("member", "followed_by")
    return found.get(pk=mandate.pk)
