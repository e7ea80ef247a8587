"""A point's life: each wording it has had, told against the one before."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from vigor.policy.document import Point
from vigor_portal.policies.comparison import readable, word_by_word
from vigor_portal.policies.models import Version
from vigor_portal.policies.outline import NOTHING
from vigor_portal.policies.queries import history_of, versions


@dataclass(frozen=True)
class Chapter:
    """The point got these words with `version`. `point` is None where the version's text was withdrawn.

    `html` is the whole wording, with what differs from the one before marked; the first wording has no marks.
    """

    version: Version
    point: Point | None = None
    html: SafeString = NOTHING
    first: bool = False


def chapters(key: str, language: str) -> list[Chapter]:
    """The newest first. A version whose text was withdrawn stands as itself: it may have held other words."""
    told: list[Chapter] = []
    before = ""
    for wording in reversed(history_of(key, language)):
        now = readable(wording.point)
        html = word_by_word(before or now, now)
        told.append(Chapter(wording.version, wording.point, html, first=not told))
        before = now
    if not told:
        return []
    since = told[0].version.number
    told += [Chapter(gone) for gone in versions() if gone.is_withdrawn and gone.number > since]
    return sorted(told, key=lambda chapter: -chapter.version.number)
