"""What the public says of a point, in the press room: held until somebody has looked at it."""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.models.threads import make_public_id

DAYS_TO_LOOK = 5
LONGEST_PUBLIC = 2000
LONGEST_NAME = 60


def make_reference() -> str:
    """Twenty-four random characters: whoever has them is the writer."""
    return secrets.token_urlsafe(18)


def look_by() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_LOOK)


class Ground(models.TextChoices):
    """Why a comment isn't shown. The list is public, and there is no other reason: not liking it is none."""

    PERSONAL_DATA = "personal-data", _("It tells something personal about somebody")
    UNLAWFUL = "unlawful", _("It may be against the law to show it")
    THREATS = "threats", _("It threatens somebody, or stirs up hatred against a group")
    ADVERTISING = "advertising", _("It is advertising")
    OFF_POINT = "off-point", _("It isn't about the point")
    REPEATED = "repeated", _("It was sent more than once")


class PublicComment(models.Model):
    """Written by somebody without an account. No address and no trace of a machine is kept, and the day only."""

    class State(models.TextChoices):
        HELD = "held", _("waiting to be looked at")
        SHOWN = "shown", _("shown")
        REFUSED = "refused", _("not shown")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    reference = models.CharField(max_length=32, unique=True, default=make_reference, editable=False)
    key = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()  # the public version it was written about
    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    text = models.TextField(blank=True)  # emptied some time after it was refused
    # "consultation" for one that is about a draft: it is shown there, and not beside the point.
    room = models.CharField(max_length=12, blank=True, default="")
    sent_on = models.DateField(default=timezone.localdate)

    state = models.CharField(max_length=8, choices=State, default=State.HELD)
    ground = models.CharField(max_length=16, choices=Ground, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(default=look_by)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)  # the organisation's, shown below the comment
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        indexes = (
            models.Index(fields=("key", "state"), name="public_comments_of_a_point"),
            models.Index(fields=("state", "due_on"), name="public_comments_to_look_at"),
        )

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_late(self) -> bool:
        return self.state == self.State.HELD and self.due_on < timezone.localdate()


class PublicTally(models.Model):
    """How many comments of the public's came in ten minutes, about a point or (empty `key`) about anything.

    For the gate against floods alone, and deleted when the minutes are over: no address, and no time but the ten minutes'.
    """

    key = models.CharField(max_length=64, blank=True)
    since = models.DateTimeField()
    sent = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "since"), name="one_tally_of_the_minutes"),)

    def __str__(self) -> str:
        return f"{self.sent} since {self.since:%H:%M}"


class DialogueSettings(models.Model):
    """What the organisation chose about talking. One row, or none while all is as it comes."""

    public_may_comment = models.BooleanField(default=False)
    # Always true: the database, too, lets there be one row.
    is_the_one = models.BooleanField(default=True, unique=True, editable=False)

    def __str__(self) -> str:
        return "dialogue"
