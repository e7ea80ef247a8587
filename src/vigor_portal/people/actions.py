"""Every write about people and the organisation: permission, change, log entry, in one transaction."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.text import slugify

from vigor_portal.log.actions import record
from vigor_portal.people.models import (
    Department,
    Grant,
    Invitation,
    Member,
    Organisation,
    Role,
    make_feed_token,
    make_public_id,
)
from vigor_portal.people.permissions import NotAllowed, allow
from vigor_portal.people.queries import the_organisation
from vigor_portal.wiring import (
    AFTER_FORGETTING,
    AFTER_LEAVING,
    AFTER_MOVING,
    AFTER_ORGANISATION,
    AFTER_RETURNING,
)

INVITATION_DAYS = 7
FIRST_DEPARTMENTS = (
    ("customer-service", {"sv": "Kundservice", "en": "Customer service"}),
    ("development", {"sv": "Utveckling", "en": "Development"}),
    ("sales", {"sv": "Sälj", "en": "Sales"}),
    ("people-culture", {"sv": "Människa och kultur", "en": "People & culture"}),
)


class InvitationOver(Exception):
    """The invitation is used, too old, or never was."""


class LastAdministrator(Exception):
    """Somebody must be left who can invite, and give roles."""


def first_administrator_link() -> str | None:
    """A one-time link for the first administrator while there is no member; else None.

    Each start makes a new one and ends those before it: a link in an old log is worth nothing.
    """
    with transaction.atomic():
        if Member.objects.exists():
            return None
        Invitation.objects.filter(used_at=None).delete()
        return _make_invitation(
            None, email="", department=None, roles=[Role.ADMINISTRATOR, Role.COMMUNICATIONS]
        )


@transaction.atomic
def invite(email: str, department: Department | None, roles: Collection[str], *, by: Member) -> str:
    """Invite somebody; returns the one-time link. Raises NotAllowed."""
    allow(by, "people.invite")
    return _make_invitation(by, email=email, department=department, roles=roles)


def _make_invitation(
    by: Member | None, *, email: str, department: Department | None, roles: Collection[str]
) -> str:
    secret = secrets.token_urlsafe(24)
    invitation = Invitation.objects.create(
        secret_hash=_hash(secret),
        email=email,
        department=department,
        roles=sorted(str(role) for role in roles),
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    record(by, "people.invited", invitation)
    return settings.BASE_URL + reverse("people:welcome", args=[secret])


def find_invitation(secret: str) -> Invitation:
    """Raises InvitationOver."""
    invitation = Invitation.objects.filter(
        secret_hash=_hash(secret), used_at=None, expires_at__gt=timezone.now()
    ).first()
    if invitation is None:
        raise InvitationOver
    return invitation


@transaction.atomic
def accept_invitation(secret: str, *, email: str, password: str, **about: Any) -> Member:
    """Become a member. `about` is given_name, family_name, title, language. Raises InvitationOver."""
    invitation = find_invitation(secret)
    # Of two who follow the link at once only the one whose update hits the row comes in.
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now()):
        raise InvitationOver
    member = Member.objects.create_user(email, password, department=invitation.department, **about)
    Grant.objects.bulk_create(Grant(member=member, role=role) for role in invitation.roles)
    record(member, "people.joined", member, invitation=invitation.pk)
    return member


@transaction.atomic
def begin(secret: str, organisation: Mapping[str, Any], *, email: str, password: str, **about: Any) -> Member:
    """The first administrator comes in and says whose site this is. Raises InvitationOver.

    The departments are those that the starter policy speaks of; they are renamed, added to and removed at will.
    """
    member = accept_invitation(secret, email=email, password=password, **about)
    describe_organisation(organisation, by=member)
    if not Department.objects.exists():
        Department.objects.bulk_create(
            Department(slug=slug, names=names) for slug, names in FIRST_DEPARTMENTS
        )
    return member


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Member) -> None:
    """The link stops working; who it was for goes. Raises NotAllowed."""
    allow(by, "people.invite")
    record(by, "people.invitation-withdrawn", invitation)
    invitation.delete()


@transaction.atomic
def save_department(department: Department, names: Mapping[str, str], *, by: Member) -> None:
    """Name a department, in every language; a new one gets its key from its name, once. Raises NotAllowed."""
    allow(by, "people.describe-organisation")
    department.names = dict(names)
    if not department.slug:
        department.slug = _free_slug(names)
    department.save()
    record(by, "people.department-saved", department)


@transaction.atomic
def remove_department(department: Department, *, by: Member) -> None:
    """Its members stay, without a department. Raises NotAllowed."""
    allow(by, "people.describe-organisation")
    record(by, "people.department-removed", department)
    department.delete()


def _free_slug(names: Mapping[str, str]) -> str:
    """The first name as a key: ASCII, beginning with a letter, not taken."""
    base = slugify(next((name for name in (names.get("en"), *names.values()) if name), ""))[:50]
    base = base if base[:1].isalpha() else f"department-{base}".rstrip("-")
    taken = set(Department.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for number in count(1) if (slug := base if number == 1 else f"{base}-{number}") not in taken
    )


@transaction.atomic
def describe_organisation(fields: Mapping[str, Any], *, by: Member | None) -> Organisation:
    """Save what is said of the organisation. `by` None is the site itself, at first use. Raises NotAllowed."""
    if by is not None:
        allow(by, "people.describe-organisation")
    organisation = the_organisation() or Organisation()
    for name, value in fields.items():
        setattr(organisation, name, value)
    organisation.save()
    record(by, "people.organisation-described", organisation)
    for path in AFTER_ORGANISATION:
        import_string(path)()
    return organisation


@transaction.atomic
def update_me(member: Member, fields: Mapping[str, Any]) -> None:
    before = _department_now(member)
    for name, value in fields.items():
        setattr(member, name, value)
    member.save(update_fields=list(fields))
    record(member, "people.updated", member)
    if before is not None and before != member.department_id:
        _call(AFTER_MOVING, member, member)


@transaction.atomic
def move(member: Member, department: Department | None, *, by: Member | None) -> None:
    """The member works in another department from now on. `by` None is a directory that says so. Raises NotAllowed."""
    if by is not None:
        allow(by, "people.manage")
    before = _department_now(member)
    member.department = department
    if before == member.department_id:
        return
    member.save(update_fields=["department"])
    record(by, "people.moved", member)
    if before is not None:
        # Whoever had none hasn't moved: they have found their place.
        _call(AFTER_MOVING, member, by)


@transaction.atomic
def change_roles(member: Member, roles: Collection[str], *, by: Member) -> None:
    """Raises NotAllowed, LastAdministrator."""
    allow(by, "people.manage")
    if Role.ADMINISTRATOR not in roles:
        _keep_an_administrator(without=member)
    Grant.objects.filter(member=member).exclude(role__in=roles).delete()
    Grant.objects.bulk_create((Grant(member=member, role=role) for role in roles), ignore_conflicts=True)
    record(by, "people.roles-changed", member)


@transaction.atomic
def deactivate(member: Member, *, by: Member | None) -> None:
    """The member can't sign in any more, and what they held is handed over (`wiring.AFTER_LEAVING`).

    `by` None is a directory that says so. Raises NotAllowed, LastAdministrator.
    """
    if by is not None:
        allow(by, "people.manage")
    _keep_an_administrator(without=member)
    left = _leave(member)
    _sign_out_everywhere(member)
    record(by, "people.deactivated", member)
    if left:
        _call(AFTER_LEAVING, member, by)


@transaction.atomic
def reactivate(member: Member, *, by: Member | None) -> None:
    """The member is here again. `by` None is a directory that says so. Raises NotAllowed."""
    if by is not None:
        allow(by, "people.manage")
    back = bool(Member.objects.filter(pk=member.pk, is_active=False).update(is_active=True))
    member.is_active = True
    record(by, "people.reactivated", member)
    if back:
        _call(AFTER_RETURNING, member, by)


@transaction.atomic
def forget(member: Member, *, by: Member) -> None:
    """Empty the member's row: names, address and keys go; what others need to understand a conversation stays.

    A member may ask for it themselves; an administrator may do it. Raises NotAllowed, LastAdministrator.
    """
    if by != member:
        allow(by, "people.manage")
    if not by.is_active:
        raise NotAllowed("people.manage")
    _keep_an_administrator(without=member)
    if _leave(member):
        # Before the row is emptied: what they held is found by it.
        _call(AFTER_LEAVING, member, by)
    _sign_out_everywhere(member)
    Authenticator.objects.filter(user=member).delete()
    EmailAddress.objects.filter(user=member).delete()
    Invitation.objects.filter(email__iexact=member.email).update(email="")
    Grant.objects.filter(member=member).delete()
    member.public_id = make_public_id()
    member.email = f"forgotten-{member.public_id}@forgotten.invalid".lower()
    member.given_name = member.family_name = member.title = ""
    member.department = None
    member.external_id, member.user_name, member.provisioned_by, member.provisioned_at = None, "", "", None
    member.feed_token = make_feed_token()
    member.last_login = None
    member.forgotten_at = timezone.now()
    member.set_unusable_password()
    member.save()
    for path in AFTER_FORGETTING:
        import_string(path)(member)
    record(None if by == member else by, "people.forgotten", member)


def _leave(member: Member) -> bool:
    """Close the way in; True if it was open."""
    member.is_active = False
    return bool(Member.objects.filter(pk=member.pk, is_active=True).update(is_active=False))


def _department_now(member: Member) -> int | None:
    """As the database has it: the member at hand may carry what a form has put there."""
    return Member.objects.filter(pk=member.pk).values_list("department", flat=True).first()


def _call(paths: Iterable[str], member: Member, by: Member | None) -> None:
    for path in paths:
        import_string(path)(member, by)


def _keep_an_administrator(*, without: Member) -> None:
    others = Grant.objects.filter(role=Role.ADMINISTRATOR, member__is_active=True).exclude(member=without)
    if without.has(Role.ADMINISTRATOR) and not others.exists():
        raise LastAdministrator


def _sign_out_everywhere(member: Member) -> None:
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(member.pk):
            session.delete()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
