"""Reading handovers: what is under way, what nobody holds, and which accounts it is time to look through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.open_things import OpenRows, OpenThing
from vigor_portal.people.models import Member, Role
from vigor_portal.policies.open_things import still_here
from vigor_portal.voices.handovers.checklist import is_moot, lines
from vigor_portal.voices.models import Account, Handover, Mandate, Stewardship

# An account stands among what is open so long before it is to be looked through.
DAYS_BEFORE_REVIEW = 14
AT_A_TIME = 50


@dataclass(frozen=True)
class Row:
    """A handover in a list: what it is of, how far it has come, and whether anybody holds the thing meanwhile."""

    handover: Handover
    title: str
    who: str
    url: str
    done: int
    of: int
    nobody: bool


@dataclass(frozen=True)
class Part:
    """As much of a long list as is shown at once, and which page of it that is."""

    rows: list[Row]
    page: Page[Handover]


def with_id(public_id: str) -> Handover | None:
    people = ("member", "owner", "begun_by", "ended_by", "account", "mandate__member", "application")
    return Handover.objects.select_related(*people).filter(public_id=public_id).first()


def open_handovers() -> QuerySet[Handover]:
    """Those under way, what nobody holds first, then by last day; what has ended meanwhile left out."""
    today = timezone.localdate()
    over = Q(mandate__ended_on__isnull=False) | Q(mandate__ends_on__lt=today)
    moot = (
        Q(account__state__in=Account.ENDED)
        | (Q(mandate__looked_back_on__isnull=False) & over)
        | (Q(application__isnull=False) & ~Q(application__state__in=("waiting", "asked")))
    )
    found = Handover.objects.filter(state=Handover.State.OPEN).exclude(
        pk__in=Handover.objects.filter(moot).values("pk")
    )
    nobody = Case(When(Q(account__isnull=False) & ~Exists(_holding("account")), then=0), default=1)
    people = ("member", "owner", "account", "mandate__member", "application")
    return found.select_related(*people).prefetch_related("steps").order_by(nobody, "last_day", "pk")


def for_member(member: Member) -> QuerySet[Handover]:
    """Those that concern a member: who hands over, sees to it, or holds the account; what nobody sees to is for communications."""
    found = open_handovers()
    held = Stewardship.objects.filter(member=member, until=None).values("account")
    concerned = Q(member=member) | Q(owner=member) | Q(account__in=held)
    if member.has(Role.COMMUNICATIONS):
        concerned |= Q(owner=None) | Q(owner__is_active=False)
    return found.filter(concerned)


def readable(member: Member) -> QuerySet[Handover]:
    return open_handovers() if member.has(Role.COMMUNICATIONS) else for_member(member)


def any_handovers_for(member: Member) -> bool:
    return member.has(Role.COMMUNICATIONS) or for_member(member).exists()


def done(member: Member) -> QuerySet[Handover]:
    """Those that are done, the latest first; for who isn't of communications, their own."""
    found = Handover.objects.filter(state=Handover.State.DONE).exclude(ended_by=None)
    if not member.has(Role.COMMUNICATIONS):
        found = found.filter(Q(member=member) | Q(owner=member) | Q(ended_by=member))
    people = ("member", "owner", "ended_by", "account", "mandate", "application")
    return found.select_related(*people).order_by("-ended_on", "-pk")


def rows(handovers: Iterable[Handover]) -> list[Row]:
    return [_row(handover) for handover in handovers]


def part(handovers: QuerySet[Handover], number: str | None) -> Part:
    """The page of a list that is asked for; the first where it isn't understood."""
    page = Paginator(handovers, AT_A_TIME).get_page(number)
    return Part(rows(page), page)


def title_of(handover: Handover) -> str:
    if handover.account is not None:
        return handover.account.name
    if handover.mandate is not None:
        return handover.mandate.idea
    return handover.application.name if handover.application is not None else ""


def open_things(member: Member | None) -> Iterator[OpenThing]:
    """Handovers under way (`wiring.OPEN_THINGS`); what nobody holds is late from its first day."""
    found = open_handovers() if member is None else for_member(member)
    for handover in found:
        nobody = is_without_anybody(handover)
        title = (
            _("Nobody holds “%(name)s”: who takes over?")
            if nobody
            else _("Hand over “%(name)s” after %(who)s")
        )
        words = title % {"name": title_of(handover), "who": name_of(handover.member)}
        owner = still_here(handover.owner)
        yield OpenThing(_("handover"), words, address(handover), owner, handover.last_day, handover.begun_at)


def without_anybody(member: Member | None) -> OpenRows[Account]:
    """Accounts that nobody who is here holds, and nobody is handing over (`wiring.OPEN_THINGS`): for communications."""
    found = unheld().exclude(pk__in=open_handovers().filter(account__isnull=False).values("account"))
    if member is not None and not member.has(Role.COMMUNICATIONS):
        found = found.none()

    def told(account: Account) -> OpenThing:
        since: date = account.alone_since  # type: ignore[attr-defined]
        began = timezone.make_aware(datetime.combine(since, time.min))
        title = _("Nobody holds “%(name)s”") % {"name": account.name}
        return OpenThing(_("nobody’s account"), title, account_address(account), None, since, began)

    # The day is counted by `unheld`, which the stubs don't see through an exclusion.
    listed = found.order_by("alone_since", "pk")  # type: ignore[misc]
    return OpenRows(_("nobody’s account"), listed, "alone_since", told)


def unheld() -> QuerySet[Account]:
    """Accounts that haven't ended and that nobody who is here holds, with the day since when (`alone_since`)."""
    last = Stewardship.objects.filter(account=OuterRef("pk")).order_by().values("account")
    since = Subquery(last.annotate(day=Max("until")).values("day"), output_field=DateField())
    entered = TruncDate(F("entered_at"), output_field=DateField())
    found = Account.objects.exclude(state__in=Account.ENDED).filter(~Exists(_holding("pk")))
    return found.annotate(alone_since=Coalesce(since, entered))


def to_look_through(member: Member | None) -> OpenRows[Account]:
    """Accounts whose review date comes near, or has been: for their stewards (`wiring.OPEN_THINGS`)."""
    soon = timezone.localdate() + timedelta(days=DAYS_BEFORE_REVIEW)
    found = Account.objects.filter(review_on__lte=soon).exclude(state__in=Account.ENDED)
    if member is not None:
        held = Stewardship.objects.filter(member=member, until=None).values("account")
        found = found.filter(pk__in=held)
    holding = Stewardship.objects.filter(until=None, member__is_active=True).select_related("member")
    holders = Prefetch("stewardships", holding.order_by("since", "pk"), to_attr="held_now")

    def told(account: Account) -> OpenThing:
        holders: list[Stewardship] = account.held_now  # type: ignore[attr-defined]
        owner = holders[0].member if holders else None
        review_on = account.review_on or soon
        began = timezone.make_aware(
            datetime.combine(review_on - timedelta(days=DAYS_BEFORE_REVIEW), time.min)
        )
        title = _("Look through “%(name)s”: does everything still hold?") % {"name": account.name}
        url = account_address(account) + "#review"
        return OpenThing(_("look-through"), title, url, owner, review_on, began)

    listed = found.prefetch_related(holders).order_by("review_on", "pk")
    return OpenRows(_("look-through"), listed, "review_on", told)


def is_without_anybody(handover: Handover) -> bool:
    """Does nobody who is here hold the account that is handed over?"""
    if handover.account is None:
        return False
    return not handover.account.stewardships.filter(until=None, member__is_active=True).exists()


def needs_deciding(handover: Handover) -> Mandate | None:
    """The mandate whose holder has left: it is ended, or goes on as that of somebody from outside."""
    mandate = handover.mandate
    if mandate is None or mandate.member_id != handover.member_id or is_moot(handover):
        return None
    return mandate


def address(handover: Handover) -> str:
    return reverse("voices:handovers:one", kwargs={"public_id": handover.public_id})


def account_address(account: Account) -> str:
    return reverse("voices:account", kwargs={"public_id": account.public_id})


def _row(handover: Handover) -> Row:
    steps = lines(handover)
    return Row(
        handover,
        title_of(handover),
        name_of(handover.member),
        address(handover),
        done=sum(line.done for line in steps),
        of=len(steps),
        nobody=handover.is_open and is_without_anybody(handover),
    )


def _holding(account: str) -> QuerySet[Stewardship]:
    """Stewardships of those who are here, of the account that a query's row names in the field."""
    return Stewardship.objects.filter(account=OuterRef(account), until=None, member__is_active=True)
