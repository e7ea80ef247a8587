"""Reading keys for programs."""

from __future__ import annotations

from django.db.models import QuerySet

from vigor_portal.api.actions import hashed
from vigor_portal.api.models import Token
from vigor_portal.people.models import Member


def token_for(secret: str) -> Token | None:
    """The key whose secret this is, with its member; None where there is none, or its member has left."""
    if not secret:
        return None
    found = Token.objects.select_related("member").filter(secret_hash=hashed(secret)).first()
    return found if found is not None and found.member.is_active else None


def tokens(member: Member) -> QuerySet[Token]:
    return Token.objects.filter(member=member)


def tokens_of(member: Member) -> tuple[str, list[dict[str, str]]]:
    """("keys for programs", their names): what is stored here about a member (`wiring.MY_DATA`)."""
    rows = tokens(member)
    return "keys for programs", [
        {"name": row.name, "layer": row.layer, "made_on": row.made_on.isoformat()} for row in rows
    ]


def forget(member: Member) -> None:
    """A forgotten member's keys open nothing (`wiring.AFTER_FORGETTING`)."""
    tokens(member).delete()
