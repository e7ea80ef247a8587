"""Spokespersons in the press room: who speaks for us today, about what, and until when. Public rows, and nothing else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from vigor_portal.policies.press.answers import NOW
from vigor_portal.policies.press.room import Leaf, the_room
from vigor_portal.voices.mandates.adverts import public_advert
from vigor_portal.voices.mandates.projection import speaking, spoke


@require_safe
def spokespersons(request: HttpRequest, lang: str) -> HttpResponse:
    """By the dates of today, whenever it is asked for: nobody stands here a day too long because a job didn't run."""
    room = the_room()
    with translation.override(lang):
        people = list(speaking())
        page = Leaf(room, lang, "press-spokespersons").render(
            "voices/mandates/press.html",
            section="spokespersons",
            people=people,
            former=list(spoke()),
            pays=any(each.paid for each in people),
            advert=public_advert(room, lang, next((each.advert for each in people if each.advert), "")),
        )
    response = HttpResponse(page.body, status=page.status, content_type=page.content_type)
    response["Cache-Control"] = NOW
    return response
