"""What the policy says of marking advertising: the guideline that the check for undisclosed advertising rests on."""

from __future__ import annotations

from vigor.policy.document import Guideline
from vigor_portal.policies import queries as policies
from vigor_portal.policies.press.room import Room
from vigor_portal.voices.guidelines import Shown

CHECK = "undisclosed-ad"


def advert_guideline(language: str) -> Shown | None:
    """The guideline in force, in the language or the original's; None where the policy has none."""
    version = policies.current()
    text = policies.text_for(version, language) if version else None
    if text is None:
        return None
    every = (each for section in text.policy.sections for each in section.guidelines)
    found = next((each for each in every if CHECK in each.checks), None)
    return Shown(found.key, found.source, True, text.language) if found else None


def advert_key() -> str:
    """Its key, to be written beside what is public: which check a guideline serves is no part of the public text."""
    found = advert_guideline("")
    return found.key if found else ""


def public_advert(room: Room, language: str, key: str) -> Shown | None:
    """The guideline as the press room has it; None where it is internal, or gone."""
    text = room.current(language)
    point = text.policy.by_key.get(key) if text else None
    if text is None or not isinstance(point, Guideline):
        return None
    return Shown(point.key, point.source, True, text.language)
