"""Addresses that belong to no app: health, language, the organisation's colours, and what isn't there."""

from __future__ import annotations

import sys

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vigor_portal.web.middleware import explained
from vigor_portal.web.pages import breakdown
from vigor_portal.wiring import READINESS


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process lives."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can do its work: the database answers and has all its tables. `wiring.READINESS` tells more."""
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    more = (
        {} if waiting else {name: told for path in READINESS for name, told in import_string(path)().items()}
    )
    return JsonResponse(
        {"ready": not waiting, "migrations_waiting": waiting, **more},
        status=503 if waiting else 200,
        headers={"Cache-Control": "no-store"},
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    with translation.override(_language_of(request)):
        return breakdown(
            404,
            _("We find nothing here"),
            _(
                "The address may be mistyped, or what stood here may have got another. Ask in the box on the first page, or start from there."
            ),
        )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return breakdown(
        403,
        _("This belongs to another role"),
        _(
            "You are signed in, but this page belongs to somebody else's work. If it ought to be yours, ask an administrator."
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return breakdown(
        403,
        _("The form was too old"),
        _(
            "We couldn't tell that the form came from this site. Go back, reload the page and send it again; your browser has kept what you wrote."
        ),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return breakdown(
        400,
        _("We couldn't read that"),
        _("What your browser sent was not what the page expects. Go back and try again."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Called while the exception is being handled. What fails in a middleware never came to `Breakdowns`."""
    with translation.override(_language_of(request)):
        return explained(request, sys.exception()) or breakdown(
            500,
            _("Something broke, and it is our fault"),
            _(
                "Nothing you did is wrong. The fault is in our log. Go back and try again, or take the way over the first page."
            ),
        )


def _language_of(request: HttpRequest) -> str:
    """The language of the address in the press room, else the reader's."""
    parts = request.path.split("/")
    codes = dict(settings.LANGUAGES)
    if len(parts) > 2 and parts[1] == "press" and parts[2] in codes:
        return parts[2]
    if not hasattr(request, "LANGUAGE_CODE"):
        # Nobody has asked yet; what is active belongs to whoever came before.
        return translation.get_language_from_request(request)
    return translation.get_language() or settings.LANGUAGE_CODE
