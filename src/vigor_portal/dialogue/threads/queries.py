"""Reading conversations. Every function asks the database a number of times that doesn't grow with what is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.http import HttpRequest

from vigor.policy.document import Point
from vigor_portal.dialogue.models import Comment, Participant, PublicComment, Talk, Thread
from vigor_portal.dialogue.threads.wordings import Change, Wordings, change_since
from vigor_portal.people.models import Member
from vigor_portal.policies import queries as policies
from vigor_portal.policies.models import PublishedKey
from vigor_portal.policies.words import label

AT_A_TIME = 10
IN_A_LIST = 30
# A longer conversation is read on its own page; in a list only how it began.
SHORT = 6
# So many are shown of a thread on its own page, the newest; more is a page back.
COMMENTS = 100
FOUND = 20


class Which(StrEnum):
    """Which of the open threads to list."""

    ALL = "all"
    MINE = "mine"
    WAITING = "waiting"


@dataclass(frozen=True)
class Shown:
    """A thread as a page shows it: what is said in it, and what became of the words that it is about.

    `rest` counts the comments that stand on its own page only; `last` is the pk of the last one shown.
    """

    thread: Thread
    comments: tuple[Comment, ...]
    change: Change | None
    quote_gone: bool = False  # the quoted words no longer stand in the point
    rest: int = 0

    @property
    def last(self) -> int:
        return self.comments[-1].pk if self.comments else 0

    @property
    def first(self) -> Comment | None:
        return self.comments[0] if self.comments else None


@dataclass(frozen=True)
class Slice:
    """A page of a long list, without counting all of it."""

    items: list[Shown]
    page: int
    more: bool


def talks(request: HttpRequest) -> Mapping[str, Talk]:
    """What is said of every point, by key: one query for all the margins of a page."""
    known: Mapping[str, Talk] | None = getattr(request, "_talks", None)
    if known is None:
        rows = Talk.objects.select_related("newest__by", "newest__thread").defer("newest__thread__wording")
        known = {talk.key: talk for talk in rows}
        request._talks = known  # type: ignore[attr-defined]
    return known


def any_talk() -> bool:
    """Has anything been said about any point?"""
    return Talk.objects.filter(Q(open__gt=0) | Q(closed__gt=0) | Q(public__gt=0)).exists()


def threads_of(key: str, state: str, page: int, now: Wordings) -> Slice:
    """The threads of a point, the last written in first: open ones with their comments, others with how they began."""
    found = Thread.objects.filter(key=key, room="", state=state)
    whole = SHORT if state == Thread.State.OPEN else 0
    return _slice(found.order_by("-last_at", "-pk"), page, AT_A_TIME, now, whole=whole)


def open_threads(which: Which, member: Member, page: int, now: Wordings) -> Slice:
    """Open threads of all points, those with the first last day on top; for a list, with how each began."""
    found = Thread.objects.filter(room="", state=Thread.State.OPEN)
    if which is Which.MINE:
        found = found.filter(concerning(member))
    if which is Which.WAITING:
        found = found.exclude(waits_since=None)
    return _slice(found.order_by("due_on", "pk"), page, IN_A_LIST, now, whole=0)


def concerning(member: Member) -> Q:
    """The threads that a member takes part in or owns."""
    # Found from the member, of whose threads there are few: asked of each thread, it would be all that are open.
    taking_part = Participant.objects.filter(member=member).values("thread")
    return Q(pk__in=taking_part.union(Thread.objects.filter(owner=member).order_by().values("pk")))


def closed_threads(now: Wordings, page: int = 1) -> Slice:
    found = Thread.objects.filter(room="", state=Thread.State.CLOSED)
    return _slice(found.order_by("-closed_at", "-pk"), page, AT_A_TIME, now, whole=0)


def thread(public_id: str) -> Thread | None:
    found = Thread.objects.select_related("owner", "closed_by", "opened_by")
    return found.filter(public_id=public_id).first()


def shown(found: Thread, now: Wordings, before: int | None = None) -> Shown:
    """A thread whole: its first comment, and the newest of the rest (older than the pk `before`, if given)."""
    comments = Comment.objects.filter(thread=found).select_related("by__department")
    first = comments.order_by("pk").first()
    if first is None:
        return _shown(found, (), now, 0)
    rest = comments.filter(pk__gt=first.pk)
    rest = rest.filter(pk__lt=before) if before is not None else rest
    newest = list(rest.order_by("-pk")[: COMMENTS + 1])
    more = len(newest) > COMMENTS
    return _shown(found, (first, *newest[:COMMENTS][::-1]), now, 1 if more else 0)


def called_in(found: Thread) -> list[Participant]:
    """Who was called in, and hasn't said anything yet."""
    said = Comment.objects.filter(thread=found, by=OuterRef("member"), withdrawn_at=None)
    parts = Participant.objects.filter(thread=found).exclude(called_by=None).select_related("member")
    return list(parts.filter(~Exists(said), member__is_active=True).order_by("pk"))


def colleagues(name: str, *, besides: Member) -> list[Member]:
    """Members who are here, by a part of their name; nobody who isn't, or was."""
    words = name.split()
    if not words:
        return []
    found = Member.objects.filter(is_active=True, forgotten_at=None).exclude(pk=besides.pk)
    for word in words:
        found = found.filter(Q(given_name__icontains=word) | Q(family_name__icontains=word))
    return list(found.select_related("department").order_by("given_name", "family_name", "pk")[: FOUND + 1])


def colleague(public_id: str) -> Member | None:
    """Somebody who is or was here, but for the forgotten."""
    return Member.objects.filter(public_id=public_id, forgotten_at=None).first()


def name_of_point(key: str, language: str, now: Wordings) -> str:
    """What the point is called today; its key when it is gone."""
    point: Point | None = now.point(key, language)
    return label(point) if point is not None else key


def where_it_went(key: str) -> PublishedKey | None:
    return policies.published_key(key)


def public_comments(key: str) -> QuerySet[PublicComment]:
    """What the public said of a point and is shown, the newest first."""
    return PublicComment.objects.filter(key=key, room="", state=PublicComment.State.SHOWN).order_by("-pk")


def held() -> QuerySet[PublicComment]:
    """What waits to be looked at, the first last day on top."""
    return PublicComment.objects.filter(state=PublicComment.State.HELD).select_related("owner")


def decided() -> QuerySet[PublicComment]:
    found = PublicComment.objects.exclude(state=PublicComment.State.HELD).select_related("decided_by")
    return found.order_by("-decided_on", "-pk")


def _slice(found: QuerySet[Thread], page: int, size: int, now: Wordings, whole: int = SHORT) -> Slice:
    """`whole`: threads with no more comments than this are shown whole, of others how they began."""
    start = (page - 1) * size
    rows = list(found.select_related("owner", "closed_by", "opened_by")[start : start + size + 1])
    threads = rows[:size]
    comments = _comments([each for each in threads if each.said <= whole])
    comments |= _beginnings([each for each in threads if each.said > whole])
    items = [
        _shown(each, said := tuple(comments.get(each.pk, ())), now, max(0, each.said - len(said)))
        for each in threads
    ]
    return Slice(items, page, more=len(rows) > size)


def _comments(threads: list[Thread]) -> dict[int, list[Comment]]:
    return _by_thread(Comment.objects.filter(thread__in=threads) if threads else ())


def _beginnings(threads: list[Thread]) -> dict[int, list[Comment]]:
    if not threads:
        return {}
    firsts = Comment.objects.filter(thread__in=threads).order_by().values("thread")
    return _by_thread(Comment.objects.filter(pk__in=firsts.annotate(first=Min("pk")).values("first")))


def _by_thread(rows: QuerySet[Comment] | Iterable[Comment]) -> dict[int, list[Comment]]:
    gathered: dict[int, list[Comment]] = {}
    found = rows.select_related("by__department").order_by("pk") if isinstance(rows, QuerySet) else rows
    for comment in found:
        gathered.setdefault(comment.thread_id, []).append(comment)
    return gathered


def _shown(found: Thread, comments: tuple[Comment, ...], now: Wordings, rest: int) -> Shown:
    change = change_since(found.wording, found.key, found.language, now)
    today = now.of(found.key, found.language)
    gone = bool(found.quote) and (today is None or not today.holds(found.quote))
    return Shown(found, comments, change, gone, rest)
