"""Mail about becoming a member."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from vigor_portal.people.models import Member
from vigor_portal.people.queries import the_organisation

logger = logging.getLogger("vigor.mail")


def is_configured() -> bool:
    """Does mail leave this machine, or is it only printed in the log?"""
    return not settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def mail_invitation(email: str, link: str, *, by: Member) -> bool:
    """Send the link, in the inviter's language. False when mail isn't configured, or the server wouldn't take it."""
    if not is_configured():
        return False
    organisation = the_organisation()
    name = organisation.name if organisation else "Vigör"
    text = render_to_string("people/mail/invitation.txt", {"link": link, "by": by, "organisation": name})
    try:
        send_mail(_("Welcome to how we do it at %(name)s") % {"name": name}, text, None, [email])
    except (SMTPException, OSError) as error:
        # The link is shown to whoever invites, so nothing is lost but the convenience.
        logger.warning("The mail server didn't take an invitation: %s. Check VIGOR_EMAIL_URL.", error)
        return False
    return True
