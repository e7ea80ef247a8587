"""`GET /verify?url=`: is this account yours? For programs, from any origin; documented in `docs/reference/verify.md`."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from vigor.networks import Trouble
from vigor_portal.policies.press.answers import Page
from vigor_portal.voices.press.known import REGISTER, Finding, Likeness, PublicRegister
from vigor_portal.voices.press.organisation import as_account
from vigor_portal.voices.press.wording import alike, said, wrong_method

# Who asks every minute hears within a minute that an account was closed.
BRIEFLY = "public, max-age=60"
METHODS = "GET, HEAD, OPTIONS"
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
PREFLIGHT = {"Allow": METHODS, "Access-Control-Allow-Methods": METHODS, "Access-Control-Max-Age": "86400"}
JSON = "application/json; charset=utf-8"
# Addresses are shorter; what is longer is answered, and forgotten.
LONGEST_KEPT = 300


def verify(request: HttpRequest) -> HttpResponse:
    """200 for any address, 400 for what is none, both in JSON. Never a redirect, never a cookie."""
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={**ANY_ORIGIN, **PREFLIGHT})
    if request.method not in {"GET", "HEAD"}:
        body = _json({"error": "method", "message": _in_each(wrong_method)})
        return HttpResponse(body, status=405, content_type=JSON, headers={**ANY_ORIGIN, "Allow": METHODS})
    url, network = request.GET.get("url", ""), request.GET.get("network", "")
    register = REGISTER.now()
    make = register.answer if len(url) + len(network) <= LONGEST_KEPT else register.make
    answer = make(page, register.room.languages[0], url, network)
    assert answer is not None  # noqa: S101 (there is an answer to everything)
    return answer.to(request)


def page(register: PublicRegister, lang: str, url: str, network: str) -> Page:
    """The answer on an address. `lang` is the language of the pages that it leads to."""
    found = register.find(url, network)
    trouble = isinstance(found, Trouble)
    about = _trouble(found) if isinstance(found, Trouble) else _finding(register, found, lang)
    headers = {"Cache-Control": BRIEFLY, **ANY_ORIGIN}
    return Page("/verify", _json(about), lang, JSON, status=400 if trouble else 200, headers=headers)


def _trouble(trouble: Trouble) -> dict[str, Any]:
    return {"error": trouble.kind, "message": {code: trouble.say(code) for code, _name in settings.LANGUAGES}}


def _finding(register: PublicRegister, found: Finding, lang: str) -> dict[str, Any]:
    room, address = register.room, found.address
    return {
        "answer": found.what,
        "message": _in_each(lambda: said(found)),
        "asked": {"network": address.network, "url": address.url, "shown": address.shown},
        "account": as_account(register, found.entry, lang) if found.entry else None,
        "resembles": [_likeness(register, each, lang) for each in found.alike],
        "register": {
            "organisation": room.name,
            "url": room.base_url + reverse("press-accounts", kwargs={"lang": lang}),
            "accounts": len(register.now),
        },
    }


def _likeness(register: PublicRegister, each: Likeness, lang: str) -> dict[str, Any]:
    return {
        "why": each.how.why,
        "message": _in_each(lambda: alike(each)),
        "account": as_account(register, each.entry, lang),
    }


def _in_each(say: Callable[[], str]) -> dict[str, str]:
    """What is said, in each language of the site."""
    told = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            told[code] = say()
    return told


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()
