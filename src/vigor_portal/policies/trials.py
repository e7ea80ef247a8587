"""Guidelines on trial: until a day, and then there is something to decide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db import transaction
from django.utils import timezone

from vigor.policy import rewrite
from vigor.policy.document import Guideline, Policy
from vigor_portal.people.models import Member
from vigor_portal.policies.drafting import PointGone, save_text, take_out, to_write_in
from vigor_portal.policies.models import Draft, Version
from vigor_portal.policies.queries import current, text_for
from vigor_portal.policies.words import label

Decision = Literal["keep", "longer", "change", "drop"]
DECISIONS: tuple[Decision, ...] = ("keep", "longer", "change", "drop")


class NoDay(ValueError):
    """A longer trial needs a last day, after today."""


@dataclass(frozen=True)
class Trial:
    """A guideline in force that is on trial. `in_draft` says what has been decided in the draft: a last day, or nothing."""

    key: str
    title: str
    last_day: date
    words: str
    version: Version

    @property
    def days_left(self) -> int:
        """Below 0: so many days late."""
        return (self.last_day - timezone.localdate()).days

    @property
    def is_late(self) -> bool:
        return self.days_left < 0


def trials(language: str = "") -> list[Trial]:
    """The guidelines on trial in the version in force, the one that ends first at the top."""
    version = current()
    text = text_for(version, language) if version is not None else None
    if version is None or text is None:
        return []
    found = [
        Trial(point.key, label(point), point.trial_until, point.source, version)
        for point in text.policy.points()
        if isinstance(point, Guideline) and point.trial_until is not None
    ]
    return sorted(found, key=lambda trial: (trial.last_day, trial.key))


def decided_in(policy: Policy, trial: Trial) -> Decision | None:
    """What the draft (its original, parsed) says of a trial already; None where it stands as it did."""
    point = policy.by_key.get(trial.key)
    if not isinstance(point, Guideline):
        return "drop"
    if point.trial_until is None:
        return "keep"
    if point.trial_until != trial.last_day:
        return "longer"
    return "change" if point.source != trial.words else None


@transaction.atomic
def decide_trial(
    draft: Draft | None, key: str, decision: Decision, *, by: Member, until: date | None = None
) -> Draft:
    """Write into the draft (None: the one there is, or a new one) what became of a trial.

    keep: on trial no longer, in every language; longer: until another day; drop: taken out; change: nothing yet, for
    the words are to be written. Raises NotAllowed, DraftGone, PointGone, NoDay.
    """
    if decision == "drop":
        return take_out(draft, key, by=by).draft
    if decision == "longer" and (until is None or until <= timezone.localdate()):
        raise NoDay
    draft, rows = to_write_in(draft, by)
    points = {language: rewrite.point_in(row.source, key) for language, row in rows.items()}
    if not any(isinstance(point, Guideline) for point in points.values()):
        raise PointGone(key)
    if decision == "change":
        return draft
    value = until.isoformat() if decision == "longer" and until else None
    for language, row in rows.items():
        point, original = points[language], language == next(iter(rows))
        # A translation need not repeat the original's attributes; where it does, they follow.
        if isinstance(point, Guideline) and (original or point.attributes.get("trial-until")):
            text = rewrite.with_attribute(row.source, key, "trial-until", value)
            save_text(draft, language, text, row.revision, by)
    return draft
