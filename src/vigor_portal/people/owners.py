"""Who answers for something that waits: of two who press "I'll take it", the first keeps it.

Whoever presses sends along whom they saw there, so that nobody takes over without knowing from whom.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from vigor_portal.people.models import Member


class Taken(Exception):
    """Somebody else, `owner`, has taken it in the meantime."""

    def __init__(self, owner: Member) -> None:
        super().__init__(owner.public_id)
        self.owner = owner

    @property
    def sentence(self) -> str:
        """Who has it, for whoever was second; in the active language."""
        return _(
            "%(name)s was quicker and has it now. Agree between you; if it is to be yours, take it over here."
        ) % {"name": self.owner.name}


def free_for(by: Member, owner: Member | None, over: str) -> None:
    """Nobody's, `by`'s already, or that of the one whom `by` saw there (`over`, a public id, or nothing).

    `owner` is who has it now, in a row that is locked. Raises Taken.
    """
    if owner is None or owner == by or not owner.is_active or owner.public_id == over:
        return
    raise Taken(owner)
