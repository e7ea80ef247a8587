"""What members are told of mandates, in words (`wiring.NOTICES`)."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.telling import Telling, described
from vigor_portal.voices.mandates.queries import address, holder_of
from vigor_portal.voices.models import Mandate


@described(gettext_lazy("I am given a mandate, or one to follow"), how=How.NOW)
def say_given(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("You speak for us about “%(idea)s” until %(day)s. Here is what we agreed on. Thank you!"),
        _("You follow a mandate: %(name)s speaks for us about “%(idea)s” until %(day)s."),
    )


@described(gettext_lazy("A mandate that I have a part in goes on"), how=How.DAY)
def say_extended(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("Your mandate “%(idea)s” goes on until %(day)s."),
        _("The mandate “%(idea)s” of %(name)s goes on until %(day)s."),
    )


@described(gettext_lazy("A mandate that I have a part in ends soon"), how=How.NOW)
def say_ending(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("Your mandate “%(idea)s” ends by itself on %(day)s, unless you decide together that it goes on."),
        _("The mandate “%(idea)s” of %(name)s ends by itself on %(day)s, unless you decide that it goes on."),
    )


@described(gettext_lazy("A mandate that I have a part in is over"), how=How.DAY)
def say_over(notice: Notice) -> Telling | None:
    return _told(
        notice,
        _("Your mandate “%(idea)s” is over since %(day)s. Thank you for your voice."),
        _("The mandate “%(idea)s” of %(name)s is over. Look back: what did it give, what did it cost?"),
    )


def _told(notice: Notice, to_holder: str, to_follower: str) -> Telling | None:
    mandate = Mandate.objects.select_related("member").filter(pk=notice.object_id).first()
    if mandate is None:
        return None
    words = to_holder if mandate.member_id == notice.member_id else to_follower
    day = date_format(mandate.last_day, "j F Y")
    values = {"idea": mandate.idea, "name": holder_of(mandate), "day": day}
    return Telling(words % values, address(mandate))
