"""Who may do what: `allow` asks, `rules.py` of each app answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rules
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from vigor_portal.people.models import Member, Role

if TYPE_CHECKING:
    from django.db.models import Model

Anyone = Member | AnonymousUser | None


class NotAllowed(PermissionDenied):
    """Somebody tried what they have no permission for. `permission` is its name. A page answers 403."""

    def __init__(self, permission: str) -> None:
        super().__init__(permission)
        self.permission = permission


def may(who: Anyone, permission: str, of: Model | None = None) -> bool:
    return bool(rules.has_perm(permission, who, of))


def allow(who: Anyone, permission: str, of: Model | None = None) -> None:
    """Raises NotAllowed unless `who` has the permission."""
    if not may(who, permission, of):
        raise NotAllowed(permission)


@rules.predicate
def is_member(who: Anyone) -> bool:
    return isinstance(who, Member) and who.is_active


def _has(role: str) -> rules.Predicate:
    @rules.predicate(name=f"is_{role}")
    def predicate(who: Anyone) -> bool:
        return isinstance(who, Member) and who.has(role)

    return predicate


is_communications = _has(Role.COMMUNICATIONS)
is_union = _has(Role.UNION)
is_administrator = _has(Role.ADMINISTRATOR)
