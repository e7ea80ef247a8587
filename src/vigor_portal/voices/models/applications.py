"""Asking for an account in the brand's name, before it is registered or used."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import Department, make_public_id
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, Account

DAYS_TO_DECIDE = 7
DAYS_TO_ANSWER = 14


def last_day() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_DECIDE)


class Application(models.Model):
    """What somebody would like to register, and what became of it.

    `last_day` is when communications answers; while more is asked for, when the one who applied does.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting for an answer")
        ASKED = "asked", _("we asked for more")
        APPROVED = "approved", _("approved")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")

    OPEN = (State.WAITING, State.ASKED)

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    network = models.CharField(max_length=32)
    name = models.CharField(_("proposed name"), max_length=LONGEST_NAME)
    # The name as networks' look-alikes are compared, so that the same account isn't applied for twice at once.
    name_key = models.CharField(max_length=LONGEST_NAME)
    purpose = models.TextField(_("purpose"), max_length=LONGEST_TEXT)
    audience = models.CharField(_("for whom"), max_length=LONGEST_LINE)
    topics = models.JSONField(default=list, blank=True)
    hours = models.CharField(_("when it is answered"), max_length=LONGEST_LINE)
    ends = models.CharField(_("how it ends"), max_length=LONGEST_LINE)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    stewards: models.ManyToManyField[models.Model, models.Model] = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+"
    )

    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField(default=last_day)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    account = models.OneToOneField(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="application"
    )

    class Meta:
        ordering = ("last_day", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("network", "name_key"),
                condition=models.Q(state__in=("waiting", "asked")),
                name="one_open_application_a_name",
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.last_day < timezone.localdate()


class Said(models.Model):
    """A line between the one who applied and communications: what is asked for, the answer, the reason."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="said")
    text = models.TextField(max_length=LONGEST_TEXT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.application_id}: {self.pk}"
