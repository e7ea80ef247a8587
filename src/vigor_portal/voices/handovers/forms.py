"""What people type about handovers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.people.models import Member
from vigor_portal.voices.mandates.forms import day_field
from vigor_portal.voices.models import Handover
from vigor_portal.voices.models.accounts import LONGEST_LINE
from vigor_portal.voices.models.handovers import DAYS_TO_HAND_OVER
from vigor_portal.voices.register.fields import Colleague, long_words
from vigor_portal.web.fields import Words

LONGEST_FAREWELL = 600


def in_two_weeks() -> date:
    return timezone.localdate() + timedelta(days=DAYS_TO_HAND_OVER)


class BeginForm(forms.Form):
    """Who goes, and when; whoever isn't of communications begins their own."""

    member = Colleague(label=gettext_lazy("Who is moving on?"))
    last_day = day_field(gettext_lazy("Last day"), initial=in_two_weeks)

    def __init__(self, *args: Any, mine: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if mine:
            del self.fields["member"]

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("That day has passed. Choose today or a later one."))
        return day


class TakeOverForm(forms.Form):
    member = Colleague(label=gettext_lazy("Who takes over?"))


class AppointForm(forms.Form):
    """Who sees to a handover, and by when: both in one."""

    owner = Colleague(
        label=gettext_lazy("Who sees to it?"),
        required=False,
        help_text=gettext_lazy("Empty: communications together."),
    )
    last_day = day_field(gettext_lazy("By when?"))

    @classmethod
    def of(cls, handover: Handover, data: Any = None) -> AppointForm:
        owner = handover.owner if handover.owner and handover.owner.is_active else None
        return cls(data, initial={"owner": owner.email if owner else "", "last_day": handover.last_day})


class FarewellForm(forms.Form):
    """A farewell in each language of the site, and where its person wants to be followed."""

    follow_at = Words(
        label=gettext_lazy("Where can they be followed?"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=gettext_lazy("Only what they want themselves. Their own accounts are theirs."),
    )

    def __init__(self, handover: Handover, by: Member, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = handover.member_id == by.pk
        for code, language in settings.LANGUAGES:
            self.fields[code] = long_words(language, LONGEST_FAREWELL, 3, required=False)
            self.fields[code].widget.attrs["lang"] = code
        if self.own:
            self.fields["follow_at"].label = _("Where can you be followed?")
            self.fields["follow_at"].help_text = _("Only if you like. Your own accounts are yours.")
        else:
            label = _("%(name)s has read this, and said yes") % {"name": handover.member.get_short_name()}
            needed = {"required": _("Ask first: it is about them, and it stands in public.")}
            self.fields["agreed"] = forms.BooleanField(label=label, error_messages=needed)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(code, "").strip() for code, _language in settings.LANGUAGES):
            self.add_error(settings.LANGUAGES[0][0], _("Say at least a thank you, or leave it out."))
        return cleaned

    def texts(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code, _language in settings.LANGUAGES}
