"""What people write when they ask for an account, and when they answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.models import Department, Member
from vigor_portal.voices.applications.actions import Request
from vigor_portal.voices.models import Application
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT
from vigor_portal.voices.register.fields import Colleague, Topics, long_words
from vigor_portal.voices.register.forms import Plain
from vigor_portal.voices.register.places import network_choices
from vigor_portal.voices.register.values import STEWARDS_NEEDED
from vigor_portal.web.fields import Words

# The accounts that serve the purpose already are shown while one types; without JavaScript a button does it.
LIVE = {
    "hx-post": "",
    "hx-trigger": "input changed delay:500ms",
    "hx-target": "#serving",
    "hx-vals": '{"show": "1"}',
    "hx-include": "closest form",
    "hx-sync": "closest form:replace",
}
STEWARDS = ("steward_1", "steward_2", "steward_3")


class ApplicationForm(Plain):
    """Network, name, purpose and the rest of an application."""

    purpose = long_words(
        _("What do you want with it?"),
        LONGEST_TEXT,
        3,
        help_text=_("Two lines are enough: whom it helps, and with what."),
        error_messages={"required": _("Say in a sentence what it is for: it is what the yes rests on.")},
    )
    audience = Words(label=_("For whom?"), max_length=LONGEST_LINE)
    topics = Topics(label=_("Topics"), required=False, help_text=_("With commas between."))
    network = forms.ChoiceField(label=_("Where?"))
    name = Words(
        label=_("What should it be called?"),
        max_length=LONGEST_NAME,
        help_text=_("As it would be read there, such as “Spare parts” or “@ourparts”."),
    )
    department = forms.ModelChoiceField(
        label=_("Which department is it?"), queryset=Department.objects.all(), required=False, empty_label="–"
    )
    hours = Words(
        label=_("When will it be answered?"),
        max_length=LONGEST_LINE,
        help_text=_("“Weekdays 8–17” is enough. Time off is time off."),
    )
    ends = Words(
        label=_("How does it end?"),
        max_length=LONGEST_LINE,
        help_text=_("“When the campaign is over, on 1 October”, or “when nobody asks any more”."),
    )
    steward_1 = Colleague(
        label=_("Who will hold it?"),
        help_text=_("A name or an e-mail. You stand here, and can put somebody else in your place."),
        error_messages={"required": _("It takes two who hold it. Write a name, or an e-mail.")},
    )
    steward_2 = Colleague(
        label=_("And who else?"),
        help_text=_("Two at least, so that one can be on holiday."),
        error_messages={"required": _("It takes two who hold it. Write a name, or an e-mail.")},
    )
    steward_3 = Colleague(label=_("A third, if you like"), required=False)

    # The application that has the name already, where one has.
    same: Application | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["network"].choices = [("", "–"), *network_choices()]  # type: ignore[attr-defined]
        for name in ("purpose", "topics", "name"):
            self.fields[name].widget.attrs |= LIVE

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not any(name in self.errors for name in STEWARDS) and len(self._stewards()) < STEWARDS_NEEDED:
            self.add_error("steward_2", _("That is the same colleague twice. It takes two."))
        return told

    def _stewards(self) -> tuple[Member, ...]:
        return tuple(dict.fromkeys(filter(None, (self.cleaned_data.get(name) for name in STEWARDS))))

    def request(self) -> Request:
        told = self.cleaned_data
        fields = {name: told[name] for name in ("network", "name", "purpose", "audience", "hours", "ends")}
        return Request(
            topics=told["topics"], department=told["department"], stewards=self._stewards(), **fields
        )


def prefilled(member: Member) -> dict[str, Any]:
    """What an application begins with: what we know without asking."""
    return {"steward_1": member.email, "department": member.department_id}


def written(application: Application, stewards: tuple[Member, ...]) -> dict[str, Any]:
    """An application as its form shows it."""
    fields = ("network", "name", "purpose", "audience", "topics", "hours", "ends", "department")
    named = {name: member.email for name, member in zip(STEWARDS, stewards, strict=False)}
    return {name: getattr(application, name) for name in fields} | named


class AskForm(Plain):
    text = long_words(
        _("What do we need to know?"),
        LONGEST_TEXT,
        3,
        error_messages={"required": _("Say what you wonder: it is mailed to whoever applied.")},
    )


class DeclineForm(Plain):
    text = long_words(
        _("Why not?"),
        LONGEST_TEXT,
        3,
        error_messages={"required": _("Say why not: whoever applied took the trouble, and reads this.")},
    )


class ApproveForm(Plain):
    text = long_words(_("Something to send along?"), LONGEST_TEXT, 2, required=False)


class AnswerForm(Plain):
    text = long_words(
        _("Your answer"), LONGEST_TEXT, 3, error_messages={"required": _("Nothing is written here yet.")}
    )
