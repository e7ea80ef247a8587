"""The register's pages: the list, an account, its card and keys, and the page to work from. They translate only."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vigor_portal.people.decorators import member_required
from vigor_portal.people.forms import posted
from vigor_portal.people.permissions import allow, may
from vigor_portal.people.queries import departments
from vigor_portal.people.requests import MemberRequest
from vigor_portal.policies.playbooks import playbooks
from vigor_portal.voices.guidelines import about_keys
from vigor_portal.voices.models import Account
from vigor_portal.voices.register import actions, queries
from vigor_portal.voices.register.card_forms import CardForm, KeysForm
from vigor_portal.voices.register.fields import offered
from vigor_portal.voices.register.forms import DescribeForm, FilterForm, FindForm
from vigor_portal.voices.register.showing import account_page


@require_safe
@member_required
def register(request: MemberRequest) -> HttpResponse:
    """Every account, searched and filtered; those that the reader holds stand above."""
    form = FilterForm(request.GET, departments=[(each.slug, each.name) for each in departments()])
    found = queries.accounts(**form.wanted())
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "section": "voices",
        "form": form,
        "page": queries.stretch(found, request.GET.get("page", "")),
        "query": query.urlencode(),
        "filtered": form.narrows,
        "mine": [] if form.narrows else queries.mine(request.user),
        "keeps": may(request.user, "voices.keep"),
    }
    return render(request, "voices/register/all.html", context)


@require_safe
@member_required
def account(request: MemberRequest, public_id: str) -> HttpResponse:
    return account_page(request, found(public_id))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def find(request: MemberRequest) -> HttpResponse:
    """An account that is out there already is entered; communications approves it afterwards."""
    allow(request.user, "voices.find")
    initial: dict[str, Any] = (
        {"departments": [request.user.department_id]} if request.user.department_id else {}
    )
    if not may(request.user, "voices.keep"):
        initial["steward"] = request.user.email
    form = FindForm(posted(request), initial=initial)
    if form.is_valid():
        try:
            entered = actions.find(form.found(), by=request.user)
        except actions.AddressTaken as taken:
            form.add_error("address", _("That account is in the register already."))
            return _form_page(request, "find", form, None, taken=taken.account)
        messages.success(request, _("Entered. Thank you: what we know of, we can look after."))
        return redirect("voices:account", public_id=entered.public_id)
    return _form_page(request, "find", form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def describe(request: MemberRequest, public_id: str) -> HttpResponse:
    one = _kept(request, public_id)
    names = ("name", "purpose", "audience", "topics", "hours", "ends")
    initial = {name: getattr(one, name) for name in names} | {"departments": one.departments.all()}
    form = DescribeForm(posted(request), initial=initial)
    if form.is_valid():
        actions.describe(one, form.description(), by=request.user)
        return _saved(request, one)
    return _form_page(request, "describe", form, one)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def card(request: MemberRequest, public_id: str) -> HttpResponse:
    one = _kept(request, public_id)
    form = CardForm.of(getattr(one, "card", None), posted(request))
    if form.is_valid():
        actions.save_card(one, form.identity(), by=request.user)
        return _saved(request, one)
    return _form_page(request, "card", form, one)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def keys(request: MemberRequest, public_id: str) -> HttpResponse:
    """Where the keys are: a reference, for those who hold the account and communications."""
    one = _kept(request, public_id)
    form = KeysForm.of(getattr(one, "keys", None), posted(request))
    if form.is_valid():
        actions.save_keys(one, form.facts(), by=request.user)
        return _saved(request, one)
    return _form_page(request, "keys", form, one, guideline=about_keys(request.user.language))


@require_safe
@member_required
def work(request: MemberRequest, public_id: str) -> HttpResponse:
    """The page to work from: the card, with the playbooks of the policy beside it. Made to be printed, too."""
    one = found(public_id)
    context = {
        "section": "voices",
        "account": one,
        "card": getattr(one, "card", None),
        "stewards": queries.stewards_of(one),
        "playbooks": playbooks(request.user.language),
        "keeps": may(request.user, "voices.steward", one),
    }
    return render(request, "voices/register/work.html", context)


def found(public_id: str) -> Account:
    one = queries.account(public_id)
    if one is None:
        raise Http404
    return one


def _kept(request: MemberRequest, public_id: str) -> Account:
    one = found(public_id)
    allow(request.user, "voices.steward", one)
    return one


def _saved(request: MemberRequest, one: Account) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("voices:account", public_id=one.public_id)


def _form_page(
    request: MemberRequest, name: str, form: Any, one: Account | None, **context: object
) -> HttpResponse:
    return render(
        request,
        f"voices/register/{name}.html",
        {
            "section": "voices",
            "form": form,
            "account": one,
            "colleagues": offered() if name in ("find", "keys") else [],
            **context,
        },
        status=422 if form.is_bound else 200,
    )
