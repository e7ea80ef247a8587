"""What people type to have it looked at, and the organisation's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from vigor.check.post import LONGEST
from vigor_portal.checking.answering_as import choice, chosen
from vigor_portal.checking.models import LISTS, LONGEST_WORD
from vigor_portal.checking.networks import networks
from vigor_portal.voices.models import Account
from vigor_portal.voices.models.accounts import LONGEST_LINE
from vigor_portal.web.fields import Words

MOST_WORDS = 1_000
LAYERS = (
    ("", _("it doesn’t matter")),
    ("employee", _("myself, who works here")),
    ("logo", _("one of our accounts")),
    ("spokesperson", _("a spokesperson")),
)
# The chosen account's card and values are fetched; without JavaScript a button does it.
CHOOSING = {
    "hx-post": reverse_lazy("checking:answer-as"),
    "hx-trigger": "change",
    "hx-target": "#as",
    "hx-params": "layer,as_was,sender,signature,network,csrfmiddlewaretoken",
    "hx-include": "#box",
}
CHOICES = (("", ""), ("question", ""), ("post", ""))


class BoxForm(forms.Form):
    """A question or a post, and what is known around it. Everything but the text may be left out."""

    text = Words(
        label=_("What are you wondering? Or about to post?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 1, "autocomplete": "off"}),
        error_messages={
            "required": _("Write what you wonder, or paste what you are about to post."),
            "max_length": _("That is longer than any post. Paste at most %(limit_value)d characters of it."),
        },
    )
    # What the writer said it is; `was` is what they said the time before.
    taken_as = forms.ChoiceField(choices=CHOICES, required=False, widget=forms.HiddenInput)
    was = forms.ChoiceField(choices=CHOICES, required=False, widget=forms.HiddenInput)
    layer = forms.ChoiceField(label=_("I answer as"), choices=LAYERS, required=False)
    sender = Words(
        label=_("The account’s sender line"),
        help_text=_("Such as “Here customer service answers”."),
        required=False,
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    signature = Words(
        label=_("I sign"),
        help_text=_("Such as “/Leila”."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    network = forms.ChoiceField(label=_("Where it goes"), required=False)
    reply_to = Words(
        label=_("What I answer"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    undescribed = forms.BooleanField(label=_("With an image that has no description"), required=False)

    # Which account's values the fields hold.
    as_was = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, held: Sequence[Account] = (), **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.held = held
        if held:
            ours = [(choice(account), account.name) for account in held]
            self.fields["layer"].choices = [  # type: ignore[attr-defined]
                *LAYERS[:2],
                (_("an account that I hold"), ours),
                *LAYERS[2:],
            ]
        for field in self.fields.values():
            # The desk lays its fields out around the post, so that they stand outside of the form itself.
            field.widget.attrs["form"] = "box"
        self.fields["layer"].widget.attrs |= CHOOSING
        everywhere = [("", _("anywhere"))]
        self.fields["network"].choices = everywhere + [  # type: ignore[attr-defined]
            (key, network.name) for key, network in networks().items()
        ]

    @property
    def account(self) -> Account | None:
        """The account that the writer answers as, where they chose one that they hold."""
        return chosen(str(self["layer"].value() or ""), self.held)

    def clean_text(self) -> str:
        # A browser sends each line break as two signs; networks count one.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def told(self) -> dict[str, Any]:
        """What the checks are told beside the text, by the names of `Context`."""
        told = self.cleaned_data
        account = self.account
        card = getattr(account, "card", None)
        return {
            "layer": "logo" if account else told["layer"],
            "account_sender": told["sender"],
            "signature": told["signature"],
            "tone": tuple(card.does) if card else (),
            "avoids": tuple(card.silent_on) if card else (),
            "reply_to": told["reply_to"].replace("\r\n", "\n"),
            "platform": told["network"],
            "image_without_description": told["undescribed"],
        }


ABOUT_LISTS: dict[str, tuple[Any, Any]] = {
    "brands": (_("Our names and brands"), _("Who stands for the post when these are named.")),
    "products": (_("What we make and sell"), ""),
    "competitors": (_("Competitors"), _("Praise and fair comparison pass; ill words don’t.")),
    "partners": (_("Partners and suppliers"), ""),
    "code_names": (
        _("Code names"),
        _("Shown here and nowhere else: on no other page, in no log, in no export but the backup."),
    ),
    "internal_hosts": (_("Internal addresses"), _("Such as intranet.example.org.")),
    "own_contacts": (
        _("Numbers and addresses of ours that are public"),
        _("The switchboard, info@… They are nobody’s private data."),
    ),
}


class WordsForm(forms.Form):
    """The organisation's own words, one a line in each list."""

    def __init__(self, *args: Any, kept: dict[str, list[str]], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for kind in LISTS:
            label, help_text = ABOUT_LISTS[kind]
            self.fields[kind] = Words(
                label=label,
                help_text=help_text,
                required=False,
                initial="\n".join(kept.get(kind, ())),
                widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for kind in LISTS:
            words = _lines(cleaned.get(kind) or "")
            if len(words) > MOST_WORDS:
                self.add_error(kind, _("That is more words than we can keep an eye on: at most 1,000."))
            elif any(len(word) > LONGEST_WORD for word in words):
                self.add_error(kind, _("One of the lines is very long. Write one name a line."))
            cleaned[kind] = words
        return cleaned

    def lists(self) -> dict[str, list[str]]:
        return {kind: self.cleaned_data[kind] for kind in LISTS}


def _lines(text: str) -> list[str]:
    """One word a line, without empty lines, each once."""
    return list(dict.fromkeys(filter(None, (line.strip() for line in text.split("\n")))))
