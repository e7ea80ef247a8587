"""When reading a post breaks: an answer in our own voice, and a log line with the place and nothing of the post.

A traceback in a log ends with the error's own message, and that may quote what somebody wrote.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from vigor_portal.jobs.queue import places
from vigor_portal.web.middleware import advice_for, explained
from vigor_portal.web.pages import breakdown

logger = logging.getLogger("vigor.checking")

# Where posts and questions travel, and where programs are answered rather than people.
_TRAVELS = re.compile(r"/(?:check/|ask/|words/|press/\w+/ask|api/|v2/|lt/)")
_PROGRAMS = re.compile(r"/(?:api|v2|lt)/")
_EXPECTED = (Http404, PermissionDenied, SuspiciousOperation, BadRequest)


class Discreet:
    """Nothing of what was sent comes into the log or into a page for errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _TRAVELS.match(request.path) and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, _EXPECTED) or not _TRAVELS.match(request.path):
            return None
        if not _PROGRAMS.match(request.path) and (known := explained(request, error)):
            return known
        to_do = advice_for(error) or places(error)
        logger.error("%s: %s\n%s", _route(request), type(error).__name__, to_do)
        response = _answer(request)
        # Django would write a line of its own, with the address: a key may stand in it.
        response._has_been_logged = True  # type: ignore[attr-defined]
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    if _PROGRAMS.match(request.path):
        return JsonResponse({"detail": "Something broke, and it is our fault."}, status=500)
    return breakdown(
        500,
        _("Something broke, and it is our fault"),
        _(
            "Nothing you did is wrong, and what you wrote is not in our log. Go back and try again; your browser has kept it."
        ),
    )


def _route(request: HttpRequest) -> str:
    """Which address it was, without what varies in it: a key may stand there."""
    match = request.resolver_match
    return f"{request.method} /{match.route}" if match else str(request.method)
