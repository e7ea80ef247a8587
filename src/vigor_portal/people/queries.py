"""Reading about people and the organisation."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.utils import timezone

from vigor_portal.people.models import Department, Invitation, Member, Organisation


def the_organisation() -> Organisation | None:
    """The organisation, or None before it has been described."""
    return Organisation.objects.order_by("pk").first()


def departments() -> list[Department]:
    return list(Department.objects.all())


def members(search: str = "") -> QuerySet[Member]:
    """Everybody who is here or was, by name, with department and roles; the forgotten left out."""
    found = (
        Member.objects.filter(forgotten_at=None)
        .select_related("department")
        .prefetch_related("grants")
        .order_by("-is_active", "given_name", "family_name", "pk")
    )
    for word in search.split():
        found = found.filter(
            Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(email__icontains=word)
        )
    return found


def is_alone() -> bool:
    """Nobody else has come in yet."""
    return not Member.objects.filter(is_active=True).order_by("pk")[1:2].exists()


def open_invitations() -> QuerySet[Invitation]:
    """Invitations that somebody may still accept, those that end first on top."""
    return (
        Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now())
        .exclude(invited_by=None)
        .select_related("department", "invited_by")
        .order_by("expires_at")
    )


def is_taken(email: str) -> bool:
    return Member.objects.filter(email__iexact=email).exists()
