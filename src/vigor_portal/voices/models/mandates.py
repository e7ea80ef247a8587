"""A spokesperson's mandate: what somebody speaks for us about, where, and until when. It always ends."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import make_public_id
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT

# So long before the end holder and follower are reminded, and so long they have afterwards to look back.
DAYS_BEFORE_END = 21
DAYS_TO_LOOK_BACK = 14


class Mandate(models.Model):
    """Somebody speaks for us about something, from a day to a day.

    The holder is a member, or a person from outside with a name and ways to reach them. It is over by its dates alone:
    no job has to run for that. `ended_on` is set where it was ended early.
    """

    class Appears(models.TextChoices):
        NAME = "name", _("under their name")
        ALIAS = "alias", _("under another name")
        NOT = "not", _("not at all")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="mandates"
    )
    outside_name = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    outside_email = models.EmailField(_("e-mail"), blank=True)
    reached_by = models.CharField(_("other ways to reach them"), max_length=LONGEST_LINE, blank=True)
    # Whoever lives under a protected identity is shown under another name, or not at all.
    appears = models.CharField(_("in the press room"), max_length=5, choices=Appears, default=Appears.NAME)
    alias = models.CharField(_("the other name"), max_length=LONGEST_NAME, blank=True)

    idea = models.CharField(_("idea or campaign"), max_length=LONGEST_LINE)
    topics = models.JSONField(default=list, blank=True)  # ["repairs at home", …]
    channels = models.JSONField(
        default=list, blank=True
    )  # ["https://mastodon.example/@ada", "podcast Stygn", …]
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"))
    afterwards = models.CharField(_("what happens after"), max_length=LONGEST_LINE, blank=True)
    paid = models.BooleanField(_("we pay for it"), default=False)

    # Does this voice fit? Short answers, all of them optional.
    stands_for = models.CharField(max_length=LONGEST_LINE, blank=True)
    they_do = models.CharField(max_length=LONGEST_LINE, blank=True)
    both_brands = models.CharField(max_length=LONGEST_LINE, blank=True)

    followed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now)
    # The end that was reminded of: an extended mandate has another, and is reminded of anew.
    reminded_of = models.DateField(null=True, blank=True)
    told_over = models.BooleanField(default=False)

    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said = models.CharField(_("what we say in public"), max_length=LONGEST_LINE, blank=True)

    gave = models.TextField(_("what it gave"), max_length=LONGEST_TEXT, blank=True)
    cost = models.TextField(_("what it cost"), max_length=LONGEST_TEXT, blank=True)
    looked_back_on = models.DateField(null=True, blank=True)
    looked_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("ends_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="mandates_end_after_they_start"
            ),
        )
        indexes = (models.Index(fields=("ends_on",), name="mandates_by_end"),)

    def __str__(self) -> str:
        return self.public_id

    @property
    def last_day(self) -> date:
        """The last day on which it holds, or held."""
        return min(self.ends_on, self.ended_on) if self.ended_on else self.ends_on

    @property
    def is_over(self) -> bool:
        """One that is ended early is over at once; one that runs out, on the day after its last."""
        return self.ended_on is not None or self.ends_on < timezone.localdate()

    @property
    def is_to_come(self) -> bool:
        return not self.is_over and self.starts_on > timezone.localdate()

    @property
    def is_running(self) -> bool:
        return not self.is_over and not self.is_to_come

    @property
    def is_outside(self) -> bool:
        return self.member_id is None


class Extension(models.Model):
    """A decision that a mandate goes on: until when, and why."""

    mandate = models.ForeignKey(Mandate, on_delete=models.CASCADE, related_name="extensions")
    ended_on = models.DateField()  # when it would have ended
    until = models.DateField()
    reason = models.CharField(max_length=LONGEST_LINE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.mandate_id} until {self.until}"


class PublicMandate(models.Model):
    """A mandate as anybody may know it, written when it changes; the page of spokespersons reads nothing else.

    It is shown from `starts_on` to `until`, and some weeks longer with "was, until": by the dates, whenever it is read.
    """

    public_id = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=LONGEST_NAME)
    title = models.CharField(max_length=120, blank=True)
    outside = models.BooleanField(default=False)
    paid = models.BooleanField(default=False)
    # The key of the guideline on marking advertising, for a paid one: what a guideline is checked for isn't public.
    advert = models.CharField(max_length=64, blank=True, default="")
    idea = models.CharField(max_length=LONGEST_LINE)
    topics = models.JSONField(default=list)
    channels = models.JSONField(default=list)
    starts_on = models.DateField()
    until = models.DateField()
    ended_early = models.BooleanField(default=False)
    said = models.CharField(max_length=LONGEST_LINE, blank=True)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.public_id
