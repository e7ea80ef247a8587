"""Everything that is stored about a member, for the member alone: each app says its own part (`wiring.MY_DATA`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.module_loading import import_string

from vigor_portal.log.models import Entry
from vigor_portal.people.models import Invitation, Member
from vigor_portal.wiring import MY_DATA

Part = Callable[[Member], tuple[str, Any]]


def my_data(member: Member) -> dict[str, Any]:
    """By heading; everything in it can be written as JSON (dates as Django's encoder writes them)."""
    parts: list[Part] = [import_string(path) for path in MY_DATA]
    return dict(part(member) for part in parts)


def row(member: Member) -> tuple[str, Any]:
    """The member's own row, but for what is no fact about the member: the password's hash and the feed's key."""
    return "member", {
        "public_id": member.public_id,
        "email": member.email,
        "given_name": member.given_name,
        "family_name": member.family_name,
        "title": member.title,
        "department": member.department.slug if member.department else None,
        "language": member.language,
        "roles": sorted(member.roles),
        "joined_at": member.joined_at,
        "last_login": member.last_login,
        "external_id": member.external_id,
        "user_name": member.user_name,
        "provisioned_by": member.provisioned_by,
        "provisioned_at": member.provisioned_at,
    }


def sign_in(member: Member) -> tuple[str, Any]:
    """Ways to sign in, and where the member is signed in now."""
    keys = Authenticator.objects.filter(user=member)
    return "sign-in", {
        "password": member.has_usable_password(),
        "addresses": list(EmailAddress.objects.filter(user=member).values("email", "verified", "primary")),
        "keys": [
            {"kind": key.type, "name": str(key), "added": key.created_at, "last_used": key.last_used_at}
            for key in keys
        ],
        "sessions": [{"ends": session.expire_date} for session in sessions_of(member)],
    }


def invitations(member: Member) -> tuple[str, Any]:
    """Invitations to the member, and from the member."""
    sent = Invitation.objects.filter(invited_by=member).values("email", "expires_at", "used_at")
    got = Invitation.objects.filter(email__iexact=member.email).values("expires_at", "used_at")
    return "invitations", {"sent": list(sent), "received": list(got)}


def record(member: Member) -> tuple[str, Any]:
    """What the member did, and what was done to the member's row."""
    did = Entry.objects.filter(actor=member)
    about = Entry.objects.filter(object_kind=Member._meta.label_lower, object_id=str(member.pk))
    fields = ("at", "kind", "object_kind", "object_id", "ids")
    return "record", list((did | about).distinct().order_by("at", "pk").values(*fields))


def sessions_of(member: Member) -> list[Session]:
    """The member's sessions. Sessions don't say whose they are: each is opened and looked into."""
    return [
        session
        for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator()
        if session.get_decoded().get("_auth_user_id") == str(member.pk)
    ]
