"""Keys for programs: an editor or a script that checks posts for a member, and can do nothing else."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone


def today() -> date:
    return timezone.localdate()


class Token(models.Model):
    """A key. Only a hash of it is kept, and never when it was used: that would tell who writes, and when."""

    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    layer = models.CharField(max_length=20, blank=True)  # who speaks where it is used
    secret_hash = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(default=today)

    class Meta:
        ordering = ("made_on", "pk")

    def __str__(self) -> str:
        return self.name
