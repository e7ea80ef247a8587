"""What is asked on the overviews."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor_portal.voices.mandates.forms import day_field
from vigor_portal.voices.overview.leaving import friday
from vigor_portal.voices.register.fields import Colleague


class WhoForm(forms.Form):
    """Which colleague would be away."""

    who = Colleague(label=_("Who would leave?"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class DayForm(forms.Form):
    """The last day, where a handover is begun."""

    last_day = day_field(_("Last day"), initial=friday)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        return day
