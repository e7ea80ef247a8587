"""allauth's forms in our words: a label for each field, and no placeholder that says the same once more."""

from __future__ import annotations

from typing import Any

from allauth.account import forms
from django.utils.translation import gettext_lazy as _


class InOurWords:
    """Mixed into a form of allauth's."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in {"login", "email"}:
                field.label = _("E-mail")
            elif name == "code":
                field.label = _("Code")
            elif name == "password1":
                field.help_text = _(
                    "Twelve characters or more. A few words in a row are easy to remember and hard to guess."
                )


class Login(InOurWords, forms.LoginForm):
    pass


class RequestCode(InOurWords, forms.RequestLoginCodeForm):
    pass


class ConfirmCode(InOurWords, forms.ConfirmLoginCodeForm):
    pass


class ForgottenPassword(InOurWords, forms.ResetPasswordForm):
    pass


class NewPassword(InOurWords, forms.ResetPasswordKeyForm):
    pass


class ChangePassword(InOurWords, forms.ChangePasswordForm):
    pass


class FirstPassword(InOurWords, forms.SetPasswordForm):
    pass


class StillYou(InOurWords, forms.ReauthenticateForm):
    pass
