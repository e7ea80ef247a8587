"""That colleagues were asked to hold an account, too."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from vigor_portal.people.models import Department
from vigor_portal.voices.models.accounts import Account

# So long a yes is enough; and so long nobody is asked about the same account again.
DAYS_OPEN = 21
DAYS_BETWEEN = 7


class Asked(models.Model):
    """`by` asked those in a department whether they would hold the account. Who said no, or nothing, is kept nowhere."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="asked")
    department = models.ForeignKey(Department, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.account_id} in {self.department_id}"
