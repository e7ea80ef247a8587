"""What the public may read: the public projections, their languages, numbers and dates, and nothing else.

No function here touches `source`, `because` or who published. A version that changed internal points only doesn't
exist here: its text is the one of the version before it.

So the press room counts for itself: 1, 2, 3, … A gap in the numbers would tell that something happened in between. The
numbers never change: what has been published stays, and in its order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from vigor.policy.diff import Change, diff
from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Point
from vigor.policy.document import Policy as Text
from vigor_portal.policies.models import PublishedKey, Version, VersionText
from vigor_portal.policies.shelf import take

State = Literal["present", "gone", "unknown"]


@dataclass(frozen=True)
class PublicVersion:
    """A version as the press room knows it. `number` is the press room's own (see above)."""

    number: int
    published_at: datetime
    withdrawn_at: datetime | None = None  # its text was taken away for legal reasons


@dataclass(frozen=True)
class PublicText:
    """The public projection of a version in one language."""

    version: PublicVersion
    language: str
    policy: Text
    original: bool
    older: frozenset[str] = frozenset()  # keys whose words are older than the original's

    @property
    def number(self) -> int:
        return self.version.number


@dataclass(frozen=True)
class PublicWording:
    """How a point read from `version` on, until the next."""

    version: PublicVersion
    point: Point


@dataclass(frozen=True)
class PublicHistory:
    """Everything public, in every language: read once, in a constant number of queries, and asked many times.

    `versions` are the newest first. Where a version lacks a language, its original stands in.
    """

    original: str
    versions: tuple[PublicVersion, ...] = ()
    texts: Mapping[tuple[int, str], PublicText] = field(default_factory=dict)
    once_public: frozenset[str] = frozenset()

    def text(self, number: int, language: str) -> PublicText | None:
        return self.texts.get((number, language)) or self.texts.get((number, self.original))

    def current(self, language: str) -> PublicText | None:
        """The public text in force; None while nothing is public."""
        return self.text(self.versions[0].number, language) if self.versions else None

    def state_of(self, key: str) -> State:
        now = self.current(self.original)
        if now is not None and key in now.policy.by_key:
            return "present"
        return "gone" if key in self.once_public else "unknown"

    def gone(self) -> frozenset[str]:
        now = self.current(self.original)
        return self.once_public - frozenset(now.policy.by_key if now else ())

    def last_text_with(self, key: str, language: str) -> PublicText | None:
        for version in self.versions:
            text = self.text(version.number, language)
            if text is not None and key in text.policy.by_key:
                return text
        return None

    def wordings(self, key: str, language: str) -> list[PublicWording]:
        """The public versions in which the point got new words in the language, the newest first."""
        found: list[PublicWording] = []
        before: str | None = None
        for version in reversed(self.versions):
            text = self.text(version.number, language)
            if text is None:
                continue
            point = text.policy.by_key.get(key)
            words = words_of(point) if point is not None else None
            if point is not None and words != before:
                found.append(PublicWording(version, point))
            before = words
        return found[::-1]

    def changes(self, a: int, b: int, language: str) -> tuple[Change, ...] | None:
        """What changed from `a` to `b`, in `language` where both have it, else in the original's."""
        for wanted in (language, self.original):
            old, new = self.texts.get((a, wanted)), self.texts.get((b, wanted))
            if old is not None and new is not None:
                return diff(old.policy, new.policy)
        return None


def public_history() -> PublicHistory | None:
    """None before the first publishing."""
    rows = _rows()
    if not rows:
        return None
    original = rows[0].version.policy.language
    parsed = take(rows, public=True)
    versions: list[PublicVersion] = []
    texts: dict[tuple[int, str], PublicText] = {}
    for number, run, stands in _counted(rows):
        shown = [row for row in run if row.version == stands and row.pk in parsed]
        version = _version(number, run[0].version, withdrawn=stands is None)
        versions.append(version)
        latest = {row.language: row.public_older for row in run if not row.version.is_withdrawn}
        for row in shown:
            texts[version.number, row.language] = PublicText(
                version,
                row.language,
                parsed[row.pk],
                row.language == original,
                frozenset(latest.get(row.language, ())),
            )
    once = PublishedKey.objects.filter(was_public=True).values_list("key", flat=True)
    return PublicHistory(original, tuple(reversed(versions)), texts, frozenset(once))


def numbers_in_press_room() -> dict[int, int]:
    """For those who work here: the press room's number of each version that the public saw something new in."""
    return {run[0].version.number: number for number, run, _stands in _counted(_rows())}


def _rows() -> list[VersionText]:
    return list(
        VersionText.objects.select_related("version__withdrawal", "version__policy")
        .only(
            "language",
            "public_digest",
            "public_changed",
            "public_older",
            "version__number",
            "version__published_at",
            "version__policy__language",
            "version__withdrawal__at",
        )
        .order_by("version__number")
    )


def _counted(rows: list[VersionText]) -> Iterator[tuple[int, list[VersionText], Version | None]]:
    """Each public version: its number, its run, and the version whose rows hold the text (None: a tombstone)."""
    number = 0
    for run in _runs(rows):
        stands = _standing(run, in_force=run[-1] is rows[-1])
        shown = any(row.version == stands and row.public_digest for row in run)
        if not number and not shown and (stands is not None or not run[0].public_changed):
            continue  # nothing has been public yet
        number += 1
        yield number, run, stands


def _runs(rows: list[VersionText]) -> list[list[VersionText]]:
    """Rows of versions in a row that have the same public text: one public version each."""
    runs: list[list[VersionText]] = []
    for row in rows:
        begins = row.public_changed and (not runs or runs[-1][-1].version.number != row.version.number)
        if begins or not runs:
            runs.append([])
        runs[-1].append(row)
    return runs


def _standing(run: list[VersionText], *, in_force: bool) -> Version | None:
    """The version whose rows hold a run's text: its first; None for a run that is a tombstone.

    That is a run whose first version was withdrawn; unless it is in force: then the next one has the text that everybody
    follows, and to the public nothing has happened.
    """
    versions = [row.version for row in run]
    if in_force:
        return next((version for version in versions if not version.is_withdrawn), None)
    return None if versions[0].is_withdrawn else versions[0]


def _version(number: int, first: Version, *, withdrawn: bool) -> PublicVersion:
    return PublicVersion(number, first.published_at, first.withdrawal.at if withdrawn else None)


def public_current(language: str) -> PublicText | None:
    """The public text in force, in the language, else in the original's."""
    history = public_history()
    return history.current(language) if history else None


def public_versions(language: str) -> list[PublicVersion]:
    """Every public version, the newest first; withdrawn ones as tombstones."""
    history = public_history()
    return list(history.versions) if history else []


def public_text(number: int, language: str) -> PublicText | None:
    history = public_history()
    return history.text(number, language) if history else None


def public_state_of(key: str) -> State:
    """Is the point in the public text in force, has it been in an earlier one, or has the public never seen it?"""
    history = public_history()
    return history.state_of(key) if history else "unknown"
