"""What a point is called in a list, and whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from django.utils.html import strip_tags

from vigor.policy.document import Case, Guideline, Point, Policy, Section, Text
from vigor_portal.policies.outline import short

EVERYONE = "all"


def concerns(point: Point, department: str = "", layer: str = "") -> bool:
    """Does the point concern the department (a slug) and the layer? One that names none concerns everyone."""
    departments = point.attributes.words("departments")
    layers = point.attributes.words("layers")
    return (department in {"", EVERYONE} or not departments or department in departments) and (
        not layer or not layers or layer in layers
    )


def narrowed(policy: Policy, department: str = "", layer: str = "") -> Policy:
    """The policy without the guidelines, cases and playbooks that are for others."""
    sections = tuple(
        replace(section, parts=_narrowed_parts(section, department, layer))
        for section in policy.sections
        if concerns(section, department, layer)
    )
    return replace(policy, sections=sections)


def _narrowed_parts(section: Section, department: str, layer: str) -> tuple[Text | Guideline | Case, ...]:
    return tuple(
        part for part in section.parts if isinstance(part, Text) or concerns(part, department, layer)
    )


def departments_named(policy: Policy) -> list[str]:
    """Slugs of the departments that some point names, in the order of the text."""
    named = (word for point in policy.points() for word in point.attributes.words("departments"))
    return list(dict.fromkeys(named))


def layers_named(policy: Policy) -> list[str]:
    named = (word for point in policy.points() for word in point.attributes.words("layers"))
    return list(dict.fromkeys(named))


def label(point: Point) -> str:
    """A point's name in a list, as plain text: its title, or a guideline's first sentence."""
    return unescape(strip_tags(short(point)))
