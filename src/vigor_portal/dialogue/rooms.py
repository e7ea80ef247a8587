"""The rooms of the dialogue, as a page among them shows the way to the others."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from vigor_portal.dialogue.consultations.queries import any_for
from vigor_portal.dialogue.proposals.queries import any_proposals
from vigor_portal.dialogue.threads.queries import any_talk
from vigor_portal.people.models import Member


@dataclass(frozen=True)
class Room:
    """A way to a room; `here` marks the one we stand in."""

    name: str
    url: str
    here: bool


def rooms_for(member: Member, here: str) -> list[Room]:
    """The rooms with something in them, and the one named `here`. One query for each that may be empty."""
    known = (
        ("talk", "threads:everything", _("Conversations"), any_talk),
        ("proposals", "proposals:all", _("Proposals"), any_proposals),
        ("mine", "stances:mine", _("What I think"), None),
        ("together", "stances:agreement", _("What we think together"), None),
        ("consultations", "consultations:all", _("Drafts that we talked about"), lambda: any_for(member)),
    )
    return [
        Room(name, reverse(address), room == here)
        for room, address, name, filled in known
        if room == here or filled is None or filled()
    ]
