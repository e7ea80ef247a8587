"""A version that is decided on today and comes into force by itself later. There is one at a time, or none.

Its texts are frozen when it is planned. When another version comes in between, the planned one is carried onto it,
point by point; where both changed the same point it is held, and those who publish are told.

Rows are locked in one order, here and in publishing: the draft's, the policy's, the planned version's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vigor.policy.merge import merge
from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Member, Role
from vigor_portal.people.permissions import allow
from vigor_portal.policies.actions import (
    UNTOUCHED,
    CantPublish,
    Conditions,
    NothingChanged,
    by_language,
    check,
    hold_policy,
    publish,
)
from vigor_portal.policies.drafting import Clash, begin_from, join_in, ready_to_publish, sources_of
from vigor_portal.policies.models import (
    Draft,
    DraftCredit,
    PlannedCredit,
    PlannedText,
    PlannedVersion,
    Version,
)

PLANNED, HELD = PlannedVersion.State.PLANNED, PlannedVersion.State.HELD


class TooEarly(Exception):
    """The time has passed already. To publish at once, plan nothing."""


class PlannedAlready(Exception):
    """A version is planned already: `planned`. It comes into force, or is taken back, before another is planned."""

    def __init__(self, planned: PlannedVersion) -> None:
        super().__init__(planned)
        self.planned = planned


class PlanGone(Exception):
    """The planned version has come into force or been taken back, by somebody else or in another window."""


@transaction.atomic
def plan(
    draft: Draft,
    by: Member,
    *,
    at: datetime,
    because: str | Mapping[str, str] = "",
    cause: str = "",
    meanings: Mapping[str, str] | None = None,
    conditions: Conditions = UNTOUCHED,
    shared: bool = False,
) -> PlannedVersion:
    """Decide on the draft, to come into force `at` that time; the draft is gone then, or all is as it was.

    `shared`: everybody who works here may read beforehand what will change. The rest is as in `publish`.

    Raises NotAllowed, TooEarly, PlannedAlready, DraftGone, VersionBetween, CantPublish, NothingChanged.
    """
    allow(by, "policies.publish")
    if at <= timezone.now():
        raise TooEarly
    locked, sources = ready_to_publish(draft)
    hold_policy()
    if (standing := PlannedVersion.objects.select_for_update().first()) is not None:
        raise PlannedAlready(standing)
    prepared = check(sources, meanings)
    planned = PlannedVersion.objects.create(
        based_on=locked.based_on,
        at=at,
        planned_by=by,
        shared=shared,
        meanings=dict(meanings or {}),
        reasons=by_language(because, prepared.language),
        cause=cause,
        touches_conditions=conditions.touches,
        informed_on=conditions.informed_on if conditions.touches else None,
        negotiated_on=conditions.negotiated_on if conditions.touches else None,
    )
    # As publishing would write them, with a key on every point: so that they can be joined with what comes in between.
    _keep_texts(planned, {language: text.source for language, text in prepared.texts.items()})
    PlannedCredit.objects.bulk_create(
        PlannedCredit(planned=planned, key=credit.key, member_id=credit.member_id)
        for credit in locked.credits.order_by("pk")
    )
    record(by, "policy.planned", planned)
    locked.delete()
    return planned


def bring_into_force() -> None:
    """Publish the planned version if its time has come (`wiring.SCHEDULES`, every minute).

    Two workers don't publish it twice: only the one that holds its row does, and the row goes with publishing. A late
    worker publishes late, and the version says both when it was to come and when it came.
    """
    due = PlannedVersion.objects.filter(state=PLANNED, at__lte=timezone.now())
    if not due.exists():
        return
    with transaction.atomic():
        hold_policy()
        planned = due.select_for_update().first()
        if planned is None:  # another worker was quicker, or somebody took it back
            return
        try:
            version = _publish(planned, by=None, planned_for=planned.at)
        except NothingChanged:
            _drop(planned)
        except CantPublish:
            _hold(planned)
        else:
            tell(publishers(), "policy.in-force", version)


@transaction.atomic
def publish_now(planned: PlannedVersion, *, by: Member) -> Version:
    """Let the planned version come into force at once. Raises NotAllowed, PlanGone, CantPublish, NothingChanged.

    CantPublish also for one that is held: it would undo a version that came in between.
    """
    allow(by, "policies.publish")
    hold_policy()
    locked = _locked(planned)
    if locked.is_held:
        raise CantPublish([])
    return _publish(locked, by=by)


@transaction.atomic
def take_back(
    planned: PlannedVersion, *, by: Member, wordings: Mapping[str, Mapping[str, str]] | None = None
) -> list[Clash]:
    """Bring the planned version into the draft (a new one, where there is none): it no longer comes by itself.

    Where the draft changed the same points, the clashes are returned and nothing is done; `wordings` say how such
    points are to read, by language and name. Raises NotAllowed, PlanGone.
    """
    allow(by, "policies.write")
    draft = Draft.objects.select_for_update().first()
    locked = _locked(planned)
    texts = texts_in_plan(locked)
    if draft is None:
        draft = begin_from(locked.based_on, texts, by)
    else:
        before = sources_of(locked.based_on) if locked.based_on else {}
        if clashes := join_in(draft, before, texts, by, wordings):
            return clashes
    for credit in locked.credits.order_by("pk"):
        DraftCredit.objects.get_or_create(draft=draft, key=credit.key, member_id=credit.member_id)
    record(by, "policy.plan-taken-back", locked)
    locked.delete()
    return []


def carry_over(version: Version) -> None:
    """Bring the planned version onto one that came in between (`wiring.AFTER_PUBLISH`), or hold it."""
    planned = PlannedVersion.objects.select_for_update().first()
    if planned is None or planned.is_held:
        return
    before = sources_of(planned.based_on) if planned.based_on else {}
    now, texts = sources_of(version), texts_in_plan(planned)
    joined = {
        language: merge(before.get(language, ""), text, now.get(language, text))
        for language, text in texts.items()
    }
    if any(each.conflicts for each in joined.values()):
        _hold(planned)
        return
    carried = {language: each.text for language, each in joined.items()}
    try:
        check(carried, planned.meanings)
    except CantPublish:
        _hold(planned)
    except NothingChanged:
        _drop(planned)
    else:
        planned.based_on = version
        planned.save(update_fields=("based_on",))
        planned.texts.all().delete()
        _keep_texts(planned, carried)


def texts_in_plan(planned: PlannedVersion) -> dict[str, str]:
    """The planned version's texts by language, the original first."""
    return dict(planned.texts.order_by("pk").values_list("language", "source"))


def publishers() -> Iterable[Member]:
    """Who publishes here, and is told when a planned version needs a look."""
    return Member.objects.filter(is_active=True, grants__role=Role.COMMUNICATIONS).distinct()


def _locked(planned: PlannedVersion) -> PlannedVersion:
    found = PlannedVersion.objects.select_for_update().filter(pk=planned.pk).first()
    if found is None:
        raise PlanGone
    return found


@transaction.atomic
def _publish(planned: PlannedVersion, *, by: Member | None, planned_for: datetime | None = None) -> Version:
    sources, credits = texts_in_plan(planned), list(planned.credits.values_list("key", "member_id"))
    # The row goes first: what is called after publishing must not take it for one that still waits.
    PlannedVersion.objects.filter(pk=planned.pk).delete()
    return publish(
        sources,
        by=by,
        decided_by=planned.planned_by,
        because=planned.reasons,
        cause=planned.cause,
        meanings=planned.meanings,
        conditions=Conditions(planned.touches_conditions, planned.informed_on, planned.negotiated_on),
        credits=credits,
        planned_for=planned_for,
    )


def _hold(planned: PlannedVersion) -> None:
    planned.state = HELD
    planned.save(update_fields=("state",))
    record(None, "policy.plan-held", planned)
    tell(publishers(), "policy.plan-held", planned)


def _drop(planned: PlannedVersion) -> None:
    """What it would have changed has been published already, by another version."""
    record(None, "policy.plan-dropped", planned)
    planned.delete()


def _keep_texts(planned: PlannedVersion, sources: Mapping[str, str]) -> None:
    # One by one, in order: the first is the original.
    for language, source in sources.items():
        PlannedText.objects.create(planned=planned, language=language, source=source)
