"""Reading what is published. What the public may read is in `public.py`, and reads other columns.

Every function asks the database a number of times that doesn't grow with points, versions or members.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from vigor.policy.diff import text_of as words_of
from vigor.policy.document import Point
from vigor.policy.document import Policy as Text
from vigor_portal.people.models import Member
from vigor_portal.policies.models import (
    Credit,
    Draft,
    DraftCredit,
    DraftState,
    DraftText,
    PlannedCredit,
    PlannedVersion,
    Policy,
    PublishedKey,
    Reading,
    Version,
    VersionText,
)
from vigor_portal.policies.once import once
from vigor_portal.policies.shelf import take

# States of a draft: how many are shown, and how many are looked through for that.
STATES_SHOWN = 50
MOST_READ = 200
A_MINUTE = 60


@dataclass(frozen=True)
class ReadText:
    """A version in one language, parsed. `worded_in` says per key in which version it got this wording."""

    version: Version
    language: str
    policy: Text
    worded_in: Mapping[str, int]
    original: bool  # in the language that the others are translated from


@dataclass(frozen=True)
class Wording:
    """How a point read from `version` on, until the next."""

    version: Version
    point: Point


def the_policy() -> Policy | None:
    """The organisation's policy; None before the first publishing."""
    return Policy.objects.order_by("pk").first()


def versions() -> list[Version]:
    """Every version, the newest first, with its `policy`, `published_by` and `withdrawal`."""
    return list(once("versions", lambda: list(_versions())))


def current() -> Version | None:
    """The version in force. Its text can't be withdrawn before another takes its place."""
    return once("current", _versions().first)


def version(number: int) -> Version | None:
    return _versions().filter(number=number).first()


def texts_of(version: Version) -> dict[str, ReadText]:
    """The version in each of its languages, the original first; empty when it was withdrawn."""
    texts = once(("texts", version.pk), lambda: _read(_rows().filter(version=version)))
    read = {text.language: text for text in texts}
    return dict(sorted(read.items(), key=lambda item: not item[1].original))


def text_of(version: Version, language: str) -> ReadText | None:
    """The version in exactly that language."""
    return next(iter(_read(_rows().filter(version=version, language=language))), None)


def text_for(version: Version, language: str) -> ReadText | None:
    """The version in the reader's language, else in the original's; None when it was withdrawn."""
    texts = texts_of(version)
    return texts.get(language) or next(iter(texts.values()), None)


def older_than_original(version: Version, language: str) -> frozenset[str]:
    """Keys whose words in `language` are older than the original's: it was reworded, and they were not."""
    original = version.policy.language
    rows = VersionText.objects.filter(version=version, language__in=(language, original))
    worded = dict(rows.values_list("language", "worded_in"))
    return older(worded.get(language, {}), worded.get(original, {}))


def older(translation: Mapping[str, int], original: Mapping[str, int]) -> frozenset[str]:
    return frozenset(key for key, number in translation.items() if number < original.get(key, 0))


def meaning_changed(key: str, since_number: int) -> bool:
    """Does the point mean something else now than in that version? Also where it has come or gone since then."""
    version = current()
    return version is not None and version.meant_in.get(key, since_number + 1) > since_number


def credits_of(version: Version) -> dict[str, list[Member]]:
    """Who proposed the words that points got with the version, by key."""
    found: dict[str, list[Member]] = {}
    for credit in version.credits.select_related("member").order_by("pk"):
        found.setdefault(credit.key, []).append(credit.member)
    return found


def published_key(key: str) -> PublishedKey | None:
    """The point's life: `first` and `removed` are versions (`removed` None while it stands)."""
    return PublishedKey.objects.select_related("first__policy", "removed__policy").filter(key=key).first()


def history_of(key: str, language: str) -> list[Wording]:
    """The versions in which the point got new words in the language, the newest first; withdrawn ones left out."""
    wordings: list[Wording] = []
    before: str | None = None
    for text in _read(_rows().filter(language=language).order_by("version__number")):
        point = text.policy.by_key.get(key)
        words = words_of(point) if point is not None else None
        if point is not None and words != before:
            wordings.append(Wording(text.version, point))
        before = words
    return wordings[::-1]


def reading_of(member: Member) -> tuple[str, int | None]:
    """("last read", the number of the version that the member last read): what is stored here about them."""
    reading = Reading.objects.select_related("version").filter(member=member).first()
    return "last read", reading.version.number if reading else None


def the_draft() -> Draft | None:
    """The draft that somebody is writing, with the version that it was begun from."""
    return Draft.objects.select_related("based_on__policy").first()


def the_planned() -> PlannedVersion | None:
    """The version that comes into force by itself, or is held; None where nothing is planned."""
    return PlannedVersion.objects.select_related("based_on__policy", "planned_by").first()


def texts_in(draft: Draft) -> list[DraftText]:
    """The draft in each of its languages, the original first."""
    return list(draft.texts.order_by("pk"))


def states_of(text: DraftText) -> list[DraftState]:
    """The last states to go back to, the newest first. Of what one person saved within a minute, the last."""
    found: list[DraftState] = []
    rows = DraftState.objects.filter(text=text).exclude(revision=text.revision).select_related("saved_by")
    for state in rows.defer("source")[:MOST_READ]:
        later = found[-1] if found else None
        near = later is not None and (later.saved_at - state.saved_at).total_seconds() < A_MINUTE
        if later is None or later.saved_by_id != state.saved_by_id or not near:
            found.append(state)
    return found[:STATES_SHOWN]


def state_at(draft: Draft, language: str, revision: int) -> DraftState | None:
    """A state with its text."""
    rows = DraftState.objects.filter(text__draft=draft, text__language=language, revision=revision)
    return rows.select_related("text", "saved_by").first()


def keys_ever() -> list[str]:
    """Every key that has been published, whatever became of it."""
    return list(PublishedKey.objects.values_list("key", flat=True))


def drafting_of(member: Member) -> tuple[str, object]:
    """("draft", what the member began, saved, planned and is credited for): what is stored here about them."""
    begun = Draft.objects.filter(started_by=member).values_list("started_at", flat=True)
    rows = DraftState.objects.filter(saved_by=member).order_by("pk")
    waiting = [model.objects.filter(member=member) for model in (DraftCredit, PlannedCredit)]
    credited = Credit.objects.filter(member=member).order_by("pk")
    saved = rows.values("text__language", "revision", "saved_at")
    return "draft", {
        "begun": list(begun),
        "planned": list(
            PlannedVersion.objects.filter(planned_by=member).values_list("planned_at", flat=True)
        ),
        "credited": [
            {"point": key, "version": number}
            for key, number in credited.values_list("key", "version__number")
        ],
        "to be credited": [key for found in waiting for key in found.values_list("key", flat=True)],
        "saved": [
            {"language": row["text__language"], "revision": row["revision"], "at": row["saved_at"]}
            for row in saved
        ],
    }


def _versions() -> QuerySet[Version]:
    return Version.objects.select_related("policy", "published_by", "withdrawal").order_by("-number")


def _rows() -> QuerySet[VersionText]:
    return (
        VersionText.objects.select_related("version__policy", "version__withdrawal")
        .defer("source", "public_source")
        .order_by("language")
    )


def _read(rows: Iterable[VersionText]) -> list[ReadText]:
    rows = list(rows)
    parsed = take(rows)
    return [
        ReadText(
            row.version,
            row.language,
            parsed[row.pk],
            row.worded_in,
            original=row.language == row.version.policy.language,
        )
        for row in rows
        if row.pk in parsed
    ]
