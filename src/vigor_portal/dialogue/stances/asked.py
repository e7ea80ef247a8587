"""Which points people are asked about, in the version in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vigor.policy.document import Force, Guideline, Kind, Policy, Section
from vigor_portal.policies import queries as policies
from vigor_portal.policies.models import Version


@dataclass(frozen=True)
class Asked:
    """What is asked about: guidelines by key, in the order of the text, in one language.

    `language` is the text's. `sections` tells where each stands. `meant_in` is the version in which a guideline got
    the meaning that it has.
    """

    version: Version
    language: str
    policy: Policy
    guidelines: Mapping[str, Guideline]

    @property
    def sections(self) -> Mapping[str, Section]:
        return self.policy.section_of

    def meant_in(self, key: str) -> int:
        number: int = self.version.meant_in.get(key, self.version.number)
        return number

    def under(self) -> dict[str, list[str]]:
        """Keys of the guidelines that are asked about, by the key of the section that they stand in."""
        found: dict[str, list[str]] = {}
        for key in self.guidelines:
            found.setdefault(self.sections[key].key, []).append(key)
        return found


def asked_now(language: str) -> Asked | None:
    """What is asked about now, in the reader's language or else the original's; None before the first version."""
    version = policies.current()
    text = policies.text_for(version, language) if version is not None else None
    if version is None or text is None:
        return None
    return Asked(version, text.language, text.policy, _guidelines(text.policy))


def asked_in_original(number: int | None = None) -> Asked | None:
    """The same in the original's language, whose points are all the points that there are; now, or in that version."""
    version = policies.current() if number is None else policies.version(number)
    text = next(iter(policies.texts_of(version).values()), None) if version is not None else None
    if version is None or text is None:
        return None
    return Asked(version, text.language, text.policy, _guidelines(text.policy))


def is_asked(guideline: Guideline, section: Section) -> bool:
    """We agree on what we choose ourselves. Law, confidentiality and other musts ask for no agreement."""
    return section.kind is not Kind.FRAME and guideline.force is not Force.MUST


def _guidelines(policy: Policy) -> dict[str, Guideline]:
    return {
        guideline.key: guideline
        for section in policy.sections
        for guideline in section.guidelines
        if guideline.key and is_asked(guideline, section)
    }
