"""Pages of the press room, answered as they were written: before sessions, cookies and nonces.

Each process keeps the pages in a dict. They are read again when `PublicStamp` holds another token than the one they
came with: looked up at most once a second, and at once in the process that wrote them. While the database can't be
reached, what is in the dict is answered: a press room that was up stays up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from threading import Lock
from time import monotonic

from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from vigor_portal.policies.models import PublicPage, PublicStamp
from vigor_portal.policies.press.answers import Answer, Page, shared_headers

FRESH_FOR = 1.0  # seconds

logger = logging.getLogger("vigor.press")


class Shelf:
    """The pages that this process answers, by their path."""

    def __init__(self) -> None:
        self._pages: Mapping[str, Answer] = {}
        self._token: str | None = None
        self._fresh_until = 0.0
        self._lock = Lock()

    def get(self, path: str) -> Answer | None:
        # Inside a caller's transaction (a test's) nothing is certain yet: it may be rolled back, so look every time.
        if monotonic() >= self._fresh_until or connection.in_atomic_block:
            self._refresh()
        return self._pages.get(path)

    def forget(self) -> None:
        """Look for new pages at the next request."""
        self._fresh_until = 0.0

    def _refresh(self) -> None:
        # Who comes while another looks is answered from what there is, unless there is nothing yet.
        if not self._lock.acquire(blocking=self._token is None):
            return
        try:
            token = PublicStamp.objects.order_by("pk").values_list("token", flat=True).first()
            if token != self._token:
                self._pages = _read() if token else {}
                self._token = token
            self._fresh_until = monotonic() + FRESH_FOR
        except DatabaseError as error:
            if not self._pages:
                raise
            logger.warning("The database doesn't answer (%s); the press room shows what it had.", error)
            self._fresh_until = monotonic() + FRESH_FOR
        finally:
            self._lock.release()


def _read() -> dict[str, Answer]:
    return {
        row.path: Answer(
            Page(row.path, bytes(row.body), _language_of(row.path), row.content_type, row.status),
            bytes(row.gzipped),
            row.etag,
        )
        for row in PublicPage.objects.iterator()
    }


def _language_of(path: str) -> str:
    return path.split("/", 3)[2]


PAGES = Shelf()


class PublicPages:
    """Everything under /press/ is blind to cookies: none is read, none is set, whatever a view further in does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith("/press/") and path != "/press":
            return self.get_response(request)
        if request.method in {"GET", "HEAD"}:
            page = PAGES.get(path)
            if page is not None:
                return page.to(request)
        return self._blindly(request)

    def _blindly(self, request: HttpRequest) -> HttpResponse:
        request.META.pop("HTTP_COOKIE", None)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        for name, value in shared_headers().items():
            response.headers[name] = value
        return response
