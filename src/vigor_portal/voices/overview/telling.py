"""What members are told from the overviews, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.voices.models import Account


@described(gettext_lazy("I am asked to hold an account"), how=How.DAY)
def say_asked(notice: Notice) -> Telling | None:
    account = Account.objects.filter(pk=notice.object_id).exclude(state__in=Account.ENDED).first()
    if account is None:
        return None
    sentence = _("“%(name)s” needs one more who holds it. Could it be you?") % {"name": account.name}
    return Telling(sentence, reverse("voices:overview:asked", kwargs={"public_id": account.public_id}))
