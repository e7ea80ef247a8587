"""A handover: what somebody held goes to somebody else, step by step, when they leave or move."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import make_public_id
from vigor_portal.voices.models.accounts import LONGEST_LINE, Account, Stewardship
from vigor_portal.voices.models.applications import Application
from vigor_portal.voices.models.mandates import Mandate

# How long a handover may take. Where nobody else holds what is handed over, somebody must be found at once.
DAYS_TO_HAND_OVER = 14
DAYS_WITH_NOBODY = 0
# So long a farewell stands with the account.
DAYS_OF_FAREWELL = 60


class Handover(models.Model):
    """One thing that one person held (exactly one of account, mandate and application), and what is left to do.

    `owner` sees to it; empty means communications together. `let_go` says that the person's stewardship was ended when
    this began, because somebody else held the account too: it comes back if they stay.
    """

    class Because(models.TextChoices):
        LEAVES = "leaves", _("leaves us")
        MOVES = "moves", _("works in another department now")

    class State(models.TextChoices):
        OPEN = "open", _("under way")
        DONE = "done", _("done")
        UNDONE = "undone", _("not needed")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="handovers")
    account = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers"
    )
    mandate = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers"
    )
    application = models.ForeignKey(
        Application, null=True, blank=True, on_delete=models.CASCADE, related_name="handovers"
    )
    because = models.CharField(max_length=6, choices=Because)
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField()
    reminded_on = models.DateField(null=True, blank=True)
    let_go = models.ForeignKey(
        Stewardship, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("last_day", "pk")
        constraints = (
            models.CheckConstraint(
                condition=(
                    Q(account__isnull=False, mandate=None, application=None)
                    | Q(account=None, mandate__isnull=False, application=None)
                    | Q(account=None, mandate=None, application__isnull=False)
                ),
                name="handovers_are_of_one_thing",
            ),
            *(
                models.UniqueConstraint(
                    fields=("member", what),
                    condition=Q(state="open") & Q(**{f"{what}__isnull": False}),
                    name=f"one_open_handover_of_{what}",
                )
                for what in ("account", "mandate", "application")
            ),
        )
        indexes = (models.Index(fields=("state", "last_day"), name="handovers_by_day"),)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.last_day < timezone.localdate()


class HandoverStep(models.Model):
    """A line of the checklist; `done_on` is empty while it is left to do."""

    class Name(models.TextChoices):
        TAKES_OVER = "takes-over", _("Somebody takes over")
        KEYS = "keys", _("The keys are with us, and the password is a new one")
        RECOVERY = "recovery", _("The recovery address is in our name")
        TWO_FACTOR = "two-factor", _("Two-factor sign-in is with somebody who stays")
        PROFILE = "profile", _("Profile texts no longer name the one who leaves")
        FOLLOWERS = "followers", _("Those who follow know who answers now")

    handover = models.ForeignKey(Handover, on_delete=models.CASCADE, related_name="steps")
    name = models.CharField(max_length=12, choices=Name)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("handover", "name"), name="one_step_of_a_name_a_handover"),
        )

    def __str__(self) -> str:
        return f"{self.handover_id}: {self.name}"

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


def farewell_ends() -> date:
    return timezone.localdate() + timedelta(days=DAYS_OF_FAREWELL)


class Farewell(models.Model):
    """What is said with the account when somebody moves on; it is there only with that person's say-so.

    `texts` are by language. `follow_at` is where the person wants to be followed, and empty where they don't.
    """

    handover = models.OneToOneField(Handover, on_delete=models.CASCADE, related_name="farewell")
    texts = models.JSONField(default=dict)  # {"sv": "Tack …", "en": "Thank you …"}
    follow_at = models.CharField(max_length=LONGEST_LINE, blank=True)
    said_on = models.DateField(default=timezone.localdate)
    until = models.DateField(default=farewell_ends)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"the farewell of {self.handover_id}"
