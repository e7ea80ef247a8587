"""What people type about proposals."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from vigor.policy.document import Case
from vigor_portal.dialogue.models import Proposal
from vigor_portal.dialogue.models.proposals import (
    LONGEST_GUIDELINE,
    LONGEST_REASON,
    LONGEST_SITUATION,
    LONGEST_TRIAL_NOTE,
    last_day,
)
from vigor_portal.dialogue.models.threads import LONGEST
from vigor_portal.dialogue.proposals.actions import Suggestion
from vigor_portal.dialogue.proposals.queries import Today
from vigor_portal.dialogue.proposals.wording import Fault, fault_in, fault_in_case, reads_the_same, tidy
from vigor_portal.web.fields import Words

FARTHEST_DAYS = 180
# Shows the difference while somebody writes; without JavaScript a button does.
LIVE = {
    "hx-post": "",
    "hx-trigger": "input delay:400ms",
    "hx-target": "#difference",
    "hx-vals": '{"show": "1"}',
    "hx-sync": "closest form:replace",
}
FAULTS = {
    Fault.SEVERAL: _(
        "That is more than one guideline: there is a heading, a list or the like in it. "
        "Write one guideline in plain sentences; suggest the others one at a time."
    ),
    Fault.ATTRIBUTES: _("Leave out what stands in curly brackets at the end: the point keeps its own."),
    Fault.MORE_THAN_A_CASE: _(
        "That is more than one case: there is a heading or the like in it. Write what happened in plain sentences."
    ),
    Fault.EMPTY_CASE: _("A case needs its name, what has happened and what we do."),
    Fault.COMMENT: _("Leave out <!-- … -->: nobody would see what stands in it."),
}


def long_words(label: Any, longest: int, rows: int, **kwargs: Any) -> Words:
    """A box for words. What is too long comes back whole: a browser that cuts off what is pasted loses it silently."""
    too_long = MaxLengthValidator(
        longest,
        ngettext_lazy(
            "That is %(show_value)d characters. Try to say it in %(limit_value)d.",
            "That is %(show_value)d characters. Try to say it in %(limit_value)d.",
            "limit_value",
        ),
    )
    return Words(label=label, validators=[too_long], widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class SuggestForm(forms.Form):
    """A suggestion of one kind about a point. Only what belongs to the kind is asked for."""

    kind = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: Proposal.Kind, today: Today, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.what, self.today = kind, today
        self.fields["kind"].initial = kind.value
        self.of_case = isinstance(today.point, Case)
        self.fields.update(_words_of(kind, of_case=self.of_case))
        if kind == Proposal.Kind.WORDING:
            self.fields["wording"].initial = today.words(kind)
        if kind in (Proposal.Kind.WORDING, Proposal.Kind.GUIDELINE):
            self.fields["wording"].widget.attrs |= LIVE
        if "wording" in self.fields:
            self.fields["wording"].widget.attrs["lang"] = today.language
        self.fields["reason"] = long_words(
            _("Why?"),
            LONGEST_REASON,
            3,
            error_messages={"required": _("Say in a sentence why: it is what the others decide by.")},
        )
        self.fields["last_day"] = forms.DateField(
            label=_("Decided by"),
            initial=last_day,
            required=False,
            help_text=_("Two weeks is what we usually take. After this day it stands first in the list."),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def clean_wording(self) -> str:
        words = tidy(self.cleaned_data["wording"])
        if self.what == Proposal.Kind.CASE:
            return words
        rewords = self.what == Proposal.Kind.WORDING
        before = self.today.words(self.what) if rewords else ""
        fault = fault_in_case(words) if rewords and self.of_case else fault_in(words, before)
        if fault is not None:
            raise forms.ValidationError(FAULTS[fault])
        if rewords and reads_the_same(words, before):
            raise forms.ValidationError(
                _("That is how it reads today. Change something in it, or leave it be.")
            )
        return words

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"] or last_day()
        if day < timezone.localdate():
            raise forms.ValidationError(_("That day has passed. Choose one that comes."))
        if day > timezone.localdate() + timedelta(days=FARTHEST_DAYS):
            raise forms.ValidationError(_("That is far away. Choose a day within half a year."))
        return day

    def suggestion(self) -> Suggestion:
        said = {name: self.cleaned_data.get(name, "") for name in ("wording", "title", "act", "outcome")}
        return Suggestion(
            kind=self.what,
            key=self.today.point.key,
            language=self.today.language,
            reason=self.cleaned_data["reason"],
            last_day=self.cleaned_data["last_day"],
            **said,
        )


def _words_of(kind: Proposal.Kind, *, of_case: bool) -> dict[str, forms.Field]:
    empty = {"required": _("Nothing is written here yet.")}
    if kind == Proposal.Kind.CASE:
        return {
            "title": Words(label=_("What is the case called?"), max_length=120, error_messages=empty),
            "wording": long_words(_("What has happened?"), LONGEST_SITUATION, 4, error_messages=empty),
            "act": Words(label=_("What do we do?"), max_length=500, error_messages=empty),
            "outcome": Words(label=_("What does that lead to?"), max_length=500, required=False),
        }
    if kind == Proposal.Kind.WORDING and of_case:
        words = long_words(_("It could say"), LONGEST_SITUATION, 14, error_messages=empty)
        words.help_text = _(
            "First what it is called, then an empty line and what has happened. A way to act begins with - [ ], "
            "what we do with - [x]; what it leads to comes after an arrow, →."
        )
        return {"wording": words}
    if kind == Proposal.Kind.WORDING:
        return {"wording": long_words(_("It could say"), LONGEST_GUIDELINE, 4, error_messages=empty)}
    if kind == Proposal.Kind.GUIDELINE:
        return {"wording": long_words(_("The new guideline"), LONGEST_GUIDELINE, 3, error_messages=empty)}
    return {}


class DeclineForm(forms.Form):
    answer = long_words(
        _("Why not?"),
        LONGEST_REASON,
        3,
        error_messages={"required": _("Say why not: whoever wrote it took the trouble, and reads this.")},
    )


class TrialForm(forms.Form):
    text = long_words(
        _("What did you see?"),
        LONGEST_TRIAL_NOTE,
        4,
        error_messages={"required": _("Nothing is written here yet.")},
    )


class RemarkForm(forms.Form):
    text = long_words(
        _("What do you think of it?"),
        LONGEST,
        3,
        error_messages={"required": _("Nothing is written here yet.")},
    )
