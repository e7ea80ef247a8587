"""What people type about profiles."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.voices.models import Appearance
from vigor_portal.voices.models.accounts import LONGEST_NAME, LONGEST_TEXT
from vigor_portal.voices.register.fields import Place, long_words
from vigor_portal.web.fields import Words


class EnterForm(forms.Form):
    address = Place(
        label=gettext_lazy("Address"),
        help_text=gettext_lazy(
            "As in the browser, or with the server: @anna@social.example, anna.bsky.social."
        ),
    )


class AppearanceForm(forms.Form):
    how = forms.ChoiceField(
        label=gettext_lazy("In public I am called"),
        choices=Appearance.How.choices,
        widget=forms.RadioSelect,
    )
    alias = Words(label=gettext_lazy("The other name"), max_length=LONGEST_NAME, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("how") == Appearance.How.ALIAS and not cleaned.get("alias"):
            self.add_error("alias", _("Which name, then?"))
        return cleaned


class PasteForm(forms.Form):
    text = long_words(gettext_lazy("The text of the profile"), LONGEST_TEXT, 5)
