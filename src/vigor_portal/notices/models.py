"""What a member is told, how they want to be told, and the mails that carry it. Ids only: no words are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    """How somebody wants to be told, beside on the site."""

    SITE = "site", _("On the site only")
    NOW = "now", _("By mail, at once")
    DAY = "day", _("By mail, once a day")
    WEEK = "week", _("By mail, once a week")


class Mail(models.Model):
    """One mail to one member: a single notice, or a digest of several."""

    class State(models.TextChoices):
        WAITING = "waiting"
        SENT = "sent"
        REFUSED = "refused"
        NOT_SENT = "not-sent"

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=8, choices=How)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)

    def __str__(self) -> str:
        return f"{self.pk}: {self.how}"


class Notice(models.Model):
    """A member is told that something happened to something. The words are made when it is read (`wiring.NOTICES`)."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=64)
    object_kind = models.CharField(max_length=64)  # "dialogue.thread"
    object_id = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    # How the member wished to be told when it happened; what waits for a digest follows a changed wish.
    how = models.CharField(max_length=8, choices=How, default=How.SITE)
    # The mail that carries it; none while it waits for a digest, or is for the site only.
    mail = models.ForeignKey(Mail, null=True, blank=True, on_delete=models.SET_NULL, related_name="notices")

    # What the notices of its kind that are worded together are about, by `object_id`: read at once (see `telling`).
    things: Mapping[str, Any] | None = None

    class Meta:
        ordering = ("-at", "-pk")
        indexes: ClassVar = [
            models.Index(fields=("member", "-at"), name="notices_of_member"),
            models.Index(fields=("member",), condition=models.Q(seen_at__isnull=True), name="notices_unseen"),
            # What a digest gathers.
            models.Index(
                fields=("how", "member"),
                condition=models.Q(mail__isnull=True, seen_at__isnull=True),
                name="notices_to_mail",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.object_kind} {self.object_id}"

    def thing(self) -> models.Model | None:
        """What it is about, or None when that is gone."""
        model = apps.get_model(self.object_kind)
        return model._default_manager.filter(pk=self.object_id).first()


class Wish(models.Model):
    """How a member wants to be told of one kind; where there is no row, the kind's own default holds."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=64)
    how = models.CharField(max_length=8, choices=How)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("member", "kind"), name="one_wish_per_kind"),)

    def __str__(self) -> str:
        return f"{self.member}: {self.kind} {self.how}"


class Refusal(models.Model):
    """The mail server refuses a member's address: how many mails in a row, and since when we send no more."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    mails = models.PositiveSmallIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.member}: {self.mails}"
