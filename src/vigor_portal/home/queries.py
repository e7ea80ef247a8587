"""What stands on a member's first page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from vigor.policy.document import Section
from vigor_portal.people.models import Member
from vigor_portal.policies.intranet.margin import Named
from vigor_portal.policies.intranet.news import News, news_for
from vigor_portal.policies.outline import first_sentence
from vigor_portal.policies.queries import ReadText, current, text_for
from vigor_portal.policies.templatetags.policy import inline
from vigor_portal.policies.words import label

CASES = 4
NEW_POINTS = 5


@dataclass(frozen=True)
class Line:
    """A section in the table of contents. `number` is 0 for one that is no principle."""

    number: int
    title: SafeString
    idea: SafeString
    url: str


@dataclass(frozen=True)
class FirstPage:
    """The policy in force as a member meets it: contents, what is new, and the cases of the own department."""

    text: ReadText
    principles: tuple[Line, ...]
    others: tuple[Line, ...]
    news: News
    newest: tuple[Named, ...]  # of what is new, as much as there is room for
    more_news: int
    cases: tuple[Named, ...]


def first_page(member: Member) -> FirstPage | None:
    """None while nothing is published. A number of queries that doesn't grow with anything."""
    version = current()
    text = text_for(version, member.language) if version else None
    if text is None:
        return None
    policy, news = text.policy, news_for(member, text)
    return FirstPage(
        text=text,
        principles=tuple(_line(section, number) for number, section in enumerate(policy.principles, start=1)),
        others=tuple(_line(each) for each in policy.sections if each not in policy.principles),
        news=news,
        newest=news.points[:NEW_POINTS],
        more_news=max(0, len(news.points) - NEW_POINTS),
        cases=_cases_of(member, text),
    )


def _line(section: Section, number: int = 0) -> Line:
    url = reverse("policies:point", args=[section.key]) if section.key else reverse("policies:whole")
    return Line(number, inline(section.title), inline(first_sentence(section.belief)), url)


def _cases_of(member: Member, text: ReadText) -> tuple[Named, ...]:
    """Cases that name the member's department, in the order of the text."""
    if member.department is None:
        return ()
    slug = member.department.slug
    cases = (case for section in text.policy.sections for case in section.cases)
    return tuple(Named(case.key, label(case)) for case in cases if slug in case.departments)[:CASES]
