"""The published policy: versions that never change, and what is derived from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import in_language


class Cause(models.TextChoices):
    """What made the policy change; empty where nobody said. For the intranet."""

    ORGANISATION = "organisation", _("the organisation")
    OURSELVES = "ourselves", _("we ourselves")
    WORLD = "world", _("the world around us")


class Policy(models.Model):
    """The living text of the organisation; its versions hold the words."""

    slug = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=8)  # the original's; translations follow it

    def __str__(self) -> str:
        return self.slug


class Reasoned(models.Model):
    """What is said about a version beside its texts. For the intranet alone: the press room reads none of it."""

    reasons = models.JSONField(default=dict, blank=True)  # {"sv": "Kunderna skriver om natten nu."}
    cause = models.CharField(max_length=16, choices=Cause, blank=True)
    # Swedish law, MBL 1976:580: § 19 informing the unions, § 11 negotiating with them.
    touches_conditions = models.BooleanField(default=False)
    informed_on = models.DateField(null=True, blank=True)
    negotiated_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def because(self) -> str:
        """Why the policy changed, in the reader's language where it was said in it; empty where nobody said."""
        return in_language(self.reasons)

    @property
    def because_in(self) -> str:
        """The language that `because` is in; empty where nobody said."""
        said = self.because
        return next((language for language, text in self.reasons.items() if text == said), "") if said else ""


class Version(Reasoned):
    """One immutable, published state. Rows can't be changed or deleted: the database refuses.

    `meant_in` says per key in which version the point got its present meaning. A point that only got other words keeps
    the number that it had: who has answered it isn't asked again.
    """

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    meant_in = models.JSONField(default=dict)  # {"no-sarcasm": 2}
    # When it was to come into force, for one that was planned; `published_at` is when it did.
    planned_for = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("policy", "number"), name="one_version_per_number"),)

    def __str__(self) -> str:
        return f"{self.policy} {self.number}"

    @property
    def is_withdrawn(self) -> bool:
        """Was its text taken away for legal reasons? Then `withdrawal` says when and on what ground."""
        return hasattr(self, "withdrawal")


class VersionText(models.Model):
    """A version in one language: the whole text, and its public projection, written once, here.

    Everything public reads `public_source` (and its language, number and date) and nothing else. It is empty where
    the version has no public text in this language.
    `worded_in` says per key in which version the point got its present wording in this language; a translation is older
    than its original where its number is the lower.
    """

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=8)
    source = models.TextField()
    public_source = models.TextField(blank=True)
    # By these a process knows a text that it has parsed before, without reading it (see `shelf.py`).
    digest = models.CharField(max_length=64, blank=True)
    public_digest = models.CharField(max_length=64, blank=True)
    worded_in = models.JSONField(default=dict)  # {"no-sarcasm": 2}
    # Keys of the public projection whose words here are older than the original's.
    public_older = models.JSONField(default=list)
    # False where the public projection is the same, in every language, as the version's before it: a version
    # that changed internal points only is no event in the press room.
    public_changed = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "language"), name="one_text_per_language"),)

    def __str__(self) -> str:
        return f"{self.version} ({self.language})"


class Withdrawal(models.Model):
    """The tombstone of a version whose text was taken away for legal reasons."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.version} withdrawn"


class PublishedKey(models.Model):
    """A key that has stood in a published version. It is never given to another point."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="keys")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    first = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    removed = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    was_public = models.BooleanField(default=False)  # has stood in a public projection

    class Meta:
        constraints = (models.UniqueConstraint(fields=("policy", "key"), name="a_key_is_one_point"),)

    def __str__(self) -> str:
        return self.key


class PublicPage(models.Model):
    """A page of the press room, written at publishing and answered as it stands."""

    path = models.CharField(max_length=300, unique=True)  # "/press/sv/no-sarcasm"
    status = models.PositiveSmallIntegerField(default=200)
    content_type = models.CharField(max_length=80)
    body = models.BinaryField()
    gzipped = models.BinaryField()
    etag = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.path


class PublicStamp(models.Model):
    """One row: a token that is made anew whenever public pages are written.

    Every process compares it with the one it has (see `middleware.py`). Random, not counted: a number could
    come back after a restored backup and name other pages.
    """

    token = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.token


class Reading(models.Model):
    """The version that a member last read, for "new since you last read". Only the member sees it."""

    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reading")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.member_id} read {self.version_id}"


class Draft(models.Model):
    """The policy being worked on. There is one at a time, and none when nobody is writing."""

    based_on = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # The last day that a union representative read it: the day, and not who.
    union_read_on = models.DateField(null=True, blank=True)
    # Always true: the database, too, lets two who begin at once have one draft together.
    is_the_one = models.BooleanField(default=True, unique=True, editable=False)

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftText(models.Model):
    """A draft in one language. Any text, also one that can't be published; `revision` counts what was saved."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    source = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("draft", "language"), name="one_draft_per_language"),)

    def __str__(self) -> str:
        return f"{self.draft} ({self.language}, {self.revision})"


class DraftState(models.Model):
    """What a draft's text was at a revision: to go back to, and to know what somebody's change was made from."""

    text = models.ForeignKey(DraftText, on_delete=models.CASCADE, related_name="states")
    revision = models.PositiveIntegerField()
    source = models.TextField(blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("-revision",)
        constraints = (models.UniqueConstraint(fields=("text", "revision"), name="one_state_per_revision"),)

    def __str__(self) -> str:
        return f"{self.text_id} at {self.revision}"


class DraftCredit(models.Model):
    """Somebody whose proposed words for a point are in the draft. It becomes a Credit when the draft is published."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="credits")
    key = models.CharField(max_length=64)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("draft", "key", "member"), name="one_credit_in_a_draft"),
        )

    def __str__(self) -> str:
        return f"{self.draft}: {self.key} by {self.member_id}"


class Credit(models.Model):
    """Who proposed the words that a point got with a version. For the intranet; it never changes, like the version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="credits")
    key = models.CharField(max_length=64)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("version", "key", "member"), name="one_credit_in_a_version"),
        )

    def __str__(self) -> str:
        return f"{self.version}: {self.key} by {self.member_id}"


class PlannedVersion(Reasoned):
    """A draft that was decided on and comes into force by itself `at` that time. There is one at a time, or none.

    `meanings` are what was chosen for reworded points ({"no-sarcasm": "wording"}); `number` is none yet: it gets the
    next one that is free when it comes into force. The row goes then, and the version remembers `planned_for`.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        # A version came in between that changed the same points: somebody must look at it first.
        HELD = "held", _("held")

    based_on = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=16, choices=State, default=State.PLANNED)
    meanings = models.JSONField(default=dict, blank=True)
    # May everybody who works here read beforehand what will change?
    shared = models.BooleanField(default=False)
    planned_at = models.DateTimeField(default=timezone.now)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Always true: two who plan at once don't plan two.
    is_the_one = models.BooleanField(default=True, unique=True, editable=False)

    def __str__(self) -> str:
        return f"planned for {self.at.isoformat()}"

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD

    @property
    def is_late(self) -> bool:
        """Has its time passed without a worker to bring it into force?"""
        return not self.is_held and self.at < timezone.now()


class PlannedText(models.Model):
    """A planned version in one language, as it was when it was decided on."""

    planned = models.ForeignKey(PlannedVersion, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    source = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("planned", "language"), name="one_planned_text_per_language"),
        )

    def __str__(self) -> str:
        return f"{self.planned} ({self.language})"


class PlannedCredit(models.Model):
    """A DraftCredit of the draft that became the planned version."""

    planned = models.ForeignKey(PlannedVersion, on_delete=models.CASCADE, related_name="credits")
    key = models.CharField(max_length=64)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("planned", "key", "member"), name="one_credit_in_a_plan"),
        )

    def __str__(self) -> str:
        return f"{self.planned}: {self.key} by {self.member_id}"


class Review(models.Model):
    """A point, or the whole policy (an empty key), is to be looked through by a day: does it still hold?"""

    class Trigger(models.TextChoices):
        DATE = "date", _("it is time")
        PLATFORM = "platform", _("a platform has changed its terms")
        REORGANISED = "reorganised", _("we have reorganised")
        LAW = "law", _("the law has changed")
        EVENT = "event", _("something has happened")

    class Outcome(models.TextChoices):
        HOLDS = "holds", _("it still holds")
        CHANGED = "changed", _("it gets new words")

    key = models.CharField(max_length=64, blank=True)
    trigger = models.CharField(max_length=16, choices=Trigger, default=Trigger.DATE)
    note = models.TextField(blank=True)
    last_day = models.DateField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)  # empty while it is open
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("last_day", "pk")
        # A point is up for review once at a time; another reason is told beside the first.
        constraints = (
            models.UniqueConstraint(
                fields=("key",), condition=models.Q(outcome=""), name="one_open_review_per_point"
            ),
        )

    def __str__(self) -> str:
        return f"review of {self.key or 'the policy'} by {self.last_day}"

    @property
    def is_late(self) -> bool:
        return not self.outcome and self.last_day < timezone.localdate()
