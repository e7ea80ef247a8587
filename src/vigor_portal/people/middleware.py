"""A signed-in member reads in the member's language."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

# Addresses that are the same whoever asks: looking for a member there would read the session, and tell caches so.
SAME_FOR_ALL = ("/press/", "/theme.css", "/healthz", "/readyz")


class MemberLanguage:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(SAME_FOR_ALL) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
