"""That a member would like to take part, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import make_public_id
from vigor_portal.voices.models.accounts import LONGEST_LINE

MOST_HOURS = 80


class Offer(models.Model):
    """What a member wrote on their own page. It is theirs alone until they offer it, and then only what they share.

    `training` and `hours` (a month) are what communications suggests; the member says yes and names their manager, who
    confirms. Ended or taken back, these go.
    """

    class State(models.TextChoices):
        OWN = "own", _("only for me")
        OFFERED = "offered", _("offered")
        SUGGESTED = "suggested", _("suggested")
        AGREED = "agreed", _("waiting for the manager")
        CONFIRMED = "confirmed", _("confirmed")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="offer")
    topics = models.JSONField(default=list, blank=True)  # ["repairs at home", …]
    needs = models.CharField(_("what would help"), max_length=LONGEST_LINE, blank=True)
    shares_topics = models.BooleanField(default=True)
    shares_needs = models.BooleanField(default=True)
    shares_accounts = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.OWN)
    offered_on = models.DateField(null=True, blank=True)

    training = models.CharField(_("training"), max_length=LONGEST_LINE, blank=True)
    hours = models.PositiveSmallIntegerField(_("hours a month"), null=True, blank=True)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    since = models.DateTimeField(null=True, blank=True)  # when the state became what it is
    last_day = models.DateField(null=True, blank=True)  # when whoever's turn it is answers

    class Meta:
        ordering = ("offered_on", "pk")

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_offered(self) -> bool:
        return self.state != self.State.OWN
