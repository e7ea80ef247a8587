"""Making a mail of notices: plain text and HTML, in the member's language, with a Message-ID that never changes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vigor_portal.notices.links import stop_link
from vigor_portal.notices.models import How, Mail
from vigor_portal.notices.queries import Told, worded
from vigor_portal.people.queries import the_organisation

LONGEST_SUBJECT = 150
# A digest after a long silence shows this many, and where the rest is.
MOST_IN_A_DIGEST = 50


def make_letter(mail: Mail) -> EmailMultiAlternatives | None:
    """The mail in its member's language; None when nothing of what it would tell is left to tell.

    Of a digest is left out what the member has seen on the site in the meantime.
    """
    member = mail.member
    notices = mail.notices.order_by("-at", "-pk")
    if mail.how != How.NOW:
        notices = notices.filter(seen_at=None)
    with translation.override(member.language):
        told = worded(notices[:MOST_IN_A_DIGEST])
        if not told:
            return None
        scope = f"kind:{told[0].notice.kind}" if mail.how == How.NOW else f"how:{mail.how}"
        stop = stop_link(member, scope)
        context = _context(mail, told, notices.count() - len(told), stop)
        letter = EmailMultiAlternatives(
            _subject(mail, told),
            render_to_string("notices/mail/letter.txt", context),
            None,
            [member.email],
            headers=_headers(mail, stop),
        )
        letter.attach_alternative(render_to_string("notices/mail/letter.html", context), "text/html")
    return letter


def message_id(mail: Mail) -> str:
    """The same for each time that this mail is sent, and for no other mail of any site."""
    proof = salted_hmac("vigor.notices.mail", str(mail.pk)).hexdigest()[:20]
    return f"<notices.{mail.pk}.{proof}@{_host()}>"


def _host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _headers(mail: Mail, stop: str) -> dict[str, str]:
    return {
        "Message-ID": message_id(mail),
        # RFC 8058: the reader's own program stops the mail, with one press and without signing in.
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        # RFC 3834: nobody's "I am away" is for us.
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.member.language,
    }


def _context(mail: Mail, told: Sequence[Told], more: int, stop: str) -> dict[str, object]:
    return {
        "told": [(item, _address(item)) for item in told],
        "more": more,
        "mail": mail,
        "site": settings.BASE_URL,
        "all": settings.BASE_URL + reverse("notices:list"),
        "wishes": settings.BASE_URL + reverse("notices:wishes"),
        "stop": stop,
        "organisation": _organisation(),
        "language": mail.member.language,
        "at_once": mail.how == How.NOW,
    }


def _address(item: Told) -> str:
    """By way of the notice, so that it is no longer new when one has followed it."""
    return settings.BASE_URL + reverse("notices:follow", args=[item.notice.pk])


def _organisation() -> str:
    organisation = the_organisation()
    return organisation.name if organisation else "Vigör"


def _subject(mail: Mail, told: Sequence[Told]) -> str:
    if mail.how == How.NOW:
        # In one line: what somebody wrote may be part of the sentence.
        subject = " ".join(told[0].telling.sentence.split())
        return subject if len(subject) <= LONGEST_SUBJECT else subject[: LONGEST_SUBJECT - 1] + "…"
    news = ngettext("%(n)s thing to know", "%(n)s things to know", len(told)) % {"n": len(told)}
    return _("%(news)s · %(name)s") % {"news": news, "name": _organisation()}
