"""The public's comments in the press room: blind to cookies, like all of it.

Everything here starts from the public history: to it an internal key and one that never was are the same, and get the
same page from the same steps.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from vigor.policy.html import to_plain
from vigor_portal.dialogue.models import Ground, PublicComment
from vigor_portal.dialogue.threads import public, queries
from vigor_portal.dialogue.threads.flood import FLOOD, MINUTES, address_of
from vigor_portal.dialogue.threads.privacy import DAYS_KEPT_AFTER_REFUSAL
from vigor_portal.dialogue.threads.public_forms import PublicForm
from vigor_portal.dialogue.threads.talk_pages import page_number, status_for
from vigor_portal.policies.press.answers import Page, answer
from vigor_portal.policies.press.points import short_source
from vigor_portal.policies.press.room import Leaf, Room, the_room
from vigor_portal.policies.press.views import missing

NO_STORE = "no-store"


def beside(lang: str, key: str) -> SafeString:
    """The way in, on a point's page in the press room (`wiring.PRESS_PANELS`); nothing while comments are off."""
    if not public.public_may_comment():
        return SafeString("")
    context = {"lang": lang, "key": key}
    return mark_safe(render_to_string("dialogue/press/beside.html", context))  # noqa: S308


@require_safe
def comments(request: HttpRequest, lang: str, key: str) -> HttpResponse:
    """What is shown of what the public said about a point."""
    room = the_room()
    with translation.override(lang):
        leaf = Leaf(room, lang, "press-comments", {"key": key})
        page = _comments(request, leaf, key)
    return answer(page).to(request) if page is not None else missing(request, lang)


# Nothing here rides on a session: the press room has none, and a form of it carries no cookie to forge.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, lang: str, key: str) -> HttpResponse:
    """Write about a public point: held until somebody has looked at it."""
    room = the_room()
    if _state(room, key) != "present" or not public.public_may_comment():
        return missing(request, lang)
    with translation.override(lang):
        form = PublicForm(request.POST if request.method == "POST" else None)
        status = status_for(form)
        if form.is_valid():
            sent, status = _send(request, form, lang, key)
            if sent is not None:
                return _receipt_at(lang, sent)
        leaf = Leaf(room, lang, "press-comment", {"key": key})
        return _uncached(
            leaf.render("dialogue/press/comment.html", status=status, **_about(room, lang, key), form=form)
        )


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest, lang: str, reference: str) -> HttpResponse:
    """What became of a comment, for whoever has its reference; and a way to take it back."""
    room = the_room()
    found = PublicComment.objects.filter(reference=reference).first()
    if found is None:
        return missing(request, lang)
    with translation.override(lang):
        taken_back = request.method == "POST"
        if taken_back:
            public.take_back(found)
        leaf = Leaf(room, lang, "press-receipt", {"reference": reference})
        context: dict[str, Any] = {
            "section": "policy",
            "comment": found,
            "taken_back": taken_back,
            "grounds": Ground.choices,
            "days_kept": DAYS_KEPT_AFTER_REFUSAL,
            "present": _state(room, found.key) == "present",
            "name_of_point": _name(room, lang, found.key),
        }
        return _uncached(leaf.render("dialogue/press/receipt.html", **context))


def _comments(request: HttpRequest, leaf: Leaf, key: str) -> Page | None:
    room, lang, page = leaf.room, leaf.lang, page_number(request)
    state, open_for_more = _state(room, key), public.public_may_comment()
    start = (page - 1) * queries.IN_A_LIST
    rows = list(queries.public_comments(key)[start : start + queries.IN_A_LIST + 1])
    if state == "unknown" or (not rows and (state == "gone" or not open_for_more)):
        return None
    return leaf.render(
        "dialogue/press/comments.html",
        **_about(room, lang, key),
        comments=rows[: queries.IN_A_LIST],
        page=page,
        more=len(rows) > queries.IN_A_LIST,
        open_for_more=open_for_more and state == "present",
    )


def _send(request: HttpRequest, form: PublicForm, lang: str, key: str) -> tuple[PublicComment | None, int]:
    """The comment, or what was in the way: said in the form, which keeps the words."""
    if not FLOOD.lets_through(address_of(request), key):
        form.add_error(
            None,
            _(
                "A lot is being written here just now. What you wrote stands below: wait %(n)s minutes, and send it again."
            )
            % {"n": MINUTES},
        )
        return None, HTTPStatus.TOO_MANY_REQUESTS
    try:
        return public.send_public(
            key, lang, form.cleaned_data["text"], name=form.cleaned_data["name"]
        ), HTTPStatus.OK
    except public.TooMany:
        form.add_error(
            None,
            _(
                "So much is waiting to be read here that we can’t take more today. Keep what you wrote, it stands below, and come back."
            ),
        )
        return None, HTTPStatus.TOO_MANY_REQUESTS
    except public.NotOpen:
        form.add_error(
            None,
            _(
                "The point was taken away, or comments were closed, while you wrote. What you wrote stands below."
            ),
        )
        return None, HTTPStatus.CONFLICT


def _about(room: Room, lang: str, key: str) -> dict[str, Any]:
    return {
        "section": "policy",
        "key": key,
        "state": _state(room, key),
        "name_of_point": _name(room, lang, key),
        "grounds": Ground.choices,
    }


def _state(room: Room, key: str) -> str:
    return room.history.state_of(key) if room.history is not None else "unknown"


def _name(room: Room, lang: str, key: str) -> str:
    """What the point is or was last called, in the language if it has it."""
    history = room.history
    if history is None:
        return key
    text = history.last_text_with(key, lang) or history.last_text_with(key, history.original)
    return to_plain(short_source(text.policy.by_key[key])) if text is not None else key


def _receipt_at(lang: str, sent: PublicComment) -> HttpResponse:
    response = redirect("press-receipt", lang=lang, reference=sent.reference)
    response.status_code = HTTPStatus.SEE_OTHER
    response["Cache-Control"] = NO_STORE
    return response


def _uncached(page: Page) -> HttpResponse:
    response = HttpResponse(page.body, status=page.status, content_type=page.content_type)
    response["Cache-Control"] = NO_STORE
    return response
