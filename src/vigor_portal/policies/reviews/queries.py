"""Reading what is up for review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vigor_portal.notices.open_things import OpenThing
from vigor_portal.people.models import Member
from vigor_portal.policies.models import Review
from vigor_portal.policies.open_things import still_here
from vigor_portal.policies.queries import current, text_for
from vigor_portal.policies.words import label


@dataclass(frozen=True, slots=True)
class Row:
    """A review and what its point is called; `gone` where the version in force has no such point."""

    review: Review
    title: str
    gone: bool


def open_reviews() -> list[Row]:
    """What is up, the latest first."""
    return _named(list(Review.objects.filter(outcome="").select_related("owner")))


def settled_reviews(most: int = 20) -> list[Row]:
    """What was looked through, the newest first."""
    return _named(
        list(Review.objects.exclude(outcome="").select_related("owner").order_by("-done_at")[:most])
    )


def last_reviewed(key: str) -> date | None:
    """The day when somebody last found that the point holds, or gave it new words."""
    done = Review.objects.filter(key=key).exclude(outcome="").order_by("-done_at").first()
    return done.done_at.date() if done and done.done_at else None


def points() -> list[tuple[str, str]]:
    """(key, name) of everything that can be put up, the whole policy (an empty key) first."""
    version = current()
    text = text_for(version, get_language() or "sv") if version else None
    named = [(point.key, label(point)) for point in text.policy.points() if point.key] if text else []
    return [("", _("The whole policy")), *named]


def open_things(member: Member | None) -> Iterator[OpenThing]:
    """Reviews that wait (`wiring.OPEN_THINGS`)."""
    for row in open_reviews():
        owner = still_here(row.review.owner)
        if member is None or member == owner:
            url = f"{reverse('reviews:all')}#review-{row.review.pk}"
            yield OpenThing(_("review"), row.title, url, owner, row.review.last_day, row.review.asked_at)


def _named(reviews: list[Review]) -> list[Row]:
    names = dict(points()) if reviews else {}
    return [Row(review, names.get(review.key, review.key), review.key not in names) for review in reviews]
