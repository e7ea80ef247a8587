"""What people press and type about a guideline."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.models import Stance
from vigor_portal.dialogue.stances.actions import LONGEST_REASON
from vigor_portal.web.fields import Words


class StanceForm(forms.Form):
    """One press: which guideline, and what one thinks of it; "back" takes it back."""

    guideline = forms.CharField(max_length=64)
    stance = forms.ChoiceField(
        choices=[*Stance.Choice.choices, ("back", _("take back"))],
        error_messages={"required": _("Choose what you think first.")},
    )


class ReasonForm(forms.Form):
    """Why one thinks so."""

    reason = Words(
        label=_("Why, if you like"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "max_length": _("That is long for a reason. Try to say it in %(limit_value)d characters.")
        },
    )

    def __init__(self, *args: Any, guideline: str, **kwargs: Any) -> None:
        # Several on one page: each field has an id of its own.
        kwargs["auto_id"] = f"why-{guideline}-%s"
        super().__init__(*args, **kwargs)
