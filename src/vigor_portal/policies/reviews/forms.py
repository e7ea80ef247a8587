"""Putting points up for review."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.policies.models import Review
from vigor_portal.policies.reviews.actions import DAYS_TO_REVIEW
from vigor_portal.policies.reviews.queries import points


def soon() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_REVIEW)


class PutUpForm(forms.Form):
    """What has happened, which points it touches, and by when somebody looks."""

    trigger = forms.ChoiceField(
        label=_("Why now?"), choices=Review.Trigger.choices, initial=Review.Trigger.EVENT
    )
    note = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    last_day = forms.DateField(
        label=_("Looked through by"),
        initial=soon,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    keys = forms.MultipleChoiceField(
        label=_("What does it touch?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one point, or the whole policy.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keys = self.fields["keys"]
        if isinstance(keys, forms.MultipleChoiceField):
            # The whole policy has no key, and an empty choice is none to a form.
            keys.choices = [(key or "*", name) for key, name in points()]

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < timezone.localdate():
            raise ValidationError(_("That day has passed. Choose today or a later one."))
        return day

    def chosen(self) -> list[str]:
        return ["" if key == "*" else key for key in self.cleaned_data["keys"]]
