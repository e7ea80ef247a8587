"""What the press room shows of the register: written when an account changes, and read by everything public."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PublicAccount(models.Model):
    """An account that speaks, or spoke, for the brand, as anybody may know it. Nothing public reads `Account` itself.

    A row an address: an account that was renamed has one for each address it had. `until` is empty while it speaks.
    """

    public_id = models.CharField(max_length=16, db_index=True)
    network = models.CharField(max_length=32)
    address = models.CharField(max_length=500)
    address_key = models.CharField(max_length=300, unique=True)
    shown = models.CharField(max_length=200)
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    sender = models.CharField(max_length=300, blank=True)
    hours = models.CharField(max_length=300, blank=True)
    house_rules = models.TextField(blank=True)
    rests = models.BooleanField(default=False)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    looked_through_on = models.DateField(null=True)
    # Said when those who held it moved on, each by language, the latest first: thanks, where to follow them, who takes over.
    farewells = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("name", "pk")
        indexes = (models.Index(fields=("until", "name"), name="public_accounts_by_name"),)

    def __str__(self) -> str:
        return self.address_key


class PublicChange(models.Model):
    """Something that the public saw happen in the register, for its feed. It goes when its account isn't shown at all."""

    class Kind(models.TextChoices):
        CAME = "came", _("speaks for us")
        MOVED = "moved", _("has another address")
        RESTS = "rests", _("rests")
        ANSWERS = "answers", _("answers again")
        ENDED = "ended", _("no longer ours")

    public_id = models.CharField(max_length=16, db_index=True)
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120)
    network = models.CharField(max_length=32)
    shown = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.public_id} {self.kind}"


class RegisterStamp(models.Model):
    """One row; its token is another whenever what is public has changed. Who keeps a copy asks it."""

    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.token
