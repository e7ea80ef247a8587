"""What members are told of applications, in words (`wiring.NOTICES`), and what waits (`wiring.OPEN_THINGS`)."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vigor_portal.notices.models import How, Notice
from vigor_portal.notices.open_things import OpenRows, OpenThing
from vigor_portal.notices.telling import Telling, described
from vigor_portal.people.models import Member
from vigor_portal.voices.applications.queries import open_applications
from vigor_portal.voices.models import Application
from vigor_portal.voices.register import telling as register


@described(gettext_lazy("A colleague names me to hold an account"), how=How.NOW)
def say_named(notice: Notice) -> Telling | None:
    return _told(
        notice, _("A colleague applies for the account “%(name)s”, and names you as one who would hold it.")
    )


@described(gettext_lazy("The account that I applied for is approved"), how=How.NOW)
def say_approved(notice: Notice) -> Telling | None:
    application = _application(notice)
    if application is None:
        return None
    sentence = _("The account “%(name)s” is approved. Now it can be registered.") % {"name": application.name}
    return Telling(
        sentence, register.address(application.account) if application.account else address(application)
    )


@described(gettext_lazy("Communications asks me for more about an account"), how=How.NOW)
def say_asked(notice: Notice) -> Telling | None:
    return _told(notice, _("Communications wonders about something before saying yes to “%(name)s”."))


@described(gettext_lazy("The account that I applied for is answered with a no"), how=How.NOW)
def say_declined(notice: Notice) -> Telling | None:
    return _told(notice, _("The account “%(name)s” wasn’t approved. Communications says why."))


@described(gettext_lazy("An application that I answer for is answered"), how=How.DAY)
def say_answered(notice: Notice) -> Telling | None:
    return _told(notice, _("There is an answer about the account “%(name)s”."))


@described(gettext_lazy("Somebody whom I named would rather not hold an account"), how=How.NOW)
def say_fewer(notice: Notice) -> Telling | None:
    return _told(notice, _("One of those whom you named for “%(name)s” would rather not. Ask somebody else."))


def _application(notice: Notice) -> Application | None:
    return Application.objects.select_related("account").filter(pk=notice.object_id).first()


def _told(notice: Notice, words: str) -> Telling | None:
    application = _application(notice)
    if application is None:
        return None
    return Telling(words % {"name": application.name}, address(application))


def address(application: Application) -> str:
    return reverse("voices:application", kwargs={"public_id": application.public_id})


def waiting(member: Member | None) -> OpenRows[Application]:
    """Open applications: all of them, or those that a member made or answers for; the first last day first."""
    found = open_applications()
    if member is not None:
        found = found.filter(Q(owner=member) | Q(applied_by=member))
    return OpenRows(_("application"), found, "last_day", _thing)


def _thing(application: Application) -> OpenThing:
    # While more is asked for, it is the one who applied that it waits for.
    asked = application.state == Application.State.ASKED
    return OpenThing(
        _("application"),
        application.name,
        address(application),
        application.applied_by if asked else application.owner,
        application.last_day,
        application.applied_at,
        application.department,
    )
