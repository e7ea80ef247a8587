"""What a request reads of the policy again and again, read once.

Kept for one request alone, and only while it looks: what changes something (anything but GET and HEAD) reads anew each
time, and so do workers and commands. Nothing outlives the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase

T = TypeVar("T")
_held: ContextVar[dict[Hashable, Any] | None] = ContextVar("read_once", default=None)


class ReadOnce:
    """The middleware that begins and ends it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        token = _held.set({})
        try:
            return self.get_response(request)
        finally:
            _held.reset(token)


def once(what: Hashable, read: Callable[[], T]) -> T:
    """What `read` gives; within a request that only looks, what it gave the first time."""
    held = _held.get()
    if held is None:
        return read()
    if what not in held:
        held[what] = read()
    found: T = held[what]
    return found
