"""The editor: all of it works by sending the form; scripts only make it quicker."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vigor.policy.merge import merge
from vigor.policy.rearrange import Direction, add_case, move
from vigor_portal.people.decorators import member_required, the_member
from vigor_portal.people.permissions import allow, may
from vigor_portal.policies import queries
from vigor_portal.policies.drafting import Clash, DraftGone, read_by, save_text, start_draft
from vigor_portal.policies.models import Draft
from vigor_portal.policies.writing.clashes import Versions, all_shown, chosen_wordings, sides_of, text_at
from vigor_portal.policies.writing.desk import Desk, desk_of
from vigor_portal.policies.writing.forms import CaseForm, ReasonForm
from vigor_portal.policies.writing.proposing import propose
from vigor_portal.policies.writing.requests import (
    LONGEST_DRAFT,
    case_in_words,
    half_written,
    longest_said,
    number,
    posted,
    save_posted,
    the_posted_draft,
    words_posted,
    writers_only,
)


@require_safe
@member_required
def editor(request: HttpRequest) -> HttpResponse:
    """The draft to write in; to read, for the union; a way to begin, where there is none."""
    allow(the_member(request), "policies.read-drafts")
    draft = queries.the_draft()
    if not may(request.user, "policies.write"):
        return _read_only(request, draft)
    if draft is None:
        return render(
            request, "policies/writing/begin.html", {"section": "write", "version": queries.current()}
        )
    return editor_page(request, draft, desk_of(queries.texts_in(draft)))


def editor_page(
    request: HttpRequest, draft: Draft, desk: Desk, *, unsaved: bool = False, **context: object
) -> HttpResponse:
    """The editor with what lies on the desk. `view` is the language that is shown, or "both"."""
    codes = [pane.language for pane in desk.panes]
    asked = request.POST.get("view") or request.GET.get("view", "")
    view = asked if asked in (*codes, "both") else (get_language() or "")
    view = view if view in (*codes, "both") else codes[0]
    return render(
        request,
        "policies/writing/editor.html",
        {
            "section": "write",
            "draft": draft,
            "desk": desk,
            "view": view,
            "previewed": desk.pane(view),
            "unsaved": unsaved,
            "longest": str(LONGEST_DRAFT),
            "longest_said": longest_said(),
            **_forms_beside(request, desk),
            **context,
        },
    )


def _forms_beside(request: HttpRequest, desk: Desk) -> dict[str, object]:
    """The forms of a case and a reason, with what has been written in them so far."""
    begun = half_written(request)
    return {
        "case_form": CaseForm(desk.guidelines, initial=begun),
        "case_open": bool(case_in_words(request)),
        "reason_form": ReasonForm(initial=begun),
    }


def _read_only(request: HttpRequest, draft: Draft | None) -> HttpResponse:
    """What the draft would change, before all of it: that is what whoever doesn't write it comes to see."""
    if draft is None:
        return render(request, "policies/writing/read.html", {"section": "write"})
    read_by(draft, the_member(request))
    desk = desk_of(queries.texts_in(draft))
    proposal = propose({pane.language: pane.policy for pane in desk.panes if pane.source.strip()})
    context = {
        "section": "write",
        "draft": draft,
        "desk": desk,
        "pane": desk.pane(request.GET.get("view") or get_language() or ""),
        "changes": proposal.changes,
        "topics": proposal.topics,
        "version": queries.current(),
    }
    return render(request, "policies/writing/read.html", context)


@require_POST
@writers_only
def start(request: HttpRequest) -> HttpResponse:
    """Begin a draft, from what is in force or from texts that the form carries."""
    start_draft(the_member(request), words_posted(request) or None)
    return redirect("writing:editor")


@require_POST
@writers_only
def save(request: HttpRequest) -> HttpResponse:
    """Save what the form carries."""
    form = posted(request)
    if clashes := save_posted(request, form):
        return choose_page(request, form.draft, clashes)
    if request.POST.get("then") == "publish":
        return redirect("writing:publish")
    messages.success(request, _("Saved."))
    return _back_to_editor(request, form.draft)


def _back_to_editor(request: HttpRequest, draft: Draft, *, place: str = "") -> HttpResponse:
    """To the editor as it was shown, with a case or a reason that is half written as it was.

    `saved` lets its script throw away what it kept for fear of losing it.
    """
    if half_written(request):
        return editor_page(request, draft, desk_of(queries.texts_in(draft)), saved=True)
    return _to_editor(request, place)


def _to_editor(request: HttpRequest, place: str = "") -> HttpResponse:
    response = redirect("writing:editor")
    view = request.POST.get("view", "")
    response["Location"] += f"?view={view}&saved=1" if view.isascii() and view.isalpha() else "?saved=1"
    response["Location"] += place
    return response


@require_POST
@writers_only
def preview(request: HttpRequest) -> HttpResponse:
    """The text as it will look, and what is wrong in it; nothing is saved. A part of the page for scripts."""
    form = posted(request)
    desk = desk_of(queries.texts_in(form.draft), form.texts)
    if getattr(request, "htmx", False):
        language = request.POST.get("language") or request.POST.get("view", "")
        context = {"desk": desk, "previewed": desk.pane(language), "draft": form.draft}
        return render(request, "policies/writing/answer.html", context)
    return editor_page(request, form.draft, desk, unsaved=True)


@require_POST
@writers_only
def move_point(request: HttpRequest) -> HttpResponse:
    """Save, and move a point up or down in every language ("up:key")."""
    form = posted(request)
    if clashes := save_posted(request, form):
        return choose_page(request, form.draft, clashes)
    direction, _colon, name = request.POST.get("move", "").partition(":")
    way: Direction = "up" if direction == "up" else "down"
    for row in queries.texts_in(form.draft):
        if (moved := move(row.source, name, way)) != row.source:
            save_text(form.draft, row.language, moved, row.revision, the_member(request))
    return _back_to_editor(request, form.draft, place="#outline_")


@require_POST
@writers_only
def new_case(request: HttpRequest) -> HttpResponse:
    """Save, and write a case into the original from a form; what isn't filled in comes back to be filled in."""
    form = posted(request)
    if clashes := save_posted(request, form):
        return choose_page(request, form.draft, clashes)
    desk = desk_of(queries.texts_in(form.draft))
    case = CaseForm(desk.guidelines, request.POST)
    if not case.is_valid():
        return editor_page(request, form.draft, desk, case_form=case, case_open=True)
    text, key = add_case(
        desk.original.source,
        title=case.cleaned_data["case_title"],
        situation=case.cleaned_data["case_situation"],
        options=case.options(),
        shows=case.cleaned_data["case_shows"],
        taken=queries.keys_ever(),
    )
    saved = save_text(form.draft, desk.original.language, text, desk.original.base, the_member(request))
    if isinstance(saved, Clash):
        return choose_page(request, form.draft, [saved])
    messages.success(request, _("The case is in the text now, under the key %(key)s.") % {"key": key})
    return _to_editor(request)


@require_POST
@writers_only
def choose(request: HttpRequest) -> HttpResponse:
    """What the writer chose where two had changed the same point."""
    draft = the_posted_draft(request)
    of_versions = request.POST.get("of") == "versions"
    clashes = []
    for row in queries.texts_in(draft):
        if f"mine_{row.language}" not in request.POST:
            continue
        base, theirs, on = (
            number(request.POST.get(f"{name}_{row.language}")) for name in ("base", "theirs", "on")
        )
        mine = request.POST[f"mine_{row.language}"].replace("\r\n", "\n")
        old, new = (text_at(row, each, of_versions=of_versions) for each in (base, theirs))
        merged = merge(old, mine, new)
        wordings = chosen_wordings(request.POST, row.language, merged)
        saved = save_text(draft, row.language, merged.chosen(wordings), on or theirs, the_member(request))
        if isinstance(saved, Clash):
            clashes.append(saved)
    if clashes:
        return choose_page(request, draft, clashes)
    messages.success(request, _("Saved."))
    return _back_to_editor(request, draft)


def choose_page(
    request: HttpRequest, draft: Draft, clashes: Sequence[Clash], *, versions: Versions | None = None
) -> HttpResponse:
    """Both wordings of every point that two have changed, to choose from.

    `versions` when the other is no writer but a version that was brought into the draft (`drafting.catch_up`): the
    numbers of the version that the draft was begun from (0 for none) and of that which came in. The draft's words
    are saved by then, and stand where nobody chooses.
    """
    if not clashes:
        raise DraftGone
    context = {
        "section": "write",
        "draft": draft,
        "clashes": all_shown(draft, clashes, versions),
        "sides": sides_of(versions),
        "of": "versions" if versions else "revisions",
        "kept": half_written(request),
        "view": request.POST.get("view", ""),
    }
    return render(request, "policies/writing/choose.html", context)
