"""What the register and the applications keep of a member: to download (`MY_DATA`), and to forget (`AFTER_FORGETTING`)."""

from __future__ import annotations

from django.utils import timezone

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Application, Keys, Said, Step, Stewardship


def accounts_of(member: Member) -> tuple[str, object]:
    """("accounts", what the member holds and held, which steps they took, and which keys rest on their profile)."""
    held = Stewardship.objects.filter(member=member).order_by("since", "pk")
    steps = Step.objects.filter(by=member)
    return "accounts", {
        "held": list(held.values("account__name", "since", "until")),
        "steps": list(steps.values("account__name", "state", "on")),
        "resting on my profile": list(
            Keys.objects.filter(rests_on=member).values_list("account__name", flat=True)
        ),
    }


def applications_of(member: Member) -> tuple[str, object]:
    """("applications", what the member applied for, is named in, decided and said)."""
    fields = ("network", "name", "purpose", "audience", "topics", "hours", "ends", "state", "applied_at")
    return "applications", {
        "made": list(Application.objects.filter(applied_by=member).values(*fields)),
        "named in": list(Application.objects.filter(stewards=member).values_list("name", flat=True)),
        "answered for": list(Application.objects.filter(owner=member).values("name", "last_day")),
        "decided": list(Application.objects.filter(decided_by=member).values("name", "state", "decided_at")),
        "said": list(Said.objects.filter(by=member).values("application__name", "text", "at")),
    }


def forget(member: Member) -> None:
    """Nobody who is forgotten holds an account, is named to, waits for an answer, or has one resting on them.

    What was held stays in the account's life as held by somebody who has left; the words of applications stay, too.
    """
    today = timezone.localdate()
    Stewardship.objects.filter(member=member, until=None).update(until=today)
    Stewardship.objects.filter(member=member).update(member=None)
    Keys.objects.filter(rests_on=member).update(rests_on=None)
    Application.stewards.through.objects.filter(member=member).delete()  # type: ignore[attr-defined]
    waiting = Application.objects.filter(applied_by=member, state__in=Application.OPEN)
    waiting.update(state=Application.State.WITHDRAWN, decided_at=timezone.now())
