"""Questions that the policy didn't answer, sent to communications by whoever asked, and the answers to them."""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DAYS_TO_ANSWER = 7
LONGEST = 500


def make_public_id() -> str:
    return secrets.token_urlsafe(9)


def today() -> date:
    return timezone.localdate()


def last_day() -> date:
    return today() + timedelta(days=DAYS_TO_ANSWER)


class Answer(models.Model):
    """A question and its answer, in communications' words, for every member to read and for asking to find.

    Several questions can have the same answer. `point` is the key of the point that it rests on, as that read in
    version `rests_on`; either can be missing, and so can the text where the point says it all. One that is `public` is
    read in the press room, too (see `PublicAnswer`); one that is `named` was written for a question that came with its
    asker's name, and never is.
    """

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    question = models.CharField(max_length=LONGEST)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    point = models.CharField(max_length=64, blank=True)
    rests_on = models.PositiveIntegerField(null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now, db_index=True)
    taken_back = models.BooleanField(default=False)
    public = models.BooleanField(default=False)
    named = models.BooleanField(default=False)

    class Meta:
        ordering = ("-changed_at",)

    def __str__(self) -> str:
        return self.public_id

    @property
    def edition(self) -> str:
        """Another one with every change: whoever writes sees by it that somebody else wrote in between."""
        return self.changed_at.isoformat()


class PublicAnswer(models.Model):
    """What anybody may know of an answer: written in the transaction that lets it out, and all that the press room reads.

    `since` is the day on which these words became public: when they were written or changed in here is nobody's business.
    """

    public_id = models.CharField(max_length=16, unique=True)
    question = models.CharField(max_length=LONGEST)
    text = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    point = models.CharField(max_length=64, db_index=True)
    since = models.DateField(default=today)
    # Never shown: by this a process knows that what it has made of the answers is old.
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        # Among those of one day no order that would tell which was answered first.
        ordering = ("-since", "public_id")

    def __str__(self) -> str:
        return self.public_id


class Question(models.Model):
    """Asked in everyday words. Without a name unless the asker added it, and dated by the day only:
    a time of day beside a server's log would be a name after all."""

    class State(models.TextChoices):
        OPEN = "open", _("waiting for an answer")
        ANSWERED = "answered", _("answered")
        SET_ASIDE = "set-aside", _("set aside")

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    text = models.CharField(max_length=LONGEST)
    language = models.CharField(max_length=8)
    asked_on = models.DateField(default=today)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(default=last_day)
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    # Which member asked, for that member alone to recognise (see `people.sealing`). Empty once they have read the answer.
    seal = models.CharField(max_length=64, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        # The late ones first; among them no order that would tell who asked when.
        ordering = ("due_on", "public_id")

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_on < today()
