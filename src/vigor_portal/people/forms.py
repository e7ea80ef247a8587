"""What people type about themselves, each other and the organisation."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from vigor_portal.people.colours import DARK_PAPER, ENOUGH, LIGHT_PAPER, contrast, is_colour
from vigor_portal.people.models import Department, Invitation, Member, Organisation, Role
from vigor_portal.people.queries import is_taken
from vigor_portal.web.fields import Words

# One choice says which languages the policy is written in, and which comes first.
LANGUAGE_ORDERS = (
    ("sv en", _("Swedish first, English beside it")),
    ("en sv", _("English first, Swedish beside it")),
    ("sv", _("Swedish only")),
    ("en", _("English only")),
)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, or None: an empty form that was sent is not the same as none."""
    return request.POST if request.method == "POST" else None


ABOUT_SOMEBODY: dict[str, Any] = {"given_name": Words, "family_name": Words, "title": Words}


class MeForm(forms.ModelForm):
    class Meta:
        model = Member
        fields = ("given_name", "family_name", "title", "department", "language")
        field_classes = ABOUT_SOMEBODY
        labels: ClassVar[dict[str, Any]] = {"department": _("Department"), "language": _("Language")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_name"].required = True
        self.fields["given_name"].widget.attrs["autocomplete"] = "given-name"
        self.fields["family_name"].widget.attrs["autocomplete"] = "family-name"
        self.fields["title"].widget.attrs["autocomplete"] = "organization-title"
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
        _name_none(self.fields["department"])


class WelcomeForm(forms.ModelForm):
    """Somebody who was invited becomes a member."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_(
            "Twelve characters or more. A few words in a row are easy to remember and hard to guess."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    field_order = ("given_name", "family_name", "title", "email", "password")

    class Meta:
        model = Member
        fields = ("given_name", "family_name", "title", "email")
        field_classes = ABOUT_SOMEBODY

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_name"].required = True
        self.fields["given_name"].widget.attrs["autocomplete"] = "given-name"
        self.fields["family_name"].widget.attrs["autocomplete"] = "family-name"
        self.fields["email"].widget.attrs["autocomplete"] = "username"
        if invitation.email:
            # The invitation went to this address, and nobody else's is taken in its place.
            self.fields["email"].initial = invitation.email
            self.fields["email"].disabled = True

    def clean_email(self) -> str:
        return _free_address(self.cleaned_data["email"])

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        try:
            # After the fields: a password that is too like one's own name or address is refused.
            validate_password(self.cleaned_data.get("password", ""), self.instance)
        except forms.ValidationError as error:
            if "password" in self.cleaned_data:
                self.add_error("password", error)


class OrganisationBasicsForm(forms.ModelForm):
    """What must be known of an organisation to begin."""

    languages = forms.ChoiceField(label=_("Languages of the policy"), choices=LANGUAGE_ORDERS)

    class Meta:
        model = Organisation
        fields = ("name", "sector", "languages")
        field_classes: ClassVar[dict[str, Any]] = {"name": Words, "press_name": Words, "press_phone": Words}
        help_texts: ClassVar[dict[str, Any]] = {
            "sector": _("It decides which law protects those who speak up, and so what the advice says."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["languages"] = " ".join(self.instance.languages) or "sv en"

    def clean_languages(self) -> list[str]:
        return str(self.cleaned_data["languages"]).split()


class OrganisationForm(OrganisationBasicsForm):
    base_url = forms.URLField(
        label=_("Address"),
        help_text=_("Where this site is found, as readers write it. It stands on posters and in feeds."),
        required=False,
        assume_scheme="https",
    )
    website = forms.URLField(
        label=_("Website"),
        help_text=_("Your own, as customers know it. It stands in what machines read about your accounts."),
        required=False,
        assume_scheme="https",
    )
    field_order = (
        "name",
        "sector",
        "languages",
        "base_url",
        "website",
        "press_name",
        "press_email",
        "press_phone",
    )

    class Meta(OrganisationBasicsForm.Meta):
        fields = (  # type: ignore[assignment]
            *OrganisationBasicsForm.Meta.fields,
            "base_url",
            "website",
            "press_name",
            "press_email",
            "press_phone",
            "accent_light",
            "accent_dark",
            "checkup_open",
        )
        help_texts: ClassVar[dict[str, Any]] = {
            **OrganisationBasicsForm.Meta.help_texts,
            "press_name": _("Shown on top of the press room, with the address and number below."),
            "checkup_open": _(
                "Others can paste their old policy under /checkup/ and see what it says. Nothing of it is kept."
            ),
        }
        widgets: ClassVar[dict[str, Any]] = {
            "accent_light": forms.TextInput(attrs={"type": "color"}),
            "accent_dark": forms.TextInput(attrs={"type": "color"}),
        }

    def clean_accent_light(self) -> str:
        return _readable(self.cleaned_data["accent_light"], LIGHT_PAPER)

    def clean_accent_dark(self) -> str:
        return _readable(self.cleaned_data["accent_dark"], DARK_PAPER)


class DepartmentForm(forms.Form):
    """A department's name in each language of the site."""

    def __init__(self, *args: Any, department: Department, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, language in settings.LANGUAGES:
            self.fields[code] = forms.CharField(
                label=language,
                max_length=80,
                initial=department.names.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code}),
            )


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    department = forms.ModelChoiceField(Department.objects.all(), label=_("Department"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles beside being a member"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _name_none(self.fields["department"])

    def clean_email(self) -> str:
        return _free_address(self.cleaned_data["email"])


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


def _free_address(email: str) -> str:
    if is_taken(email):
        raise forms.ValidationError(_("There is a member with that address already."), code="taken")
    return email.lower()


def _readable(colour: str, paper: str) -> str:
    if not is_colour(colour):
        raise forms.ValidationError(_("Write the colour as # and six digits: #8f2318."), code="colour")
    found = contrast(colour, paper)
    if found < ENOUGH:
        raise forms.ValidationError(
            _(
                "Not everybody could read this on our paper: the contrast is %(found)s, and %(enough)s is the least."
                " Try a shade further from the paper."
            ),
            code="contrast",
            params={"found": f"{found:.1f}", "enough": ENOUGH},
        )
    return colour.lower()


def _name_none(field: forms.Field) -> None:
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = _("none")
