"""Who sees to a handover."""

from __future__ import annotations

from django.db.models import QuerySet

from vigor_portal.people.models import Member, Role
from vigor_portal.voices.models import Handover
from vigor_portal.voices.register.queries import stewards_of


def who_sees_to(handover: Handover) -> list[Member]:
    """The owner, or communications together."""
    if handover.owner is not None and handover.owner.is_active:
        return [handover.owner]
    return list(communications().exclude(pk=handover.member_id))


def owner_of(handover: Handover) -> Member | None:
    """Who is to see to it: somebody else who holds or follows it, or the one of communications; None: all of them."""
    candidates: list[Member | None] = []
    if handover.account is not None:
        others = [
            each.member for each in stewards_of(handover.account) if each.member_id != handover.member_id
        ]
        leaving = set(
            Handover.objects.filter(account=handover.account, state=Handover.State.OPEN).values_list(
                "member", flat=True
            )
        )
        candidates = sorted(others, key=lambda member: member is not None and member.pk in leaving)
    elif handover.mandate is not None:
        candidates = [handover.mandate.followed_by]
    elif handover.application is not None:
        candidates = [handover.application.owner]
    here = [each for each in candidates if each and each.is_active and each.pk != handover.member_id]
    if here:
        return here[0]
    together = list(communications().exclude(pk=handover.member_id)[:2])
    return together[0] if len(together) == 1 else None


def communications() -> QuerySet[Member]:
    found = Member.objects.filter(is_active=True, grants__role=Role.COMMUNICATIONS)
    return found.order_by("pk").distinct()
