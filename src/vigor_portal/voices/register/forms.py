"""What people write about an account: what it is for, how it sounds, where its keys are, where it is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor_portal.voices.models import Account
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT
from vigor_portal.voices.register.actions import Description, Found
from vigor_portal.voices.register.fields import (
    Colleague,
    LongSelect,
    Place,
    Topics,
    departments_field,
    long_words,
)
from vigor_portal.voices.register.places import network_choices, network_name
from vigor_portal.voices.register.queries import Wanted
from vigor_portal.voices.register.values import PERSONAL
from vigor_portal.web.fields import Words

HALF_A_YEAR = timedelta(days=182)


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs
    )


class Plain(forms.Form):
    """A form without colons after its labels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class DescribeForm(Plain):
    """What an account is for."""

    name = Words(label=_("What is it called?"), max_length=LONGEST_NAME)
    purpose = long_words(
        _("What is it for?"), LONGEST_TEXT, 3, required=False, help_text=_("Whom it helps, and with what.")
    )
    audience = Words(label=_("For whom?"), max_length=LONGEST_LINE, required=False)
    topics = Topics(label=_("Topics"), required=False, help_text=_("With commas between."))
    hours = Words(
        label=_("When is it answered?"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=_("“Weekdays 8–17” is enough. Time off is time off."),
    )
    ends = Words(label=_("How does it end?"), max_length=LONGEST_LINE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["departments"] = departments_field()

    def description(self) -> Description:
        told = self.cleaned_data
        fields = {name: told[name] for name in ("name", "purpose", "audience", "topics", "hours", "ends")}
        return Description(departments=tuple(told["departments"]), **fields)


class FindForm(DescribeForm):
    """An account that is out there already."""

    address = Place(
        label=_("Where is it?"),
        help_text=_("Paste the address from the browser."),
        max_length=9_000,
        error_messages={"required": _("Paste the account’s address, so that we know which one it is.")},
    )
    field_order = (
        "address",
        "name",
        "purpose",
        "audience",
        "topics",
        "hours",
        "departments",
        "steward",
        "other",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["ends"]
        self.fields["steward"] = Colleague(label=_("Who holds it?"), required=False)
        self.fields["other"] = Colleague(label=_("And who else?"), required=False)
        self.order_fields(self.field_order)

    def clean_address(self) -> Any:
        address = self.cleaned_data["address"]
        if address is not None and address.network in PERSONAL:
            raise forms.ValidationError(
                _(
                    "That is a person’s own profile. It is theirs: it stands in no register, and needs nobody’s yes."
                )
            )
        return address

    def found(self) -> Found:
        told = self.cleaned_data
        stewards = tuple(dict.fromkeys(filter(None, (told["steward"], told["other"]))))
        fields = {name: told[name] for name in ("name", "purpose", "audience", "topics", "hours")}
        return Found(
            address=told["address"], stewards=stewards, departments=tuple(told["departments"]), **fields
        )


class AddressForm(Plain):
    """Where an account is, or has moved to."""

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        self.fields["address"] = Place(
            label=_("The account’s address"),
            network=account.network,
            help_text=_(
                "Paste it from the browser; “@name” is enough where the network has one address a name."
            ),
            max_length=9_000,
            error_messages={"required": _("Paste the account’s address, so that we know which one it is.")},
        )

    def clean_address(self) -> Any:
        address = self.cleaned_data["address"]
        if address.network != self.account.network:
            names = {"there": network_name(address.network), "here": network_name(self.account.network)}
            raise forms.ValidationError(
                _("That address is at %(there)s, and the account is at %(here)s.") % names
            )
        return address


class EndForm(Plain):
    """The account is closed, or somebody else's from a day on."""

    how = forms.ChoiceField(
        label=_("What becomes of it?"),
        choices=(
            ("close", _("It is closed: nobody uses it any more")),
            ("hand-over-away", _("It is somebody else’s now, outside our organisation")),
        ),
        initial="close",
        widget=forms.RadioSelect,
    )
    on = day_field(_("Since when?"), initial=timezone.localdate)

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day hasn’t come yet. Come back when it is done."))
        return day


class ReviewForm(Plain):
    """When it is time to look an account through again."""

    again_on = day_field(_("Next time"), initial=lambda: timezone.localdate() + HALF_A_YEAR)

    def clean_again_on(self) -> date:
        day: date = self.cleaned_data["again_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("That day has passed. Choose one that comes."))
        return day


class StewardForm(Plain):
    member = Colleague(
        label=_("Who will hold it, too?"),
        error_messages={"required": _("Write a name, or an e-mail.")},
    )


class FilterForm(Plain):
    """Which accounts are shown; whatever isn't understood is left out."""

    q = Words(label=_("Search"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("State"), required=False)
    network = forms.ChoiceField(label=_("Network"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False, widget=LongSelect)

    def __init__(self, *args: Any, departments: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [
            ("", _("all that are here")),
            ("all", _("also those that have ended")),
            *Account.State.choices,
        ]
        for name, choices in (
            ("state", states),
            ("network", [("", _("all")), *network_choices()]),
            ("department", [("", _("all")), *departments]),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def narrows(self) -> bool:
        """Is something asked for?"""
        self.is_valid()
        return any(self.cleaned_data.values())

    def wanted(self) -> Wanted:
        self.is_valid()
        told = self.cleaned_data
        state = told.get("state", "") or "here"
        return {
            "search": told.get("q", ""),
            "state": "" if state == "all" else state,
            "network": told.get("network", ""),
            "department": told.get("department", ""),
        }
