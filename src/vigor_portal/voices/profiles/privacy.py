"""What is kept of a member's profiles: theirs to download, and gone when they leave or are forgotten."""

from __future__ import annotations

from typing import Any

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Appearance, OwnProfile


def profiles_of(member: Member) -> tuple[str, Any]:
    """("profiles", the ones that the member entered, what was read of them, how they are named to the public)."""
    fields = ("network", "address", "checking", "read_at", "trouble", "names_employer", "names_title")
    return "profiles", {
        "entered": list(OwnProfile.objects.filter(member=member).values(*fields)),
        "appears": list(Appearance.objects.filter(member=member).values("how", "alias")),
    }


def leave(member: Member, by: Member | None = None) -> None:
    """Whoever leaves keeps their profiles, and we nothing of them. How they are named stays: farewells need it."""
    OwnProfile.objects.filter(member=member).delete()


def forget(member: Member) -> None:
    OwnProfile.objects.filter(member=member).delete()
    Appearance.objects.filter(member=member).delete()
