"""What is stored here about a member: to take home, and to be forgotten."""

from __future__ import annotations

from typing import Any

from vigor_portal.notices.models import Mail, Notice, Refusal, Wish
from vigor_portal.people.models import Member


def notices_of(member: Member) -> tuple[str, dict[str, Any]]:
    """("notices", what the member was told of, and how they wish to be told)."""
    told = Notice.objects.filter(member=member)
    mails = Mail.objects.filter(member=member).order_by("pk")
    return "notices", {
        "told": list(told.values("at", "kind", "object_kind", "object_id", "seen_at", "how")),
        "wishes": dict(Wish.objects.filter(member=member).values_list("kind", "how")),
        "mails": list(mails.values("made_at", "how", "state")),
        "refused": list(Refusal.objects.filter(member=member).values("mails", "stopped_at")),
    }


def forget(member: Member) -> None:
    """A forgotten member is told nothing, and nothing tells what they were told."""
    for table in (Notice, Mail, Wish, Refusal):
        table.objects.filter(member=member).delete()
