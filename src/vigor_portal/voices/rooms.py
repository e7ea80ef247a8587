"""The rooms of the voices, as a page among them shows the way to the others. Each room adds its line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.voices.applications.queries import any_applications_for
from vigor_portal.voices.handovers.queries import any_handovers_for
from vigor_portal.voices.mandates.queries import any_mandates_for
from vigor_portal.voices.offers.queries import any_offers
from vigor_portal.voices.overview.queries import any_accounts


@dataclass(frozen=True)
class Room:
    """A way to a room; `here` marks the one we stand in."""

    name: str
    url: str
    here: bool


@dataclass(frozen=True)
class Known:
    """A room that there is: shown to those who may (a permission), and where there is something in it for them."""

    room: str
    address: str  # the name of its first page
    name: str | Promise
    permission: str = "voices.read"
    filled: Callable[[Member], bool] | None = None


ROOMS: tuple[Known, ...] = (
    Known("register", "voices:register", _("Accounts")),
    Known("applications", "voices:applications", _("Applications"), filled=any_applications_for),
    Known("mandates", "voices:mandates:all", _("Spokespersons"), filled=any_mandates_for),
    Known("handovers", "voices:handovers:all", _("Handovers"), filled=any_handovers_for),
    Known("offers", "voices:offers:all", _("Those who offered"), "voices.read-offers", any_offers),
    Known("overview", "voices:overview:resilience", _("As a whole"), filled=any_accounts),
    Known("transfer", "voices:transfer:start", _("Bring and take along"), "voices.keep"),
)


def rooms_for(member: Member, here: str) -> list[Room]:
    """The rooms with something in them, and the one named `here`."""
    return [
        Room(str(each.name), reverse(each.address), each.room == here)
        for each in ROOMS
        if each.room == here
        or (may(member, each.permission) and (each.filled is None or each.filled(member)))
    ]
