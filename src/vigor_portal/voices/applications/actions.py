"""Every write about applications: asking for an account in the brand's name, and what communications says to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from vigor_portal.log.actions import record
from vigor_portal.notices.actions import tell
from vigor_portal.people.models import Department, Member
from vigor_portal.people.owners import free_for
from vigor_portal.people.permissions import allow
from vigor_portal.voices.applications.queries import name_key, stewards_here
from vigor_portal.voices.models import Account, Application, Said
from vigor_portal.voices.models.applications import DAYS_TO_ANSWER, DAYS_TO_DECIDE
from vigor_portal.voices.register.actions import Description, OwnProfile, TooFewStewards, make
from vigor_portal.voices.register.values import PERSONAL, STEWARDS_NEEDED

State = Application.State

__all__ = [
    "AppliedAlready",
    "Decided",
    "OwnProfile",
    "Request",
    "TooFewStewards",
    "answer",
    "apply",
    "approve",
    "ask_for_more",
    "change",
    "decline",
    "not_me",
    "take_on",
    "withdraw",
]


class AppliedAlready(Exception):
    """The same name in the same network is applied for, and waits. `application` is that one."""

    def __init__(self, application: Application) -> None:
        super().__init__(application.public_id)
        self.application = application


class Decided(Exception):
    """Somebody has decided on the application in the meantime, or it was withdrawn. `application` says how."""

    def __init__(self, application: Application) -> None:
        super().__init__(application.public_id)
        self.application = application


@dataclass(frozen=True, kw_only=True)
class Request:
    """What somebody would like to register. `stewards` are those who will hold it: at least two who are here."""

    network: str
    name: str
    purpose: str
    audience: str
    hours: str
    ends: str
    topics: tuple[str, ...] = ()
    department: Department | None = None
    stewards: tuple[Member, ...] = ()


@transaction.atomic
def apply(request: Request, *, by: Member, at: datetime | None = None) -> Application:
    """Ask for an account; communications answers within a week. `at` is for what is loaded from elsewhere.

    Raises NotAllowed, OwnProfile, TooFewStewards, AppliedAlready.
    """
    allow(by, "voices.apply")
    at = at or timezone.now()
    last_day = timezone.localdate(at) + timedelta(days=DAYS_TO_DECIDE)
    application = Application(applied_by=by, applied_at=at, last_day=last_day)
    _write(application, request)
    record(by, "voices.applied", application)
    tell(request.stewards, "application.named", application, by=by)
    return application


@transaction.atomic
def change(application: Application, request: Request, *, by: Member) -> Application:
    """Whoever applied says it better, until it is decided. Raises as `apply`, and Decided."""
    locked = _open(application, by, "voices.change-application")
    named = set(locked.stewards.all())
    _write(locked, request)
    record(by, "voices.application-changed", locked)
    tell([each for each in request.stewards if each not in named], "application.named", locked, by=by)
    return locked


@transaction.atomic
def ask_for_more(application: Application, text: str, *, by: Member) -> Application:
    """Communications needs to know more; the one who applied has two weeks. Raises NotAllowed, Decided."""
    locked = _open(application, by, "voices.decide")
    locked.state, locked.owner, locked.last_day = State.ASKED, by, _in_days(DAYS_TO_ANSWER)
    locked.save()
    _say(locked, text, by)
    record(by, "voices.application-asked", locked)
    _tell_applicant(locked, "application.asked", by)
    return locked


@transaction.atomic
def answer(application: Application, text: str, *, by: Member) -> Application:
    """Whoever applied answers, and it waits for communications again. Raises NotAllowed, Decided."""
    locked = _open(application, by, "voices.change-application")
    locked.state, locked.last_day = State.WAITING, _in_days(DAYS_TO_DECIDE)
    locked.save()
    _say(locked, text, by)
    record(by, "voices.application-answered", locked)
    if locked.owner is not None:
        tell([locked.owner], "application.answered", locked, by=by)
    return locked


@transaction.atomic
def approve(application: Application, *, by: Member, text: str = "") -> Account:
    """Yes: the account is in the register, approved, held by those of its stewards who are here. Raises NotAllowed, Decided."""
    locked = _open(application, by, "voices.decide")
    stewards = stewards_here(locked)
    account = make(_description(locked), locked.network, Account.State.APPROVED, stewards=stewards, by=by)
    locked.account = account
    _decide(locked, State.APPROVED, by, text)
    record(by, "voices.approved", account)
    others = [each for each in stewards if each.pk != locked.applied_by_id]
    tell(others, "account.held", account, by=by)
    return account


@transaction.atomic
def decline(application: Application, reason: str, *, by: Member) -> Application:
    """No, and why. Raises NotAllowed, Decided."""
    locked = _open(application, by, "voices.decide")
    return _decide(locked, State.DECLINED, by, reason)


@transaction.atomic
def take_on(application: Application, *, by: Member, over: str = "") -> Application:
    """One of communications answers for it from now on; `over` as in `owners`. Raises NotAllowed, Decided, Taken."""
    locked = _open(application, by, "voices.decide")
    free_for(by, locked.owner, over)
    locked.owner = by
    locked.save(update_fields=["owner"])
    record(by, "voices.application-taken-on", locked)
    return locked


@transaction.atomic
def withdraw(application: Application, *, by: Member) -> Application:
    """Whoever applied takes it back. Raises NotAllowed, Decided."""
    locked = _open(application, by, "voices.change-application")
    locked.state, locked.decided_by, locked.decided_at = State.WITHDRAWN, by, timezone.now()
    locked.save()
    record(by, "voices.application-withdrawn", locked)
    return locked


@transaction.atomic
def not_me(application: Application, *, by: Member) -> Application:
    """Somebody whom a colleague named to hold the account would rather not; the colleague is told.

    Raises NotAllowed (nobody named them), Decided.
    """
    locked = _open(application, by, "voices.step-aside")
    locked.stewards.remove(by)
    record(by, "voices.application-stepped-aside", locked)
    _tell_applicant(locked, "application.fewer", by)
    return locked


def _open(application: Application, by: Member, permission: str) -> Application:
    """The row as it is now, for whoever came first. Raises NotAllowed, Decided."""
    locked = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    allow(by, permission, locked)
    if not locked.is_open:
        raise Decided(locked)
    return locked


def _write(application: Application, request: Request) -> None:
    if request.network in PERSONAL:
        raise OwnProfile
    here = {member for member in request.stewards if member.is_active}
    if len(here) < STEWARDS_NEEDED:
        raise TooFewStewards(len(here))
    for field in ("network", "name", "purpose", "audience", "hours", "ends", "department"):
        setattr(application, field, getattr(request, field))
    application.topics = list(request.topics)
    application.name_key = name_key(request.name)
    try:
        with transaction.atomic():
            application.save()
    except IntegrityError:
        raise AppliedAlready(_same(application)) from None
    application.stewards.set(here)


def _same(application: Application) -> Application:
    """The one that has the name: the last, for it may have been decided in this very moment."""
    same = Application.objects.filter(network=application.network, name_key=application.name_key)
    return same.exclude(pk=application.pk).latest("pk")


def _description(application: Application) -> Description:
    return Description(
        name=application.name,
        purpose=application.purpose,
        audience=application.audience,
        topics=tuple(application.topics),
        hours=application.hours,
        ends=application.ends,
        departments=(application.department,) if application.department else (),
    )


def _decide(application: Application, state: str, by: Member, text: str) -> Application:
    application.state, application.owner = state, application.owner or by
    application.decided_by, application.decided_at = by, timezone.now()
    application.save()
    if text.strip():
        _say(application, text, by)
    record(by, f"voices.application-{state}", application)
    _tell_applicant(application, f"application.{state}", by)
    return application


def _say(application: Application, text: str, by: Member) -> None:
    Said.objects.create(application=application, text=text.strip(), by=by)


def _tell_applicant(application: Application, kind: str, by: Member) -> None:
    if application.applied_by is not None:
        tell([application.applied_by], kind, application, by=by)


def _in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)
