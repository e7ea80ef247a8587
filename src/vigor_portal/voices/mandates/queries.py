"""Reading mandates: who speaks for us, which end soon, which are to be looked back on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from vigor_portal.dialogue.names import name_of
from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may
from vigor_portal.policies.open_things import still_here
from vigor_portal.voices.mandates.projection import public_name
from vigor_portal.voices.models import Mandate, PublicMandate
from vigor_portal.voices.models.mandates import DAYS_BEFORE_END, DAYS_TO_LOOK_BACK

AT_A_TIME = 50
# The name that the public knows, else the holder's own: what a list is put in order by.
CALLED = Coalesce(
    Subquery(PublicMandate.objects.filter(public_id=OuterRef("public_id")).values("name")),
    "member__given_name",
    "outside_name",
)


@dataclass(frozen=True)
class Row:
    """A mandate in a list: whose, as the reader may know it, and where it is told more; `url` empty where it isn't."""

    mandate: Mandate
    name: str
    url: str


@dataclass(frozen=True)
class Part:
    """As much of a long list as is shown at once, and which page of it that is."""

    rows: list[Row]
    page: Page[Mandate]


@dataclass(frozen=True)
class Listed:
    running: Part
    to_come: Part
    to_look_back_on: Part
    over: Part


def with_id(public_id: str) -> Mandate | None:
    people = ("member", "followed_by", "given_by", "ended_by", "looked_back_by")
    return Mandate.objects.select_related(*people).filter(public_id=public_id).first()


def holder_of(mandate: Mandate) -> str:
    """The holder's name, for those who have a part in the mandate."""
    if mandate.member is not None:
        return name_of(mandate.member)
    return mandate.outside_name or _("somebody from outside")


def listed(member: Member, asked: Mapping[str, str]) -> Listed:
    """Mandates for the member to read: those that run, by name as the public knows them; the rest for their own people.

    `asked` says by the name of a list which page of it is shown; the first where it isn't understood.
    """
    found = _readable(member)

    def part(mandates: QuerySet[Mandate], name: str) -> Part:
        page = Paginator(mandates, AT_A_TIME).get_page(asked.get(name))
        return Part([row for each in page if (row := _row(each, member))], page)

    over = found.filter(_over()).order_by("-ends_on", "-pk")
    waiting = Q(looked_back_on=None) & (Q(ended_on=None) | Q(ended_on__gte=F("starts_on")))
    return Listed(
        running=part(found.filter(_runs()).order_by(Lower(CALLED), "pk"), "page"),
        to_come=part(found.filter(_comes()).order_by("starts_on", "pk"), "soon"),
        to_look_back_on=part(over.filter(waiting), "back"),
        over=part(over.exclude(waiting), "over"),
    )


def any_mandates_for(member: Member) -> bool:
    return may(member, "voices.give-mandate") or _readable(member).exists()


def _readable(member: Member) -> QuerySet[Mandate]:
    """All of them for who gives mandates; else one's own, and those that run and that the public knows of."""
    found = Mandate.objects.select_related("member", "followed_by")
    if may(member, "voices.give-mandate"):
        return found
    public = Exists(PublicMandate.objects.filter(public_id=OuterRef("public_id")))
    return found.filter((_runs() & Q(public)) | Q(member=member) | Q(followed_by=member))


def _runs() -> Q:
    today = timezone.localdate()
    return Q(ended_on=None, starts_on__lte=today, ends_on__gte=today)


def _comes() -> Q:
    return Q(ended_on=None, starts_on__gt=timezone.localdate())


def _over() -> Q:
    return Q(ended_on__isnull=False) | Q(ends_on__lt=timezone.localdate())


def waits_for_a_look_back(mandate: Mandate) -> bool:
    """It is over, it had begun, and nobody has said what came of it."""
    return mandate.is_over and mandate.looked_back_on is None and mandate.last_day >= mandate.starts_on


def look_back_by(mandate: Mandate) -> date:
    return mandate.last_day + timedelta(days=DAYS_TO_LOOK_BACK)


def ending(today: date) -> QuerySet[Mandate]:
    """Those that run out within three weeks."""
    soon = today + timedelta(days=DAYS_BEFORE_END)
    found = Mandate.objects.filter(ended_on=None, starts_on__lte=today, ends_on__range=(today, soon))
    return found.select_related("member", "followed_by").order_by("ends_on", "pk")


def open_things(member: Member | None) -> Iterator[OpenThing]:
    """Mandates that end soon, and those to look back on (`wiring.OPEN_THINGS`)."""
    today = timezone.localdate()
    over = Mandate.objects.filter(looked_back_on=None).filter(
        Q(ends_on__lt=today, ended_on=None) | Q(ended_on__gte=F("starts_on"))
    )
    soon = ending(today)
    if member is not None:
        over = over.filter(followed_by=member)
        soon = soon.filter(Q(member=member) | Q(followed_by=member))
    for mandate in soon:
        title = _("“%(idea)s” ends: shall it go on?")
        yield _thing(mandate, title, mandate.ends_on, since=mandate.ends_on - timedelta(days=DAYS_BEFORE_END))
    for mandate in over.select_related("followed_by").order_by("ends_on", "pk"):
        title = _("Look back on “%(idea)s”: what it gave, what it cost")
        yield _thing(mandate, title, look_back_by(mandate), since=mandate.last_day)


def address(mandate: Mandate) -> str:
    return reverse("voices:mandates:one", kwargs={"public_id": mandate.public_id})


def _thing(mandate: Mandate, title: str, last_day: date, *, since: date) -> OpenThing:
    began = max(mandate.given_at, timezone.make_aware(datetime.combine(since, time.min)))
    owner = still_here(mandate.followed_by)
    return OpenThing(_("mandate"), title % {"idea": mandate.idea}, address(mandate), owner, last_day, began)


def _row(mandate: Mandate, member: Member) -> Row | None:
    if may(member, "voices.read-mandate", mandate):
        return Row(mandate, holder_of(mandate), address(mandate))
    name = public_name(mandate)
    return Row(mandate, name, "") if name else None
