"""What members are told of accounts, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.voices.models import Account


@described(gettext_lazy("I hold an account"), how=How.NOW)
def say_held(notice: Notice) -> Telling | None:
    account = Account.objects.filter(pk=notice.object_id).first()
    if account is None:
        return None
    sentence = _("You are one of those who hold the account “%(name)s” now. Its card tells how it sounds.")
    return Telling(sentence % {"name": account.name}, address(account))


def address(account: Account) -> str:
    return reverse("voices:account", kwargs={"public_id": account.public_id})
