"""LanguageTool's three addresses: translate between its clients and the checks. They answer programs, in English."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from vigor.check import Checked
from vigor_portal.api import languagetool
from vigor_portal.api.languagetool import BadRequest, Told, Wishes
from vigor_portal.api.limits import too_often
from vigor_portal.api.models import Token
from vigor_portal.api.queries import token_for
from vigor_portal.checking.queries import about, known_of_us
from vigor_portal.checking.reading import check_post

View = Callable[..., HttpResponse]
# A browser's extension asks from whatever page somebody writes on. It shows a key and no cookie, so all may ask.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, Accept",
    "Access-Control-Max-Age": "86400",
}


def for_clients(*methods: str) -> Callable[[View], View]:
    """An address for programs: no form of ours to forge, answers for every page, and preflights."""

    def guard(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if request.method == "OPTIONS":
                response = HttpResponse(status=204)
            elif request.method not in methods:
                # LanguageTool also takes a text in the address. There it would stand in every log on the way.
                response = trouble(405, f"Error: Send the text by {methods[0]}")
                response["Allow"] = ", ".join((*methods, "OPTIONS"))
            else:
                response = view(request, *args, **kwargs)
            for name, value in {**CORS, "Cache-Control": "no-store"}.items():
                response[name] = value
            return response

        return guarded

    return guard


def trouble(status: int, what: str) -> HttpResponse:
    """LanguageTool's clients show what they get as text."""
    return HttpResponse(what, status=status, content_type="text/plain; charset=utf-8")


@for_clients("POST")
def check(request: HttpRequest, secret: str = "") -> HttpResponse:
    """A text in, matches out."""
    token = _token(request, secret)
    if token is None:
        return trouble(403, "AuthException: Make a key on your own page in Vigör, and send it as apiKey")
    if too_often(token):
        response = trouble(429, "Error: That is very often. Try again in a minute")
        response["Retry-After"] = "60"
        return response
    try:
        sent = languagetool.sent_text(request.POST)
        language = languagetool.language_of(request.POST.get("language", "auto"))
    except BadRequest as why:
        return trouble(400, str(why))
    checked = check_post(sent.text, known_of_us(layer=token.layer), token.member.language, language)
    if checked is None:
        checked = Checked(language or token.member.language)
    wishes, code = Wishes.of(request.POST), request.POST.get("language", "auto")
    return JsonResponse(languagetool.answer(sent, checked, wishes, _told(checked), code))


@for_clients("GET", "HEAD")
def languages(request: HttpRequest, secret: str = "") -> HttpResponse:
    if secret and token_for(secret) is None:
        return trouble(403, "AuthException: That key opens nothing")
    return JsonResponse(languagetool.languages(), safe=False)


@for_clients("GET", "HEAD")
def info(request: HttpRequest, secret: str = "") -> HttpResponse:
    if secret and token_for(secret) is None:
        return trouble(403, "AuthException: That key opens nothing")
    return JsonResponse({"software": languagetool.software()})


def _token(request: HttpRequest, secret: str) -> Token | None:
    """The key: in the address, in the header, or in the fields where clients of LanguageTool's own service have it."""
    kind, _space, shown = request.headers.get("Authorization", "").partition(" ")
    bearer = shown.strip() if kind.lower() == "bearer" else ""
    return token_for(secret or bearer or request.POST.get("apiKey", "") or request.POST.get("api_key", ""))


def _told(checked: Checked) -> Told:
    return Told(
        about={each.check: about(each.check, checked.language) for each in checked.advice},
        addresses={each.guideline: point_address(each.guideline) for each in checked.advice},
    )


def point_address(key: str) -> str:
    """Where a point of the policy is read, in full."""
    return str(settings.BASE_URL) + reverse("policies:point", args=[key])
