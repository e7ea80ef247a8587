"""What was read of profiles: of accounts in the brand's name, and of people's own where they turned it on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vigor_portal.voices.models.accounts import LONGEST_NAME, Account


class AccountProfile(models.Model):
    """What stood on a logo account's profile when it was last read; what is missing follows from it and the card.

    `trouble` is why the latest try gave nothing (a kind of `vigor.fetch.Refused`); what was read before it stays.
    """

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="profile")
    tried_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=16, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    pasted = models.BooleanField(default=False)
    name = models.CharField(max_length=200, blank=True)
    text = models.TextField(max_length=3000, blank=True)
    links = models.JSONField(default=list, blank=True)  # ["https://spolverket.example", …]
    moved_to = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"the profile of {self.account_id}"


class OwnProfile(models.Model):
    """An account that a member uses in their role, because they entered it. Nobody else sees the row.

    Nothing is fetched before `checking` is turned on, and of what is fetched only the two answers are kept; they go
    when it is turned off, and the database holds them to it.
    """

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="own_profiles"
    )
    network = models.CharField(max_length=32)
    address = models.CharField(max_length=500)
    address_key = models.CharField(max_length=300)
    shown = models.CharField(max_length=200)
    checking = models.BooleanField(default=False)
    asked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=16, blank=True)
    names_employer = models.BooleanField(null=True)
    names_title = models.BooleanField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("member", "address_key"), name="own_profiles_once"),
            models.CheckConstraint(
                condition=Q(checking=True)
                | Q(asked_at=None, read_at=None, trouble="", names_employer=None, names_title=None),
                name="own_profiles_off_is_gone",
            ),
        )

    def __str__(self) -> str:
        return f"a profile of {self.member_id}"


class Appearance(models.Model):
    """How a member is named towards the public. No row: under their name.

    For whoever lives under a protected identity: under another name, or not at all. The reason is never asked for.
    """

    class How(models.TextChoices):
        NAME = "name", _("under my name")
        ALIAS = "alias", _("under another name")
        NOT = "not", _("not at all")

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="appearance"
    )
    how = models.CharField(max_length=5, choices=How, default=How.NAME)
    alias = models.CharField(_("the other name"), max_length=LONGEST_NAME, blank=True)

    def __str__(self) -> str:
        return f"how {self.member_id} appears"
