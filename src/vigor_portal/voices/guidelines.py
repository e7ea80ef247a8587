"""What the policy in force says of accounts in the brand's name, to have beside a form or a card."""

from __future__ import annotations

from dataclasses import dataclass

from vigor.policy.document import Force, Guideline, Kind, Policy
from vigor_portal.policies import queries as policies

# What a guideline has among its `checks` when it says who keeps an account's keys …
KEYS = "account-keys"
# … and what an account's profile says, so that one knows that it's us, and when we answer.
PROFILE = "account-profile"


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
    return next(iter(_asking_for(KEYS, language)), None)


def about_profiles(language: str) -> list[Shown]:
    """What the policy says of an account's profile, where it has such guidelines."""
    return _asking_for(PROFILE, language)


def _asking_for(check: str, language: str) -> list[Shown]:
    """The guidelines that name a check, in the text's order: what a policy calls its points is its own business."""
    found = _policy(language)
    if found is None:
        return []
    policy, read_in = found
    every = (each for section in policy.sections for each in section.guidelines)
    return [_shown(each, read_in) for each in every if check in each.checks]


def _is_must(guideline: Guideline) -> bool:
    return guideline.force is Force.MUST and (not guideline.layers or "logo" in guideline.layers)


def _shown(guideline: Guideline, language: str) -> Shown:
    return Shown(guideline.key, guideline.source, guideline.force is Force.MUST, language)


def _policy(language: str) -> tuple[Policy, str] | None:
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    return (text.policy, text.language) if text else None
