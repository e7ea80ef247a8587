"""Every write about notices."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model

from vigor_portal.notices.models import Notice
from vigor_portal.notices.telling import kinds
from vigor_portal.people.models import Member


@transaction.atomic
def tell(members: Iterable[Member], kind: str, of: Model, *, by: Member | None = None) -> None:
    """Tell members, once each, of something that happened to `of`: on the site, and by mail as they wish.

    Nobody is told of what they did themselves (`by`), and nobody who has left is told anything. Only ids are kept.
    Raises LookupError for a kind that `wiring.NOTICES` doesn't list.
    """
    if kind not in kinds():
        raise LookupError(f"wiring.NOTICES doesn't list the kind {kind!r}.")
    told = {member.pk: member for member in members if member.is_active and member != by}
    Notice.objects.bulk_create(
        [
            Notice(member=member, kind=kind, object_kind=of._meta.label_lower, object_id=str(of.pk))
            for member in told.values()
        ],
        batch_size=500,
    )
