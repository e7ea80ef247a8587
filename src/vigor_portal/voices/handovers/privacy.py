"""What handovers keep about a member: to take home, and to be forgotten."""

from __future__ import annotations

from typing import Any

from vigor_portal.people.models import Member
from vigor_portal.voices.handovers.saying import remove_farewells
from vigor_portal.voices.models import Farewell, Handover, HandoverStep


def handovers_of(member: Member) -> tuple[str, Any]:
    """("handovers", what the member hands over, sees to and ticked; farewells): what is stored here about them."""
    fields = ("public_id", "because", "begun_at", "last_day", "state", "ended_on")
    return "handovers", {
        "handed_over": list(Handover.objects.filter(member=member).values(*fields)),
        "seen_to": list(Handover.objects.filter(owner=member).values(*fields)),
        "begun": list(Handover.objects.filter(begun_by=member).values("public_id", "begun_at")),
        "steps_done": list(
            HandoverStep.objects.filter(done_by=member).values("handover__public_id", "name", "done_on")
        ),
        "farewells": list(
            Farewell.objects.filter(handover__member=member).values("texts", "follow_at", "said_on")
        ),
        "farewells_said": list(Farewell.objects.filter(by=member).values("handover__public_id", "said_on")),
    }


def forget(member: Member) -> None:
    """What was said at parting goes; what they held is handed over all the same."""
    remove_farewells(member)
