"""What was asked and answered, for everybody: beside its point, on a page of its own, and as data.

Blind to cookies, like all of the press room, and made from `PublicAnswer` and the public history alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from vigor.policy.document import Policy
from vigor.policy.html import to_plain
from vigor_portal.asking import public
from vigor_portal.asking.models import PublicAnswer
from vigor_portal.policies.press.answers import Page, answer
from vigor_portal.policies.press.points import short_source
from vigor_portal.policies.press.room import Leaf, Room, the_room

# A list that anybody may read from their own pages.
ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
JSON = "application/json; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """A public answer with the point that it rests on, as that is called in the reader's language."""

    row: PublicAnswer
    point: str

    @property
    def said(self) -> str:
        """What answers: our words, or the point's own where it says it all."""
        return self.row.text or self.point


def beside(lang: str, key: str) -> SafeString:
    """What was asked about a point, on its page in the press room (`wiring.PRESS_PANELS`)."""
    rows = public.answers_beside(key, lang)
    if not rows:
        return SafeString("")
    return mark_safe(render_to_string("asking/beside.html", {"asked": rows, "lang": lang}))  # noqa: S308


@require_safe
def answered(request: HttpRequest, lang: str) -> HttpResponse:
    """Every question that was answered for everybody."""
    return _made(request, lang, _page)


@require_safe
def as_json(request: HttpRequest, lang: str) -> HttpResponse:
    """The same as data."""
    return _made(request, lang, _json)


def _made(request: HttpRequest, lang: str, make: Callable[[Room, str], Page]) -> HttpResponse:
    if lang not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(lang):
        page = make(the_room(), lang)
    return answer(page).to(request)


def _page(room: Room, lang: str) -> Page:
    leaf = Leaf(room, lang, "press-answered")
    return leaf.render("asking/answered_public.html", section="ask", asked=_asked(room, lang))


def _json(room: Room, lang: str) -> Page:
    leaf = Leaf(room, lang, "press-answers-json")
    data = {"organisation": room.name, "answers": [_as_data(room, lang, each) for each in _asked(room, lang)]}
    body = json.dumps(data, ensure_ascii=False, indent=1).encode()
    return Page(leaf.address(), body, lang, JSON, headers=ANY_ORIGIN)


def _as_data(room: Room, lang: str, asked: Asked) -> dict[str, str]:
    row = asked.row
    return {
        "question": row.question,
        "answer": row.text,
        "language": row.language,
        "since": row.since.isoformat(),
        "point": row.point,
        "point_text": asked.point,
        "url": f"{room.base_url}{Leaf(room, lang, 'press:point', {'key': row.point}).address()}#asked-{row.public_id}",
    }


def _asked(room: Room, lang: str) -> list[Asked]:
    history = room.history
    text = history.current(lang) if history else None
    if history is None or text is None:
        return []
    original = history.texts[text.number, history.original].policy
    return [Asked(row, _called(row.point, text.policy, original)) for row in public.all_answers(lang)]


def _called(key: str, policy: Policy, original: Policy) -> str:
    """A translation may lack the point: then the original's words stand here."""
    return to_plain(short_source(policy.by_key.get(key) or original.by_key[key]))
