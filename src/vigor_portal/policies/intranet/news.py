"""What is new since a member last read the policy."""

from __future__ import annotations

from dataclasses import dataclass

from vigor_portal.people.models import Member
from vigor_portal.policies.comparison import Comparison, compare
from vigor_portal.policies.intranet.margin import Named
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.models import PublishedKey, Reading, Version
from vigor_portal.policies.queries import ReadText, texts_of
from vigor_portal.policies.words import label


@dataclass(frozen=True)
class News:
    """`read` is None for a member who has not told us of any reading. `points` came or got new words since."""

    current: Version
    read: Version | None = None
    points: tuple[Named, ...] = ()
    removed: int = 0

    @property
    def any(self) -> bool:
        return self.read is not None and self.read.number < self.current.number


def news_for(member: Member, text: ReadText) -> News:
    """In at most two queries, without reading the older version's text."""
    reading = Reading.objects.select_related("version").filter(member=member).first()
    if reading is None or reading.version.number >= text.version.number:
        return News(text.version, reading.version if reading else None)
    read = reading.version
    removed = PublishedKey.objects.filter(
        policy=text.version.policy,
        removed__number__gt=read.number,
        removed__number__lte=text.version.number,
        first__number__lte=read.number,
    ).count()
    points = (
        Named(key, label(point))
        for key, point in text.policy.by_key.items()
        if text.worded_in.get(key, 0) > read.number
    )
    return News(text.version, read, tuple(points), removed)


def told_in_full(news: News, text: ReadText) -> Comparison | None:
    """Word by word, in the text's language, else in the original's; None when the older text was withdrawn."""
    if news.read is None:
        return None
    return comparison_between(news.read, text.version, text.language)


def comparison_between(a: Version, b: Version, language: str) -> Comparison | None:
    """From `a` to `b` in the language that both have, the original's at worst; None when one was withdrawn."""
    before, after = texts_of(a), texts_of(b)
    common = [language, *after]
    wanted = next((each for each in common if each in before and each in after), None)
    return compare(before[wanted].policy, after[wanted].policy, department_names()) if wanted else None
