"""Under which pseudonym somebody's stances are kept: made of the member and a key that lies outside the database.

Each guideline gives another pseudonym, so that the rows of one person can't be laid side by side either. Without the
key nobody can tell whose a row is; with it and the database, whoever runs the server can.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings

from vigor_portal.dialogue.models import StanceKey
from vigor_portal.environment import read_or_make
from vigor_portal.people.models import Member

KEY_FILE = "stance.key"


class KeyLost(Exception):
    """The stances here were kept with another key than the one that is at hand."""


def pseudonym(member: Member, guideline: str) -> UUID:
    """The key of the member's row on the guideline: the first 128 bits of HMAC-SHA256 (RFC 2104)."""
    return UUID(bytes=_hmac(f"{guideline} {member.pk}")[:16])


def pseudonyms(member: Member, guidelines: Iterable[str]) -> dict[UUID, str]:
    """The guidelines by the member's pseudonym on each."""
    return {pseudonym(member, guideline): guideline for guideline in guidelines}


def key_fits() -> bool:
    """Is this the key that the stances here were kept with? Also where there are none yet."""
    known = StanceKey.objects.values_list("fingerprint", flat=True).first()
    return known is None or hmac.compare_digest(known, _fingerprint())


def fix_key() -> None:
    """Remember the key's fingerprint with the first stance. Raises KeyLost when the stances have another."""
    known = StanceKey.objects.values_list("fingerprint", flat=True).first()
    if known is None:
        StanceKey.objects.get_or_create(pk=1, defaults={"fingerprint": _fingerprint()})
    elif not hmac.compare_digest(known, _fingerprint()):
        raise KeyLost


def _fingerprint() -> str:
    return _hmac("fingerprint").hex()


def _hmac(message: str) -> bytes:
    return hmac.digest(_key(settings.DATA / KEY_FILE), message.encode(), hashlib.sha256)


@lru_cache(maxsize=4)
def _key(path: Path) -> bytes:
    return read_or_make("VIGOR_STANCE_KEY", path).encode()
