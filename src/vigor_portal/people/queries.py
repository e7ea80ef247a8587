"""Reading about people and the organisation."""

from __future__ import annotations

from vigor_portal.people.models import Department, Organisation


def the_organisation() -> Organisation | None:
    """The organisation, or None before it has been described."""
    return Organisation.objects.order_by("pk").first()


def departments() -> list[Department]:
    return list(Department.objects.all())
