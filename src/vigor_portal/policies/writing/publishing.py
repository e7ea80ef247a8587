"""From draft to version with one press: everything is filled in, and everything can be skipped."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vigor.policy.document import Policy
from vigor_portal.people.decorators import the_member
from vigor_portal.people.queries import the_organisation
from vigor_portal.policies import drafting, planning, queries
from vigor_portal.policies.actions import Conditions
from vigor_portal.policies.models import Draft
from vigor_portal.policies.prepare import CantPublish, NothingChanged
from vigor_portal.policies.remarks import share_from_elsewhere
from vigor_portal.policies.writing.desk import Desk, desk_of
from vigor_portal.policies.writing.informed import informed
from vigor_portal.policies.writing.proposing import propose
from vigor_portal.policies.writing.reasons import PublishForm, ReasonForm
from vigor_portal.policies.writing.requests import posted, save_posted, writers_only
from vigor_portal.policies.writing.views import choose_page, editor_page


@require_http_methods(["GET", "HEAD", "POST"])
@writers_only
def publish(request: HttpRequest) -> HttpResponse:
    """What changes and why (GET); publishing or planning it (POST, also straight from the editor, saved first)."""
    if request.method != "POST":
        draft = queries.the_draft()
        return _page(request, draft) if draft else redirect("writing:editor")
    form = posted(request)
    if clashes := save_posted(request, form):
        return choose_page(request, form.draft, clashes)
    reason = _form_for(request, form.draft, desk_of(queries.texts_in(form.draft)))
    if not reason.is_valid():
        return _page(request, form.draft, reason)
    try:
        return _decide(request, form.draft, reason)
    except CantPublish as refused:
        desk = desk_of(queries.texts_in(form.draft), faults=refused.problems)
        small = ReasonForm(request.POST)
        return editor_page(request, form.draft, desk, refused=refused.problems, reason_form=small)
    except NothingChanged:
        messages.warning(
            request, _("The draft says what the version in force says already: there is nothing to publish.")
        )
        return redirect("writing:editor")
    except (drafting.VersionBetween, planning.TooEarly):
        return _page(request, form.draft, reason)
    except planning.PlannedAlready:
        messages.warning(
            request, _("One version is planned already. Take it back first, or publish this one at once.")
        )
        return _page(request, form.draft, reason)


def _decide(request: HttpRequest, draft: Draft, form: PublishForm) -> HttpResponse:
    said, member = form.cleaned_data, the_member(request)
    conditions = form.conditions()
    if said["at"] is not None:
        planned = planning.plan(
            draft,
            member,
            at=said["at"],
            because=form.reasons(),
            cause=said["cause"],
            meanings=form.meanings(),
            conditions=conditions,
            shared=said["shared"],
        )
        when = date_format(localtime(planned.at), "DATETIME_FORMAT")
        messages.success(request, _("Planned. It comes into force by itself on %(when)s.") % {"when": when})
        _remind(request, conditions)
        return redirect("writing:planned")
    version = drafting.publish_draft(
        draft,
        member,
        because=form.reasons(),
        cause=said["cause"],
        meanings=form.meanings(),
        conditions=conditions,
    )
    messages.success(request, _("Version %(number)s is in force.") % {"number": version.number})
    _remind(request, conditions)
    return redirect("policies:whole")


def _remind(request: HttpRequest, conditions: Conditions) -> None:
    """One sentence where working conditions are touched and no date is given. It never stands in the way."""
    if conditions.touches and not (conditions.informed_on or conditions.negotiated_on) and in_sweden():
        messages.info(
            request,
            _(
                "You said that it touches working conditions: remember to inform the unions (MBL § 19) and, where it is"
                " needed, to negotiate (§ 11). This is a reminder and no legal advice."
            ),
        )


def in_sweden() -> bool:
    """Does Swedish law concern the organisation? One that writes in Swedish, as far as we can tell."""
    organisation = the_organisation()
    return organisation is None or "sv" in organisation.languages


def _form_for(request: HttpRequest, draft: Draft, desk: Desk) -> PublishForm:
    """The form as it was sent; from the editor's smaller one, with all that it doesn't ask filled in as proposed.

    All but the days of the unions: those are said by whoever has seen them.
    """
    proposal = propose(_written(desk))
    if "asked" in request.POST:
        return PublishForm(proposal, request.POST, informed=informed(draft))
    filled = PublishForm(proposal)
    data = request.POST.copy()
    for name in filled.fields:
        value = filled.get_initial_for_field(filled.fields[name], name)
        if name not in data and value and name.partition("_")[0] != "because" and name != "cause":
            data[name] = value if isinstance(value, str) else "on"
    return PublishForm(proposal, data)


def _written(desk: Desk) -> dict[str, Policy]:
    return {pane.language: pane.policy for pane in desk.panes if pane.source.strip()}


def _page(request: HttpRequest, draft: Draft, form: PublishForm | None = None) -> HttpResponse:
    desk = desk_of(queries.texts_in(draft))
    form = form or PublishForm(propose(_written(desk)), informed=informed(draft))
    version = queries.current()
    context = {
        "section": "write",
        "draft": draft,
        "desk": desk,
        "changes": form.proposal.changes,
        "topics": form.proposal.topics,
        "between": version if version is not None and version.pk != draft.based_on_id else None,
        "planned": queries.the_planned(),
        "number": version.number + 1 if version else 1,
        "form": form,
        "in_sweden": in_sweden(),
        "taken": share_from_elsewhere({pane.language: pane.source for pane in desk.panes}),
    }
    return render(request, "policies/writing/publish.html", context)


@require_POST
@writers_only
def bring_in(request: HttpRequest) -> HttpResponse:
    """Bring a version that came in between into the draft; where both changed the same point, somebody chooses."""
    form = posted(request)
    version, began = queries.current(), form.draft.based_on
    clashes = drafting.catch_up(form.draft, the_member(request))
    if clashes and version is not None:
        numbers = (began.number if began else 0, version.number)
        return choose_page(request, form.draft, clashes, versions=numbers)
    messages.success(request, _("The version in force is in the draft now."))
    return redirect("writing:editor")
