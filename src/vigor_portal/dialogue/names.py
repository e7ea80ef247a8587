"""What people are called in a conversation that outlives their time here."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vigor_portal.people.models import Member


def name_of(member: Member | None) -> str:
    """The member's name; somebody who was forgotten is a colleague who has left."""
    if member is None or member.forgotten_at is not None:
        return _("a colleague who has left")
    return member.name
