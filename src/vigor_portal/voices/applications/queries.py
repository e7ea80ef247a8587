"""Reading applications, and what stands in the register already that could serve instead."""

from __future__ import annotations

import re

from django.db.models import Q, QuerySet

from vigor.networks.letters import skeleton
from vigor_portal.people.models import Member, Role
from vigor_portal.voices.models import Application
from vigor_portal.voices.models.accounts import LONGEST_NAME

NOT_A_SIGN = re.compile(r"[\W_]+")
DECIDED_SHOWN = 20


def name_key(name: str) -> str:
    """A name as it is compared: look-alike letters folded, without signs. "@Spol_verket" and "spolverket" are one."""
    folded = NOT_A_SIGN.sub("", skeleton(name.strip().lstrip("@")))
    # A name of signs alone is compared as it stands.
    return (folded or name.strip())[:LONGEST_NAME]


def application(public_id: str) -> Application | None:
    found = Application.objects.select_related("applied_by", "owner", "department", "decided_by", "account")
    return found.filter(public_id=public_id).first()


def open_applications() -> QuerySet[Application]:
    """What waits, by the day that it should be answered: communications' turn, and the applicants'."""
    found = Application.objects.filter(state__in=Application.OPEN)
    return found.select_related("applied_by", "owner", "department").order_by("last_day", "pk")


def concerning(member: Member) -> QuerySet[Application]:
    """What a member has applied for, or is named in to hold the account, the newest first."""
    mine = Q(applied_by=member) | Q(pk__in=Application.objects.filter(stewards=member).values("pk"))
    found = Application.objects.filter(mine).exclude(state=Application.State.WITHDRAWN)
    return found.select_related("applied_by", "owner", "department", "account").order_by("-applied_at", "-pk")


def decided() -> QuerySet[Application]:
    """What was approved or declined, the newest first; what was taken back is nobody's business."""
    found = Application.objects.filter(state__in=(Application.State.APPROVED, Application.State.DECLINED))
    return found.select_related("applied_by", "owner", "department", "account").order_by("-decided_at", "-pk")


def stewards_of(application: Application) -> QuerySet[Member]:
    """Those who were named to hold it; some may have left."""
    named = application.stewards.through.objects.filter(application=application).values("member")  # type: ignore[attr-defined]
    return Member.objects.filter(pk__in=named).select_related("department").order_by("given_name", "pk")


def stewards_here(application: Application) -> tuple[Member, ...]:
    """Those who were named to hold it, and are still here."""
    return tuple(stewards_of(application).filter(is_active=True))


def any_applications_for(member: Member) -> bool:
    """Is there an application that the member may read?"""
    if member.has(Role.COMMUNICATIONS):
        return Application.objects.exists()
    return Application.objects.filter(Q(applied_by=member) | Q(stewards=member)).exists()
