"""What members suggest that the policy should say, and who would like that too."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.models.threads import Thread, make_public_id
from vigor_portal.policies.models import Draft

DAYS_TO_DECIDE = 14
LONGEST_GUIDELINE = 2000  # characters of one guideline
LONGEST_SITUATION = 4000
LONGEST_REASON = 3000
LONGEST_TRIAL_NOTE = 3000


def last_day() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_DECIDE)


class Proposal(models.Model):
    """A suggested wording of one guideline or case, a new guideline or case, or that one goes.

    `key` is the point that it is about: the guideline or case itself; for a new guideline the section it would stand
    in, for a new case the guideline that it shows. `about` is how that point read, in `language`, in version `number`,
    when the proposal was last written; empty for something new. Words are in `language` alone until communications
    takes the proposal over.
    """

    class Kind(models.TextChoices):
        WORDING = "wording", _("a new wording")
        GUIDELINE = "guideline", _("a new guideline")
        CASE = "case", _("a new case")
        REMOVAL = "removal", _("a removal")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        TAKEN_OVER = "taken-over", _("in the draft")
        PUBLISHED = "published", _("published")
        DECLINED = "declined", _("not taken over")
        WITHDRAWN = "withdrawn", _("withdrawn")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    about = models.TextField(blank=True)
    wording = models.TextField(blank=True)  # Markdown: the guideline; a case whole, or a new one's situation
    title = models.CharField(max_length=120, blank=True)  # of a case
    act = models.CharField(max_length=500, blank=True)  # of a case: what we do
    outcome = models.CharField(max_length=500, blank=True)  # of a case: what it leads to
    reason = models.TextField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    revision = models.PositiveIntegerField(default=1)  # grows with each change of its words
    edited_at = models.DateTimeField(null=True, blank=True)

    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    last_day = models.DateField(default=last_day)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)  # why it wasn't taken over
    # The draft that holds it; empty again when that is thrown away.
    draft = models.ForeignKey(Draft, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    taken_key = models.CharField(max_length=64, blank=True)  # the point that it changed, or became
    published_number = models.PositiveIntegerField(null=True, blank=True)
    # The conversation about it, once somebody has said something.
    thread = models.OneToOneField(
        Thread, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposal"
    )
    # Counted when written, so that a list costs the same however many there are.
    supporters = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("last_day", "pk")
        indexes = (
            models.Index(fields=("state", "last_day"), name="proposals_by_last_day"),
            models.Index(fields=("key", "state"), name="proposals_of_a_point"),
            models.Index(
                fields=("-decided_at", "-id"),
                condition=models.Q(state__in=("published", "declined")),
                name="proposals_decided",
            ),
        )

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_adrift(self) -> bool:
        """Was it taken over into a draft that is gone? (What a planned version holds has left its draft, too.)"""
        return self.state == self.State.TAKEN_OVER and self.draft_id is None

    @property
    def is_late(self) -> bool:
        return (self.is_open or self.is_adrift) and self.last_day < timezone.localdate()

    @property
    def is_new(self) -> bool:
        """Does it add a point, instead of changing or removing one?"""
        return self.kind in (self.Kind.GUIDELINE, self.Kind.CASE)


class Support(models.Model):
    """A colleague would like it too. Only how many is shown; `member` is emptied when somebody is forgotten."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="supports")
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=("proposal", "member"), name="one_support_a_member"),)

    def __str__(self) -> str:
        return f"{self.member_id} supports {self.proposal_id}"


class TrialNote(models.Model):
    """What somebody saw while trying a guideline that is on trial; it stands beside the decision at the end."""

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    key = models.CharField(max_length=64, db_index=True)
    language = models.CharField(max_length=8)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.public_id
