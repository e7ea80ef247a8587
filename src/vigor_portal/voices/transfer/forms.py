"""What is uploaded, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vigor_portal.voices.models import Import
from vigor_portal.voices.transfer.mapping import choices
from vigor_portal.voices.transfer.reading import ENCODINGS
from vigor_portal.voices.transfer.sheets import LARGEST_FILE
from vigor_portal.voices.transfer.words import UNREADABLE

ACCEPTED = ".csv,.tsv,.txt,.json,.jsonl,.yaml,.yml"
EXAMPLES = 3


class UploadForm(forms.Form):
    """A file, or a text that somebody pasted; the file counts where both are there."""

    file = forms.FileField(
        label=_("A file"),
        required=False,
        help_text=_("CSV from any spreadsheet, JSON or YAML. At most 40 MB and 100,000 rows."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    text = forms.CharField(
        label=_("…or paste it here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 7, "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_file(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(str(UNREADABLE["large"]))
        return file

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not cleaned.get("file") and not (cleaned.get("text") or "").strip():
            self.add_error("file", _("Choose a file, or paste some rows."))
        return cleaned

    def source(self) -> tuple[bytes, str]:
        """The bytes, and the name of their file ("" for what was pasted)."""
        file: UploadedFile | None = self.cleaned_data["file"]
        if file is not None:
            return file.read(), file.name or ""
        return str(self.cleaned_data["text"]).encode(), ""


SIGNS = (
    (",", _("comma")),
    (";", _("semicolon")),
    ("\t", _("tab")),
    ("|", _("upright stroke")),
    ("other", _("another sign")),
)


class ReadingForm(forms.Form):
    """Which column says what; and, of a CSV, how it is to be read. Every choice stands there as it is guessed."""

    fills_in = forms.TypedChoiceField(
        label=_("Accounts that we have already"),
        choices=(("1", _("get what they lack; what they have stays")), ("", _("are left as they are"))),
        coerce=bool,
        empty_value="",
        required=False,
        widget=forms.RadioSelect,
    )
    sign = forms.ChoiceField(label=_("Between the columns"), choices=SIGNS, required=False)
    other_sign = forms.CharField(label=_("Which sign?"), required=False, max_length=1, strip=False)
    encoding = forms.ChoiceField(
        label=_("Encoding"), choices=[(name, name.upper()) for name in ENCODINGS], required=False
    )
    has_headings = forms.BooleanField(label=_("The first row names the columns"), required=False)

    def __init__(self, data: Any, transfer: Import) -> None:
        sample: Mapping[str, Any] = transfer.sample
        self.headings: Sequence[str] = sample.get("headings", ())
        self.is_csv = transfer.format in ("", "csv")
        sign = transfer.delimiter if transfer.delimiter in dict(SIGNS) else "other"
        initial = {
            "fills_in": "1" if transfer.fills_in else "",
            "sign": sign,
            "other_sign": transfer.delimiter if sign == "other" else "",
            "encoding": transfer.encoding,
            "has_headings": _has_headings(transfer),
        }
        super().__init__(data, initial=initial, label_suffix="")
        self.transfer = transfer
        offered = choices(get_language() or "sv")
        for number, heading in enumerate(self.headings):
            said = (row[1][number].strip() for row in sample.get("rows", ()))
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading,
                choices=offered,
                required=False,
                initial=transfer.mapping.get(heading, ""),
                help_text=" · ".join(list(dict.fromkeys(text[:60] for text in said if text))[:EXAMPLES]),
            )
        if not self.is_csv:
            for name in ("sign", "other_sign", "encoding", "has_headings"):
                del self.fields[name]

    def columns(self) -> list[forms.BoundField]:
        return [self[f"column_{number}"] for number in range(len(self.headings))]

    def reading(self) -> list[forms.BoundField]:
        """The fields about a CSV; none for other formats."""
        names = ("sign", "other_sign", "encoding", "has_headings")
        return [self[name] for name in names if name in self.fields]

    def chosen(self) -> dict[str, Any]:
        """What `actions.choose` takes."""
        told = self.cleaned_data
        mapping = {heading: told[f"column_{number}"] for number, heading in enumerate(self.headings)}
        transfer = self.transfer
        reading: dict[str, Any] = {
            "delimiter": transfer.delimiter,
            "encoding": transfer.encoding,
            "has_headings": transfer.has_headings,
        }
        if self.is_csv:
            sign = told["other_sign"] if told["sign"] == "other" else told["sign"]
            asked = told["has_headings"]
            reading = {
                "delimiter": sign or transfer.delimiter,
                "encoding": told["encoding"] or transfer.encoding,
                "has_headings": transfer.has_headings if asked == _has_headings(transfer) else asked,
            }
        return {"mapping": mapping, "fills_in": bool(told["fills_in"]), **reading}

    def changes(self) -> bool:
        """Is anything else chosen than what was counted?"""
        transfer = self.transfer
        chosen = self.chosen()
        kept = {name: getattr(transfer, name) for name in chosen}
        return bool(chosen != kept)


def _has_headings(transfer: Import) -> bool:
    """As it was read: columns without a name of their own are numbered."""
    if transfer.has_headings is not None:
        return transfer.has_headings
    headings: Sequence[str] = transfer.sample.get("headings", ())
    return not (headings and all(heading == str(number) for number, heading in enumerate(headings, 1)))
