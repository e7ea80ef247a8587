"""Who may read a point: its own word, its section's, and for a case that of anything it shows.

Where in doubt a point is internal: an `audience` we can't read, a public bullet in an internal section.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vigor.policy.document import Attributes, Audience, Case, Guideline, Section, Text


def stated(attributes: Attributes) -> Audience:
    value = attributes.get("audience", Audience.PUBLIC)
    return Audience.PUBLIC if value == Audience.PUBLIC else Audience.INTERNAL


def resolve(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections with the effective audience of every point filled in."""
    found = tuple(_resolve_section(section) for section in sections)
    internal = internal_keys(found)
    return tuple(_resolve_cases(section, internal) for section in found)


def internal_keys(sections: Iterable[Section]) -> frozenset[str]:
    return frozenset(
        point.key
        for section in sections
        for point in section.points()
        if point.key and point.audience is Audience.INTERNAL
    )


def _narrower(one: Audience, other: Audience) -> Audience:
    return Audience.INTERNAL if Audience.INTERNAL in (one, other) else Audience.PUBLIC


def _resolve_section(section: Section) -> Section:
    audience = stated(section.attributes)
    parts = tuple(
        part
        if isinstance(part, Text)
        else replace(part, audience=_narrower(audience, stated(part.attributes)))
        for part in section.parts
    )
    return replace(section, audience=audience, parts=parts)


def _resolve_cases(section: Section, internal: frozenset[str]) -> Section:
    if not any(isinstance(part, Case) and not internal.isdisjoint(part.shows) for part in section.parts):
        return section
    parts: list[Text | Guideline | Case] = []
    for part in section.parts:
        if isinstance(part, Case) and not internal.isdisjoint(part.shows):
            parts.append(replace(part, audience=Audience.INTERNAL))
        else:
            parts.append(part)
    return replace(section, parts=tuple(parts))
