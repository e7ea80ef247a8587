"""What happens when something breaks: a page in our own voice, and a log line that says what to do."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable

from django.db.utils import InterfaceError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vigor_portal.web.pages import breakdown

logger = logging.getLogger("vigor.breakdown")


class Breakdowns:
    """A locked or missing database and a full disk answer 503, in words that help both reader and keeper."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return explained(request, error)


def explained(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """The page and the log line for a breakdown of the ground, in the active language; None if it is another fault.

    For what fails in a view; and through the page for errors, for what fails in a middleware before any view.
    """
    advice = advice_for(error) if isinstance(error, Exception) else None
    if advice is None:
        return None
    logger.error("%s %s: %s. %s", request.method, request.path, error.__class__.__name__, advice)
    response = breakdown(
        503,
        _("We can't reach what we have written down"),
        _(
            "Something is in the way of our database. Nothing you did is wrong. Try again in a minute; those who keep this site have been told what to do."
        ),
    )
    response["Retry-After"] = "30"
    return response


def advice_for(error: Exception) -> str | None:
    """What whoever keeps the site should do about it; None if it isn't a breakdown of the ground."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "The disk is full: free space in the data folder (VIGOR_DATA)."
    if not isinstance(error, OperationalError | InterfaceError | ProgrammingError):
        return None
    text = str(error).lower()
    if "locked" in text:
        return (
            "The SQLite database is locked: is a backup or another program holding it? It gave up after 20 s."
        )
    if ("disk" in text and "full" in text) or "no space left" in text:
        return "The disk is full: free space in the data folder (VIGOR_DATA)."
    if "no such table" in text or "does not exist" in text or isinstance(error, ProgrammingError):
        return "The database lacks its tables: run `vigor upgrade`."
    if "unable to open" in text or "readonly" in text:
        return "The database file can't be opened for writing: check that VIGOR_DATA exists and who owns it."
    return "The database doesn't answer: check that it runs and that DATABASE_URL is right."
