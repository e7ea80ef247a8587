"""Every write about handovers: beginning them, going through their steps, and taking them back.

Nobody who has left is left as the only one to hold an account. While others hold it, the stewardship of whoever leaves
ends at once; otherwise it stands until somebody has taken over and everything is done, and the handover stays open.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.handovers.appointing import (
    NotThatDay,
    NotThem,
    SomebodyFirst,
    appoint,
    latest_day,
    take_on,
)
from vigor_portal.voices.handovers.checklist import is_moot, known_already, somebody_took_over, steps_for
from vigor_portal.voices.handovers.ending import NotOpen, end, finish_if_done, locked, opened
from vigor_portal.voices.handovers.held import Thing, held_by
from vigor_portal.voices.handovers.seeing import owner_of, who_sees_to
from vigor_portal.voices.mandates.actions import follow
from vigor_portal.voices.models import (
    Account,
    Application,
    Handover,
    HandoverStep,
    Keys,
    Known,
    Stewardship,
)
from vigor_portal.voices.models.handovers import DAYS_TO_HAND_OVER, DAYS_WITH_NOBODY
from vigor_portal.voices.press.projection import show
from vigor_portal.voices.register.actions import add_steward, end_stewardship

__all__ = [
    "NobodyTakesOver",
    "NotOpen",
    "NotThatDay",
    "NotThem",
    "SomebodyFirst",
    "StillGone",
    "appoint",
    "begin",
    "close_moot",
    "latest_day",
    "left",
    "moved",
    "plan",
    "returned",
    "take_on",
    "take_over",
    "tick",
    "undo",
]

Because = Handover.Because
State = Handover.State
Name = HandoverStep.Name


class NobodyTakesOver(Exception):
    """There is nobody else for it yet: choose somebody first."""


class StillGone(Exception):
    """Whoever has left can't keep what they held: a handover is taken back when they are here again."""


def left(member: Member, by: Member | None) -> None:
    """A member has left (`wiring.AFTER_LEAVING`)."""
    begin(member, by=by, because=Because.LEAVES)


def moved(member: Member, by: Member | None) -> None:
    """A member works in another department (`wiring.AFTER_MOVING`)."""
    begin(member, by=by, because=Because.MOVES)


def returned(member: Member, by: Member | None) -> None:
    """A member is here again (`wiring.AFTER_RETURNING`): what isn't handed over yet stays theirs."""
    for handover in Handover.objects.filter(member=member, state=State.OPEN, because=Because.LEAVES):
        _undo(locked(handover), by)


@transaction.atomic
def begin(member: Member, *, by: Member | None, because: str, last_day: date | None = None) -> list[Handover]:
    """Hand over what a member holds: each account, and for who leaves each mandate and application, too.

    Called where it is decided elsewhere that somebody leaves or moves; by hand there is `plan`. What is being handed
    over already goes on, with the earlier of its last days. Those who see to it are told, once for all of it.
    """
    day = last_day or timezone.localdate() + timedelta(days=DAYS_TO_HAND_OVER)
    begun = [_begin(member, thing, because, by, day) for thing in held_by(member, because)]
    if not member.is_active:
        _pass_on(member, by)
    concerned = {each.pk: each for handover in begun for each in who_sees_to(handover)}
    if begun and member.is_active:
        concerned[member.pk] = member
    if concerned:
        tell(concerned.values(), "handover.begun", member, by=by)
    return begun


@transaction.atomic
def plan(member: Member, last_day: date, *, by: Member) -> list[Handover]:
    """The same by hand, before somebody's last day: by themselves, or communications. Raises NotAllowed, StillGone."""
    if by != member:
        allow(by, "voices.begin-handover")
    if not member.is_active:
        raise StillGone
    return begin(member, by=by, because=Because.LEAVES, last_day=last_day)


@transaction.atomic
def tick(handover: Handover, name: str, *, by: Member, done: bool = True) -> Handover:
    """A step is done (or isn't, after all); when all are, so is the handover.

    Raises NotAllowed, NotOpen, NobodyTakesOver, HandoverStep.DoesNotExist.
    """
    handover = opened(handover, by)
    step = handover.steps.get(name=name)
    if done and name == Name.TAKES_OVER and not somebody_took_over(handover):
        raise NobodyTakesOver
    step.done_on, step.done_by = (timezone.localdate(), by) if done else (None, None)
    step.save(update_fields=["done_on", "done_by"])
    record(by, "handover.step-done" if done else "handover.step-open", handover, step=name)
    if done and handover.account is not None:
        _note_in_register(handover.account, name)
    return finish_if_done(handover, by)


@transaction.atomic
def take_over(handover: Handover, member: Member, *, by: Member) -> Handover:
    """Somebody holds it from now on: an account, a mandate to follow, an application. They are told.

    Raises NotAllowed, NotOpen, NotThem, NobodyTakesOver (a mandate that is ended or changed instead).
    """
    handover = opened(handover, by)
    if member == handover.member or not member.is_active:
        raise NotThem
    if handover.account is not None:
        add_steward(handover.account, member, by=by)
        _let_go(handover, by)
    elif handover.application is not None:
        _apply_instead(handover.application, handover.member, member, by)
    elif handover.mandate is not None:
        follow(handover.mandate, member, by=by)
    # Somebody answers again: what is left needn't be done today.
    handover.last_day = max(handover.last_day, timezone.localdate() + timedelta(days=DAYS_TO_HAND_OVER))
    handover.owner = handover.owner or owner_of(handover)
    handover.save(update_fields=["last_day", "owner"])
    return tick(locked(handover), Name.TAKES_OVER, by=by)


@transaction.atomic
def undo(handover: Handover, *, by: Member) -> Handover:
    """They stay, or keep it: it is theirs as before. Raises NotAllowed, NotOpen, StillGone."""
    handover = opened(handover, by)
    if not handover.member.is_active:
        raise StillGone
    return _undo(handover, by)


def close_moot() -> None:
    """What has ended needn't be handed over any more (`wiring.SCHEDULES`); nobody sees it until then, either."""
    for handover in Handover.objects.filter(state=State.OPEN).select_related(
        "account", "mandate", "application"
    ):
        if is_moot(handover):
            with transaction.atomic():
                end(locked(handover), State.DONE, None)


def _begin(member: Member, thing: Thing, because: str, by: Member | None, day: date) -> Handover:
    found = Handover.objects.select_for_update(of=("self",)).filter(member=member, state=State.OPEN)
    handover = found.filter(**thing.field).first()
    if handover is None:
        handover = Handover.objects.create(
            member=member, because=because, begun_by=by, last_day=day, **thing.field
        )
        known = known_already(thing.account) if thing.account else frozenset()
        HandoverStep.objects.bulk_create(
            HandoverStep(
                handover=handover, name=name, done_on=timezone.localdate() if name in known else None
            )
            for name in steps_for(handover)
        )
        record(by, "handover.begun", handover, member=member.pk)
    if because == Because.LEAVES:
        handover.because = Because.LEAVES
    handover.last_day = min(handover.last_day, day)
    _let_go(handover, by)
    handover.owner = owner_of(handover)
    handover.save()
    return handover


def _let_go(handover: Handover, by: Member | None) -> None:
    """Whoever has left stops holding the account as soon as somebody else does; until then it needs somebody today."""
    account = handover.account
    if account is None or handover.member.is_active:
        return
    if not somebody_took_over(handover):
        today = timezone.localdate() + timedelta(days=DAYS_WITH_NOBODY)
        handover.last_day = min(handover.last_day, today)
        return
    held = Stewardship.objects.filter(account=account, member=handover.member, until=None).first()
    if held is not None:
        end_stewardship(held, by=by)
        handover.let_go = held
        handover.save(update_fields=["let_go"])


def _pass_on(member: Member, by: Member | None) -> None:
    """What a member who has left was to see to for others is seen to by somebody who is here."""
    passed: dict[Member, set[Member]] = {}
    for found in Handover.objects.filter(owner=member, state=State.OPEN).exclude(member=member):
        handover = locked(found)
        handover.owner = owner_of(handover)
        handover.save(update_fields=["owner"])
        passed.setdefault(handover.member, set()).update(who_sees_to(handover))
    for gone, owners in passed.items():
        tell(owners, "handover.begun", gone, by=by)
    Application.objects.filter(owner=member, state__in=Application.OPEN).update(owner=None)


def _apply_instead(application: Application, before: Member, after: Member, by: Member) -> None:
    application.applied_by = after
    application.save(update_fields=["applied_by"])
    if application.stewards.filter(pk=before.pk).exists():
        application.stewards.remove(before)
        application.stewards.add(after)
    record(by, "voices.application-taken-over", application, member=after.pk)
    tell([after], "application.named", application, by=by)


def _note_in_register(account: Account, name: str) -> None:
    """What a step makes sure of is known of the account, too."""
    known = {Name.RECOVERY: "recovery_is_ours", Name.TWO_FACTOR: "two_factor"}.get(Name(name))
    if known:
        Keys.objects.filter(account=account).update(**{known: Known.YES})


def _undo(handover: Handover, by: Member | None) -> Handover:
    end(handover, State.UNDONE, by)
    account, held = handover.account, handover.let_go
    if account is None:
        return handover
    here = account.stewardships.filter(member=handover.member, until=None).exists()
    if held is not None and not here and not account.has_ended:
        Stewardship.objects.filter(pk=held.pk).update(until=None)
        record(by, "voices.steward-added", account, member=handover.member_id)
    show(account)
    return handover
