"""The press room's pages as they are asked for. Most never come here: the middleware answers what is written.

No view reads session, member or cookie: everybody gets the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from vigor_portal.policies import exports
from vigor_portal.policies.press import files as press_files
from vigor_portal.policies.press import pages as press_pages
from vigor_portal.policies.press import points as press_points
from vigor_portal.policies.press import written as press
from vigor_portal.policies.press.answers import Answer, Page, answer
from vigor_portal.policies.press.room import Room, the_room

_one_pdf = Lock()


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """To the organisation's first language."""
    return redirect("press:front", lang=the_room().languages[0])


@require_safe
def front(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_pages.front(room, lang))


@require_safe
def versions(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_pages.versions(room, lang))


@require_safe
def version(request: HttpRequest, lang: str, number: int) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_pages.version(room, lang, number))


@require_safe
def version_point(request: HttpRequest, lang: str, number: int, key: str) -> HttpResponse:
    return _respond_once(request, press_points.version_point, lang, number, key)


@require_safe
def point(request: HttpRequest, lang: str, key: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_points.point(room, lang, key))


@require_safe
def choose(request: HttpRequest, lang: str) -> HttpResponse:
    """The form that chooses two versions, without JavaScript; what can't be compared leads back to the list."""
    room = the_room()
    chosen = [request.GET.get(name, "") for name in ("a", "b")]
    numbers = {version.number for version in room.versions()}
    known = sorted(int(number) for number in chosen if number.isdecimal() and int(number) in numbers)
    if len(known) != 2:
        return redirect("press:versions", lang=lang)
    return redirect("press:compare", lang=lang, a=known[0], b=known[1])


@require_safe
def compare(request: HttpRequest, lang: str, a: int, b: int) -> HttpResponse:
    if a == b:
        return redirect("press:version", lang=lang, number=a)
    return _respond_once(request, press_pages.comparison, lang, a, b)


@require_safe
def side_by_side(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_pages.side_by_side(room, lang))


@require_safe
def markdown(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_files.markdown(room, lang))


@require_safe
def json(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_files.as_json(room, lang))


@require_safe
def pdf(request: HttpRequest, lang: str) -> HttpResponse:
    """Made when first asked for, and kept: it takes seconds, so one at a time."""
    with _one_pdf:
        made_of, room = press.token(), the_room()
        try:
            page = press_files.pdf(room, lang)
        except exports.PdfMissing:
            page = None
        if page is not None:
            press.keep_page(page, made_of)
    return _respond(request, room, lang, page)


@require_safe
def feed(request: HttpRequest, lang: str) -> HttpResponse:
    room = the_room()
    return _respond(request, room, lang, press_files.feed(room, lang))


def missing(request: HttpRequest, lang: str) -> HttpResponse:
    return _respond(request, the_room(), lang, None)


def _respond_once(
    request: HttpRequest, make: Callable[..., Page | None], lang: str, *which: int | str
) -> HttpResponse:
    """A page that is too rare to be written at publishing, but isn't made twice in a row."""
    made = _made(press.token(), make, lang, *which)
    return made.to(request) if made else missing(request, lang)


@lru_cache(maxsize=256)
def _made(made_of: str, make: Callable[..., Page | None], lang: str, *which: int | str) -> Answer | None:
    """`made_of` names what the page is made of: with the next publishing the old answers are asked for no more."""
    page = make(the_room(), lang, *which)
    return answer(page) if page else None


def _respond(request: HttpRequest, room: Room, lang: str, page: Page | None) -> HttpResponse:
    return answer(page or press_pages.not_found(room, lang)).to(request)
