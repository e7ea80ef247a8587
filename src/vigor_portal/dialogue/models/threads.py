"""Conversations on a point of the policy: they hang on its key, and remember the words they were about."""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

DAYS_TO_CLOSE = 14
LONGEST = 5000  # characters of one comment
LONGEST_QUOTE = 600
TITLE = 90


def make_public_id() -> str:
    return secrets.token_urlsafe(9)


def last_day() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_CLOSE)


class Thread(models.Model):
    """What one person wrote about a point, and what others answered: one level, in the order it was said.

    `wording` is the point's own text, in `language`, as it read in version `number` when the thread began: whoever
    reads it later sees what it was about, whatever the point says then. `quote` is a piece of it, or empty.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    class Outcome(models.TextChoices):
        CHANGED = "changed", _("We changed the policy")
        UNCHANGED = "unchanged", _("We keep it as it is")
        CASE = "case", _("It became a case")
        ANSWER = "answer", _("It became a question and answer")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    key = models.CharField(max_length=64)
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    wording = models.TextField()
    quote = models.TextField(blank=True)
    # Where it is shown instead of beside the point: "proposal" or "consultation". Lists of a point's threads leave it out.
    room = models.CharField(max_length=12, blank=True, default="")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)

    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(default=last_day)
    # Since when somebody waits for a word from communications; empty when the last word is theirs.
    waits_since = models.DateTimeField(null=True, blank=True)
    # Counted when written, so that a page costs the same however much is said.
    said = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(default=timezone.now)

    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    outcome_words = models.TextField(blank=True)
    outcome_number = models.PositiveIntegerField(null=True, blank=True)  # the version that changed it
    outcome_key = models.CharField(max_length=64, blank=True)  # the case that it became
    outcome_link = models.CharField(max_length=300, blank=True)  # where the answer stands
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-last_at", "-pk")
        indexes = (
            # Each has the columns of a list and then its order, so that a page of it is read and no more, and a count
            # touches the index alone.
            models.Index(fields=("key", "room", "state", "-last_at", "-id"), name="threads_said_of_a_point"),
            models.Index(fields=("room", "state", "due_on", "id"), name="threads_to_answer"),
            models.Index(fields=("room", "state", "-closed_at", "-id"), name="threads_settled"),
            models.Index(fields=("state", "waits_since"), name="threads_waiting"),
        )

    def __str__(self) -> str:
        return self.public_id

    @property
    def title(self) -> str:
        """What the point was called when the thread began, in the thread's language: its first sentence."""
        line = self.wording.strip().partition("\n")[0]
        first, dot, _rest = line.partition(". ")
        return Truncator(first + dot.strip()).chars(TITLE) or self.key

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()


class Comment(models.Model):
    """What somebody said in a thread. Withdrawn, its text is gone; the line stays only where others answered it."""

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)  # Markdown light
    at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.public_id


class Participant(models.Model):
    """Somebody who took part in a thread or was called in to it: who is told what becomes of it."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="participants")
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("thread", "member"), name="one_part_in_a_thread"),)

    def __str__(self) -> str:
        return f"{self.member_id} in {self.thread_id}"


class Talk(models.Model):
    """What the margin says of a point: counted at each write, so that the policy page reads one row a point."""

    key = models.CharField(max_length=64, unique=True)
    open = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    public = models.PositiveIntegerField(default=0)  # comments of the public that are shown
    newest = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.key
