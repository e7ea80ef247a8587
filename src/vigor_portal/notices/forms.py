"""How somebody wants to be told."""

from __future__ import annotations

from typing import Any

from django import forms

from vigor_portal.notices.models import How
from vigor_portal.notices.queries import wishes_of
from vigor_portal.notices.telling import kinds
from vigor_portal.people.models import Member


class WishesForm(forms.Form):
    """One choice for each kind of notice."""

    def __init__(self, data: Any = None, *, member: Member) -> None:
        super().__init__(data)
        wishes = wishes_of(member)
        for name, kind in kinds().items():
            self.fields[name] = forms.ChoiceField(
                label=str(kind.label), choices=How.choices, initial=wishes[name]
            )
