"""The signed link with which mail is stopped, from the mail itself and without signing in.

It holds a member's public id and what to stop. A forgotten member's id is made anew, so that old links are dead.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse

from vigor_portal.people.models import Member

SALT = "vigor.notices.stop"
HOLDS = timedelta(days=400)


class NotOurs(Exception):
    """The link is forged, or was cut off on its way."""


class TooOld(Exception):
    """The link is more than a year old, or its member is no longer here."""


def stop_link(member: Member, scope: str) -> str:
    """The whole address; `scope` is "kind:NAME" or "how:day"."""
    token = signing.dumps([member.public_id, scope], salt=SALT)
    return settings.BASE_URL + reverse("notices:stop", args=[token])


def read_link(token: str) -> tuple[Member, str]:
    """Whose mail, and what of it. Raises NotOurs, TooOld."""
    try:
        public_id, scope = signing.loads(token, salt=SALT, max_age=HOLDS)
    except signing.SignatureExpired as error:
        raise TooOld from error
    except signing.BadSignature as error:
        raise NotOurs from error
    member = Member.objects.filter(public_id=public_id, is_active=True).first()
    if member is None:
        raise TooOld
    return member, scope
