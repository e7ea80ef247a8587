"""What somebody pastes, and what an interview asks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vigor_portal.web.fields import Words

# A hundred pages, read in four seconds. The longest policy that we have seen is a tenth of it.
LONGEST_TEXT = 250_000
LONGEST_ANSWER = 1_500
ACCEPTED = ".txt,.md,.markdown,.html,.htm,.rst,.tex,.docx,.pdf,.odt"


class OldPolicyForm(forms.Form):
    """A text or a file; the file counts where both are there."""

    text = forms.CharField(
        label=_("Your old policy"),
        required=False,
        strip=False,
        # No max_length: a browser would cut what is pasted, and say nothing.
        widget=forms.Textarea(attrs={"rows": 12, "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=_("…or a file"),
        required=False,
        help_text=_("Word, PDF, OpenDocument, HTML, Markdown or plain text, at most 2 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if len(text) > LONGEST_TEXT:
            raise forms.ValidationError(
                _(
                    "That is a whole book. Take out the part that is the policy: we read at most %(most)s characters."
                ),
                params={"most": f"{LONGEST_TEXT:,}".replace(",", "\u00a0")},
            )
        return text

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if self.too_large:
            self.add_error(
                "file",
                _(
                    "The file is larger than 2 MB. Save the policy alone, without pictures, or paste its text."
                ),
            )
        elif not self.errors and not cleaned.get("file") and not (cleaned.get("text") or "").strip():
            self.add_error("text", _("Paste a text here, or choose a file."))
        return cleaned

    def source(self) -> tuple[bytes | str, str]:
        """What is to be read, and the name of its file ("" for what was pasted)."""
        file = self.cleaned_data.get("file")
        if isinstance(file, UploadedFile):
            return file.read(), file.name or ""
        return str(self.cleaned_data["text"]), ""


def signed_out() -> str:
    """What is said to somebody whose sign-in has ended while they wrote."""
    return gettext(
        "You are signed out. What you wrote is still here: sign in in a new tab, and send it again."
    )


def _answer(label: Any, *, required: bool = True, help_text: Any = "", rows: int = 2) -> Words:
    return Words(
        label=label,
        required=required,
        help_text=help_text,
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
    )


class InterviewForm(forms.Form):
    """Five questions, answered as one would tell a colleague."""

    happened = _answer(
        _("Your latest angry customer: what had happened?"),
        help_text=_("A sentence or two. Leave names out."),
        rows=3,
    )
    wrote = _answer(_("What did the customer write, about?"), required=False)
    did = _answer(_("What did you do?"))
    became = _answer(_("What came of it?"), required=False)
    today = _answer(
        _("What would you do today, and why?"),
        help_text=_("The first sentence says what, the rest says why. “The same” is an answer too."),
        rows=3,
    )
