"""A register on its way in: what was uploaded, how it is to be read, and what was said of its rows."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import make_public_id
from vigor_portal.voices.models.accounts import Account

DAYS_KEPT = 30


def kept_until() -> date:
    return timezone.localdate() + timedelta(days=DAYS_KEPT)


class Import(models.Model):
    """A file that somebody uploaded, kept until its accounts are in the register, it is thrown away, or `last_day`.

    `content` is the file as it came, and empty once it is done. `sample` holds its headings and first rows
    ({"headings": […], "rows": [[line, [cell, …]], …]}), `mapping` which heading says what, and `counts` how many rows
    and accounts of each kind there are. `position` is the number of rows that are done with; `round` is another
    whenever the work begins anew, so that a job that is late knows it.
    """

    class State(models.TextChoices):
        READING = "reading", _("being read")
        DRAFT = "draft", _("to be looked at")
        COUNTING = "counting", _("being counted")
        SAVING = "saving", _("being saved")
        DONE = "done", _("done")
        APPROVING = "approving", _("being approved")
        VOUCHING = "vouching", _("being vouched for")

    # Its accounts take a step together, after they have come in.
    STEPPING = (State.APPROVING, State.VOUCHING)
    WORKING = (State.READING, State.COUNTING, State.SAVING, *STEPPING)

    public_id = models.CharField(max_length=16, unique=True, default=make_public_id, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    last_day = models.DateField(default=kept_until)
    file_name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(default=bytes)
    state = models.CharField(max_length=10, choices=State, default=State.READING)
    round = models.PositiveIntegerField(default=0)

    format = models.CharField(max_length=4, blank=True)  # csv, json, yaml; empty until it is read
    encoding = models.CharField(max_length=12, blank=True)
    delimiter = models.CharField(max_length=1, blank=True)
    has_headings = models.BooleanField(null=True)
    unreadable = models.JSONField(
        default=dict, blank=True
    )  # {"kind": "quote", "line": 3}, if nothing can be read
    sample = models.JSONField(default=dict, blank=True)
    mapping = models.JSONField(default=dict, blank=True)
    fills_in = models.BooleanField(default=True)  # accounts that are here get what they lack

    rows = models.PositiveIntegerField(default=0)
    position = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_working(self) -> bool:
        return self.state in self.WORKING

    @property
    def is_done(self) -> bool:
        return self.state in (self.State.DONE, *self.STEPPING)


class ImportRemark(models.Model):
    """Something to be said of a row: why no account came of it, what was left out, or that we have it already.

    `kind` and `about` are what the words are made of when somebody reads them; `cells` what stood in the row.
    """

    transfer = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="remarks")
    line = models.PositiveIntegerField()
    weight = models.CharField(max_length=8)  # bad, note, twice, known, filled
    kind = models.CharField(max_length=16)
    column = models.CharField(max_length=100, blank=True)
    about = models.JSONField(default=dict, blank=True)
    cells = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("line", "pk")
        indexes = (models.Index(fields=("transfer", "weight", "line"), name="remarks_by_weight"),)

    def __str__(self) -> str:
        return f"line {self.line}: {self.kind}"


class ImportedAccount(models.Model):
    """An account that came in with a file, to be approved together with the others."""

    transfer = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="imported")
    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="imported")

    def __str__(self) -> str:
        return f"{self.account_id} of {self.transfer_id}"
