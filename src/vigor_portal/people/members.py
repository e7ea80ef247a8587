"""The people here, and what is said of the organisation: pages for administrators."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vigor_portal.people import actions, mail, queries
from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import DepartmentForm, InviteForm, OrganisationForm, RolesForm, posted
from vigor_portal.people.models import Department, Invitation
from vigor_portal.people.permissions import allow
from vigor_portal.people.requests import MemberRequest

AT_A_TIME = 100


@require_safe
@member_required
def members(request: MemberRequest) -> HttpResponse:
    allow(request.user, "people.manage")
    return _members_page(request, InviteForm())


@require_POST
@member_required
def invite(request: MemberRequest) -> HttpResponse:
    """Make the link: it is shown in the answer to this, once, and mailed where mail is configured."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        allow(request.user, "people.manage")
        return _members_page(request, form, status=422)
    to = form.cleaned_data["email"]
    link = actions.invite(to, form.cleaned_data["department"], form.cleaned_data["roles"], by=request.user)
    mailed = mail.mail_invitation(to, link, by=request.user)
    context = {
        "section": "people",
        "link": link,
        "email": to,
        "mailed": mailed,
        "days": actions.INVITATION_DAYS,
    }
    return render(request, "people/invited.html", context)


@require_POST
@member_required
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    actions.withdraw_invitation(get_object_or_404(Invitation, pk=pk, used_at=None), by=request.user)
    messages.success(request, _("Withdrawn. The link no longer works."))
    return redirect("people:members")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def member(request: MemberRequest, public_id: str) -> HttpResponse:
    """One member's roles and way in."""
    allow(request.user, "people.manage")
    who = get_object_or_404(queries.members(), public_id=public_id)
    form = RolesForm(posted(request), initial={"roles": sorted(who.roles)})
    if form.is_valid():
        try:
            actions.change_roles(who, form.cleaned_data["roles"], by=request.user)
        except actions.LastAdministrator:
            form.add_error("roles", _("Somebody must be left who can invite and give roles."))
        else:
            messages.success(request, _("Saved."))
            return redirect("people:member", public_id=public_id)
    return render(request, "people/member.html", {"section": "people", "who": who, "form": form})


STEPS = {"deactivate": actions.deactivate, "reactivate": actions.reactivate, "forget": actions.forget}


@require_POST
@member_required
def step(request: MemberRequest, public_id: str, name: str) -> HttpResponse:
    """Close the way in, open it again, or forget the member."""
    who = get_object_or_404(queries.members(), public_id=public_id)
    try:
        STEPS[name](who, by=request.user)
    except actions.LastAdministrator:
        messages.error(request, _("Somebody must be left who can invite and give roles."))
        return redirect("people:member", public_id=public_id)
    said = {
        "deactivate": _("The way in is closed, and every open session has ended."),
        "reactivate": _("The way in is open again."),
        "forget": _("Forgotten: the name is gone everywhere, what was done stays in the record."),
    }
    messages.success(request, said[name])
    return redirect("people:members") if name == "forget" else redirect("people:member", public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def organisation(request: MemberRequest) -> HttpResponse:
    allow(request.user, "people.describe-organisation")
    form = OrganisationForm(posted(request), instance=queries.the_organisation())
    if form.is_valid():
        actions.describe_organisation(form.cleaned_data, by=request.user)
        messages.success(request, _("Saved. The press room says so too, from now on."))
        return redirect("people:organisation")
    context = {
        "section": "organisation",
        "form": form,
        "departments": queries.departments(),
        "new_department": DepartmentForm(department=Department(), prefix="new"),
    }
    return render(request, "people/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def department(request: MemberRequest, slug: str = "") -> HttpResponse:
    """Name a department; without a slug, a new one."""
    allow(request.user, "people.describe-organisation")
    found = get_object_or_404(Department, slug=slug) if slug else Department()
    form = DepartmentForm(posted(request), department=found, prefix="" if slug else "new")
    if form.is_valid():
        actions.save_department(found, form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("people:organisation")
    return render(
        request, "people/department.html", {"section": "organisation", "form": form, "department": found}
    )


@require_POST
@member_required
def remove_department(request: MemberRequest, slug: str) -> HttpResponse:
    actions.remove_department(get_object_or_404(Department, slug=slug), by=request.user)
    messages.success(request, _("Removed. Its members are still here."))
    return redirect("people:organisation")


def _members_page(request: MemberRequest, form: InviteForm, status: int = 200) -> HttpResponse:
    search = request.GET.get("name", "")
    shown = Paginator(queries.members(search), AT_A_TIME).get_page(request.GET.get("page"))
    context = {
        "section": "people",
        "shown": shown,
        "search": search,
        "invitations": queries.open_invitations(),
        "form": form,
    }
    return render(request, "people/members.html", context, status=status)
