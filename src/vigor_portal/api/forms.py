"""What a member says of a key for a program."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor_portal.checking.forms import LAYERS
from vigor_portal.web.fields import Words


class TokenForm(forms.Form):
    name = Words(
        label=_("What is the key for?"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Give it a name, so that you know which it is when you take it back.")},
    )
    layer = forms.ChoiceField(label=_("There I write as"), choices=LAYERS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
