"""Every write to the draft: begin, save and go back (`draft_texts`), take in (`taking_in`), throw away, catch up, publish.

Publishing itself is `actions.publish`; a draft that is to come later is `planning.plan`.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from vigor.policy.merge import merge
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow, is_union
from vigor_portal.policies.actions import UNTOUCHED, Conditions, publish
from vigor_portal.policies.draft_texts import (
    Clash,
    DraftGone,
    Saved,
    begin_from,
    go_back,
    join_in,
    save_text,
    source_at,
    sources_of,
    start_draft,
    to_write_in,
)
from vigor_portal.policies.models import Draft, DraftText, Version
from vigor_portal.policies.queries import current
from vigor_portal.policies.taking_in import (
    NewCase,
    PointGone,
    TakenIn,
    add_case_in,
    add_in,
    take_in,
    take_out,
)

__all__ = [
    "Clash",
    "DraftGone",
    "NewCase",
    "PointGone",
    "Saved",
    "TakenIn",
    "VersionBetween",
    "add_case_in",
    "add_in",
    "begin_from",
    "catch_up",
    "discard",
    "go_back",
    "join_in",
    "publish_draft",
    "read_by",
    "ready_to_publish",
    "save_text",
    "source_at",
    "sources_of",
    "start_draft",
    "take_in",
    "take_out",
    "to_write_in",
]


class VersionBetween(Exception):
    """A version came into force after the draft was begun; publishing would undo it. `version` is that version."""

    def __init__(self, version: Version) -> None:
        super().__init__(version)
        self.version = version


@transaction.atomic
def discard(draft: Draft, by: Member) -> None:
    """Throw the draft away, states and all. What is published stays. Raises NotAllowed."""
    allow(by, "policies.write", draft)
    _hold_texts(draft)
    record(by, "policy.draft-discarded", draft)
    draft.delete()


@transaction.atomic
def read_by(draft: Draft, member: Member) -> None:
    """A member reads the draft: where that is a union representative, the day is kept, and not who. Raises NotAllowed.

    Nothing is recorded: what somebody reads is nobody else's business.
    """
    allow(member, "policies.read-drafts", draft)
    today = timezone.localdate()
    if is_union(member) and draft.union_read_on != today:
        Draft.objects.filter(pk=draft.pk).update(union_read_on=today)


@transaction.atomic
def publish_draft(
    draft: Draft,
    by: Member,
    *,
    because: str | Mapping[str, str] = "",
    cause: str = "",
    meanings: Mapping[str, str] | None = None,
    conditions: Conditions = UNTOUCHED,
) -> Version:
    """Make the draft the policy in force; the draft is gone then, or all is as it was. The rest is as in `publish`.

    Raises NotAllowed, DraftGone, VersionBetween, and what `publish` raises (the "file" of a problem is its language).
    """
    locked, sources = ready_to_publish(draft)
    published = publish(
        sources,
        by=by,
        because=because,
        cause=cause,
        meanings=meanings,
        conditions=conditions,
        credits=locked.credits.values_list("key", "member_id"),
    )
    locked.delete()
    return published


def ready_to_publish(draft: Draft) -> tuple[Draft, dict[str, str]]:
    """The draft, held until the transaction ends, and its texts by language, the original first.

    A language that nobody has written in yet is left out: it is no text that is wrong. Raises DraftGone, VersionBetween.
    """
    locked = Draft.objects.select_for_update().filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGone
    version = current()
    if version is not None and version.pk != locked.based_on_id:
        raise VersionBetween(version)
    _hold_texts(locked)
    rows = list(locked.texts.order_by("pk"))
    return locked, {row.language: row.source for row in rows if row.source.strip() or row is rows[0]}


def _hold_texts(draft: Draft) -> None:
    """Until the transaction ends nobody saves: a save is in what we read, or is told that the draft is gone.

    Otherwise PostgreSQL would let one in between the reading and the deleting, answer it with success, and lose it.
    """
    list(draft.texts.select_for_update().order_by("pk").values_list("pk"))


@transaction.atomic
def catch_up(draft: Draft, by: Member) -> list[Clash]:
    """Bring the version in force into a draft that was begun before it. Raises NotAllowed.

    Points that both changed keep the draft's words; the clashes are returned so that the writer can look at them, and
    the version's words stand among the versions.
    """
    allow(by, "policies.write", draft)
    version = current()
    if version is None:
        return []
    before = sources_of(draft.based_on) if draft.based_on else {}
    now = sources_of(version)
    clashes = []
    for row in DraftText.objects.select_for_update().filter(draft=draft).order_by("pk"):
        merged = merge(before.get(row.language, ""), row.source, now.get(row.language, row.source))
        text = merged.chosen({conflict.name: conflict.mine for conflict in merged.conflicts})
        if merged.conflicts:
            clashes.append(Clash(row.language, row.source, row.revision, row.revision, merged))
        save_text(draft, row.language, text if merged.conflicts else merged.text, row.revision, by)
    draft.based_on = version
    draft.save(update_fields=("based_on",))
    return clashes
