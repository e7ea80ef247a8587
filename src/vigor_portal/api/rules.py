"""The permissions of this app, in one place."""

from __future__ import annotations

import rules

from vigor_portal.api.models import Token
from vigor_portal.people.permissions import Anyone, is_member


@rules.predicate
def is_own(who: Anyone, token: Token | None) -> bool:
    return token is not None and token.member == who


rules.add_perm("api.make-token", is_member)
rules.add_perm("api.revoke-token", is_member & is_own)
