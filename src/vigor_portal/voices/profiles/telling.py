"""What members are told of profiles, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.voices.models import Account


@described(gettext_lazy("The profile of an account that I hold lacks something"), how=How.DAY)
def say_lacks(notice: Notice) -> Telling | None:
    account = Account.objects.filter(pk=notice.object_id).first()
    if account is None or account.has_ended:
        return None
    url = reverse("voices:profiles:account", kwargs={"public_id": account.public_id})
    return Telling(
        _("The profile of “%(name)s” lacks something. Here is a text to paste.") % {"name": account.name}, url
    )
