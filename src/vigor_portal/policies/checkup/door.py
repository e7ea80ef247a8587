"""Who may come in, and how often. A text takes a second or more of the machine's time, so it is a few a minute."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.crypto import salted_hmac

from vigor_portal.people.decorators import View
from vigor_portal.people.permissions import may
from vigor_portal.people.queries import the_organisation

PER_MINUTE = 6

Kept = Callable[[HttpRequest], HttpResponse | None]


def is_open() -> bool:
    """May anybody come in, without an account? The administrator decides; in development it is so."""
    organisation = the_organisation()
    return bool(settings.DEVELOPMENT or (organisation is not None and organisation.checkup_open))


def open_or_members(kept: Kept | None = None) -> Callable[[View], View]:
    """Everybody sees the page where it is open, else members only. Nothing on the way keeps a copy of it.

    Whoever sends a form after their sign-in has ended gets what `kept` makes of it, so that nothing is lost; where it
    makes nothing, and for a page that is only asked for, the way to sign in.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            response: HttpResponseBase | None = None
            if may(request.user, "people.be-here") or is_open():
                response = view(request, *args, **kwargs)
            elif kept is not None and request.method == "POST":
                response = kept(request)
            if response is None:
                response = redirect_to_login(request.get_full_path())
            response.headers["Cache-Control"] = "private, no-store"
            return response

        return guarded

    return guard


def too_often(request: HttpRequest) -> bool:
    """Count one reading. True when whoever asks has had PER_MINUTE of them within this minute."""
    minute = int(time.time() // 60)
    key = f"checkup:{minute}:{_whose(request)}"
    if cache.add(key, 1, timeout=120):
        return False
    try:
        return cache.incr(key) > PER_MINUTE
    except ValueError:  # the minute's count was swept away in between
        return False


def _whose(request: HttpRequest) -> str:
    """The member or the address, as a hash: the cache is no list of who was here."""
    who = f"member {request.user.pk}" if request.user.is_authenticated else _address(request)
    return salted_hmac("vigor.checkup", who).hexdigest()


def _address(request: HttpRequest) -> str:
    return get_adapter(request).get_client_ip(request) or "unknown"
