"""What people type about questions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vigor.policy.document import Guideline, Point
from vigor_portal.asking.actions import Words as WhatWeSay
from vigor_portal.asking.models import LONGEST
from vigor_portal.policies import queries as policies
from vigor_portal.web.fields import Words


class AskForm(forms.Form):
    question = Words(
        label=_("What are you wondering?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 1, "data-enter-sends": True, "autocomplete": "off"}),
        error_messages={
            "required": _("Write what you wonder, in your own words."),
            "max_length": _("That is long for a question. Try to say it in %(limit_value)d characters."),
        },
    )


class SendForm(forms.Form):
    question = Words(
        label=_("Your question, as communications will read it"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    with_name = forms.BooleanField(
        label=_("Add my name, so that you can answer me"),
        help_text=_("Otherwise nothing tells that it was you: no name, no address, no time of day."),
        required=False,
    )


class AnswerForm(forms.Form):
    question = Words(
        label=_("The question, as everyone will read it"),
        help_text=_("Take out what tells who asked, and what only concerns them."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    answer = Words(
        label=_("Our answer"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"] = forms.ChoiceField(
            label=_("The point of the policy that answers"),
            required=False,
            choices=[("", _("none yet")), *_points(language)],
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("answer", "").strip() and not cleaned.get("point"):
            raise forms.ValidationError(_("Write an answer, choose the point that answers, or both."))
        return cleaned

    def words(self) -> WhatWeSay:
        """What was typed, for the action."""
        said = self.cleaned_data
        return WhatWeSay(said["question"], said["answer"], said["point"])


def _points(language: str) -> list[tuple[str, str]]:
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    if text is None:
        return []
    return [(point.key, _label(point)) for point in text.policy.points() if point.key]


def _label(point: Point) -> str:
    words = point.source.replace("\n", " ") if isinstance(point, Guideline) else point.title
    return words if len(words) <= 80 else words[:79] + "…"
