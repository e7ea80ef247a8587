"""What people write about how an account sounds, and where its keys are."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor.check.post import Post
from vigor.check.rules.secret import SECRET
from vigor_portal.voices.models import Card, Keys, Known
from vigor_portal.voices.models.accounts import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT
from vigor_portal.voices.register.actions import Identity, KeyFacts
from vigor_portal.voices.register.fields import Colleague, Lines, long_words
from vigor_portal.voices.register.forms import Plain
from vigor_portal.web.fields import Words

# One word with letters, digits and signs in it, alone in the box: no place is called that.
LIKE_A_PASSWORD = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])(?=\S*[!#$%^&*?+=])\S{6,}")


class CardForm(Plain):
    """How an account sounds, and who answers there."""

    sender = Words(
        label=_("Who answers here?"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=_("The sender line, such as “Here customer service answers, weekdays 8–17”."),
    )
    signature = Words(
        label=_("How do we sign?"), max_length=80, required=False, help_text=_("Such as “/Leila”.")
    )
    tone = long_words(
        _("How do we sound?"),
        LONGEST_TEXT,
        3,
        required=False,
        help_text=_("As one would describe a colleague, not a brand."),
    )
    does = Lines(label=_("It sounds like us"), required=False, help_text=_("An example a line."), rows=4)
    avoids_saying = Lines(
        label=_("It doesn’t sound like us"), required=False, help_text=_("An example a line."), rows=4
    )
    stands_for = Lines(label=_("What we stand for here"), required=False, help_text=_("One thing a line."))
    silent_on = Lines(
        label=_("What we don’t comment on"),
        required=False,
        help_text=_("One thing a line. It stands beside whoever tries a post as this account."),
    )
    house_rules = long_words(
        _("House rules"),
        LONGEST_TEXT,
        4,
        required=False,
        help_text=_("What goes in the comments. Shown in the press room."),
    )

    @classmethod
    def of(cls, card: Card | None, data: Any) -> CardForm:
        return cls(data, initial={name: getattr(card, name) for name in cls.base_fields} if card else {})

    def identity(self) -> Identity:
        return Identity(**self.cleaned_data)


class KeysForm(Plain):
    """Where an account's keys are: a reference, never a password."""

    kept_in = Words(
        label=_("Where are the keys kept?"),
        max_length=LONGEST_LINE,
        required=False,
        help_text=_("A place, such as “the vault, folder Social”. Never a password: Vigör keeps none."),
    )
    two_factor = forms.ChoiceField(
        label=_("Is two-factor sign-in on?"), choices=Known.choices, widget=forms.RadioSelect
    )
    recovery_is_ours = forms.ChoiceField(
        label=_("Is the recovery address in our name?"), choices=Known.choices, widget=forms.RadioSelect
    )
    agency = Words(
        label=_("Does an agency hold the keys?"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("Its name. Empty when only we have them."),
    )
    rests_on = Colleague(
        label=_("Whose private profile does it rest on?"),
        required=False,
        help_text=_("Some networks want a person’s own profile behind a page. Empty where none is needed."),
    )

    @classmethod
    def of(cls, keys: Keys | None, data: Any) -> KeysForm:
        if keys is None:
            return cls(data)
        initial = {
            name: getattr(keys, name) for name in ("kept_in", "two_factor", "recovery_is_ours", "agency")
        }
        rests_on = keys.rests_on.email if keys.rests_on and keys.rests_on.is_active else ""
        return cls(data, initial=initial | {"rests_on": rests_on})

    def clean_kept_in(self) -> str:
        """A place, and not the key itself: what looks like one isn't saved."""
        written: str = self.cleaned_data["kept_in"]
        found = any(finding.variant == "key" for finding in SECRET.find(Post(written)))
        if found or LIKE_A_PASSWORD.fullmatch(written):
            raise forms.ValidationError(
                _(
                    "That looks like a password. It isn’t saved here: write where it is kept, and change it to be safe."
                )
            )
        return written

    def facts(self) -> KeyFacts:
        told = self.cleaned_data
        answers = {name: Known(told[name]) for name in ("two_factor", "recovery_is_ours")}
        return KeyFacts(kept_in=told["kept_in"], agency=told["agency"], rests_on=told["rests_on"], **answers)
