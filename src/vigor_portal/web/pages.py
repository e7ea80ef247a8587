"""Pages that need neither database nor session: for when something is broken or isn't there."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string


def breakdown(status: int, title: str, explanation: str) -> HttpResponse:
    """A whole page in our own voice, in the active language."""
    page = render_to_string(
        "web/breakdown.html",
        {"status": status, "title": title, "explanation": explanation, "static_url": settings.STATIC_URL},
    )
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})
