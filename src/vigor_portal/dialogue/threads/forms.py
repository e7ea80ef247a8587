"""What people type in conversations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vigor.policy.document import Case
from vigor_portal.dialogue.models import Thread
from vigor_portal.dialogue.models.threads import LONGEST, LONGEST_QUOTE
from vigor_portal.dialogue.threads.settling import Outcome
from vigor_portal.dialogue.threads.wordings import Wordings
from vigor_portal.policies import queries as policies
from vigor_portal.policies.words import label
from vigor_portal.web.fields import Words

TOO_LONG = _(
    "That is %(show_value)d characters, and the most that fits is %(limit_value)d. Say the most important here, or in two comments."
)
FARTHEST = 366


class WriteForm(forms.Form):
    """A comment in a thread that there is; `seen` is the last comment that the writer had read."""

    text = Words(
        label=_("Your comment"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write something first."), "max_length": TOO_LONG},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class StartForm(WriteForm):
    """The first comment of a thread; `seen` is the version that the writer had read, in `language`."""

    quote = Words(
        label=_("The words you mean, if you mean some in particular"),
        required=False,
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs={"rows": 2, "data-quote": True}),
        error_messages={
            "max_length": _(
                "That is a long piece: choose the words that matter, at most %(limit_value)d characters."
            )
        },
    )
    language = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)
    field_order = ("quote", "text")


class EditForm(WriteForm):
    """Other words for one's own comment."""


class CallForm(forms.Form):
    """Look for a colleague by name."""

    name = forms.CharField(label=_("Who should have a look?"), max_length=80, required=False)


class LastDayForm(forms.Form):
    due_on = forms.DateField(
        label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if not timezone.localdate() <= day <= timezone.localdate() + timedelta(days=FARTHEST):
            raise forms.ValidationError(_("Choose a day from today on, within a year."))
        return day


class CloseForm(forms.Form):
    """The outcome of a thread. Which versions and cases there are to point at depends on the thread."""

    outcome = forms.ChoiceField(
        label=_("What came of it"), choices=Thread.Outcome.choices, widget=forms.RadioSelect
    )
    words = Words(
        label=_("In a few words, for those who took part"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
    )
    number = forms.TypedChoiceField(
        label=_("The version that changed it"), required=False, coerce=int, empty_value=None
    )
    case = forms.ChoiceField(label=_("The case"), required=False)
    link = forms.CharField(
        label=_("Where the answer stands"),
        help_text=_("An address on this site or elsewhere, if it stands somewhere."),
        required=False,
        max_length=300,
    )

    def __init__(self, *args: Any, thread: Thread, language: str, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        later = [version for version in policies.versions() if version.number > thread.number]
        versions = [("", _("choose")), *((each.number, _version_label(each.number)) for each in later)]
        self.fields["number"].choices = versions  # type: ignore[attr-defined]
        self.fields["case"].choices = [("", _("choose")), *_cases(language)]  # type: ignore[attr-defined]

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"].strip()
        ours = link.startswith("/") and not link.startswith(("//", "/\\"))
        if link and not ours and not link.startswith(("https://", "http://")):
            raise forms.ValidationError(
                _("Write an address that begins with https://, or with / for this site.")
            )
        return link

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        match cleaned.get("outcome"):
            case Thread.Outcome.CHANGED if not cleaned.get("number") and "number" not in self.errors:
                self.add_error("number", _("Choose the version. Nothing newer yet? Then publish first."))
            case Thread.Outcome.UNCHANGED if (
                not cleaned.get("words", "").strip() and "words" not in self.errors
            ):
                self.add_error("words", _("Say why: whoever wrote this took the time."))
            case Thread.Outcome.CASE if not cleaned.get("case") and "case" not in self.errors:
                self.add_error("case", _("Choose the case."))
            case Thread.Outcome.ANSWER if not cleaned.get("words", "").strip() and not cleaned.get("link"):
                self.add_error("words", _("Write the answer, or where it stands."))
        return cleaned

    @property
    def result(self) -> Outcome:
        """The outcome, with nothing that belongs to another kind of outcome."""
        told = self.cleaned_data
        kind = told["outcome"]
        return Outcome(
            kind,
            told["words"],
            number=told["number"] if kind == Thread.Outcome.CHANGED else None,
            key=told["case"] if kind == Thread.Outcome.CASE else "",
            link=told["link"] if kind == Thread.Outcome.ANSWER else "",
        )


def _version_label(number: int) -> str:
    return str(_("Version %(number)s")) % {"number": number}


def _cases(language: str) -> list[tuple[str, str]]:
    now = Wordings()
    text = now.texts.get(language) or next(iter(now.texts.values()), None)
    if text is None:
        return []
    return [(key, label(point)) for key, point in text.policy.by_key.items() if isinstance(point, Case)]
