"""A handover's row, for whoever came first; and its end, of which those whom it concerned are told."""

from __future__ import annotations

from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.handovers.checklist import is_moot, lines
from vigor_portal.voices.handovers.seeing import communications, who_sees_to
from vigor_portal.voices.models import Handover, Keys, Stewardship
from vigor_portal.voices.register.actions import end_stewardship

State = Handover.State


class NotOpen(Exception):
    """The handover is done, or was taken back, in the meantime."""


def locked(handover: Handover) -> Handover:
    """The row as it is now, for whoever came first."""
    found = Handover.objects.select_for_update(of=("self",))
    return found.select_related("member", "account", "mandate", "application", "owner", "let_go").get(
        pk=handover.pk
    )


def opened(handover: Handover, by: Member) -> Handover:
    """The same, where `by` may go on with it. Raises NotAllowed, NotOpen."""
    found = locked(handover)
    allow(by, "voices.hand-over", found)
    if not found.is_open or is_moot(found):
        raise NotOpen
    return found


def finish_if_done(handover: Handover, by: Member) -> Handover:
    """When every step is done, so is the handover: whoever hands over, who saw to it, and communications are told."""
    if all(line.done for line in lines(handover)):
        end(handover, State.DONE, by)
        tell({handover.member, *who_sees_to(handover), *communications()}, "handover.done", handover, by=by)
    return handover


def end(handover: Handover, state: str, by: Member | None) -> None:
    """It is done, or not needed any more. Done, nobody who hands over is left with the account on paper."""
    handover.state, handover.ended_on, handover.ended_by = state, timezone.localdate(), by
    handover.save(update_fields=["state", "ended_on", "ended_by"])
    record(by, f"handover.{state}", handover)
    if state != State.DONE or handover.account is None:
        return
    for held in Stewardship.objects.filter(account=handover.account, member=handover.member, until=None):
        end_stewardship(held, by=by)
    Keys.objects.filter(account=handover.account, rests_on=handover.member).update(rests_on=None)
