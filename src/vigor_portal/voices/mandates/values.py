"""What a mandate says, and what can be in its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Mandate

# An end that nobody lives to see is no end: a mandate goes on for two years at a time, at most.
LONGEST_DAYS = 2 * 366


class Over(Exception):
    """The mandate is over, and isn't brought to life again: a new one can be given."""


class NotOver(Exception):
    """There is nothing to look back on yet."""


class NotLonger(Exception):
    """The new last day isn't after the old one, or is more than two years ahead."""


class NobodyNamed(Exception):
    """A mandate is somebody's: a member's who is here, or a person's from outside with a name."""


class NotOutside(Exception):
    """The holder is a member: what is kept of them goes when they are forgotten."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What was agreed on, its days left out. The holder is `member`, or whoever `outside_name` names."""

    idea: str
    member: Member | None = None
    outside_name: str = ""
    outside_email: str = ""
    reached_by: str = ""
    appears: str = Mandate.Appears.NAME
    alias: str = ""
    topics: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    afterwards: str = ""
    paid: bool = False
    stands_for: str = ""
    they_do: str = ""
    both_brands: str = ""
    followed_by: Member | None = None


def latest_end(start: date | None = None) -> date:
    """The last day that a mandate from `start` (today) may have."""
    return (start or timezone.localdate()) + timedelta(days=LONGEST_DAYS)
