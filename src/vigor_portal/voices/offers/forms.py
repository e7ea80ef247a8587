"""What people type about offers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.people.models import Member
from vigor_portal.voices.models import Offer
from vigor_portal.voices.models.accounts import LONGEST_LINE
from vigor_portal.voices.models.offers import MOST_HOURS
from vigor_portal.voices.offers.actions import Wishes
from vigor_portal.voices.register.fields import Colleague, Topics
from vigor_portal.web.fields import Words


class WishesForm(forms.Form):
    topics = Topics(
        label=gettext_lazy("What do you like to talk about?"),
        help_text=gettext_lazy("Anything that your work has taught you. A comma between."),
        required=False,
    )
    needs = Words(
        label=gettext_lazy("What would help?"),
        help_text=gettext_lazy("Time, training, a colleague to ask, somebody to film."),
        max_length=LONGEST_LINE,
        required=False,
    )
    shares_topics = forms.BooleanField(label=gettext_lazy("what I like to talk about"), required=False)
    shares_needs = forms.BooleanField(label=gettext_lazy("what would help"), required=False)
    shares_accounts = forms.BooleanField(
        label=gettext_lazy("the profiles that I have entered"), required=False
    )

    @classmethod
    def of(cls, offer: Offer, data: Any = None) -> WishesForm:
        return cls(data, initial={name: getattr(offer, name) for name in cls.base_fields})

    def wishes(self) -> Wishes:
        return Wishes(**self.cleaned_data)


class SuggestForm(forms.Form):
    training = Words(
        label=gettext_lazy("Training"),
        help_text=gettext_lazy("What we offer: a course, an afternoon together, somebody to sit beside."),
        max_length=LONGEST_LINE,
        required=False,
    )
    hours = forms.IntegerField(
        label=gettext_lazy("Hours a month, in working time"), min_value=1, max_value=MOST_HOURS
    )


class AgreeForm(forms.Form):
    manager = Colleague(label=gettext_lazy("Who is your manager?"))

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member

    def clean_manager(self) -> Member:
        manager: Member = self.cleaned_data["manager"]
        if manager.pk == self.member.pk:
            raise forms.ValidationError(_("Somebody else than yourself."))
        return manager
