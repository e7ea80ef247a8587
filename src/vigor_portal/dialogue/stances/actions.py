"""Every write about stances. None of them is recorded: a line with a name and a time would tell who said what."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from vigor_portal.dialogue.models import (
    Stance,
    StanceBlock,
    StanceFigure,
    StanceKey,
    StanceReason,
    StanceSnapshot,
)
from vigor_portal.dialogue.stances import figures
from vigor_portal.dialogue.stances.asked import asked_in_original
from vigor_portal.dialogue.stances.pseudonyms import fix_key, pseudonym, pseudonyms
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.policies.queries import keys_ever

LONGEST_REASON = 1_000


class NotAsked(Exception):
    """The point isn't asked about: it was removed, became a must, or never was a guideline."""


@transaction.atomic
def take_stance(guideline: str, stance: figures.Stance, *, by: Member) -> None:
    """Say what one thinks of a guideline, or change it. Raises NotAllowed, NotAsked, KeyLost."""
    allow(by, "dialogue.take-stance")
    row = _row(guideline, by)
    row.stance = stance.value
    row.save()


@transaction.atomic
def give_reason(guideline: str, stance: figures.Stance, reason: str, *, by: Member) -> None:
    """Say what one thinks and why; an empty reason takes it back. Raises NotAllowed, NotAsked, KeyLost."""
    allow(by, "dialogue.take-stance")
    row = _row(guideline, by)
    row.stance = stance.value
    row.reason = reason.strip()[:LONGEST_REASON]
    if row.reason:
        row.passed_on = False
    row.save()


@transaction.atomic
def take_back(guideline: str, *, by: Member) -> None:
    """As if nothing had been said, but for a figure that counts it until it moves. Raises NotAllowed, KeyLost."""
    allow(by, "dialogue.take-stance")
    fix_key()
    for row in Stance.objects.select_for_update().filter(pk=pseudonym(by, guideline)):
        _empty(row)


def forget(member: Member) -> None:
    """What a forgotten member said goes. Where a figure counts it, a row without anything stays until it moves,
    under a key that nobody can make again."""
    for row in Stance.objects.filter(pk__in=pseudonyms(member, keys_ever())):
        counted = row.counted_in is not None
        row.delete()
        if counted:
            row.who, row.stance, row.reason, row.department, row.seen = uuid4(), "", "", None, 0
            row.passed_on = False
            row.save(force_insert=True)


@transaction.atomic
def begin_anew() -> int:
    """Throw away every stance, figure and reason, with the lost key's fingerprint; how many stances there were."""
    many, _by_model = Stance.objects.all().delete()
    for model in (StanceBlock, StanceFigure, StanceReason, StanceSnapshot, StanceKey):
        model._default_manager.all().delete()
    return many


def _row(guideline: str, member: Member) -> Stance:
    """The member's row, made where there is none; what was said of an earlier meaning is not counted any more."""
    asked = asked_in_original()
    if asked is None or guideline not in asked.guidelines:
        raise NotAsked(guideline)
    fix_key()
    number = asked.version.number
    row, made = Stance.objects.select_for_update().get_or_create(
        pk=pseudonym(member, guideline), defaults={"guideline": guideline, "version": number}
    )
    if not made and row.version < asked.meant_in(guideline):
        row.seen, row.counted_in, row.counted_as, row.reason, row.passed_on = 0, None, "", "", False
    row.version = number
    row.department_id = member.department_id
    return row


def _empty(row: Stance) -> None:
    if row.counted_in is None and not row.seen:
        row.delete()
        return
    row.stance, row.reason, row.department, row.passed_on = "", "", None, False
    row.save()
