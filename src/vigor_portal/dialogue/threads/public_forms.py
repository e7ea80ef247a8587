"""What the public writes about a point, and how communications decides about it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor_portal.dialogue.models import Ground
from vigor_portal.dialogue.models.public import LONGEST_NAME, LONGEST_PUBLIC
from vigor_portal.dialogue.threads.forms import TOO_LONG
from vigor_portal.web.fields import Words


class PublicForm(forms.Form):
    """`website` is a trap: nobody sees it, and machines fill it in."""

    text = Words(
        label=_("What do you want to say about it?"),
        max_length=LONGEST_PUBLIC,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write something first."), "max_length": TOO_LONG},
    )
    name = Words(
        label=_("What shall we call you?"),
        help_text=_("You may leave it empty. It is shown with what you write."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _(
                    "Something filled in a box that is for nobody. Empty it and send again: what you wrote is here."
                )
            )
        return ""


class RefuseForm(forms.Form):
    ground = forms.ChoiceField(
        label=_("On which ground?"),
        choices=Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a ground. If none of them holds, it is to be shown.")},
    )


class AnswerPublicForm(forms.Form):
    answer = Words(
        label=_("Our answer, shown below it"),
        required=False,
        max_length=LONGEST_PUBLIC,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )


class OpenForm(forms.Form):
    public_may_comment = forms.BooleanField(
        label=_("Anybody may comment on the points in the press room"),
        help_text=_("Nothing is shown before somebody here has looked at it."),
        required=False,
    )
