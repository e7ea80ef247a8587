"""What people think of a guideline, under a pseudonym; and the figures, frozen, that are shown of it.

No row says when it was written, and none has a number that would tell the order. Nothing here refers to a member:
`stances/pseudonyms.py` makes the key of somebody's row anew each time, with a secret that lies outside the database.
"""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def today() -> date:
    return timezone.localdate()


class Stance(models.Model):
    """One person's answer on one guideline. The key is the pseudonym: another one for each guideline."""

    class Choice(models.TextChoices):
        AGREE = "agree", _("agree")
        UNSURE = "unsure", _("unsure")
        DISAGREE = "disagree", _("disagree")

    who = models.UUIDField(primary_key=True, editable=False)
    # Without an index: a member's rows are found by their keys, and a snapshot reads all of them.
    guideline = models.CharField(max_length=64)
    # Empty when it was taken back, and only the figures remember that they had counted it.
    stance = models.CharField(max_length=8, choices=Choice, blank=True)
    version = models.PositiveIntegerField()  # the number of the version that was in force at the answer
    # The one that the member had when answering.
    department = models.ForeignKey(
        "people.Department",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_index=False,
    )
    reason = models.TextField(blank=True)  # until it is passed on; then the words are cut loose from the row
    passed_on = models.BooleanField(default=False)
    # What the figures know (see `stances/figures.py`): the stances that a block has counted, as bits; the stream whose
    # block counts this one now (a department's primary key, 0 for the rest), and as what.
    seen = models.PositiveSmallIntegerField(default=0)
    counted_in = models.BigIntegerField(null=True, blank=True)
    counted_as = models.CharField(max_length=8, blank=True)

    def __str__(self) -> str:
        return self.guideline


class StanceKey(models.Model):
    """One row: by this a site knows the secret that its pseudonyms were made with. It tells nothing of the secret."""

    fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.fingerprint[:8]


class StanceSnapshot(models.Model):
    """The latest snapshot: its day, and the version whose principles it summed up. One row."""

    made_on = models.DateField(default=today)
    version = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.made_on.isoformat()


class StanceBlock(models.Model):
    """People who are counted together: a stream of a guideline, as it was when it was last renewed. Exact; never shown."""

    guideline = models.CharField(max_length=64)
    meant = (
        models.PositiveIntegerField()
    )  # the version in which the guideline got the meaning that was asked about
    stream = models.BigIntegerField()  # a department's primary key, or 0 for everybody else
    agree = models.PositiveIntegerField()
    unsure = models.PositiveIntegerField()
    disagree = models.PositiveIntegerField()
    renewed_on = models.DateField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("guideline", "stream"), name="one_block_per_stream"),)

    def __str__(self) -> str:
        return f"{self.guideline} {self.stream}"


class StanceFigure(models.Model):
    """A cell: a guideline or a principle, in a department or in the whole organisation (0). A sum of blocks.

    Pages show its bands (`figures.shown`), never its numbers.
    """

    point = models.CharField(max_length=64)
    department = models.BigIntegerField()
    agree = models.PositiveIntegerField()
    unsure = models.PositiveIntegerField()
    disagree = models.PositiveIntegerField()
    renewed_on = models.DateField()  # when the latest of its blocks was renewed

    class Meta:
        constraints = (models.UniqueConstraint(fields=("department", "point"), name="one_figure_per_cell"),)

    def __str__(self) -> str:
        return f"{self.point} {self.department}"


class StanceReason(models.Model):
    """Why somebody thinks so, passed on to communications together with at least four others. Nothing says whose."""

    # Random, and the order in which they are shown.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    guideline = models.CharField(max_length=64, db_index=True)
    meant = models.PositiveIntegerField()
    text = models.TextField()
    passed_on = models.DateField(default=today)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.guideline
