"""Saving by itself while somebody writes: small answers for the editor's script."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_POST, require_safe

from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.permissions import allow
from vigor_portal.policies import queries
from vigor_portal.policies.drafting import Clash, DraftGone, save_text
from vigor_portal.policies.writing.desk import names_of
from vigor_portal.policies.writing.requests import LONGEST_DRAFT, number, the_posted_draft


@require_POST
@member_required
def autosave(request: HttpRequest) -> JsonResponse:
    """Save one text. `state` tells what came of it.

    saved (with the text, where others' changes are in it), choose (409), gone (410) or, for more than a policy, long
    (413): then nothing is saved.
    """
    allow(the_member(request), "policies.write")
    text = request.POST.get("text", "")
    if len(text) > LONGEST_DRAFT:
        return JsonResponse({"state": "long"}, status=413)
    try:
        saved = save_text(
            the_posted_draft(request),
            request.POST.get("language", ""),
            text,
            number(request.POST.get("base")),
            the_member(request),
            request.POST.get("base_text"),
        )
    except DraftGone:
        return JsonResponse({"state": "gone"}, status=410)
    if isinstance(saved, Clash):
        return JsonResponse({"state": "choose"}, status=409)
    answer: dict[str, object] = {"state": "saved", "revision": saved.text.revision}
    if saved.came:
        answer |= {"text": saved.text.source, "came": names_of(saved.came, saved.text.source)}
    return JsonResponse(answer)


@require_safe
@member_required
def revisions(request: HttpRequest) -> JsonResponse:
    """How far each text has come, and a fresh token for the form: signing in again makes the old one void."""
    allow(the_member(request), "policies.write")
    draft = queries.the_draft()
    found = {row.language: row.revision for row in queries.texts_in(draft)} if draft else {}
    return JsonResponse(
        {"draft": draft.pk if draft else None, "revisions": found, "token": get_token(request)}
    )
