"""What mandates keep about a member: to take home, and to be forgotten."""

from __future__ import annotations

from typing import Any

from vigor_portal.people.models import Member
from vigor_portal.voices.mandates.projection import show
from vigor_portal.voices.models import Mandate

TERMS = (
    "public_id",
    "idea",
    "topics",
    "channels",
    "starts_on",
    "ends_on",
    "afterwards",
    "paid",
    "appears",
    "alias",
)
ANSWERS = ("stands_for", "they_do", "both_brands", "ended_on", "said", "gave", "cost", "looked_back_on")


def mandates_of(member: Member) -> tuple[str, Any]:
    """("mandates", those that the member holds, follows, gave or ended): what is stored here about them."""
    return "mandates", {
        "held": list(Mandate.objects.filter(member=member).values(*TERMS, *ANSWERS)),
        "followed": list(Mandate.objects.filter(followed_by=member).values("public_id", "ends_on")),
        "given": list(Mandate.objects.filter(given_by=member).values("public_id", "given_at")),
        "looked_back_on": list(
            Mandate.objects.filter(looked_back_by=member).values("public_id", "looked_back_on")
        ),
    }


def forget(member: Member) -> None:
    """A forgotten member is shown nowhere; what they were called instead, and what was said of the end, goes."""
    for mandate in Mandate.objects.filter(member=member):
        mandate.alias = mandate.said = ""
        mandate.channels = []
        mandate.save(update_fields=["alias", "said", "channels"])
        show(mandate)


def show_again(member: Member, _by: Member | None) -> None:
    """Whether somebody is here decides whether they are shown (`wiring.AFTER_LEAVING`, `AFTER_RETURNING`)."""
    for mandate in Mandate.objects.select_related("member").filter(member=member):
        show(mandate)
