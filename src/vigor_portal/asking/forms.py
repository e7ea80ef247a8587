"""What people type about questions."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vigor.policy.document import Guideline, Point
from vigor_portal.asking import public
from vigor_portal.asking.actions import StaysInside
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


class Points(forms.Select):
    """Points of the policy to choose from; the page sees which of them are internal (`data-internal`)."""

    shown: Collection[str] = ()

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, label, *args, **kwargs)
        if value not in self.shown:
            option["attrs"]["data-internal"] = True
        return option


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

    def __init__(self, *args: Any, language: str, named: bool = False, **kwargs: Any) -> None:
        """`named`: the question came with its asker's name, and the answer stays in here."""
        super().__init__(*args, **kwargs)
        self.shown = public.public_keys()
        self.fields["point"] = forms.ChoiceField(
            label=_("The point of the policy that answers"),
            required=False,
            choices=[("", _("none yet")), *_points(language, self.shown)],
            widget=Points,
        )
        self.fields["point"].widget.shown = self.shown  # type: ignore[attr-defined]
        if self.shown and not named:
            self.fields["public"] = forms.BooleanField(
                label=_("Anybody may read it, in the press room beside the point"),
                help_text=_("Without a name, and for as long as the point is public."),
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("answer", "").strip() and not cleaned.get("point"):
            raise forms.ValidationError(_("Write an answer, choose the point that answers, or both."))
        if cleaned.get("public") and cleaned.get("point") not in self.shown:
            self.stays_inside(StaysInside(named=False))
        return cleaned

    def stays_inside(self, why: StaysInside) -> None:
        """Say why it can't be read in the press room; the words are kept."""
        self.add_error("public" if "public" in self.fields else None, stays_inside(why))

    def words(self) -> WhatWeSay:
        """What was typed, for the action."""
        said = self.cleaned_data
        return WhatWeSay(said["question"], said["answer"], said["point"], public=bool(said.get("public")))


def stays_inside(why: StaysInside) -> str:
    """Why an answer can't be read in the press room."""
    if why.named:
        return gettext("This question came with a name. Its answer is read by colleagues alone.")
    return gettext(
        "The press room shows an answer beside the point that it rests on: choose one that is public."
    )


def _points(language: str, shown: Collection[str]) -> list[tuple[str, str]]:
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    if text is None:
        return []
    inside = gettext("internal")
    return [
        (point.key, _label(point) if point.key in shown else f"{_label(point)} ({inside})")
        for point in text.policy.points()
        if point.key
    ]


def _label(point: Point) -> str:
    words = point.source.replace("\n", " ") if isinstance(point, Guideline) else point.title
    return words if len(words) <= 80 else words[:79] + "…"
