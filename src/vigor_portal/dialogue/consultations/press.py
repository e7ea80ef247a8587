"""A shared draft in the press room: the public projection that was frozen with it, and nothing else."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from vigor_portal.dialogue.consultations import actions, queries, reading
from vigor_portal.dialogue.consultations.views import told
from vigor_portal.dialogue.models import Consultation, Ground, PublicComment
from vigor_portal.dialogue.threads.flood import FLOOD, MINUTES, address_of
from vigor_portal.dialogue.threads.public_forms import PublicForm
from vigor_portal.policies.press.room import Leaf, the_room
from vigor_portal.policies.press.views import missing

NO_STORE = "no-store"


def banner(language: str) -> SafeString:
    """Above the press room's front page (`wiring.PRESS_BANNERS`): written with it, and only for what is public."""
    consultation = queries.announced()
    if consultation is None or not consultation.public:
        return SafeString("")
    context = {"consultation": consultation, "lang": language}
    return SafeString(render_to_string("dialogue/consultations/press_banner.html", context))


# Nothing here rides on a session: the press room has none, and a form of it carries no cookie to forge.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, lang: str, public_id: str) -> HttpResponse:
    """The draft to read, and a box per point. One that isn't public is the same 404 as one that never was."""
    consultation = queries.with_id(public_id)
    shared = reading.public_text(consultation, lang) if consultation else None
    if consultation is None or shared is None:
        return missing(request, lang)
    with translation.override(lang):
        if request.method != "POST":
            return _page(consultation, shared, lang)
        key = request.POST.get("key", "")
        if key not in shared.policy.by_key:
            return missing(request, lang)
        form = PublicForm(request.POST, auto_id=f"{key}_%s")
        status: int = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            sent, status = _send(request, consultation, form, key, lang)
            if sent is not None:
                response = redirect("press-receipt", lang=lang, reference=sent.reference)
                response.status_code = HTTPStatus.SEE_OTHER
                response["Cache-Control"] = NO_STORE
                return response
        return _page(consultation, shared, lang, key=key, form=form, status=status)


def _send(
    request: HttpRequest, consultation: Consultation, form: PublicForm, key: str, lang: str
) -> tuple[PublicComment | None, int]:
    """The comment, or what was in the way: said in the form, which keeps the words."""
    said = form.cleaned_data
    if not FLOOD.lets_through(address_of(request), key):
        form.add_error(
            None,
            _(
                "A lot is being written here just now. What you wrote stands below: wait %(n)s minutes, "
                "and send it again."
            )
            % {"n": MINUTES},
        )
        return None, HTTPStatus.TOO_MANY_REQUESTS
    try:
        sent = actions.say_in_public(consultation, key, said["text"], lang, name=said["name"])
    except actions.TooMany:
        form.add_error(
            None,
            _(
                "So much is waiting to be read here that we can’t take more today. Keep what you wrote, it stands "
                "below, and come back."
            ),
        )
        return None, HTTPStatus.TOO_MANY_REQUESTS
    except (actions.Over, actions.NotOpen):
        form.add_error(None, _("It ended while you wrote. What you wrote stands below, to keep."))
        return None, HTTPStatus.CONFLICT
    return sent, HTTPStatus.OK


def _page(
    consultation: Consultation,
    shared: reading.SharedText,
    lang: str,
    *,
    key: str = "",
    form: PublicForm | None = None,
    status: int = 200,
) -> HttpResponse:
    room = the_room()
    page = Leaf(room, lang, "press-consultation", {"public_id": consultation.public_id}).render(
        "dialogue/consultations/press.html",
        status=status,
        section="policy",
        consultation=consultation,
        shared=shared,
        parts=reading.parts(shared, room.departments(lang)),
        gone=reading.whole_sections_gone(shared),
        voices=queries.voices(consultation, inside=False),
        upshots=told(consultation, shared),
        written_about=key,
        form=form,
        empty_form=PublicForm(auto_id=False),
        grounds=Ground.choices,
    )
    response = HttpResponse(page.body, status=page.status, content_type=page.content_type)
    response["Cache-Control"] = (
        NO_STORE if form is not None else "public, max-age=0, s-maxage=60, must-revalidate"
    )
    return response
