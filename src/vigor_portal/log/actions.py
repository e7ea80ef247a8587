"""Writing to the record: inside the transaction of the change that it tells of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models, transaction

from vigor_portal.log.models import Entry

if TYPE_CHECKING:
    from vigor_portal.people.models import Member


def record(by: Member | None, kind: str, of: models.Model | None = None, **ids: int | str) -> Entry:
    """Record that `by` (None: the site itself) did `kind` to `of`. `ids` are ids, keys and numbers, never prose.

    Raises TransactionManagementError outside a transaction: a change and its entry stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{kind} must be recorded in the transaction that did it."
        )
    return Entry.objects.create(
        actor=by,
        kind=kind,
        object_kind=of._meta.label_lower if of is not None else "",
        object_id=str(of.pk) if of is not None else "",
        ids=ids,
    )


def record_many(by: Member | None, kind: str, of: Iterable[models.Model], **ids: int | str) -> None:
    """The same for many at once, an entry each, all with the same `ids`."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{kind} must be recorded in the transaction that did it."
        )
    Entry.objects.bulk_create(
        (
            Entry(actor=by, kind=kind, object_kind=each._meta.label_lower, object_id=str(each.pk), ids=ids)
            for each in of
        ),
        batch_size=500,
    )
