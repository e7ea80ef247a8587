"""The interview: five questions, and the case that the answers make. Nothing is stored unless it goes to a draft."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor.language.identify import identify
from vigor_portal.people.decorators import member_required
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies.checkup.door import open_or_members
from vigor_portal.policies.checkup.forms import InterviewForm, signed_out
from vigor_portal.policies.checkup.interview import Answers, case_from, with_case
from vigor_portal.policies.drafting import save_text
from vigor_portal.policies.models import DraftText


def _kept(request: HttpRequest) -> HttpResponse | None:
    form = InterviewForm(request.POST)
    if not any(request.POST.get(name, "").strip() for name in form.fields):
        return None
    form.add_error(None, signed_out())
    return render(
        request, "policies/checkup/interview.html", {"form": form, "section": "checkup"}, status=403
    )


@require_http_methods(["GET", "HEAD", "POST"])
@open_or_members(_kept)
def interview(request: HttpRequest) -> HttpResponse:
    """The questions, and below them the case."""
    form = InterviewForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form, "section": "checkup"}
    if form.is_valid():
        told = Answers(**form.cleaned_data)
        language = identify(told.happened, default=_reader())
        context |= {
            "case": case_from(told, language),
            "language": language,
            "has_draft": _may_add(request, language),
        }
    return render(request, "policies/checkup/interview.html", context)


@require_POST
@member_required
def add_to_draft(request: MemberRequest) -> HttpResponse:
    """The case goes into the draft in its language, under the last principle. It can be moved there."""
    allow(request.user, "policies.write")
    text = _draft_text(request.POST.get("language", ""))
    case = request.POST.get("text", "").replace("\r\n", "\n").strip()
    if text is None or not case:
        messages.error(request, _("There is no draft in that language any more. Copy the case instead."))
        return redirect("checkup:interview")
    save_text(text.draft, text.language, with_case(text.source, case), text.revision, request.user)
    messages.success(
        request, _("The case stands in the draft now, under the last principle. Move it where it belongs.")
    )
    return redirect("writing:editor")


def _may_add(request: HttpRequest, language: str) -> bool:
    return may(request.user, "policies.write") and _draft_text(language) is not None


def _draft_text(language: str) -> DraftText | None:
    return DraftText.objects.select_related("draft").filter(language=language).first()


def _reader() -> str:
    return get_language() or settings.LANGUAGE_CODE
