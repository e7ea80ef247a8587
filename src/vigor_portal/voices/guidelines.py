"""What the policy in force says of accounts in the brand's name, to have beside a form or a card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vigor.policy.document import Force, Guideline, Kind, Policy
from vigor_portal.policies import queries as policies

# A guideline under one of these keys says how an account's keys are kept; the starter policy has it.
ABOUT_KEYS = ("two-keepers",)
# And what an account's profile says, so that one knows that it's us, and when we answer.
ABOUT_PROFILES = ("opening-hours", "approve-accounts")


@dataclass(frozen=True)
class Shown:
    """A guideline in one language, as it reads in the version in force."""

    key: str
    source: str
    must: bool
    language: str


def that_apply(language: str) -> list[Shown]:
    """The frame's musts, then what is said for logo accounts, in the text's order; nothing before there is a policy.

    A guideline that names no layer goes for all of us, and stands in the policy; here is what an account adds.
    """
    found = _policy(language)
    if found is None:
        return []
    policy, read_in = found
    frame = [each for section in policy.of(Kind.FRAME) for each in section.guidelines if _is_must(each)]
    of_logo = [
        each
        for section in policy.sections
        for each in section.guidelines
        if "logo" in each.layers and each not in frame
    ]
    return [_shown(each, read_in) for each in (*frame, *of_logo)]


def for_employees(language: str) -> list[Shown]:
    """What the policy says to employees as such, to have beside somebody's own page.

    What is said to people alone comes first: there the encouragement stands. Then what goes for accounts, too.
    """
    found = _policy(language)
    if found is None:
        return []
    policy, read_in = found
    to_them = [
        each for section in policy.sections for each in section.guidelines if "employee" in each.layers
    ]
    return [_shown(each, read_in) for each in sorted(to_them, key=lambda each: "logo" in each.layers)]


def about_keys(language: str) -> Shown | None:
    """The guideline that a warning about keys rests on, where the policy has one."""
    found = _policy(language)
    if found is None:
        return None
    return next(iter(_called(ABOUT_KEYS, *found)), None)


def about_profiles(language: str) -> list[Shown]:
    """What the policy says of an account's profile, where it has such guidelines."""
    found = _policy(language)
    return _called(ABOUT_PROFILES, *found) if found else []


def _called(keys: Iterable[str], policy: Policy, read_in: str) -> list[Shown]:
    points = (policy.by_key.get(key) for key in keys)
    return [_shown(point, read_in) for point in points if isinstance(point, Guideline)]


def _is_must(guideline: Guideline) -> bool:
    return guideline.force is Force.MUST and (not guideline.layers or "logo" in guideline.layers)


def _shown(guideline: Guideline, language: str) -> Shown:
    return Shown(guideline.key, guideline.source, guideline.force is Force.MUST, language)


def _policy(language: str) -> tuple[Policy, str] | None:
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    return (text.policy, text.language) if text else None
