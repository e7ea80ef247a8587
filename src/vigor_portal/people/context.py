"""What every page knows about the organisation."""

from __future__ import annotations

from django.http import HttpRequest

from vigor_portal.people.queries import the_organisation


def organisation(request: HttpRequest) -> dict[str, object]:
    return {"organisation": the_organisation()}
