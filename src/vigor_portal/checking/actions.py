"""Every write about checking. A post is never among what is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F

from vigor_portal.checking.models import LISTS, Objection, WordList, today
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow


@transaction.atomic
def keep_words(lists: Mapping[str, Sequence[str]], *, by: Member) -> None:
    """Keep the organisation's own words, by the names of `OwnWords`. The record says which list, never a word.

    Raises NotAllowed.
    """
    allow(by, "checking.keep-words")
    held = {row.kind: row for row in WordList.objects.select_for_update()}
    for kind in LISTS:
        words = list(dict.fromkeys(lists.get(kind, ())))
        row = held.get(kind) or WordList(kind=kind)
        if row.words != words:
            row.words = words
            row.save()
            record(by, "checking.words-kept", row)


@transaction.atomic
def object_to(check: str, guideline: str, *, by: Member) -> None:
    """Count that somebody doesn't agree with a piece of advice. Raises NotAllowed.

    The record keeps silent: its time of day and its actor would tell who tried a post, and when.
    """
    allow(by, "checking.object")
    about: dict[str, Any] = {"check_name": check, "guideline": guideline, "on": today()}
    if not Objection.objects.filter(**about).update(times=F("times") + 1):
        # Of two at once, the second finds the first's row.
        row, made = Objection.objects.get_or_create(**about)
        if not made:
            Objection.objects.filter(pk=row.pk).update(times=F("times") + 1)
