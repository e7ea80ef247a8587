"""Every write to the policy: publishing a version, withdrawing one's text, and what a member has read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from vigor.policy.diff import text_of as words_of
from vigor_portal.log.actions import record
from vigor_portal.log.immutable import lifted
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.policies.models import (
    Credit,
    Policy,
    PublishedKey,
    Reading,
    Version,
    VersionText,
    Withdrawal,
)
from vigor_portal.policies.prepare import (
    Before,
    CantPublish,
    Fault,
    KnownKey,
    NothingChanged,
    Prepared,
    prepare,
)
from vigor_portal.policies.press.written import rewrite_public_pages
from vigor_portal.policies.shelf import digest, take
from vigor_portal.wiring import AFTER_PUBLISH, AFTER_WITHDRAWAL

__all__ = [
    "UNTOUCHED",
    "CantPublish",
    "CantWithdraw",
    "Conditions",
    "NothingChanged",
    "forget_reading",
    "mark_read",
    "publish",
    "withdraw",
]


class CantWithdraw(Exception):
    """The version's text can't be withdrawn; the message says why and what to do."""


@dataclass(frozen=True)
class Conditions:
    """Does a version touch working conditions, and when were the unions informed (MBL § 19), negotiated with (§ 11)?"""

    touches: bool = False
    informed_on: date | None = None
    negotiated_on: date | None = None


UNTOUCHED = Conditions()


@transaction.atomic
def publish(
    sources: Mapping[str, str] | Sequence[str],
    *,
    by: Member | None,
    because: str | Mapping[str, str],
    cause: str = "",
    at: datetime | None = None,
    checked: bool = False,
    meanings: Mapping[str, str] | None = None,
    conditions: Conditions = UNTOUCHED,
    credits: Iterable[tuple[str, int]] = (),
    planned_for: datetime | None = None,
    decided_by: Member | None = None,
) -> Version:
    """Make the texts the policy in force: the whole Markdown of each language, by the name of its file.

    A language that isn't given is carried over from the version before. The first text of a new policy is the
    original, which the others are translated from. `checked` says that the translations have been looked over:
    no point of theirs counts as older than the original's. `because` is a sentence by language (a single one is in the
    original's), `cause` one of models.Cause, or nothing. `meanings` say "meaning" or "wording" per key of a point that
    changed; of those that it doesn't name we hold what we propose ourselves. `credits` are keys with the primary keys
    of the members who proposed the words. `by` is None on the command line, and for what comes into force by itself:
    then `decided_by` is who planned it, and `planned_for` when it was to come.

    Raises NotAllowed, CantPublish (with every problem, by file and line), NothingChanged.
    """
    if by is not None:
        allow(by, "policies.publish")
    policy = hold_policy()
    latest = _latest(policy)
    at = at or timezone.now()
    _refuse_earlier(at, latest)
    number = latest.number + 1 if latest else 1
    prepared = prepare(_named(sources), _before(policy, latest), number, checked=checked, meanings=meanings)
    if policy is None:
        policy = Policy.objects.create(slug=prepared.slug, language=prepared.language)
    version = Version.objects.create(
        policy=policy,
        number=number,
        published_at=at,
        published_by=by or decided_by,
        reasons=by_language(because, policy.language),
        cause=cause,
        meant_in=prepared.meant_in,
        planned_for=planned_for,
        touches_conditions=conditions.touches,
        informed_on=conditions.informed_on if conditions.touches else None,
        negotiated_on=conditions.negotiated_on if conditions.touches else None,
    )
    _keep_texts(version, latest, prepared)
    _keep_keys(version, prepared)
    _keep_credits(version, credits)
    record(by, "policy.published", version, number=number)
    for path in AFTER_PUBLISH:
        import_string(path)(version)
    return version


def hold_policy() -> Policy | None:
    """The policy, locked until the transaction ends; None before the first version.

    Two who publish at once queue up here (PostgreSQL), or already at the beginning (SQLite, IMMEDIATE).
    """
    return Policy.objects.select_for_update().order_by("pk").first()


def check(sources: Mapping[str, str] | Sequence[str], meanings: Mapping[str, str] | None = None) -> Prepared:
    """What publishing the texts now would make of them; nothing is published. Raises CantPublish, NothingChanged."""
    policy = Policy.objects.order_by("pk").first()
    latest = _latest(policy)
    number = latest.number + 1 if latest else 1
    return prepare(_named(sources), _before(policy, latest), number, checked=False, meanings=meanings)


def _named(sources: Mapping[str, str] | Sequence[str]) -> Mapping[str, str]:
    """The texts by the name of their file, or by their place."""
    if isinstance(sources, Mapping):
        return sources
    return {str(place): source for place, source in enumerate(sources, start=1)}


@transaction.atomic
def withdraw(version: Version, *, by: Member | None, ground: str) -> Withdrawal:
    """Take away a version's text, for legal reasons, and leave a tombstone. `by` is None only on the command line.

    Raises NotAllowed; CantWithdraw for the version in force (publish one without the words first: a site must
    always have a text to follow), and for one that is withdrawn already.
    """
    if by is not None:
        allow(by, "policies.withdraw", version)
    latest = _latest(version.policy)
    if latest is not None and latest.pk == version.pk:
        raise CantWithdraw(
            _(
                "Version %(number)s is in force. Publish a version without the words first, then withdraw this."
            )
            % {"number": version.number}
        )
    if Withdrawal.objects.filter(version=version).exists():
        raise CantWithdraw(
            _("The text of version %(number)s is withdrawn already.") % {"number": version.number}
        )
    with lifted(connection):
        VersionText.objects.filter(version=version).update(
            source="", public_source="", digest="", public_digest="", worded_in={}, public_older=[]
        )
    withdrawal = Withdrawal.objects.create(version=version, by=by, ground=ground.strip())
    record(by, "policy.withdrawn", version, number=version.number)
    for path in AFTER_WITHDRAWAL:
        import_string(path)(version)
    rewrite_public_pages()
    return withdrawal


def mark_read(member: Member, version: Version) -> None:
    """Remember which version the member read last, for "new since you last read". No log: only they see it."""
    Reading.objects.update_or_create(member=member, defaults={"version": version})


def forget_reading(member: Member) -> None:
    """What a forgotten member has read goes with the member (`wiring.AFTER_FORGETTING`)."""
    Reading.objects.filter(member=member).delete()


def by_language(because: str | Mapping[str, str], language: str) -> dict[str, str]:
    """Sentences by language, those that say something; a single one is in `language`."""
    said = {language: because} if isinstance(because, str) else because
    return {code: text.strip() for code, text in said.items() if text.strip()}


def _keep_credits(version: Version, credits: Iterable[tuple[str, int]]) -> None:
    """Who proposed what; of points that have been published, here or before (one may have proposed to take one out)."""
    known = set(PublishedKey.objects.filter(policy=version.policy).values_list("key", flat=True))
    told = dict.fromkeys((key, member) for key, member in credits if key in known)
    Credit.objects.bulk_create(Credit(version=version, key=key, member_id=member) for key, member in told)


def _latest(policy: Policy | None) -> Version | None:
    return policy.versions.order_by("-number").first() if policy else None


def _refuse_earlier(at: datetime, latest: Version | None) -> None:
    if latest is not None and at < latest.published_at:
        what = _("Version %(number)s was published later than that.") % {"number": latest.number}
        mend = _("Choose a time after %(time)s.") % {"time": latest.published_at.isoformat()}
        raise CantPublish([Fault("", 0, what, mend)])


def _before(policy: Policy | None, latest: Version | None) -> Before:
    if policy is None or latest is None:
        return Before()
    rows = list(latest.texts.defer("source", "public_source"))
    parsed = take(rows)
    return Before(
        slug=policy.slug,
        language=policy.language,
        texts={row.language: parsed[row.pk] for row in rows},
        worded_in={row.language: row.worded_in for row in rows},
        older={row.language: row.public_older for row in rows},
        meant_in=latest.meant_in,
        keys=_known_keys(policy),
    )


def _known_keys(policy: Policy) -> dict[str, KnownKey]:
    """Every key there has been, with its last words in the original's language (none if all were withdrawn)."""
    rows = (
        VersionText.objects.filter(version__policy=policy, language=policy.language)
        .defer("source", "public_source")
        .order_by("version__number")
    )
    parsed = take(rows)
    last = {
        key: words_of(point)
        for row in rows
        if row.pk in parsed
        for key, point in parsed[row.pk].by_key.items()
    }
    return {
        known.key: KnownKey(known.kind, last.get(known.key, ""), standing=known.removed_id is None)
        for known in policy.keys.all()
    }


def _keep_texts(version: Version, latest: Version | None, prepared: Prepared) -> None:
    before = dict(latest.texts.values_list("language", "public_digest")) if latest else {}
    public = {language: digest(text.public_source) for language, text in prepared.texts.items()}
    # A language without anything public is none that the public can tell from one that isn't there.
    changed = {code: name for code, name in public.items() if name} != {
        code: name for code, name in before.items() if name
    }
    VersionText.objects.bulk_create(
        VersionText(
            version=version,
            language=language,
            source=text.source,
            digest=digest(text.source),
            public_source=text.public_source,
            public_digest=public[language],
            worded_in=text.worded_in,
            public_older=text.public_older,
            public_changed=changed,
        )
        for language, text in prepared.texts.items()
    )


def _keep_keys(version: Version, prepared: Prepared) -> None:
    """Note which keys are new, gone, back, or public for the first time."""
    original = prepared.original
    shown = original.public.by_key
    known = {row.key: row for row in PublishedKey.objects.filter(policy=version.policy)}
    for row in known.values():
        if row.key not in original.policy.by_key:
            row.removed = row.removed or version
        else:
            row.removed = None
        row.was_public = row.was_public or row.key in shown
    PublishedKey.objects.bulk_update(known.values(), ("removed", "was_public"))
    PublishedKey.objects.bulk_create(
        PublishedKey(
            policy=version.policy, key=key, kind=point.kind.value, first=version, was_public=key in shown
        )
        for key, point in original.policy.by_key.items()
        if key not in known
    )
