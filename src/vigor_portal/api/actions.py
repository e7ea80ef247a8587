"""Every write about keys for programs."""

from __future__ import annotations

import hashlib
import secrets

from django.db import transaction

from vigor_portal.api.models import Token
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow

MOST_TOKENS = 20


class TooMany(Exception):
    """Nobody keeps an eye on more keys than that."""


def hashed(secret: str) -> str:
    """A secret has so many random bits that a plain hash can't be worked back."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


@transaction.atomic
def make_token(name: str, *, by: Member, layer: str = "") -> str:
    """Make a key for a program; returns it, the only time that it can be read. Raises NotAllowed, TooMany."""
    allow(by, "api.make-token")
    if Token.objects.filter(member=by).count() >= MOST_TOKENS:
        raise TooMany
    secret = secrets.token_urlsafe(24)
    token = Token.objects.create(member=by, name=name, layer=layer, secret_hash=hashed(secret))
    record(by, "api.token-made", token)
    return secret


@transaction.atomic
def revoke_token(token: Token, *, by: Member) -> None:
    """From now on the key opens nothing. Raises NotAllowed."""
    allow(by, "api.revoke-token", token)
    record(by, "api.token-revoked", token)
    token.delete()
