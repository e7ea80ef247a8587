"""Form fields that the site's forms share."""

from __future__ import annotations

from typing import Any

from django import forms

from vigor.policy.html import UNSEEN


class Words(forms.CharField):
    """What somebody wrote, without signs that can't be seen: some of them turn the page of whoever reads it around."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(UNSEEN.sub("", value) if isinstance(value, str) else value)
