"""Reading notices, and how somebody wants to be told."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from vigor_portal.notices.models import How, Notice, Refusal, Wish
from vigor_portal.notices.telling import Telling, kinds
from vigor_portal.people.models import Member


@dataclass(frozen=True, slots=True)
class Told:
    """A notice with its words, in the active language."""

    notice: Notice
    telling: Telling

    @property
    def is_new(self) -> bool:
        return self.notice.seen_at is None


def notices_of(member: Member) -> QuerySet[Notice]:
    """A member's notices, the newest first."""
    return Notice.objects.filter(member=member)


def worded(notices: QuerySet[Notice] | list[Notice]) -> list[Told]:
    """Those whose thing is still there, in words. What those of one kind are about is read at once."""
    notices = list(notices)
    together: dict[str, list[Notice]] = {}
    for notice in notices:
        together.setdefault(notice.kind, []).append(notice)
    for name, alike in together.items():
        kind = kinds().get(name)
        things = kind.reads(alike) if kind and kind.reads else None
        for notice in alike:
            notice.things = things
    said = ((notice, word(notice)) for notice in notices)
    return [Told(notice, telling) for notice, telling in said if telling is not None]


def word(notice: Notice) -> Telling | None:
    """What a notice says in the active language; None when its thing, or its kind, is gone."""
    kind = kinds().get(notice.kind)
    return kind.wording(notice) if kind else None


def count_new(member: Member) -> int:
    return Notice.objects.filter(member=member, seen_at=None).count()


def wishes_of(member: Member) -> dict[str, How]:
    """How the member is told of each kind, chosen or by default."""
    chosen = dict(Wish.objects.filter(member=member).values_list("kind", "how"))
    return {name: How(chosen.get(name, kind.how)) for name, kind in kinds().items()}


def is_refused(member: Member) -> bool:
    """Have we stopped sending mail because the member's address is refused?"""
    return Refusal.objects.filter(member=member, stopped_at__isnull=False).exists()
