"""Pages for those who work here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from vigor_portal.people.models import Member
from vigor_portal.people.permissions import may

View = Callable[..., HttpResponseBase]


def member_required(view: View) -> View:
    """Only members see the page, and nothing on the way keeps a copy of it.

    A visitor is asked to sign in and comes back here afterwards. Raises PermissionDenied for somebody who is signed
    in without being a member.
    """

    @wraps(view)
    def for_members(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            response: HttpResponseBase = redirect_to_login(request.get_full_path())
        elif not may(request.user, "people.be-here"):
            raise PermissionDenied
        else:
            response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    return for_members


def the_member(request: HttpRequest) -> Member:
    """Who reads a page for members. Raises PermissionDenied for anybody else."""
    if not isinstance(request.user, Member):
        raise PermissionDenied
    return request.user
