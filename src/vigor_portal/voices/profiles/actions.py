"""Profiles: entering, checking and forgetting them. The record is told nothing of people's own: no kind, no id."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from vigor.networks import Address
from vigor.networks.profiles import can_be_read
from vigor_portal.jobs.actions import enqueue
from vigor_portal.log.actions import record
from vigor_portal.people.models import Member
from vigor_portal.people.permissions import allow
from vigor_portal.voices.mandates.privacy import show_again
from vigor_portal.voices.models import Account, AccountProfile, Appearance, OwnProfile
from vigor_portal.voices.profiles import jobs

MOST_OWN = 10
# So long a press on "read it now" reads nothing new.
PAUSE = timedelta(seconds=30)
NOTHING_READ = {"asked_at": None, "read_at": None, "trouble": "", "names_employer": None, "names_title": None}


class Already(Exception):
    """The member has entered that profile."""


class TooMany(Exception):
    """More profiles than anybody uses in their role."""


@transaction.atomic
def enter(address: Address, *, by: Member) -> OwnProfile:
    """A member enters an account that they use in their role. Raises NotAllowed, Already, TooMany."""
    allow(by, "voices.read")
    if OwnProfile.objects.filter(member=by).count() >= MOST_OWN:
        raise TooMany
    try:
        with transaction.atomic():
            return OwnProfile.objects.create(
                member=by,
                network=address.network,
                address=address.url,
                address_key=address.key,
                shown=address.shown,
            )
    except IntegrityError as error:
        raise Already from error


@transaction.atomic
def turn_on(own: OwnProfile, *, by: Member) -> None:
    """Have the profile read, now and whenever its owner asks. Raises NotAllowed."""
    allow(by, "voices.own-profile", own)
    if can_be_read(own.network) and not _appears_not(by):
        OwnProfile.objects.filter(pk=own.pk).update(checking=True)
        _ask(own)


@transaction.atomic
def read_again(own: OwnProfile, *, by: Member) -> None:
    """Raises NotAllowed."""
    allow(by, "voices.own-profile", own)
    if own.checking and (own.asked_at is None or own.asked_at < timezone.now() - PAUSE):
        _ask(own)


def _ask(own: OwnProfile) -> None:
    OwnProfile.objects.filter(pk=own.pk, checking=True).update(**{**NOTHING_READ, "asked_at": timezone.now()})
    enqueue(jobs.read_own, own=own.pk)


@transaction.atomic
def turn_off(own: OwnProfile, *, by: Member) -> None:
    """What was read is gone. Raises NotAllowed."""
    allow(by, "voices.own-profile", own)
    OwnProfile.objects.filter(pk=own.pk).update(checking=False, **NOTHING_READ)


@transaction.atomic
def take_back(own: OwnProfile, *, by: Member) -> None:
    """The profile is no longer entered here. Raises NotAllowed."""
    allow(by, "voices.own-profile", own)
    own.delete()


@transaction.atomic
def appear(how: str, alias: str, *, by: Member) -> None:
    """How a member is named towards the public. Not at all: then nothing is read of theirs, either. Raises NotAllowed."""
    allow(by, "voices.read")
    if how == Appearance.How.NAME:
        Appearance.objects.filter(member=by).delete()
    else:
        alias = alias if how == Appearance.How.ALIAS else ""
        Appearance.objects.update_or_create(member=by, defaults={"how": how, "alias": alias})
    if how == Appearance.How.NOT:
        OwnProfile.objects.filter(member=by).update(checking=False, **NOTHING_READ)
    show_again(by, by)


def _appears_not(member: Member) -> bool:
    return Appearance.objects.filter(member=member, how=Appearance.How.NOT).exists()


@transaction.atomic
def paste(account: Account, text: str, *, by: Member) -> None:
    """A steward pastes what a logo account's profile says, where it can't be read. Raises NotAllowed."""
    allow(by, "voices.steward", account)
    now = timezone.now()
    values = {"text": text, "name": "", "links": [], "moved_to": "", "pasted": True, "trouble": ""}
    AccountProfile.objects.update_or_create(
        account=account, defaults={**values, "read_at": now, "tried_at": now}
    )
    record(by, "account.profile-pasted", account)


@transaction.atomic
def read_now(account: Account, *, by: Member) -> None:
    """Have a logo account's profile read. Raises NotAllowed."""
    allow(by, "voices.steward", account)
    found, _ = AccountProfile.objects.get_or_create(account=account)
    if found.tried_at is None or found.tried_at < timezone.now() - PAUSE:
        enqueue(jobs.read_account, account=account.pk)
