"""Earlier states of the draft: to look at, to go back to; and to throw all of it away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor.policy.parse import parse
from vigor_portal.people.decorators import the_member
from vigor_portal.policies import drafting, queries
from vigor_portal.policies.comparison import compare
from vigor_portal.policies.intranet.pages import department_names
from vigor_portal.policies.writing.requests import the_posted_draft, writers_only


@require_safe
@writers_only
def all_states(request: HttpRequest) -> HttpResponse:
    """The last states of each text, the newest first."""
    draft = queries.the_draft()
    if draft is None:
        return redirect("writing:editor")
    rows = [(text, queries.states_of(text)) for text in queries.texts_in(draft)]
    return render(request, "policies/writing/states.html", {"section": "write", "draft": draft, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def one_state(request: HttpRequest, language: str, revision: int) -> HttpResponse:
    """What going back would change (GET), and going back (POST)."""
    draft = the_posted_draft(request) if request.method == "POST" else queries.the_draft()
    state = queries.state_at(draft, language, revision) if draft else None
    if draft is None or state is None:
        raise Http404
    if request.method == "POST":
        drafting.go_back(draft, language, revision, the_member(request))
        messages.success(request, _("The text is as it was. What stood here before is among the states."))
        return redirect("writing:editor")
    now, then = parse(state.text.source)[0], parse(state.source)[0]
    context = {
        "section": "write",
        "draft": draft,
        "state": state,
        "comparison": compare(now, then, department_names()),
    }
    return render(request, "policies/writing/state.html", context)


@require_POST
@writers_only
def discard(request: HttpRequest) -> HttpResponse:
    """Throw the draft away."""
    drafting.discard(the_posted_draft(request), the_member(request))
    messages.success(request, _("The draft is gone. What is published stands as it did."))
    return redirect("writing:editor")
