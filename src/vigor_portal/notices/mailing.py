"""Sending a mail, at least once. An address that is refused stops mail to that member, and to nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from smtplib import SMTPRecipientsRefused

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from vigor_portal.jobs.performing import outside
from vigor_portal.notices.letters import make_letter
from vigor_portal.notices.models import Mail, Refusal
from vigor_portal.people.mail import is_configured
from vigor_portal.people.models import Member

# So many mails in a row that the server refuses for the address, and we stop.
MOST_REFUSALS = 3
_ENHANCED = re.compile(r"\b5\.(\d)\.\d")
# RFC 3463: what is wrong with a mailbox or its address. 5.7 is about who may send, and so about us.
_ABOUT_THE_ADDRESS = {"1", "2"}


@outside
def deliver(mail: int) -> None:
    """A job: send one mail, unless it has been sent, nothing is left to tell, or its member is out of reach.

    A server that is busy, gone or against us raises, and the job is tried again later with the same Message-ID.
    """
    waiting = Mail.objects.select_related("member").filter(pk=mail, state=Mail.State.WAITING).first()
    if waiting is None:
        return
    letter = make_letter(waiting) if may_be_mailed([waiting.member.pk]) else None
    if letter is None:
        _settle(waiting, Mail.State.NOT_SENT)
        return
    try:
        letter.send()
    except SMTPRecipientsRefused as error:
        if not _is_final(error):
            raise
        _refused(waiting)
    else:
        _sent(waiting)


def may_be_mailed(members: Iterable[int]) -> set[int]:
    """Those of the members that mail can reach: they are here, their address works, and there is a mail server."""
    if not is_configured():
        return set()
    stopped = Refusal.objects.filter(stopped_at__isnull=False).values("member")
    here = Member.objects.filter(pk__in=list(members), is_active=True).exclude(pk__in=stopped)
    return set(here.values_list("pk", flat=True))


def _is_final(error: SMTPRecipientsRefused) -> bool:
    """Does the server say for good that there is no such mailbox (RFC 5321: 5yz)? A busy one (4yz) is tried again."""
    return all(_about_the_address(code, answer) for code, answer in error.recipients.values())


def _about_the_address(code: int, answer: bytes | str) -> bool:
    words = answer.decode("ascii", "replace") if isinstance(answer, bytes) else answer
    enhanced = _ENHANCED.search(words)
    return 500 <= code < 600 and (enhanced is None or enhanced[1] in _ABOUT_THE_ADDRESS)


@transaction.atomic
def _sent(mail: Mail) -> None:
    _settle(mail, Mail.State.SENT)
    Refusal.objects.filter(member=mail.member).delete()


@transaction.atomic
def _refused(mail: Mail) -> None:
    _settle(mail, Mail.State.REFUSED)
    Refusal.objects.get_or_create(member=mail.member)
    Refusal.objects.filter(member=mail.member).update(mails=F("mails") + 1)
    Refusal.objects.filter(member=mail.member, mails__gte=MOST_REFUSALS, stopped_at=None).update(
        stopped_at=timezone.now()
    )


def _settle(mail: Mail, state: Mail.State) -> None:
    Mail.objects.filter(pk=mail.pk, state=Mail.State.WAITING).update(state=state)
