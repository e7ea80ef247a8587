"""Pages of the press room, answered as they were written: before sessions, cookies and nonces.

Each process keeps the pages in a dict (`copies.py`), and reads them again when `PublicStamp` holds another token.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from vigor_portal.policies.models import PublicPage, PublicStamp
from vigor_portal.policies.press.answers import Answer, Page, shared_headers
from vigor_portal.policies.press.copies import Copy
from vigor_portal.wiring import PUBLIC_ADDRESSES

View = Callable[[HttpRequest], HttpResponse]


class Shelf(Copy[Mapping[str, Answer]]):
    """The pages that this process answers, by their path."""

    def __init__(self) -> None:
        super().__init__(_token, lambda token: _read() if token else {})

    def get(self, path: str) -> Answer | None:
        return self.now().get(path)


def _token() -> str:
    return PublicStamp.objects.order_by("pk").values_list("token", flat=True).first() or ""


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


@lru_cache(maxsize=1)
def _answered_here() -> dict[str, View]:
    """What else is the public's, outside the press room, and answered as early."""
    return {path: import_string(view) for path, view in PUBLIC_ADDRESSES}


class PublicPages:
    """Everything under /press/ is blind to cookies: none is read, none is set, whatever a view further in does."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path.startswith("/press/") or path == "/press":
            if request.method in {"GET", "HEAD"}:
                page = PAGES.get(path)
                if page is not None:
                    return page.to(request)
            return self._blindly(request, self.get_response)
        view = _answered_here().get(path)
        return self.get_response(request) if view is None else self._blindly(request, view)

    def _blindly(self, request: HttpRequest, answer: View) -> HttpResponse:
        request.META.pop("HTTP_COOKIE", None)
        request.COOKIES = {}
        response = answer(request)
        response.cookies.clear()
        framed = getattr(response, "xframe_options_exempt", False)
        for name, value in shared_headers(framed=framed).items():
            response.headers[name] = value
        return response
