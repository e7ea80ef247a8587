"""What people type about mandates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.people.models import Member
from vigor_portal.voices.mandates.values import Terms, latest_end
from vigor_portal.voices.models import Mandate
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT
from vigor_portal.voices.register.fields import Colleague, Lines, Topics, long_words
from vigor_portal.web.fields import Words

USUAL_DAYS = 182


def in_half_a_year() -> date:
    return timezone.localdate() + timedelta(days=USUAL_DAYS)


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    messages = {
        "required": gettext_lazy("Choose a day."),
        "invalid": gettext_lazy("Write the day as 2027-03-01."),
    }
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=messages, **kwargs)


def line(label: Any, **kwargs: Any) -> Words:
    return long_words(label, LONGEST_LINE, kwargs.pop("rows", 2), **kwargs)


class AppearsForm(forms.Form):
    """How the holder is shown: theirs to say."""

    appears = forms.ChoiceField(
        label=gettext_lazy("In the press room they are shown"),
        choices=Mandate.Appears.choices,
        initial=Mandate.Appears.NAME,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Whoever lives under a protected identity is shown under another name, or not at all."
        ),
    )
    alias = Words(label=gettext_lazy("The other name"), max_length=LONGEST_NAME, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("appears") == Mandate.Appears.ALIAS and not cleaned.get("alias"):
            self.add_error("alias", _("Which name shall we show?"))
        return cleaned


class TermsForm(AppearsForm):
    """What is agreed on: questions first, then who, what, where, and what happens after."""

    stands_for = line(gettext_lazy("What do we stand for, that they would say anyway?"), required=False)
    they_do = line(gettext_lazy("What do they do, when nobody asks them to?"), required=False)
    both_brands = line(
        gettext_lazy("They have a name of their own. What does ours add to it, and theirs to ours?"),
        required=False,
    )
    member = Colleague(
        label=gettext_lazy("A colleague"),
        required=False,
        help_text=gettext_lazy("Name or e-mail. Leave it empty for somebody from outside."),
    )
    outside_name = Words(label=gettext_lazy("Name"), max_length=LONGEST_NAME, required=False)
    outside_email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        help_text=gettext_lazy("We remind them of the end there. It is never shown."),
    )
    reached_by = Words(
        label=gettext_lazy("Other ways to reach them"), max_length=LONGEST_LINE, required=False
    )
    idea = Words(
        label=gettext_lazy("Idea or campaign"),
        max_length=LONGEST_LINE,
        error_messages={"required": gettext_lazy("Say in a few words what it is about.")},
    )
    topics = Topics(
        label=gettext_lazy("Topics"), required=False, help_text=gettext_lazy("With a comma between.")
    )
    channels = Lines(
        label=gettext_lazy("Where"),
        required=False,
        help_text=gettext_lazy("A line each: an address, a podcast, a stage. It is shown in the press room."),
    )
    paid = forms.BooleanField(
        label=gettext_lazy("We pay for it, or lend, or treat"),
        required=False,
        help_text=gettext_lazy("Then what they publish for us is advertising, and is marked as such."),
    )
    afterwards = line(gettext_lazy("What happens after?"), required=False)
    followed_by = Colleague(label=gettext_lazy("Who follows it?"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "member" not in self.errors and not cleaned.get("member") and not cleaned.get("outside_name"):
            self.add_error("member", _("Who is it? A colleague, or somebody from outside with a name."))
        if cleaned.get("member") and cleaned.get("outside_name"):
            self.add_error(
                "outside_name", _("Either a colleague or somebody from outside: leave one of them empty.")
            )
        return cleaned

    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(**{name: said[name] for name in Terms.__dataclass_fields__})

    @classmethod
    def of(cls, mandate: Mandate, data: Mapping[str, Any] | None) -> TermsForm:
        initial = {name: getattr(mandate, name) for name in Terms.__dataclass_fields__}
        for name in ("member", "followed_by"):
            initial[name] = _written(initial[name])
        return cls(data, initial=initial)


class GiveForm(TermsForm):
    """The same, with its days: a mandate always has an end."""

    starts_on = day_field(gettext_lazy("From"), initial=timezone.localdate)
    ends_on = day_field(gettext_lazy("Until"), initial=in_half_a_year)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end:
            if end < start or end < timezone.localdate():
                self.add_error("ends_on", _("It would be over before it begins. Choose a later day."))
            elif end > latest_end(start):
                self.add_error(
                    "ends_on", _("Two years at a time, at most. It can go on when you have decided so.")
                )
        return cleaned


class ExtendForm(forms.Form):
    until = day_field(gettext_lazy("Until"))
    reason = line(
        gettext_lazy("Why does it go on?"),
        error_messages={"required": gettext_lazy("Say why: it is a decision, and somebody will ask.")},
    )

    def __init__(self, mandate: Mandate, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mandate = mandate
        self.initial["until"] = max(mandate.ends_on, timezone.localdate()) + timedelta(days=USUAL_DAYS)

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= self.mandate.ends_on:
            raise forms.ValidationError(_("It lasts that long already. Choose a later day."))
        if until > latest_end():
            raise forms.ValidationError(
                _("Two years at a time, at most. It can go on when you have decided so.")
            )
        return until


class EndForm(forms.Form):
    said = line(
        gettext_lazy("What do we say in public?"),
        required=False,
        help_text=gettext_lazy("It stands in the press room for four weeks. Empty is fine, too."),
    )


class LookBackForm(forms.Form):
    gave = long_words(
        gettext_lazy("What did it give?"),
        LONGEST_TEXT,
        4,
        error_messages={"required": gettext_lazy("A sentence is enough.")},
    )
    cost = long_words(gettext_lazy("What did it cost, in money and time?"), LONGEST_TEXT, 3, required=False)


def _written(member: Member | None) -> str:
    """A colleague as the box for a colleague understands it."""
    return member.email if member is not None and member.is_active else ""
