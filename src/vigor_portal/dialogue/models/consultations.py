"""A draft that is shown before it is decided: "this is a proposal", until a day."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.models.public import PublicComment
from vigor_portal.dialogue.models.threads import Thread, make_public_id
from vigor_portal.people.models import Department
from vigor_portal.policies.models import Version

DAYS_OPEN = 21
LONGEST_SUMMARY = 4000


def three_weeks_ahead() -> date:
    return timezone.localdate() + timedelta(days=DAYS_OPEN)


class Consultation(models.Model):
    """A frozen draft, open for what people think of it. One at a time is open or waits for its summary.

    Without `everyone` it is shown to the departments named; to the public only where `public`. `ended_at` is when
    comments closed, `summarised_at` when what came of it was published.
    """

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    based_on = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    everyone = models.BooleanField(default=True)
    departments = models.ManyToManyField(Department, blank=True, related_name="+")
    public = models.BooleanField(default=False)
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField(default=three_weeks_ahead)
    ended_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(blank=True)
    summarised_at = models.DateTimeField(null=True, blank=True)
    # True while it is open or unsummarised, empty afterwards: the database, too, lets there be one.
    is_the_one = models.BooleanField(null=True, default=True, unique=True, editable=False)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        """May people still say something? The last day counts to its end, whether or not a job has closed it."""
        return self.ended_at is None and self.last_day >= timezone.localdate()

    @property
    def is_summarised(self) -> bool:
        return self.summarised_at is not None


class ConsultationText(models.Model):
    """The frozen draft in one language, and its public projection, written when it was shared."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    source = models.TextField()
    public_source = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("consultation", "language"), name="one_consultation_text_per_language"
            ),
        )

    def __str__(self) -> str:
        return f"{self.consultation} ({self.language})"


class Said(models.Model):
    """What was said of a point of a consultation: a conversation of members, or a comment of the public's."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="said")
    key = models.CharField(max_length=64)
    thread = models.OneToOneField(
        Thread, null=True, blank=True, on_delete=models.CASCADE, related_name="consulted"
    )
    comment = models.OneToOneField(
        PublicComment, null=True, blank=True, on_delete=models.CASCADE, related_name="consulted"
    )

    class Meta:
        indexes = (models.Index(fields=("consultation", "key"), name="said_of_a_point"),)

    def __str__(self) -> str:
        return f"{self.consultation} {self.key}"


class Upshot(models.Model):
    """What came of what was said of a point, in communications' words; an empty key is the text as a whole."""

    class Outcome(models.TextChoices):
        CHANGED = "changed", _("we changed it")
        PARTLY = "partly", _("we changed some of it")
        KEPT = "kept", _("we keep it as we proposed it")
        LATER = "later", _("we come back to it")

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="upshots")
    key = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    words = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("consultation", "key"), name="one_upshot_a_point"),)

    def __str__(self) -> str:
        return f"{self.consultation} {self.key}: {self.outcome}"
