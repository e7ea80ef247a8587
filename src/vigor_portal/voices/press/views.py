"""The press room's accounts as they are asked for: the same bytes for everybody, without session, member or cookie."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vigor.networks import networks
from vigor_portal.policies.press.answers import Page
from vigor_portal.policies.press.views import missing
from vigor_portal.voices.press import files, pages
from vigor_portal.voices.press.known import REGISTER

LONGEST_SEARCH = 100
# An address that is longer is none; it is shown again, cut off.
LONGEST_ADDRESS = 2000


@require_safe
def accounts(request: HttpRequest, lang: str) -> HttpResponse:
    words = " ".join(request.GET.get("q", "")[:LONGEST_SEARCH].replace("\0", "").split())
    return _answer(request, lang, pages.accounts, words, _network(request), _number(request))


@require_safe
def ended(request: HttpRequest, lang: str) -> HttpResponse:
    return _answer(request, lang, pages.ended, _number(request))


@require_safe
def account(request: HttpRequest, lang: str, public_id: str) -> HttpResponse:
    return _answer(request, lang, pages.account, public_id)


@require_safe
def ours(request: HttpRequest, lang: str) -> HttpResponse:
    """Is this account yours? `?address=`, and `?network=` for a bare name."""
    address = request.GET.get("address", "")[:LONGEST_ADDRESS]
    return _answer(request, lang, pages.ours, address, _network(request))


@require_safe
def frame(request: HttpRequest, lang: str) -> HttpResponse:
    return _answer(request, lang, pages.frame, _network(request))


@require_safe
def as_json(request: HttpRequest, lang: str) -> HttpResponse:
    return _answer(request, lang, files.as_json, _number(request))


@require_safe
def as_json_ld(request: HttpRequest, lang: str) -> HttpResponse:
    return _answer(request, lang, files.as_json_ld)


@require_safe
def feed(request: HttpRequest, lang: str) -> HttpResponse:
    return _answer(request, lang, files.feed)


@require_safe
def trust(request: HttpRequest, lang: str) -> HttpResponse:
    """The one for the brand's own domain, to download."""
    return _answer(request, lang, files.trust_for_the_brand)


def _answer(
    request: HttpRequest, lang: str, make: Callable[..., Page | None], *which: str | int
) -> HttpResponse:
    made = REGISTER.now().page(make, lang, *which)
    return made.to(request) if made is not None else missing(request, lang)


def _network(request: HttpRequest) -> str:
    """A network of the table, or none."""
    asked = request.GET.get("network", "")
    return asked if asked in networks() else ""


def _number(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdecimal() and len(asked) < 7 else 1
