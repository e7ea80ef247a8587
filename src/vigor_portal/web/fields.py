"""Form fields that the site's forms share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.dateparse import parse_date

from vigor.policy.html import UNSEEN


class Words(forms.CharField):
    """What somebody wrote, without signs that can't be seen: some of them turn the page of whoever reads it around."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(UNSEEN.sub("", value) if isinstance(value, str) else value)


def day_in(text: str) -> date | None:
    """The day that a date box holds ("2027-03-01"); None for an empty box and for what is no day."""
    try:
        return parse_date(text)
    except ValueError:
        return None
