"""What people type about consultations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.consultations.actions import Faces
from vigor_portal.dialogue.models import Upshot
from vigor_portal.dialogue.models.consultations import LONGEST_SUMMARY, three_weeks_ahead
from vigor_portal.dialogue.models.threads import LONGEST
from vigor_portal.dialogue.proposals.forms import long_words
from vigor_portal.people.queries import departments

EVERYONE, SOME = "everyone", "some"


class ShareForm(forms.Form):
    """Until when, and to whom. All of it is filled in."""

    last_day = forms.DateField(
        label=_("Until"),
        initial=three_weeks_ahead,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose a last day."), "invalid": _("Write the day as 2027-03-01.")},
    )
    whom = forms.ChoiceField(
        label=_("To whom"),
        choices=[(EVERYONE, _("everyone who works here")), (SOME, _("some departments"))],
        initial=EVERYONE,
        widget=forms.RadioSelect,
    )
    departments = forms.MultipleChoiceField(
        label=_("Which departments?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    public = forms.BooleanField(
        label=_("The public too, in the press room"),
        help_text=_(
            "They see what is public in the draft, and nothing else. What they write is looked at first."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {department.slug: department for department in departments()}
        named = self.fields["departments"]
        if isinstance(named, forms.MultipleChoiceField):
            named.choices = [(slug, department.name) for slug, department in self.known.items()]
        if not self.known:
            del self.fields["departments"]
            self.fields["whom"].widget = forms.HiddenInput()

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("That day has passed. Choose one that comes."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("whom") == SOME and not cleaned.get("departments"):
            self.add_error("departments", _("Choose at least one department, or everyone."))
        return cleaned

    def faces(self) -> Faces:
        said = self.cleaned_data
        everyone = said.get("whom") != SOME
        named = () if everyone else tuple(self.known[slug] for slug in said["departments"])
        return Faces(everyone, named, said["public"])


class SayForm(forms.Form):
    key = forms.SlugField(max_length=64, widget=forms.HiddenInput)
    text = long_words(
        _("What do you think?"), LONGEST, 3, error_messages={"required": _("Nothing is written here yet.")}
    )


class SummaryForm(forms.Form):
    """A few words on the whole, and for each point that somebody spoke about what came of it."""

    def __init__(self, names: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names
        self.fields["summary"] = long_words(_("In a few words"), LONGEST_SUMMARY, 4, required=False)
        for key in names:
            self.fields[f"outcome_{key}"] = forms.ChoiceField(
                label=_("What became of it?"),
                choices=[("", _("not answered")), *Upshot.Outcome.choices],
                required=False,
            )
            self.fields[f"words_{key}"] = long_words(_("Why"), LONGEST_SUMMARY, 2, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for key in self.names:
            if cleaned.get(f"words_{key}", "").strip() and not cleaned.get(f"outcome_{key}"):
                self.add_error(f"outcome_{key}", _("Choose what came of it."))
        if not cleaned.get("summary", "").strip() and not any(self.upshots_in(cleaned).values()):
            self.add_error(
                "summary", _("Say at least a sentence: people took the time to tell what they think.")
            )
        return cleaned

    def written(self) -> list[str]:
        """Everything that somebody wrote, for them to keep."""
        said = (self.cleaned_data[name] for name in ("summary", *(f"words_{key}" for key in self.names)))
        return [words for words in said if words.strip()]

    def upshots_in(self, cleaned: Mapping[str, str]) -> dict[str, str]:
        return {key: cleaned.get(f"outcome_{key}", "") for key in self.names}

    def upshots(self) -> dict[str, tuple[str, str]]:
        said = self.cleaned_data
        return {
            key: (said[f"outcome_{key}"], said[f"words_{key}"])
            for key in self.names
            if said[f"outcome_{key}"]
        }
