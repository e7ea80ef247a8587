"""Every write about notices: telling, seeing, wishing.

None of it goes into the record: when somebody reads, and what they wish to hear of, is nobody else's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from vigor_portal.jobs.actions import enqueue
from vigor_portal.notices.mailing import deliver, may_be_mailed
from vigor_portal.notices.models import How, Mail, Notice, Refusal, Wish
from vigor_portal.notices.queries import wishes_of
from vigor_portal.notices.telling import Kind, kinds
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow

AT_A_TIME = 500


@transaction.atomic
def tell(members: Iterable[Member], kind: str, of: Model, *, by: Member | None = None) -> None:
    """Tell members, once each, of something that happened to `of`: on the site, and by mail as they wish.

    Nobody is told of what they did themselves (`by`), and nobody who has left is told anything. Only ids are kept.
    Raises LookupError for a kind that `wiring.NOTICES` doesn't list.
    """
    known = kinds().get(kind)
    if known is None:
        raise LookupError(f"wiring.NOTICES doesn't list the kind {kind!r}.")
    told = {member.pk: member for member in members if member.is_active and member != by}
    for some in _batches(told.values()):
        _tell(some, known, of)


def _tell(members: Sequence[Member], kind: Kind, of: Model) -> None:
    wished = dict(Wish.objects.filter(kind=kind.name, member__in=members).values_list("member", "how"))
    notices = [
        Notice(
            member=member,
            kind=kind.name,
            object_kind=of._meta.label_lower,
            object_id=str(of.pk),
            how=wished.get(member.pk, kind.how),
        )
        for member in members
    ]
    at_once = [notice for notice in notices if notice.how == How.NOW]
    reached = may_be_mailed(notice.member_id for notice in at_once)
    for notice in at_once:
        if notice.member_id in reached:
            notice.mail = Mail.objects.create(member_id=notice.member_id, how=How.NOW)
            enqueue(deliver, mail=notice.mail.pk)
    Notice.objects.bulk_create(notices)


def _batches(members: Iterable[Member]) -> Iterator[list[Member]]:
    rest = iter(members)
    while some := list(islice(rest, AT_A_TIME)):
        yield some


@transaction.atomic
def see(notice: Notice, *, by: Member) -> None:
    """The member has gone to see what a notice is about. Raises NotAllowed."""
    allow(by, "notices.have")
    Notice.objects.filter(pk=notice.pk, member=by, seen_at=None).update(seen_at=timezone.now())


@transaction.atomic
def see_all(*, by: Member) -> None:
    """Nothing is new to the member any more, and no digest brings it. Raises NotAllowed."""
    allow(by, "notices.have")
    Notice.objects.filter(member=by, seen_at=None).update(seen_at=timezone.now())


@transaction.atomic
def wish(wishes: Mapping[str, str], *, by: Member) -> None:
    """The member says how to be told, {kind: How}; kinds that aren't named stay as they are. Raises NotAllowed."""
    allow(by, "notices.have")
    _wish(by, wishes)


@transaction.atomic
def stop_mail(member: Member, scope: str) -> None:
    """No more mail of a kind ("kind:NAME"), or no more of a digest ("how:day"). The site goes on telling.

    Whoever holds a signed link may do this: see `links`.
    """
    what, _, name = scope.partition(":")
    wishes = wishes_of(member)
    chosen = [kind for kind, how in wishes.items() if (name == kind if what == "kind" else name == how)]
    _wish(member, dict.fromkeys(chosen, How.SITE))


def _wish(member: Member, wishes: Mapping[str, str]) -> None:
    for kind, how in wishes.items():
        if kinds()[kind].how == how:
            Wish.objects.filter(member=member, kind=kind).delete()
        else:
            Wish.objects.update_or_create(member=member, kind=kind, defaults={"how": how})
        if how != How.NOW:
            # What waits for a digest follows. Before it is told at once from now on, it comes with that digest still.
            waiting = Notice.objects.filter(member=member, kind=kind, mail=None)
            waiting.filter(how__in=(How.DAY, How.WEEK)).update(how=how)


@transaction.atomic
def mail_again(*, by: Member) -> None:
    """The member's address works again: mail is tried once more. Raises NotAllowed."""
    allow(by, "notices.have")
    Refusal.objects.filter(member=by).delete()
