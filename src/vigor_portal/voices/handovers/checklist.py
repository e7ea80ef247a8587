"""What is left to do in a handover. A step is ticked by hand; that somebody takes over is seen in the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import Member
from vigor_portal.voices.mandates.queries import waits_for_a_look_back
from vigor_portal.voices.models import Account, Handover, HandoverStep, Known
from vigor_portal.voices.register.queries import stewards_of

Name = HandoverStep.Name
# What each step is about, in a line for whoever does it.
HELP: Mapping[str, str | Promise] = {
    Name.TAKES_OVER: _("Two hold it better than one."),
    Name.KEYS: _("A new password, kept where the others are, and every open session closed."),
    Name.RECOVERY: _("An address at our own domain that more than one can read."),
    Name.TWO_FACTOR: _("Codes and recovery codes go to somebody who is still here."),
    Name.PROFILE: _("Names, pictures and “ask me” in profile, pinned posts and link pages."),
    Name.FOLLOWERS: _("A line in the account itself is enough."),
}
WITHOUT_AN_ADDRESS = (Name.TAKES_OVER,)


@dataclass(frozen=True)
class Line:
    """A line of the checklist as it stands now."""

    name: str
    label: str
    help: str
    done: bool
    done_on: date | None = None
    done_by: Member | None = None


def steps_for(handover: Handover) -> tuple[str, ...]:
    """Which steps there are: an account without an address has no keys yet; the rest is one question only."""
    if handover.account is None or not handover.account.address_key:
        return WITHOUT_AN_ADDRESS
    return tuple(Name.values)


def known_already(account: Account) -> frozenset[str]:
    """What the register knows to be in order: it needn't be done again because somebody leaves."""
    keys = getattr(account, "keys", None)
    return frozenset({Name.RECOVERY} if keys is not None and keys.recovery_is_ours == Known.YES else ())


def lines(handover: Handover) -> list[Line]:
    order = {name: number for number, name in enumerate(Name.values)}
    steps: Iterable[HandoverStep] = handover.steps.select_related("done_by")
    taken = somebody_took_over(handover)
    return [
        Line(
            step.name,
            str(_label(handover, step)),
            str(HELP[step.name]) if handover.account_id else "",
            step.is_done and (taken or step.name != Name.TAKES_OVER),
            step.done_on,
            step.done_by,
        )
        for step in sorted(steps, key=lambda step: order[step.name])
    ]


def somebody_took_over(handover: Handover) -> bool:
    """Is there somebody else for it now? For a mandate that the person held: is it decided what becomes of it?"""
    if handover.account is not None:
        return stewards_of(handover.account).exclude(member=handover.member_id).exists()
    if handover.application is not None:
        return not handover.application.is_open or handover.application.applied_by_id != handover.member_id
    mandate = handover.mandate
    if mandate is None or is_moot(handover):
        return True
    held_by_the_gone = mandate.member_id == handover.member_id and not handover.member.is_active
    return mandate.followed_by_id != handover.member_id and not (held_by_the_gone and not mandate.is_over)


def is_moot(handover: Handover) -> bool:
    """What was to be handed over has ended: the account, the mandate with its look back, the application."""
    if handover.account is not None:
        return handover.account.has_ended
    if handover.application is not None:
        return not handover.application.is_open
    mandate = handover.mandate
    return mandate is None or (mandate.is_over and not waits_for_a_look_back(mandate))


def _label(handover: Handover, step: HandoverStep) -> str | Promise:
    if handover.mandate is not None:
        holds = handover.mandate.member_id == handover.member_id
        return _("It is decided what becomes of it") if holds else _("Somebody else follows it")
    if handover.application is not None:
        return _("Somebody else applies")
    return step.get_name_display()
