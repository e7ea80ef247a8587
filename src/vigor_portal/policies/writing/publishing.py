"""From draft to version with one press: everything is filled in, and everything can be skipped."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from vigor.policy.document import Policy
from vigor_portal.people.decorators import the_member
from vigor_portal.policies import drafting, queries
from vigor_portal.policies.comparison import Comparison, compare
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.models import Draft
from vigor_portal.policies.prepare import CantPublish, NothingChanged
from vigor_portal.policies.writing.desk import Desk, desk_of, names_of
from vigor_portal.policies.writing.forms import ReasonForm
from vigor_portal.policies.writing.requests import posted, save_posted, writers_only
from vigor_portal.policies.writing.views import choose_page, editor_page


@dataclass(frozen=True)
class Changed:
    """What publishing changes in one language."""

    language: str
    comparison: Comparison


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def publish(request: HttpRequest) -> HttpResponse:
    """What changes and why (GET); publishing it (POST, also straight from the editor, which is saved first)."""
    if request.method != "POST":
        draft = queries.the_draft()
        return _page(request, draft) if draft else redirect("writing:editor")
    form = posted(request)
    if clashes := save_posted(request, form):
        return choose_page(request, form.draft, clashes)
    reason = ReasonForm(request.POST)
    if not reason.is_valid():
        return _page(request, form.draft, reason)
    said = reason.cleaned_data
    try:
        version = drafting.publish_draft(
            form.draft, the_member(request), because=said["because"], cause=said["cause"]
        )
    except CantPublish as refused:
        desk = desk_of(queries.texts_in(form.draft), faults=refused.problems)
        return editor_page(request, form.draft, desk, refused=refused.problems, reason_form=reason)
    except NothingChanged:
        messages.warning(
            request, _("The draft says what the version in force says already: there is nothing to publish.")
        )
        return redirect("writing:editor")
    except drafting.VersionBetween:
        return _page(request, form.draft, reason)
    messages.success(request, _("Version %(number)s is in force.") % {"number": version.number})
    return redirect("policies:whole")


def _page(request: HttpRequest, draft: Draft, reason: ReasonForm | None = None) -> HttpResponse:
    desk = desk_of(queries.texts_in(draft))
    version = queries.current()
    changes = _changes(desk)
    between = version if version is not None and version.pk != draft.based_on_id else None
    context = {
        "section": "write",
        "draft": draft,
        "desk": desk,
        "changes": changes,
        "between": between,
        "number": version.number + 1 if version else 1,
        "form": reason or ReasonForm(initial={"because": proposed_reason(changes)}),
    }
    return render(request, "policies/writing/publish.html", context)


def _changes(desk: Desk) -> list[Changed]:
    version = queries.current()
    before = queries.texts_of(version) if version else {}
    found = []
    for pane in desk.panes:
        if pane.source.strip():
            old = before[pane.language].policy if pane.language in before else Policy()
            found.append(Changed(pane.language, compare(old, pane.policy, department_names())))
    return [each for each in found if each.comparison.changed]


def proposed_reason(changes: list[Changed]) -> str:
    """A sentence from what changed in the first language that did; nothing for a whole new policy."""
    if queries.current() is None or not changes:
        return ""
    n = changes[0].comparison.counts
    did = [
        (n.get("added", 0), ngettext("added %(n)s point", "added %(n)s points", n.get("added", 0))),
        (n.get("reworded", 0), ngettext("reworded %(n)s", "reworded %(n)s", n.get("reworded", 0))),
        (n.get("removed", 0), ngettext("took out %(n)s", "took out %(n)s", n.get("removed", 0))),
        (n.get("moved", 0), ngettext("moved %(n)s", "moved %(n)s", n.get("moved", 0))),
    ]
    told = [words % {"n": many} for many, words in did if many]
    return _("We %(did)s.") % {"did": ", ".join(told)} if told else ""


@require_POST
@writers_only
def bring_in(request: HttpRequest) -> HttpResponse:
    """Bring a version that came in between into the draft."""
    form = posted(request)
    clashes = drafting.catch_up(form.draft, the_member(request))
    for clash in clashes:
        names = names_of([conflict.name for conflict in clash.merged.conflicts], clash.mine)
        messages.warning(
            request,
            _("Changed both there and here; your words stand, so look at them again: %(points)s")
            % {"points": ", ".join(f"“{name}”" for name in names)},
        )
    messages.success(request, _("The version in force is in the draft now."))
    return redirect("writing:editor")
