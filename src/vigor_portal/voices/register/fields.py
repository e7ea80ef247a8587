"""Form fields of the register: a colleague by name, a list with a line each, an address that is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy, ngettext_lazy
from django.utils.translation import gettext as _

from vigor_portal.people.models import Department, Member
from vigor_portal.people.queries import departments, members
from vigor_portal.voices.register.places import Address, Trouble, recognise
from vigor_portal.web.fields import Words

NAMED = 5
MOST_LINES = 30
LONGEST_LINE = 300
# More than these aren't offered while one types: write a name, and we look it up.
MOST_OFFERED = 300
SELECTED = mark_safe(" selected")


class Colleague(Words):
    """Somebody who works here, by name or address; becomes a Member, or None where nothing was written."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": "colleagues", "autocomplete": "off"})
        super().__init__(max_length=200, widget=widget, **kwargs)

    def clean(self, value: Any) -> Member | None:  # type: ignore[override]
        written = super().clean(value)
        return colleague_called(written) if written else None


def colleague_called(written: str) -> Member:
    """Raises ValidationError where nobody, or more than one, is meant."""
    here = members().filter(is_active=True)
    exact = here.filter(email__iexact=written).first()
    found = [exact] if exact else list(members(written).filter(is_active=True)[: NAMED + 1])
    whole = [each for each in found if each.name.casefold() == written.casefold()]
    if len(whole) == 1 or len(found) == 1:
        return (whole or found)[0]
    if not found:
        raise forms.ValidationError(
            _("We find nobody here by that name. Try another part of it, or the e-mail.")
        )
    names = ", ".join(f"{each.name} ({each.email})" for each in found[:NAMED])
    raise forms.ValidationError(_("Whom do you mean? %(names)s. Write the e-mail.") % {"names": names})


@dataclass(frozen=True)
class Offered:
    """A colleague to choose while one types: the address, and what tells who it is."""

    email: str
    says: str


def offered() -> list[Offered]:
    """Colleagues to offer while one types a name; none where they are too many for a list."""
    here = Member.objects.filter(is_active=True, forgotten_at=None)
    # Counted as far as it takes, and put in order only where they are shown.
    if here.order_by()[: MOST_OFFERED + 1].count() > MOST_OFFERED:
        return []
    found = here.order_by("given_name", "family_name", "pk").values_list(
        "email", "given_name", "family_name", "department"
    )
    names = {each.pk: each.name for each in departments()}
    return [
        Offered(email, ", ".join(filter(None, (f"{given} {family}".strip(), names.get(department, "")))))
        for email, given, family, department in found
    ]


class LongSelect(forms.Select):
    """A choice of many lines, written at once: Django has a template for each, and two hundred departments take 20 ms."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = "" if value is None else str(value)
        lines = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) == chosen else "", says) for key, says in self.choices),
        )
        written = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(written), lines)


class Lines(Words):
    """A list with a line each; becomes a tuple, each line once."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]
        written = super().clean(value).split("\n")
        lines = tuple(dict.fromkeys(filter(None, (" ".join(line.split()) for line in written))))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(_("That is more than anybody keeps in mind: thirty lines at most."))
        if any(len(line) > LONGEST_LINE for line in lines):
            raise forms.ValidationError(_("One of the lines is very long. Say it in 300 characters."))
        return lines


class Topics(Words):
    """Topics with a comma, or a line, between; becomes a tuple, each topic once."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> tuple[str, ...]:  # type: ignore[override]
        written = super().clean(value).replace("\n", ",").split(",")
        topics = dict.fromkeys(filter(None, (" ".join(topic.split()) for topic in written)))
        if len(topics) > MOST_LINES:
            raise forms.ValidationError(_("That is more than anybody keeps in mind: thirty topics at most."))
        return tuple(topics)


class Place(Words):
    """An address at a network, pasted; becomes an Address, or None where nothing was written."""

    def __init__(self, *, network: str = "", **kwargs: Any) -> None:
        self.network = network
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "url"}), **kwargs)

    def clean(self, value: Any) -> Address | None:  # type: ignore[override]
        written = super().clean(value)
        if not written:
            return None
        found = recognise(written, self.network)
        if isinstance(found, Trouble):
            raise forms.ValidationError(found.say(get_language() or "sv"))
        return found


def long_words(label: Any, longest: int, rows: int, **kwargs: Any) -> Words:
    """A box for words. What is too long comes back whole: a browser that cuts off what is pasted loses it silently."""
    too_long = MaxLengthValidator(
        longest,
        ngettext_lazy(
            "That is %(show_value)d characters. Try to say it in %(limit_value)d.",
            "That is %(show_value)d characters. Try to say it in %(limit_value)d.",
            "limit_value",
        ),
    )
    return Words(label=label, validators=[too_long], widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def departments_field(**kwargs: Any) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        label=gettext_lazy("Departments"),
        queryset=Department.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )
