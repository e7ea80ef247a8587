"""Markdown with all that stands around it out there: front matter, tags of site makers, HTML."""

from __future__ import annotations

from vigor.policy.convert.fields import without_fields
from vigor.policy.convert.values import Read


def read(source: str) -> Read:
    """Markdown as Markdown without what only a site maker understands."""
    lines, fields, notes = without_fields(source.split("\n"))
    return Read(
        "\n".join(text for _, text in lines),
        tuple(number for number, _ in lines),
        fields=fields,
        notes=tuple(notes),
    )
