"""What checking keeps: the organisation's own words, and which advice people don't agree with. Never a post."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from django.db import models
from django.utils import timezone

from vigor.check import OwnWords

LISTS = tuple(field.name for field in fields(OwnWords))
LONGEST_WORD = 80


def today() -> date:
    return timezone.localdate()


class WordList(models.Model):
    """One of the lists of `OwnWords`: `kind` is its name ("code_names"), `words` what stands in it, in order."""

    kind = models.CharField(max_length=20, unique=True)
    words = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.kind


class Objection(models.Model):
    """How often on a day somebody said "I don't agree with this advice". Not who, and nothing of the post."""

    check_name = models.CharField(max_length=40)
    guideline = models.CharField(max_length=64)
    on = models.DateField(default=today)
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("check_name", "guideline", "on"), name="one_objection_a_day"),
        )
        ordering = ("-on", "check_name", "guideline")

    def __str__(self) -> str:
        return f"{self.check_name} {self.guideline}"
