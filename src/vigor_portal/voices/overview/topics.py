"""Which department a topic belongs to.

A department owns the topics of the accounts that are its (`Account.departments`), and what the points of the policy
that are made for it (`departments=`) name in their titles. Nobody has to keep a list beside those two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from vigor.language.words import words
from vigor.policy.document import Case, Section
from vigor_portal.people.models import Department
from vigor_portal.policies.queries import current, texts_of
from vigor_portal.voices.models import Account

# Words of a topic by their first letters, so that "reservdel" finds "Reservdelar som dröjer".
FEWEST_LETTERS = 4


def topic_key(topic: str) -> str:
    """The topic for comparing: case and spaces don't matter."""
    return " ".join(topic.casefold().split())


def owners_of(topics: Iterable[str]) -> dict[str, set[int]]:
    """Each topic's key with the departments (primary keys) that own it; at most five queries however many there are."""
    wanted = {topic_key(topic) for topic in topics} - {""}
    found: dict[str, set[int]] = {key: set() for key in wanted}
    if not wanted:
        return found
    rows = (
        Account.objects.exclude(state__in=Account.ENDED)
        .exclude(departments=None)
        .exclude(topics=[])
        .order_by()
        .values_list("departments", "topics")
        .distinct()
    )
    for department, said in rows.iterator(chunk_size=2000):
        for key in wanted.intersection(map(topic_key, said)):
            found[key].add(department)
    titles = _titles()
    for key, owners in found.items():
        owners.update(
            department for title, ours in titles.items() if _names(title, key) for department in ours
        )
    return found


def unowned(
    topics: Iterable[str], departments: Collection[int], owners: Mapping[str, Collection[int]]
) -> tuple[str, ...]:
    """Those of the topics that none of the departments owns, as they are written."""
    return tuple(topic for topic in topics if not set(owners.get(topic_key(topic), ())) & set(departments))


def _titles() -> dict[tuple[str, ...], set[int]]:
    """The words of titles of points that are made for departments, with those departments."""
    version = current()
    if version is None:
        return {}
    made_for: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in texts_of(version).values():
        for point in text.policy.points():
            slugs = point.attributes.words("departments")
            if slugs and isinstance(point, Case | Section):
                made_for[tuple(words(point.title.casefold()))].update(slugs)
    if not made_for:
        return {}
    known = dict(Department.objects.values_list("slug", "pk"))
    return {title: {known[slug] for slug in slugs if slug in known} for title, slugs in made_for.items()}


def _names(title: tuple[str, ...], key: str) -> bool:
    """Does the title hold every word of the topic, inflected or not?"""
    return all(
        any(word == part or (len(part) >= FEWEST_LETTERS and word.startswith(part)) for word in title)
        for part in key.split()
    )
