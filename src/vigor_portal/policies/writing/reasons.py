"""The form that goes with publishing. Everything in it is filled in, and everything can be left as it is, or empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor.policy.meaning import Change
from vigor_portal.policies import queries
from vigor_portal.policies.actions import Conditions
from vigor_portal.policies.models import Cause
from vigor_portal.policies.writing.informed import Informed
from vigor_portal.policies.writing.proposing import ChangedGuideline, Proposal


class ReasonForm(forms.Form):
    """Why the policy changes: a cause, and a sentence in each language that somebody has written in."""

    use_required_attribute = False
    cause = forms.ChoiceField(
        label=gettext_lazy("What made it change?"),
        choices=[*Cause.choices, ("", gettext_lazy("we don’t say"))],
        initial=Cause.OURSELVES,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, languages: Sequence[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = tuple(languages if languages is not None else _languages_of_the_draft())
        for language in self.languages:
            self.fields[f"because_{language}"] = forms.CharField(
                label=gettext_lazy("Because"),
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2, "lang": language}),
            )

    def because(self) -> list[tuple[str, forms.BoundField]]:
        """For the template: language and field."""
        return [(language, self[f"because_{language}"]) for language in self.languages]

    def reasons(self) -> dict[str, str]:
        """The sentences by language."""
        return {language: self.cleaned_data[f"because_{language}"] for language in self.languages}


class PublishForm(ReasonForm):
    """All that can be said when something is published: also what changed its meaning, when, and working conditions."""

    # Told apart from the editor's smaller form: a box that isn't there isn't one that was left unticked.
    asked = forms.CharField(initial="1", widget=forms.HiddenInput, required=False)
    at = forms.DateTimeField(
        label=gettext_lazy("When does it come into force?"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"],
        error_messages={
            "invalid": gettext_lazy("Write day and time as 2027-03-01 09:00, or leave it empty.")
        },
    )
    shared = forms.BooleanField(
        label=gettext_lazy("Everybody who works here may read beforehand what will change"), required=False
    )
    touches = forms.BooleanField(label=gettext_lazy("This touches working conditions"), required=False)
    informed_on = forms.DateField(
        label=gettext_lazy("The unions were informed (MBL § 19)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    negotiated_on = forms.DateField(
        label=gettext_lazy("We negotiated with them (MBL § 11)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, proposal: Proposal, *args: Any, informed: Sequence[Informed] = (), **kwargs: Any
    ) -> None:
        """`informed`: when the unions came to know of it, the latest first; proposed where conditions are touched."""
        super().__init__(*args, languages=tuple(proposal.reasons), **kwargs)
        self.proposal = proposal
        self.informed = tuple(informed) if proposal.topics else ()
        self.initial.update(informed_on=self.informed[0].day if self.informed else None)
        self.initial.update({f"because_{language}": said for language, said in proposal.reasons.items()})
        self.initial.update(touches=bool(proposal.topics))
        for guideline in proposal.guidelines:
            self.fields[f"meaning_{guideline.key}"] = forms.ChoiceField(
                label=guideline.title,
                choices=[
                    (Change.MEANING.value, gettext_lazy("It means something else")),
                    (Change.WORDING.value, gettext_lazy("Only the wording")),
                ],
                initial=guideline.proposed.value,
                required=False,
                widget=forms.RadioSelect,
            )

    def guidelines(self) -> list[tuple[ChangedGuideline, forms.BoundField]]:
        """For the template: each changed guideline and its choice."""
        return [(each, self[f"meaning_{each.key}"]) for each in self.proposal.guidelines]

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at is not None and at <= timezone.now():
            raise ValidationError(
                _("That time has passed. Leave it empty to publish now, or choose a later time.")
            )
        return at

    def meanings(self) -> dict[str, str]:
        """What was chosen, by key; what we proposed where nothing was."""
        said = self.cleaned_data
        return {
            each.key: said.get(f"meaning_{each.key}") or each.proposed.value
            for each in self.proposal.guidelines
        }

    def conditions(self) -> Conditions:
        informed: date | None = self.cleaned_data["informed_on"]
        negotiated: date | None = self.cleaned_data["negotiated_on"]
        # Whoever gives a date has said that it does; a date that we proposed has said nothing.
        given = informed if informed != self.initial.get("informed_on") else None
        touches = bool(self.cleaned_data["touches"] or given or negotiated)
        return Conditions(touches, informed, negotiated)


def _languages_of_the_draft() -> list[str]:
    draft = queries.the_draft()
    rows = queries.texts_in(draft) if draft else []
    return [row.language for row in rows if row.source.strip() or row is rows[0]]
