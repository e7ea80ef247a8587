"""The small forms beside the text. All of them are parts of the editor's one form, so that it is saved with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor.policy.document import Option
from vigor_portal.policies.writing.desk import Row
from vigor_portal.policies.writing.reasons import ReasonForm

__all__ = ["CaseForm", "ReasonForm"]

WAYS = 3


class CaseForm(forms.Form):
    """A situation and ways to act. Nothing is `required` for the browser: the same form saves the text, too."""

    use_required_attribute = False
    case_shows = forms.ChoiceField(
        label=_("Which guideline does it show?"),
        error_messages={
            "invalid_choice": _(
                "That guideline has been taken out of the draft while you wrote. Choose another; your case is still here."
            )
        },
    )
    case_title = forms.CharField(label=_("What is it called?"), max_length=120)
    case_situation = forms.CharField(
        label=_("What has happened?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
    case_ours = forms.ChoiceField(
        label=_("What we do"),
        choices=[(str(place), str(place)) for place in range(1, WAYS + 1)],
        initial="1",
        required=False,
    )

    def __init__(self, guidelines: Sequence[Row], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shows = self.fields["case_shows"]
        if isinstance(shows, forms.ChoiceField):
            shows.choices = [(row.name, row.title) for row in guidelines]
        for place in range(1, WAYS + 1):
            self.fields[f"case_act_{place}"] = forms.CharField(max_length=500, required=place == 1)
            self.fields[f"case_outcome_{place}"] = forms.CharField(max_length=500, required=False)

    def ways(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """For the template: number, the way to act, and what it leads to."""
        return [(str(n), self[f"case_act_{n}"], self[f"case_outcome_{n}"]) for n in range(1, WAYS + 1)]

    def options(self) -> list[Option]:
        """The ways that were filled in."""
        said = self.cleaned_data
        places = [n for n in range(1, WAYS + 1) if said[f"case_act_{n}"]]
        ours = said["case_ours"] if said["case_ours"] in map(str, places) else str(places[0])
        return [Option(said[f"case_act_{n}"], said[f"case_outcome_{n}"], ours=str(n) == ours) for n in places]
