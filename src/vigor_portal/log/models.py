"""The append-only record of who changed what."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """One change. Ids and kinds only, no free text: a forgotten member's entries stay, and stay true."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=64, db_index=True)  # "policy.published"
    object_kind = models.CharField(max_length=64, blank=True)  # "policies.version"
    object_id = models.CharField(max_length=64, blank=True)
    ids = models.JSONField(default=dict)  # {"number": 3}

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("object_kind", "object_id")),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.object_kind}:{self.object_id}"
